"""What changed on this computer before it broke, from its own small history."""

from itdesk.diagnostics.base import Field, Kind, Privacy, Probe, Reading, Tier

MOST_CHANGES = 64
FIELDS = (
    Field(name="good_at", description="Last time all was well", kind=Kind.MOMENT, passing=True),
    Field(
        name="changes",
        description="Changes since then",
        kind=Kind.TABLE,
        key="",
        items=MOST_CHANGES,
        privacy=Privacy.PERSON,
        passing=True,
        columns=(
            Field(name="at", description="When", kind=Kind.MOMENT),
            Field(
                name="minutes_before",
                description="Before the trouble",
                kind=Kind.NUMBER,
                unit="min",
                least=0,
                most=14 * 24 * 60,
            ),
            Field(name="probe", description="Area"),
            Field(name="field", description="Fact"),
            Field(name="row", description="Item"),
            Field(name="column", description="Property"),
            Field(name="before", description="Before"),
            Field(name="after", description="After"),
            Field(name="what", description="Change", choices=("added", "removed", "changed")),
        ),
    ),
)


def changes_probe(read: Reading) -> Probe:
    """Return the probe; `read` asks the history: `history.reading.read_changes`."""
    return Probe(
        name="changes",
        tier=Tier.USUAL,
        why="What changed just before is the most frequent cause.",
        fields=FIELDS,
        measure=read,
        limit_s=1.4,
    )
