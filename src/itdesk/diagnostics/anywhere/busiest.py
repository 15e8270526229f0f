"""The programs that use most. By name alone, never with their arguments."""

from itdesk.diagnostics.base import Field, Kind, Privacy, Probe, Reading, Tier

FIELDS = (
    Field(
        name="by_processor",
        description="Most processor time",
        kind=Kind.TABLE,
        key="name",
        items=5,
        privacy=Privacy.PERSON,
        passing=True,
        columns=(
            Field(name="name", description="Program"),
            Field(
                name="percent", description="Processor", kind=Kind.NUMBER, unit="%", least=0, most=1_000_000
            ),
        ),
    ),
    Field(
        name="by_memory",
        description="Most memory",
        kind=Kind.TABLE,
        key="name",
        items=5,
        privacy=Privacy.PERSON,
        passing=True,
        columns=(
            Field(name="name", description="Program"),
            Field(name="bytes", description="Memory", kind=Kind.NUMBER, unit="B", least=0),
        ),
    ),
)


def busiest_probe(read: Reading) -> Probe:
    """Return the probe; `read` asks this platform."""
    return Probe(
        name="busiest",
        tier=Tier.USUAL,
        why="One busy program can slow down everything.",
        fields=FIELDS,
        measure=read,
        limit_s=1.4,
    )
