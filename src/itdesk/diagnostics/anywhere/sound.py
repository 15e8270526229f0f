"""Sound and camera devices, and what is muted."""

from itdesk.diagnostics.base import Field, Kind, Privacy, Probe, Reading, Tier

DEVICE = (
    Field(name="name", description="Device", privacy=Privacy.MACHINE),
    Field(name="is_default", description="In use", kind=Kind.TRUTH),
    Field(name="muted", description="Muted", kind=Kind.TRUTH),
    Field(
        name="volume_percent",
        description="Volume",
        kind=Kind.NUMBER,
        unit="%",
        least=0,
        most=200,
        passing=True,
    ),
)
"""What is told of one device, whichever way its sound goes."""
FIELDS = (
    Field(
        name="outputs",
        description="Speakers and headphones",
        kind=Kind.TABLE,
        key="name",
        columns=DEVICE,
    ),
    Field(
        name="inputs",
        description="Microphones",
        kind=Kind.TABLE,
        key="name",
        columns=DEVICE,
    ),
    Field(
        name="cameras",
        description="Cameras",
        kind=Kind.TABLE,
        key="name",
        columns=(
            Field(name="name", description="Camera", privacy=Privacy.MACHINE),
            Field(name="in_use", description="Used by a program now", kind=Kind.TRUTH, passing=True),
        ),
    ),
    Field(name="service", description="Sound service", choices=("running", "stopped")),
    Field(name="camera_allowed", description="Programs may use the camera", kind=Kind.TRUTH),
    Field(name="microphone_allowed", description="Programs may use the microphone", kind=Kind.TRUTH),
)


def sound_probe(read: Reading) -> Probe:
    """Return the probe; `read` asks this platform."""
    return Probe(
        name="sound",
        tier=Tier.SYMPTOM,
        why="In meetings the usual reason is the wrong device, or a mute switch.",
        fields=FIELDS,
        measure=read,
        limit_s=2.0,
    )
