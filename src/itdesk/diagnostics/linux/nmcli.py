"""Asks NetworkManager, by its tool nmcli."""

from collections.abc import Sequence

from itdesk.diagnostics.command import ask_tool

NMCLI = "/usr/bin/nmcli"
LEVELS = ("none", "portal", "limited", "full")


def ask_manager(asked: Sequence[str], limit_s: float) -> str:
    """Return what nmcli prints, fields divided by colons. Raises NotAvailable."""
    return ask_tool([NMCLI, "--terse", *asked], limit_s=limit_s)


def connectivity(limit_s: float) -> str:
    """Return how far NetworkManager last got, "" where it does not say. Raises NotAvailable."""
    level = ask_manager(["networking", "connectivity"], limit_s).strip()
    return level if level in LEVELS else ""


def fields_of(line: str) -> list[str]:
    """Return the fields of a terse line. Within them colons and backslashes stand behind a backslash."""
    fields, is_plain = [""], False
    for character in line:
        if is_plain or character not in ":\\":
            fields[-1] += character
            is_plain = False
        elif character == ":":
            fields.append("")
        else:
            is_plain = True
    return fields
