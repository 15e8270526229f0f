"""Names of files that came from others, shown so that they end where they end."""

import unicodedata

SHOWN_INSTEAD = "\N{REPLACEMENT CHARACTER}"
STEERING = {"Cc", "Cf", "Zl", "Zp"}
JOINER = "\N{ZERO WIDTH JOINER}"
"""Emoji and some scripts are written with it, and it turns nothing round."""


def honest_name(name: str) -> str:
    """Return `name` with a visible sign for each invisible one: “fdp.exe” cannot pose as “exe.pdf”."""
    return "".join(SHOWN_INSTEAD if _steers(character) else character for character in name)


def _steers(character: str) -> bool:
    return character != JOINER and unicodedata.category(character) in STEERING
