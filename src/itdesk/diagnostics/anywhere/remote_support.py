"""Programs for remote support, and their numbers."""

from itdesk.diagnostics.base import Field, Kind, Privacy, Probe, Reading, Tier

FIELDS = (
    Field(
        name="tools",
        description="Remote support programs",
        kind=Kind.TABLE,
        key="name",
        columns=(
            Field(name="name", description="Program"),
            Field(name="id", description="Its number for this computer", privacy=Privacy.PERSON),
            Field(name="version", description="Version"),
        ),
    ),
)


def remote_support_probe(read: Reading) -> Probe:
    """Return the probe; `read` asks this platform."""
    return Probe(
        name="remote_support",
        tier=Tier.USUAL,
        why="So that IT can look at the screen with you, if you agree then.",
        fields=FIELDS,
        measure=read,
    )
