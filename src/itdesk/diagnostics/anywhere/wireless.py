"""The Wi-Fi in use. The network's name leaves this computer only as a short hash of it."""

import hashlib

from itdesk.diagnostics.base import Field, Kind, Privacy, Probe, Reading, Tier

CODE_CHARS = 8
FIELDS = (
    Field(name="connected", description="Wi-Fi is connected", kind=Kind.TRUTH),
    Field(name="switched_off", description="Wi-Fi is switched off", kind=Kind.TRUTH),
    Field(
        name="network", description="Network, as a short code in place of its name", privacy=Privacy.PERSON
    ),
    Field(name="band_ghz", description="Band", kind=Kind.NUMBER, unit="GHz", least=0, most=100),
    Field(name="channel", description="Channel", kind=Kind.NUMBER, least=0, most=300),
    Field(
        name="signal_dbm",
        description="Signal",
        kind=Kind.NUMBER,
        unit="dBm",
        least=-130,
        most=0,
        passing=True,
    ),
    Field(
        name="quality_percent",
        description="Quality",
        kind=Kind.NUMBER,
        unit="%",
        least=0,
        most=100,
        passing=True,
    ),
    Field(
        name="rate_mbps",
        description="Speed",
        kind=Kind.NUMBER,
        unit="Mbit/s",
        least=0,
        most=100_000,
        passing=True,
    ),
    Field(name="security", description="Wi-Fi security"),
)


def network_code(name: bytes) -> str:
    """Return a short code in place of a network's name, the same on every platform.

    It tells whether two reports come from one network. Who guesses the name can try it against the code: it
    is no secret, only not the name.
    """
    return hashlib.sha256(name).hexdigest()[:CODE_CHARS]


def wireless_probe(read: Reading) -> Probe:
    """Return the probe; `read` asks this platform."""
    return Probe(
        name="wireless",
        tier=Tier.USUAL,
        why="A weak or crowded Wi-Fi looks like a slow computer.",
        fields=FIELDS,
        measure=read,
        limit_s=1.4,
    )
