"""The installed programs, by the registry's lists. Never Win32_Product: asking it starts repairs."""

import re
from collections.abc import Iterator, Mapping, Sequence

from itdesk.diagnostics.anywhere.software import Program, programs_told
from itdesk.diagnostics.windows.registry import Registry

KEY = r"SOFTWARE\Microsoft\Windows\CurrentVersion\Uninstall"
UPDATE_KINDS = frozenset({"Update", "Hotfix", "Security Update", "Update Rollup", "Service Pack"})
LIBRARY = re.compile(r"redistributable|\bruntime\b|\bhost fxr\b|\bsdk\b|targeting pack", re.IGNORECASE)


def read(places: Sequence[tuple[str, Registry]]) -> dict[str, object]:
    """Return the programs that `places` list, each with the word that says where it comes from."""
    return programs_told(program for source, registry in places for program in _listed(source, registry))


def _listed(source: str, registry: Registry) -> Iterator[Program]:
    for name in registry.subkeys(KEY):
        program = described(registry.values(rf"{KEY}\{name}"), source)
        if program is not None:
            yield program


def described(values: Mapping[str, object], source: str = "") -> Program | None:
    """Return one program; None for what Windows' own list of programs hides too, and for updates."""
    told = {name.lower(): value for name, value in values.items()}
    name = _text(told, "displayname")
    is_part = told.get("systemcomponent") == 1 or bool(_text(told, "parentkeyname"))
    if not name or is_part or _text(told, "releasetype") in UPDATE_KINDS:
        return None
    return Program(
        name,
        _text(told, "displayversion"),
        _text(told, "publisher"),
        _day(_text(told, "installdate")),
        source,
        is_library=bool(LIBRARY.search(name)),
    )


def _text(values: Mapping[str, object], name: str) -> str:
    value = values.get(name)
    return value.strip("\0 ") if isinstance(value, str) else ""


def _day(told: str) -> str:
    """Return "20240214" with hyphens; what some installers write in its place is left out."""
    found = re.fullmatch(r"(\d{4})(\d\d)(\d\d)", told, re.ASCII)
    return "-".join(found.groups()) if found else ""
