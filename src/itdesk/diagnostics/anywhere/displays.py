"""The screens, as the desktop arranges them."""

from itdesk.diagnostics.base import Field, Kind, Privacy, Probe, Reading, Tier

FIELDS = (
    Field(
        name="displays",
        description="Screens",
        kind=Kind.TABLE,
        key="name",
        columns=(
            Field(name="name", description="Screen", privacy=Privacy.MACHINE),
            Field(name="width_px", description="Width", kind=Kind.NUMBER, unit="px", least=1, most=100_000),
            Field(name="height_px", description="Height", kind=Kind.NUMBER, unit="px", least=1, most=100_000),
            Field(name="scale", description="Scale", kind=Kind.NUMBER, least=0.25, most=8),
            Field(
                name="refresh_hz",
                description="Refresh rate",
                kind=Kind.NUMBER,
                unit="Hz",
                least=1,
                most=2_000,
            ),
            Field(name="x", description="From the left", kind=Kind.NUMBER, unit="px"),
            Field(name="y", description="From the top", kind=Kind.NUMBER, unit="px"),
            Field(name="is_primary", description="Main screen", kind=Kind.TRUTH),
        ),
    ),
)


def displays_probe(read: Reading) -> Probe:
    """Return the probe; only the desktop knows: `read` says what it has measured."""
    return Probe(
        name="displays",
        tier=Tier.USUAL,
        why="Wrong sizes, scales and places of screens explain much of what looks odd.",
        fields=FIELDS,
        measure=read,
    )
