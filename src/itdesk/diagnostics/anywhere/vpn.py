"""The VPN connections of this computer and whether they are up."""

from itdesk.diagnostics.base import Field, Kind, Privacy, Probe, Reading, Tier

FIELDS = (
    Field(
        name="connections",
        description="VPN connections",
        kind=Kind.TABLE,
        key="name",
        columns=(
            Field(name="name", description="VPN", privacy=Privacy.MACHINE),
            Field(name="type", description="Kind"),
            Field(name="state", description="State", choices=("connected", "connecting", "disconnected")),
        ),
    ),
)


def vpn_probe(read: Reading) -> Probe:
    """Return the probe; `read` asks this platform."""
    return Probe(
        name="vpn",
        tier=Tier.SYMPTOM,
        why="Working from home needs the VPN; its state says at which step it stops.",
        fields=FIELDS,
        measure=read,
        limit_s=2.0,
    )
