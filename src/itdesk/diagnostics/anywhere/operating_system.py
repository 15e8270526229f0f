"""The operating system, its version and architecture."""

from collections.abc import Callable, Mapping

from itdesk.diagnostics.base import Field, Kind, Probe

FIELDS = (
    Field(name="name", description="Operating system"),
    Field(name="version", description="Version"),
    Field(name="edition", description="Edition"),
    Field(name="build", description="Build or kernel"),
    Field(name="architecture", description="Architecture"),
    Field(name="installed_at", description="Installed at", kind=Kind.MOMENT),
)


def operating_system_probe(read: Callable[[], Mapping[str, object]]) -> Probe:
    """Return the probe; `read` says what this platform knows of itself."""
    return Probe(
        name="operating_system",
        why="Known faults and their cures depend on the version.",
        fields=FIELDS,
        measure=lambda: _known(read()),
    )


def _known(told: Mapping[str, object]) -> dict[str, object]:
    return {name: value for name, value in told.items() if value}
