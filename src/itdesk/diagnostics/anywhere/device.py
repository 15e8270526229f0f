"""Which device this is to the help desk, and which client it runs."""

from itdesk.diagnostics.base import Field, Privacy, Probe
from itdesk.version import VERSION

FIELDS = (
    Field(name="id", description="Random number of this computer, made by itdesk", privacy=Privacy.MACHINE),
    Field(name="client_version", description="Version of itdesk"),
)


def device_probe(device_id: str) -> Probe:
    """Return the probe that says `device_id` and the version of this program."""
    return Probe(
        name="device",
        why="So that IT finds the other reports from this computer.",
        fields=FIELDS,
        measure=lambda: {"id": device_id, "client_version": VERSION},
    )
