"""Errors and warnings in the system's log around the time of the trouble."""

from itdesk.diagnostics.base import Field, Kind, Privacy, Probe, Reading, Tier

FIELDS = (
    Field(name="from_at", description="From", kind=Kind.MOMENT),
    Field(name="until_at", description="Until", kind=Kind.MOMENT),
    Field(
        name="entries",
        description="Errors and warnings",
        kind=Kind.TABLE,
        key="",
        items=200,
        privacy=Privacy.PERSON,
        passing=True,
        columns=(
            Field(name="at", description="When", kind=Kind.MOMENT),
            Field(name="level", description="Level", choices=("critical", "error", "warning")),
            Field(name="source", description="Source"),
            Field(name="message", description="Message", chars=1000, privacy=Privacy.PERSON),
        ),
    ),
)


def system_log_probe(read: Reading) -> Probe:
    """Return the probe; `read` asks this platform."""
    return Probe(
        name="system_log",
        tier=Tier.SYMPTOM,
        why="The log says what failed, second by second.",
        fields=FIELDS,
        measure=read,
        limit_s=3.0,
    )
