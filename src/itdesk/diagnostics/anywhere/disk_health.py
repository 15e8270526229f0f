"""What the disks say about their own health."""

from itdesk.diagnostics.base import Field, Kind, Probe, Reading, Tier

FIELDS = (
    Field(
        name="disks",
        description="Disks",
        kind=Kind.TABLE,
        key="name",
        columns=(
            Field(name="name", description="Disk"),
            Field(name="model", description="Model"),
            Field(name="type", description="Type", choices=("ssd", "hdd", "nvme")),
            Field(name="size_bytes", description="Size", kind=Kind.NUMBER, unit="B", least=0),
            Field(name="health", description="Health", choices=("ok", "warning", "failing", "unknown")),
            Field(name="wear_percent", description="Worn", kind=Kind.NUMBER, unit="%", least=0, most=255),
            Field(
                name="temperature_c",
                description="Temperature",
                kind=Kind.NUMBER,
                unit="°C",
                least=-40,
                most=150,
                passing=True,
            ),
            Field(name="reallocated", description="Sectors replaced", kind=Kind.NUMBER, least=0),
        ),
    ),
)


def disk_health_probe(read: Reading) -> Probe:
    """Return the probe; `read` asks this platform."""
    return Probe(
        name="disk_health",
        tier=Tier.SYMPTOM,
        why="A dying disk is slow first, and loses data later.",
        fields=FIELDS,
        measure=read,
        limit_s=3.0,
    )
