"""The server's configuration file: what would otherwise be said by options, under the same names."""

import tomllib
from collections.abc import Mapping
from difflib import get_close_matches
from pathlib import Path
from typing import Any

import click

FILE_BYTES = 64 * 1024
SECTION = "run"
"""The command whose options the file may hold; other commands take from it what they have too."""


class BadConfig(click.ClickException):
    """What stands in the file cannot be used. The text is a sentence for a person."""

    exit_code = 2


def take_config(context: click.Context, _option: click.Parameter, path: Path | None) -> Path | None:
    """Let what the file says stand in for options that are not given. Raises BadConfig."""
    if path is not None:
        values = read_config(path)
        group = context.command
        assert isinstance(group, click.Group)
        known = _option_names(group.commands[SECTION])
        for key in values:
            if key not in known:
                raise BadConfig(_unknown(path, key, known))
        context.default_map = {name: _for(command, values) for name, command in group.commands.items()}
    return path


def read_config(path: Path) -> dict[str, Any]:
    """Return what the file says. Raises BadConfig with the file, and the place where there is one."""
    try:
        with path.open("rb") as opened:
            content = opened.read(FILE_BYTES + 1)
        if len(content) > FILE_BYTES:
            raise BadConfig(f"{path} is larger than {FILE_BYTES} bytes: that is no configuration.")
        return tomllib.loads(content.decode("utf-8-sig"))
    except OSError as error:
        raise BadConfig(f"{path} cannot be read: {error.strerror}.") from error
    except UnicodeDecodeError as error:
        raise BadConfig(f"{path} is not in UTF-8. Save it as UTF-8.") from error
    except tomllib.TOMLDecodeError as error:
        raise BadConfig(f"{path} is no TOML: {error}.") from error


def _for(command: click.Command, values: Mapping[str, Any]) -> dict[str, Any]:
    return {key: value for key, value in values.items() if key in _option_names(command)}


def _option_names(command: click.Command) -> list[str]:
    return [one.name for one in command.params if isinstance(one, click.Option) and one.name]


def _unknown(path: Path, key: str, known: list[str]) -> str:
    near = get_close_matches(key, known, n=1)
    meant = f" Was “{near[0]}” meant?" if near else ""
    return f"{path}: “{key}” is not known.{meant} Known are {', '.join(known)}."
