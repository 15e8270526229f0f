"""The battery: how full, how worn."""

from itdesk.diagnostics.base import Field, Kind, Probe, Reading, Tier

FIELDS = (
    Field(name="percent", description="Charge", kind=Kind.NUMBER, unit="%", least=0, most=100, passing=True),
    Field(name="plugged", description="On mains power", kind=Kind.TRUTH, passing=True),
    Field(
        name="health_percent",
        description="What is left of its capacity",
        kind=Kind.NUMBER,
        unit="%",
        least=0,
        most=120,
    ),
    Field(name="cycles", description="Times charged", kind=Kind.NUMBER, least=0, most=100_000, passing=True),
    Field(
        name="minutes_left",
        description="Lasts for",
        kind=Kind.NUMBER,
        unit="min",
        least=0,
        most=10_000,
        passing=True,
    ),
)


def battery_probe(read: Reading) -> Probe:
    """Return the probe; `read` asks this platform."""
    return Probe(
        name="battery",
        tier=Tier.USUAL,
        why="A worn battery makes a computer slow, or switches it off.",
        fields=FIELDS,
        measure=read,
    )
