"""The disks, and how much room is left."""

from collections.abc import Iterable
from dataclasses import dataclass

from itdesk.diagnostics.base import Field, Kind, Privacy, Probe

FIELDS = (
    Field(
        name="disks",
        description="Disks",
        kind=Kind.TABLE,
        key="mount",
        columns=(
            Field(name="mount", description="Drive letter or folder", privacy=Privacy.MACHINE),
            Field(name="file_system", description="File system"),
            Field(name="total_bytes", description="Size", kind=Kind.NUMBER, unit="B", least=0),
            Field(name="free_bytes", description="Free", kind=Kind.NUMBER, unit="B", least=0, passing=True),
            Field(
                name="used_percent",
                description="Used",
                kind=Kind.NUMBER,
                unit="%",
                least=0,
                most=100,
                passing=True,
            ),
            Field(name="error", description="Why it cannot be read"),
        ),
    ),
)
NOT_DISKS = frozenset({"squashfs", "iso9660", "udf", "tmpfs", "devtmpfs", "CDFS", "UDF", "erofs", ""})


@dataclass(frozen=True)
class Mount:
    """One place where a file system appears."""

    device: str
    place: str
    file_system: str


def choose_mounts(mounts: Iterable[Mount], root: str) -> list[Mount]:
    """Return the mounts worth telling: each device once, no images and CDs, `root` always."""
    chosen: dict[str, Mount] = {}
    for mount in sorted(mounts, key=lambda mount: len(mount.place)):
        if mount.file_system not in NOT_DISKS:
            chosen.setdefault(mount.device, mount)
    if not any(mount.place == root for mount in chosen.values()):
        return [Mount("", root, "unknown"), *chosen.values()]
    return list(chosen.values())


def measure() -> dict[str, object]:
    """Return the disks; one that cannot be asked is told without sizes."""
    import psutil

    mounts = [Mount(part.device, part.mountpoint, part.fstype) for part in psutil.disk_partitions(all=False)]
    root = "C:\\" if psutil.WINDOWS else "/"
    return {"disks": [_describe(mount) for mount in choose_mounts(mounts, root)]}


def _describe(mount: Mount) -> dict[str, object]:
    import psutil

    told: dict[str, object] = {"mount": mount.place, "file_system": mount.file_system}
    try:
        usage = psutil.disk_usage(mount.place)
    except OSError as error:
        return told | {"error": error.strerror or "It cannot be read."}
    told |= {"total_bytes": usage.total, "free_bytes": usage.free, "used_percent": usage.percent}
    if usage.total <= 0 or usage.free > usage.total:
        told["implausible"] = ["total_bytes", "free_bytes"]
    return told


PROBE = Probe(
    name="disks",
    why="A full disk makes programs fail and updates stop.",
    fields=FIELDS,
    measure=measure,
)
