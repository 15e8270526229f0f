"""The server's configuration file: what would otherwise be said by options, under the same names."""

import os
import re
import tomllib
from collections.abc import Mapping
from difflib import get_close_matches
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import click

FILE_BYTES = 64 * 1024
OTHERS = 0o007
"""What everybody on the computer may do with a file."""
PLACE = re.compile(r"\(at line (\d+), column (\d+)\)$")
SECTION = "run"
"""The command whose options the file may hold; other commands take from it what they have too."""


class BadConfig(click.ClickException):
    """What stands in the file cannot be used. The text is a sentence for a person."""

    exit_code = 2


def take_config(context: click.Context, _option: click.Parameter, path: Path | None) -> Path | None:
    """Let what the file says stand in for options that are not given. Raises BadConfig."""
    if path is not None:
        text = _text_of(path)
        values = _values_of(path, text)
        group = context.command
        assert isinstance(group, click.Group)
        known = _options(group.commands[SECTION])
        for key, value in values.items():
            if key not in known:
                raise BadConfig(_unknown(_place(path, text, key), key, list(known)))
            if not _fits(known[key], value):
                expected = f"{_expected(known[key])}, like {key} = {_example(known[key])}"
                raise BadConfig(
                    f"{_place(path, text, key)}: “{key}” is {_shown(value)}, expected {expected}."
                )
        _check_rights(path, values)
        context.default_map = {name: _for(command, values) for name, command in group.commands.items()}
    return path


def _text_of(path: Path) -> str:
    """Return what stands in the file. Raises BadConfig."""
    try:
        with path.open("rb") as opened:
            content = opened.read(FILE_BYTES + 1)
        if len(content) > FILE_BYTES:
            raise BadConfig(f"{path} is larger than {FILE_BYTES} bytes: that is no configuration.")
        return content.decode("utf-8-sig")
    except OSError as error:
        raise BadConfig(f"{path} cannot be read: {error.strerror}.") from error
    except UnicodeDecodeError as error:
        raise BadConfig(f"{path} is not in UTF-8. Save it as UTF-8.") from error


def _values_of(path: Path, text: str) -> dict[str, Any]:
    """Return what the file says. Raises BadConfig with the line and the column."""
    try:
        return tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        found = PLACE.search(str(error))
        lines = text.rstrip().split("\n")
        line, column = (found[1], found[2]) if found else (len(lines), len(lines[-1]) + 1)
        why = str(error).partition(" (at ")[0]
        raise BadConfig(
            f"{path}:{line}:{column} is no TOML: {why}. Each line is a name and a value, like port = 8470."
        ) from error


def _check_rights(path: Path, values: Mapping[str, Any]) -> None:
    """Raise BadConfig where everybody on the computer may read, or change, a password in the file."""
    if os.name == "posix" and _has_password(values.get("database", "")) and path.stat().st_mode & OTHERS:
        raise BadConfig(
            f"Everybody on this computer may reach the database's password in {path}. "
            f"Allow it to the server alone: chmod o= {path}"
        )


def _has_password(database: str) -> bool:
    try:
        return bool(urlsplit(database).password)
    except ValueError:
        return "@" in database


def _place(path: Path, text: str, key: str) -> str:
    """Return the file with the line and the column where the key stands, as far as they are seen."""
    found = re.search(rf"^[ \t]*\[*[\"']?({re.escape(key)})\b", text, re.MULTILINE)
    if found is None:
        return str(path)
    before = text[: found.start(1)]
    return f"{path}:{before.count(chr(10)) + 1}:{len(before) - before.rfind(chr(10))}"


def _fits(option: click.Option, value: object) -> bool:
    """Return whether a value of the file is of the option's kind; the option then judges it more closely."""
    if option.multiple:
        return isinstance(value, list) and all(isinstance(one, str) for one in value)
    if option.is_flag:
        return isinstance(value, bool)
    if isinstance(option.type, click.IntRange):
        return type(value) is int and (option.type.min or 0) <= value <= (option.type.max or value)
    if isinstance(option.type, click.Choice):
        return value in option.type.choices
    return isinstance(value, str)


def _expected(option: click.Option) -> str:
    if option.multiple:
        return "a list of texts"
    if option.is_flag:
        return "true or false"
    if isinstance(option.type, click.IntRange):
        return f"a number from {option.type.min} to {option.type.max} without quotation marks"
    if isinstance(option.type, click.Choice):
        return "one of " + ", ".join(f'"{choice}"' for choice in option.type.choices)
    return "a text in quotation marks"


def _example(option: click.Option) -> str:
    if option.multiple:
        return '["…", "…"]'
    if option.is_flag:
        return "true"
    if isinstance(option.type, click.IntRange):
        return "8470"
    return f'"{option.type.choices[0]}"' if isinstance(option.type, click.Choice) else '"…"'


def _shown(value: object) -> str:
    """Return a value in words. What is inside of a list or a table may be secret."""
    if isinstance(value, str):
        return f"the text “{value[:60]}”"
    if isinstance(value, list | dict):
        return "a list" if isinstance(value, list) else "a table"
    return str(value).lower()


def _for(command: click.Command, values: Mapping[str, Any]) -> dict[str, Any]:
    return {key: value for key, value in values.items() if key in _options(command)}


def _options(command: click.Command) -> dict[str, click.Option]:
    return {one.name: one for one in command.params if isinstance(one, click.Option) and one.name}


def _unknown(place: str, key: str, known: list[str]) -> str:
    near = get_close_matches(key, known, n=1)
    meant = f" Was “{near[0]}” meant?" if near else ""
    return f"{place}: “{key}” is not known.{meant} Known are {', '.join(known)}."
