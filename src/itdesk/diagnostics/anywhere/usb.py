"""What is plugged in: USB devices, docks, monitors."""

from itdesk.diagnostics.base import Field, Kind, Privacy, Probe, Reading, Tier

FIELDS = (
    Field(
        name="devices",
        description="USB devices",
        kind=Kind.TABLE,
        key="",
        columns=(
            Field(name="name", description="Device"),
            Field(name="vendor", description="Manufacturer"),
            Field(name="id", description="Vendor and product number"),
            Field(name="serial", description="Serial number", privacy=Privacy.MACHINE),
            Field(name="port", description="Where it is plugged in"),
        ),
    ),
    Field(
        name="monitors",
        description="Monitors",
        kind=Kind.TABLE,
        key="",
        columns=(
            Field(name="name", description="Monitor"),
            Field(name="serial", description="Serial number", privacy=Privacy.MACHINE),
            Field(name="port", description="Where it is plugged in"),
        ),
    ),
    Field(name="docks", description="Docks", kind=Kind.TEXTS),
)


def usb_probe(read: Reading) -> Probe:
    """Return the probe; `read` asks this platform."""
    return Probe(
        name="usb",
        tier=Tier.SYMPTOM,
        why="A device that the computer does not see cannot work.",
        fields=FIELDS,
        measure=read,
        limit_s=2.0,
    )
