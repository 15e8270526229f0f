"""Network drives, sign-in script, policies, certificates that end soon."""

from itdesk.diagnostics.base import Field, Kind, Privacy, Probe, Reading, Tier

FIELDS = (
    Field(
        name="drives",
        description="Network drives",
        kind=Kind.TABLE,
        key="at",
        columns=(
            Field(name="at", description="Drive letter or folder", privacy=Privacy.MACHINE),
            Field(name="path", description="Network path", privacy=Privacy.PERSON),
            Field(name="type", description="Kind"),
            Field(name="connected", description="Connected", kind=Kind.TRUTH),
        ),
    ),
    Field(name="login_script", description="Sign-in script", privacy=Privacy.PERSON),
    Field(name="policies", description="Policies in force", kind=Kind.TEXTS, privacy=Privacy.MACHINE),
    Field(
        name="certificates",
        description="Certificates that end within 30 days",
        kind=Kind.TABLE,
        key="name",
        columns=(
            Field(name="name", description="Certificate", privacy=Privacy.PERSON),
            Field(name="ends_at", description="Ends at", kind=Kind.MOMENT),
            Field(name="days_left", description="Days left", kind=Kind.NUMBER, unit="d", passing=True),
        ),
    ),
)


def shares_probe(read: Reading) -> Probe:
    """Return the probe; `read` asks this platform."""
    return Probe(
        name="shares",
        tier=Tier.SYMPTOM,
        why="Missing drives and expired certificates lock people out.",
        fields=FIELDS,
        measure=read,
        limit_s=3.0,
    )
