"""The whole network of this computer: adapters, routes, neighbours, hosts file, the way to the server."""

from itdesk.diagnostics.base import Field, Kind, Privacy, Probe, Reading, Tier

FIELDS = (
    Field(
        name="adapters",
        description="Adapters",
        kind=Kind.TABLE,
        key="name",
        columns=(
            Field(name="name", description="Adapter"),
            Field(name="mac", description="MAC address", privacy=Privacy.PERSON),
            Field(name="up", description="On", kind=Kind.TRUTH),
            Field(name="mtu", description="MTU", kind=Kind.NUMBER, least=0, most=2**32),
            Field(
                name="speed_mbps",
                description="Speed",
                kind=Kind.NUMBER,
                unit="Mbit/s",
                least=0,
                most=10_000_000,
            ),
            Field(name="ipv4", description="Addresses, IPv4", kind=Kind.TEXTS, privacy=Privacy.MACHINE),
            Field(name="ipv6", description="Addresses, IPv6", kind=Kind.TEXTS, privacy=Privacy.MACHINE),
            Field(name="driver", description="Driver"),
        ),
    ),
    Field(
        name="routes",
        description="Routes",
        kind=Kind.TABLE,
        key="",
        columns=(
            Field(name="destination", description="To", privacy=Privacy.MACHINE),
            Field(name="gateway", description="Through", privacy=Privacy.MACHINE),
            Field(name="interface", description="Adapter"),
            Field(name="metric", description="Metric", kind=Kind.NUMBER, least=0, most=2**32),
        ),
    ),
    Field(
        name="neighbours",
        description="Neighbours in the network",
        kind=Kind.TABLE,
        key="",
        passing=True,
        columns=(
            Field(name="address", description="Address", privacy=Privacy.MACHINE),
            Field(name="mac", description="MAC address", privacy=Privacy.PERSON),
            Field(name="interface", description="Adapter"),
        ),
    ),
    Field(name="hosts", description="Own lines in the hosts file", kind=Kind.TEXTS, privacy=Privacy.PERSON),
    Field(
        name="trace",
        description="Way to the server",
        kind=Kind.TABLE,
        key="",
        passing=True,
        columns=(
            Field(name="hop", description="Step", kind=Kind.NUMBER, least=0, most=255),
            Field(name="address", description="Address", privacy=Privacy.MACHINE),
            Field(name="ms", description="Time", kind=Kind.NUMBER, unit="ms", least=0, most=60_000),
        ),
    ),
)


def adapters_probe(read: Reading) -> Probe:
    """Return the probe; `read` asks this platform."""
    return Probe(
        name="adapters",
        tier=Tier.SYMPTOM,
        why="To find the exact place where the connection ends.",
        fields=FIELDS,
        measure=read,
        limit_s=6.0,
    )
