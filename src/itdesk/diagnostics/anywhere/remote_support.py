"""Programs for remote support, and their numbers."""

import re
from collections.abc import Iterable
from dataclasses import dataclass

from itdesk.diagnostics.base import Field, Kind, Privacy, Probe, Reading, Tier

FIELDS = (
    Field(
        name="tools",
        description="Remote support programs",
        kind=Kind.TABLE,
        key="name",
        columns=(
            Field(name="name", description="Program"),
            Field(name="id", description="Its number for this computer", privacy=Privacy.PERSON),
            Field(name="version", description="Version"),
        ),
    ),
)


def remote_support_probe(read: Reading) -> Probe:
    """Return the probe; `read` asks this platform."""
    return Probe(
        name="remote_support",
        tier=Tier.USUAL,
        why="So that IT can look at the screen with you, if you agree then.",
        fields=FIELDS,
        measure=read,
    )


@dataclass(frozen=True)
class SupportTool:
    """One program; its number for this computer and its version are "" where they are not known."""

    name: str
    id: str = ""
    version: str = ""


def tools_told(tools: Iterable[SupportTool]) -> dict[str, object]:
    """Return the programs as the facts hold them: each once, with its number where that is known."""
    found: dict[str, SupportTool] = {}
    for tool in tools:
        if tool.name not in found or (tool.id and not found[tool.name].id):
            found[tool.name] = tool
    return {"tools": [{"name": tool.name, "id": tool.id, "version": tool.version} for tool in found.values()]}


def rustdesk_number(settings: str) -> str:
    """Return the number in RustDesk.toml, "" where there is none: newer ones keep it encrypted."""
    return _found(r"^id\s*=\s*['\"](\w{6,16})['\"]\s*$", settings)


def anydesk_number(settings: str) -> str:
    """Return the number in AnyDesk's system.conf, "" where there is none."""
    return _found(r"^ad\.anynet\.id=(\d{6,16})\s*$", settings)


def teamviewer_number(settings: str) -> str:
    """Return the number in TeamViewer's global.conf, "" where there is none."""
    return _found(r"^\[int32\] ClientID = (\d{6,16})\s*$", settings)


def _found(pattern: str, settings: str) -> str:
    found = re.search(pattern, settings, re.MULTILINE | re.ASCII)
    return found[1] if found else ""
