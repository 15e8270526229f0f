"""The latest updates, and those that failed."""

from itdesk.diagnostics.base import Field, Kind, Probe, Reading, Tier

FIELDS = (
    Field(
        name="installed",
        description="Latest updates",
        kind=Kind.TABLE,
        key="name",
        items=10,
        columns=(
            Field(name="name", description="Update"),
            Field(name="at", description="When", kind=Kind.MOMENT),
        ),
    ),
    Field(
        name="failed",
        description="Failed updates",
        kind=Kind.TABLE,
        key="name",
        items=10,
        columns=(
            Field(name="name", description="Update"),
            Field(name="at", description="When", kind=Kind.MOMENT),
            Field(name="code", description="Error code"),
        ),
    ),
    Field(name="last_at", description="Last update", kind=Kind.MOMENT),
    Field(name="waiting", description="Updates that wait", kind=Kind.NUMBER, least=0, most=100_000),
)


def updates_probe(read: Reading) -> Probe:
    """Return the probe; `read` asks this platform."""
    return Probe(
        name="updates",
        tier=Tier.USUAL,
        why="Much breaks right after an update, or because one is missing.",
        fields=FIELDS,
        measure=read,
        limit_s=1.4,
    )
