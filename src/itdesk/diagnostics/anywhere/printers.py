"""The printers of this computer and their queues."""

from itdesk.diagnostics.base import Field, Kind, Privacy, Probe, Reading, Tier

FIELDS = (
    Field(name="service", description="Print service", choices=("running", "stopped")),
    Field(name="default", description="Default printer", privacy=Privacy.MACHINE),
    Field(
        name="printers",
        description="Printers",
        kind=Kind.TABLE,
        key="name",
        columns=(
            Field(name="name", description="Printer", privacy=Privacy.MACHINE),
            Field(name="driver", description="Driver"),
            Field(name="port", description="Kind of port", choices=("usb", "network", "virtual", "other")),
            Field(
                name="state",
                description="State",
                choices=("ready", "printing", "stopped", "offline", "error"),
            ),
            Field(name="reason", description="Reason"),
            Field(
                name="waiting",
                description="Documents that wait",
                kind=Kind.NUMBER,
                least=0,
                most=100_000,
                passing=True,
            ),
        ),
    ),
)


def printers_probe(read: Reading) -> Probe:
    """Return the probe; `read` asks this platform."""
    return Probe(
        name="printers",
        tier=Tier.USUAL,
        why="A stopped queue or a missing printer is the usual reason why nothing prints.",
        fields=FIELDS,
        measure=read,
        limit_s=1.4,
    )
