"""Which program the person was using. Its name alone: titles of windows tell too much."""

from collections.abc import Callable, Mapping

from itdesk.diagnostics.base import Field, Privacy, Probe

FIELDS = (
    Field(
        name="application", description="Program in front, by name only", privacy=Privacy.PERSON, passing=True
    ),
    Field(name="version", description="Version of the program in front"),
    Field(name="note", description="Why no program is known"),
)


def foreground_probe(read: Callable[[], Mapping[str, object]]) -> Probe:
    """Return the probe; `read` asks this platform's desktop."""
    return Probe(
        name="foreground",
        why="The report is often about this program. What is in its windows is never read.",
        fields=FIELDS,
        measure=read,
    )


def process_name(pid: int) -> str | None:
    """Return the name of the program with this process id, None when it is gone or foreign."""
    import psutil

    try:
        return psutil.Process(pid).name()
    except (psutil.Error, OSError, ValueError):
        return None
