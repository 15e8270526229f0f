"""The program by which IT helps from afar: its command from the company's template and a ticket's facts."""

import json
import re
import shlex
from collections.abc import Mapping
from dataclasses import dataclass

from itdesk.services.failures import WorldFailed

PLACE = re.compile(r"\{([a-z_]+)\}")
VALUE = re.compile(r"[A-Za-z0-9][A-Za-z0-9._:@-]{0,99}")
"""What may stand for a place: it cannot be an option, a path, or a second argument."""
ADDRESS = re.compile(r"[a-z][a-z0-9+.-]*://", re.ASCII)
NOT_SET = "IT has not chosen a program to help from afar. An administrator sets “remote_help” in the policy."


@dataclass(frozen=True)
class Start:
    """What is started: an address to be opened, or a program with its arguments. Never a shell."""

    address: str = ""
    command: tuple[str, ...] = ()


def start_of(template: str, facts: str | None, login: str) -> Start:
    """Return what the template says for this computer; `facts` is the document of the ticket.

    Raises WorldFailed with one sentence: no template, one that cannot be read, or a place without a value.
    """
    if not template.strip():
        raise WorldFailed(NOT_SET)
    values = values_in(facts, login)
    if ADDRESS.match(template.strip()):
        return Start(address=_filled(template.strip(), values))
    try:
        pieces = shlex.split(template, posix=True)
    except ValueError as error:
        raise WorldFailed(f"The setting remote_help cannot be read: {error}.") from error
    return Start(command=tuple(_filled(piece, values) for piece in pieces))


def values_in(facts: str | None, login: str) -> dict[str, str]:
    """Return what can be filled in: `login`, `host`, `address`, and `TOOL_id` for each tool that has one."""
    found = _document(facts)
    values = {
        "login": login,
        "host": _text(found, "host", "name"),
        "address": _text(found, "network", "address"),
    }
    tools = found.get("remote_support", {}).get("tools", [])
    for tool in tools if isinstance(tools, list) else []:
        if isinstance(tool, dict):
            name = re.sub(r"[^a-z0-9]", "", str(tool.get("name", "")).lower())
            values[f"{name}_id"] = str(tool.get("id") or "").replace(" ", "")
    return {name: value for name, value in values.items() if value}


def _filled(piece: str, values: Mapping[str, str]) -> str:
    def fill(found: re.Match[str]) -> str:
        value = values.get(found[1], "")
        if not value:
            raise WorldFailed(
                f"The facts of this ticket do not tell “{found[1]}”, which the program for remote help needs."
                " Ask the computer again."
            )
        if VALUE.fullmatch(value) is None:
            raise WorldFailed(
                f"“{found[1]}” of this computer is “{value[:60]}”, which cannot be used safely."
            )
        return value

    return PLACE.sub(fill, piece)


def _document(facts: str | None) -> dict[str, dict[str, object]]:
    try:
        found = json.loads(facts or "{}").get("facts", {})
    except (ValueError, AttributeError):
        return {}
    groups = found.items() if isinstance(found, dict) else ()
    return {name: group for name, group in groups if isinstance(group, dict)}


def _text(found: Mapping[str, Mapping[str, object]], probe: str, name: str) -> str:
    value = found.get(probe, {}).get(name, "")
    return value if isinstance(value, str) else ""
