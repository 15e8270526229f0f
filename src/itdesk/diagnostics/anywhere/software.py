"""The programs that are installed."""

from collections.abc import Iterable
from dataclasses import dataclass

from itdesk.diagnostics.base import Field, Kind, Privacy, Probe, Reading, Tier

FIELDS = (
    Field(
        name="programs",
        description="Installed programs",
        kind=Kind.TABLE,
        key="name",
        items=1500,
        privacy=Privacy.MACHINE,
        columns=(
            Field(name="name", description="Program"),
            Field(name="version", description="Version"),
            Field(name="publisher", description="Publisher"),
            Field(name="installed_at", description="Installed on"),
            Field(name="source", description="Comes from"),
        ),
    ),
)


def software_probe(read: Reading) -> Probe:
    """Return the probe; `read` asks this platform."""
    return Probe(
        name="software",
        tier=Tier.SYMPTOM,
        why="Versions that do not go together are a frequent cause.",
        fields=FIELDS,
        measure=read,
        limit_s=3.0,
    )


@dataclass(frozen=True)
class Program:
    """One installed program. `installed_at` is a day (YYYY-MM-DD); "" stands for what is not known.

    `source` names what installed it ("dpkg", "snap", "msi", …). A library is of use to other programs alone.
    """

    name: str
    version: str = ""
    publisher: str = ""
    installed_at: str = ""
    source: str = ""
    is_library: bool = False


def programs_told(programs: Iterable[Program]) -> dict[str, object]:
    """Return the programs as the facts hold them, by name, each once.

    Libraries come last: where there are more than a report carries, they are what is cut.
    """
    each_once = {(program.name, program.version, program.source): program for program in programs}
    in_order = sorted(each_once.values(), key=lambda program: (program.is_library, program.name.lower()))
    return {
        "programs": [
            {
                "name": program.name,
                "version": program.version,
                "publisher": program.publisher,
                "installed_at": program.installed_at,
                "source": program.source,
            }
            for program in in_order
        ]
    }
