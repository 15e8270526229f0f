"""Reads settings from a TOML file line by line: a bad line is named, and the rest still applies."""

import re
import tomllib
from pathlib import Path

from itdesk.settings import Layer, Problem, Source

FILE_BYTES = 256 * 1024
BAD_LINES = 100
"""More bad lines than these, and the file is something else than settings."""
EXPECTED = "a line like name = value, in TOML"
NAME = re.compile(r"[ \t]*([A-Za-z0-9_-]+)[ \t]*=")
PLACE = re.compile(r"\(at line (\d+), column \d+\)$")

Read = tuple[Layer, tuple[Problem, ...]]
"""What one place says, and what in it could not be understood."""


def read_layer(path: Path, source: Source) -> Read:
    """Return what the file says; a missing file says nothing, an unreadable one is a problem."""
    try:
        text = read_toml(path)
    except FileNotFoundError:
        return Layer(source=source, origin=str(path), values={}), ()
    except (OSError, ValueError) as error:
        problem = Problem(origin=str(path), key="*", got=f"unreadable ({error})", expected="a TOML file")
        return Layer(source=source, origin=str(path), values={}), (problem,)
    values, problems = _understood(text, str(path))
    return Layer(source=source, origin=str(path), values=values, lines=_lines_of(text)), problems


def read_toml(path: Path) -> str:
    """Return the file's text. Raises OSError, and ValueError where it is too large or no UTF-8."""
    with path.open("rb") as file:
        content = file.read(FILE_BYTES + 1)
    if len(content) > FILE_BYTES:
        raise ValueError(f"larger than {FILE_BYTES} bytes")
    return content.decode("utf-8-sig").replace("\r\n", "\n")


def _understood(text: str, origin: str) -> tuple[dict[str, object], tuple[Problem, ...]]:
    """Return what can be read without the lines that cannot."""
    lines, problems = text.split("\n"), list[Problem]()
    while True:
        try:
            return tomllib.loads("\n".join(lines)), tuple(problems)
        except tomllib.TOMLDecodeError as error:
            at = _bad_line(error, lines)
            problems.append(_fault_at(at, lines[at], origin, error))
            if len(problems) == BAD_LINES or not lines[at].strip():
                return {}, tuple(problems)
            lines[at] = ""


def _bad_line(error: tomllib.TOMLDecodeError, lines: list[str]) -> int:
    """Return where the line at fault is; of a file that breaks off, its last one that says something."""
    place = PLACE.search(str(error))
    at = min(int(place[1]), len(lines)) - 1 if place else len(lines) - 1
    while at > 0 and not lines[at].strip():
        at -= 1
    return at


def _fault_at(at: int, line: str, origin: str, error: tomllib.TOMLDecodeError) -> Problem:
    name = NAME.match(line)
    got = f"not understood ({PLACE.sub('', str(error)).strip()})"
    return Problem(
        origin=origin, key=name[1] if name else line.strip()[:40], got=got, expected=EXPECTED, line=at + 1
    )


def _lines_of(text: str) -> dict[str, int]:
    """Return where each name stands."""
    lines = dict[str, int]()
    for number, line in enumerate(text.split("\n"), start=1):
        if name := NAME.match(line):
            lines.setdefault(name[1], number)
    return lines
