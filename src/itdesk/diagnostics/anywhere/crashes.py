"""Programs that crashed in the last 24 hours."""

from itdesk.diagnostics.base import Field, Kind, Privacy, Probe, Reading, Tier

FIELDS = (
    Field(
        name="crashes",
        description="Crashes in the last 24 hours",
        kind=Kind.TABLE,
        key="at",
        items=20,
        privacy=Privacy.PERSON,
        columns=(
            Field(name="program", description="Program"),
            Field(name="version", description="Version"),
            Field(name="at", description="When", kind=Kind.MOMENT),
            Field(name="module", description="Part that failed"),
            Field(name="code", description="Error code"),
        ),
    ),
)


def crashes_probe(read: Reading) -> Probe:
    """Return the probe; `read` asks this platform."""
    return Probe(
        name="crashes",
        tier=Tier.USUAL,
        why="A crash names the program and the part that failed.",
        fields=FIELDS,
        measure=read,
        limit_s=1.4,
    )
