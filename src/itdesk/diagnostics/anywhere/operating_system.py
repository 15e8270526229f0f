"""The operating system, its version and architecture."""

from collections.abc import Callable, Mapping

from itdesk.diagnostics.base import Field, Probe

FIELDS = (
    Field(name="name", description="Operating system"),
    Field(name="version", description="Version as people say it"),
    Field(name="edition", description="Edition"),
    Field(name="build", description="Exact build or kernel"),
    Field(name="architecture", description="Kind of processor that it is made for"),
    Field(name="installed_at", description="When it was installed, UTC"),
)


def operating_system_probe(read: Callable[[], Mapping[str, object]]) -> Probe:
    """Return the probe; `read` says what this platform knows of itself."""
    return Probe(name="operating_system", fields=FIELDS, measure=lambda: _known(read()))


def _known(told: Mapping[str, object]) -> dict[str, object]:
    return {name: value for name, value in told.items() if value}
