"""The graphics cards and their drivers."""

from itdesk.diagnostics.base import Field, Kind, Probe, Reading, Tier

FIELDS = (
    Field(
        name="adapters",
        description="Graphics cards",
        kind=Kind.TABLE,
        key="name",
        columns=(
            Field(name="name", description="Graphics card"),
            Field(name="driver", description="Driver"),
            Field(name="driver_version", description="Driver version"),
            Field(name="driver_date", description="Date of the driver"),
        ),
    ),
)


def graphics_probe(read: Reading) -> Probe:
    """Return the probe; `read` asks this platform."""
    return Probe(
        name="graphics",
        tier=Tier.USUAL,
        why="Blank, flickering or slow screens come mostly from the graphics driver.",
        fields=FIELDS,
        measure=read,
        limit_s=1.4,
    )
