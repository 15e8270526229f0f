"""What protects this computer."""

from itdesk.diagnostics.base import Field, Kind, Probe, Reading, Tier

FIELDS = (
    Field(
        name="antivirus",
        description="Antivirus programs",
        kind=Kind.TABLE,
        key="name",
        columns=(
            Field(name="name", description="Antivirus"),
            Field(name="enabled", description="Enabled", kind=Kind.TRUTH),
            Field(name="up_to_date", description="Up to date", kind=Kind.TRUTH),
        ),
    ),
    Field(name="firewall", description="Firewall is on", kind=Kind.TRUTH),
    Field(name="firewall_name", description="Firewall"),
    Field(name="disk_encrypted", description="Disk is encrypted", kind=Kind.TRUTH),
    Field(name="secure_boot", description="Secure Boot is on", kind=Kind.TRUTH),
    Field(name="tpm", description="TPM version"),
)


def security_probe(read: Reading) -> Probe:
    """Return the probe; `read` asks this platform."""
    return Probe(
        name="security",
        tier=Tier.USUAL,
        why="Protection that is off or out of date explains blocked pages and files, and is a risk itself.",
        fields=FIELDS,
        measure=read,
        limit_s=1.4,
    )
