"""Devices and services that report an error."""

from itdesk.diagnostics.base import Field, Kind, Privacy, Probe, Reading, Tier

FIELDS = (
    Field(
        name="devices",
        description="Devices in error",
        kind=Kind.TABLE,
        key="name",
        columns=(
            Field(name="name", description="Device"),
            Field(name="problem", description="Problem"),
            Field(name="driver_version", description="Driver version"),
        ),
    ),
    Field(name="services", description="Services that failed", kind=Kind.TEXTS),
    Field(
        name="messages",
        description="Latest errors of the hardware",
        kind=Kind.TEXTS,
        privacy=Privacy.PERSON,
        items=10,
        passing=True,
    ),
)


def faulty_devices_probe(read: Reading) -> Probe:
    """Return the probe; `read` asks this platform."""
    return Probe(
        name="faulty_devices",
        tier=Tier.USUAL,
        why="The part that fails often says so itself.",
        fields=FIELDS,
        measure=read,
        limit_s=1.4,
    )
