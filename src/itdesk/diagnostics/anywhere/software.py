"""The programs that are installed."""

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
