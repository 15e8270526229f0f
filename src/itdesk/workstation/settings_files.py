"""Reads the settings' files and writes the person's own."""

import json
import logging
import re
import tomllib
from collections.abc import Mapping
from pathlib import Path

from itdesk.settings import BY_NAME, Layer, Problem, Settings, Source, layer_of_environment, resolve
from itdesk.workstation.paths import DataFolder, make_private, policy_file
from itdesk.workstation.private_file import write_private

logger = logging.getLogger(__name__)

FILE_BYTES = 256 * 1024


def read_settings(
    folder: DataFolder,
    *,
    environment: Mapping[str, str],
    arguments: Mapping[str, str | bool] | None = None,
    policy: Path | None = None,
) -> Settings:
    """Return the settings in force on this computer for this person. Never fails: see `problems`.

    `arguments` are those that were really given on the command line; `policy` is the platform's by default.
    """
    person_layer, person_problems = read_layer(folder.settings_file, Source.PERSON)
    policy_layer, policy_problems = read_layer(policy or policy_file(), Source.POLICY)
    layers = [
        person_layer,
        policy_layer,
        layer_of_environment(environment),
        Layer(source=Source.ARGUMENT, origin="arguments", values=arguments or {}),
    ]
    return resolve(layers, (*policy_problems, *person_problems))


def read_layer(path: Path, source: Source) -> tuple[Layer, tuple[Problem, ...]]:
    """Return what the file says; a missing file says nothing, an unreadable one is a problem."""
    problems: tuple[Problem, ...] = ()
    values: dict[str, object] = {}
    try:
        values = _parse(path)
    except FileNotFoundError:
        pass
    except (OSError, ValueError) as error:
        problem = Problem(origin=str(path), key="*", got=f"unreadable ({error})", expected="a TOML file")
        problems = (problem,)
    return Layer(source=source, origin=str(path), values=values), problems


class SettingNotSaved(Exception):
    """The person's choice was not written. The message is a sentence for the person."""


def write_setting(folder: DataFolder, *, name: str, value: str | bool) -> None:
    """Write the person's choice of one setting; all else in the file stays as it is.

    Raises SettingNotSaved when the file is damaged or the disk fails, ValueError when `value` is not allowed.
    """
    if not BY_NAME[name].accepts(value):
        raise ValueError(f"{name} must be {BY_NAME[name].expected}, not {value!r}")
    path = folder.settings_file
    try:
        before = _parse(path) if path.exists() else {}
        old = path.read_text("utf-8") if path.exists() else ""
        new = _with_line(old, name, json.dumps(value, ensure_ascii=False))
        if tomllib.loads(new) != before | {name: value}:
            raise ValueError("the line cannot be replaced safely")
        make_private(folder.root)
        write_private(path, new.encode())
    except (OSError, ValueError) as error:
        raise SettingNotSaved(f"{path} could not be changed: {error}. Correct or remove the file.") from error


def _with_line(text: str, name: str, value: str) -> str:
    """Return TOML `text` in which `name` is `value`: its line replaced, or put first, before any table."""
    line = f"{name} = {value}"
    replaced, count = re.subn(rf"(?m)^[ \t]*{name}[ \t]*=.*$", lambda _: line, text, count=1)
    return replaced if count else f"{line}\n{text}"


def _parse(path: Path) -> dict[str, object]:
    """Return the document. Raises OSError, or ValueError with the place of the fault."""
    with path.open("rb") as file:
        content = file.read(FILE_BYTES + 1)
    if len(content) > FILE_BYTES:
        raise ValueError(f"larger than {FILE_BYTES} bytes")
    return tomllib.loads(content.decode("utf-8-sig"))
