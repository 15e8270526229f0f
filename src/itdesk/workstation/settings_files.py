"""Reads the settings' files and writes the person's own."""

import json
import re
import tomllib
from collections.abc import Iterable, Mapping

from itdesk.settings import BY_NAME, Layer, Settings, Source, layer_of_environment, resolve
from itdesk.workstation.company_settings import company_layers
from itdesk.workstation.paths import DataFolder, make_private
from itdesk.workstation.private_file import write_private
from itdesk.workstation.settings_toml import Read, read_layer, read_toml


def read_settings(
    folder: DataFolder,
    *,
    environment: Mapping[str, str],
    arguments: Mapping[str, str | bool] | None = None,
    company: Iterable[Read] | None = None,
) -> Settings:
    """Return the settings in force on this computer for this person. Never fails: see `problems`.

    `arguments` are those that were really given on the command line; `company` is what the company and the
    installer say, by default where the platform keeps it.
    """
    reads = [
        *(company_layers() if company is None else company),
        read_layer(folder.settings_file, Source.PERSON),
    ]
    layers = [
        *(layer for layer, _ in reads),
        layer_of_environment(environment),
        Layer(source=Source.ARGUMENT, origin="arguments", values=arguments or {}),
    ]
    return resolve(layers, [problem for _, problems in reads for problem in problems])


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
        before = tomllib.loads(read_toml(path)) if path.exists() else {}
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
