"""Files of the kernel that hold one whole number."""

from pathlib import Path

from itdesk.diagnostics.text_file import read_text

DIGITS = 18
"""More than that is no size, no time and no count of this world."""


def read_number(path: Path) -> int | None:
    """Return the number in a file, None where there is none."""
    return parse_number(read_text(path, 64))


def parse_number(text: str) -> int | None:
    """Return a decimal whole number, None for any other text."""
    digits = text.removeprefix("-")
    is_number = digits.isascii() and digits.isdecimal() and len(digits) <= DIGITS
    return int(text) if is_number else None
