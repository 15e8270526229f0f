"""Network drives of this Linux, and certificates of its own that end soon."""

import os
import re
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from itdesk.diagnostics.base import NotAvailable
from itdesk.diagnostics.command import ask_tool, first_tool
from itdesk.diagnostics.moment import month_of, utc_moment
from itdesk.diagnostics.text_file import entries, read_bytes, read_text

NETWORK_TYPES = frozenset({
    *("cifs", "smb3", "smbfs", "nfs", "nfs4", "ncpfs", "afs", "ceph", "glusterfs", "9p", "davfs"),
    *("fuse.sshfs", "fuse.rclone", "fuse.davfs", "fuse.davfs2", "fuse.glusterfs"),
})  # fmt: skip
MOUNTS_BYTES = 256 * 1024
STAT, OPENSSL = ("/usr/bin/stat", "/bin/stat"), "/usr/bin/openssl"
STAT_S = 0.4
DRIVES_S = 1.5
CERTIFICATES_S = 0.8
SOON_DAYS = 30
CERTIFICATE_FOLDERS = (
    "etc/pki/tls/certs",
    "etc/ssl",
    "etc/openvpn",
    "etc/openvpn/client",
    "etc/ipsec.d/certs",
)
HOME_FOLDERS = (".cert", ".cert/nm-openvpn", ".local/share/networkmanagement/certificates")
ENDINGS = frozenset({".crt", ".pem", ".cer"})
BUNDLES = ("ca-", "ca.", "tls-ca")
"""Certificates of those who vouch for others, by the hundred, are no news of this computer."""
MOST_CERTIFICATES = 30

Row = dict[str, object]


@dataclass(frozen=True)
class Drive:
    """One network drive: where it appears, where it is, how it is reached."""

    at: str
    path: str
    type: str


def read(
    root: Path = Path("/"), home: Path | None = None, answers: Callable[[str], bool] | None = None
) -> dict[str, object]:
    """Return drives that are mounted or should be, and certificates that end within 30 days."""
    return {
        "drives": list(_drives(root, answers or DriveAsker())),
        "certificates": list(_certificates(root, home or Path.home())),
    }


def _drives(root: Path, answers: Callable[[str], bool]) -> Iterator[Row]:
    mounted = parse_mounts(read_text(root / "proc/self/mounts", MOUNTS_BYTES))
    for drive in mounted:
        yield _told(drive, connected=answers(drive.at))
    for drive in gvfs_drives(root / "run/user" / str(os.getuid()) / "gvfs"):
        yield _told(drive, connected=True)
    places = {drive.at for drive in mounted}
    for drive in parse_mounts(read_text(root / "etc/fstab", MOUNTS_BYTES)):
        if drive.at not in places:
            yield _told(drive, connected=False)


def _told(drive: Drive, *, connected: bool) -> Row:
    return {"at": drive.at, "path": drive.path, "type": drive.type, "connected": connected}


def parse_mounts(content: str) -> list[Drive]:
    """Return the network drives of /proc/self/mounts or /etc/fstab, without options and their logins."""
    found = []
    for line in content.splitlines():
        match line.split():
            case [path, at, kind, *_] if kind in NETWORK_TYPES and not path.startswith("#"):
                found.append(Drive(_unescape(at), without_login(_unescape(path)), kind.removeprefix("fuse.")))
    return found


def _unescape(word: str) -> str:
    r"""Return a word of a list of mounts, where blanks are written as \040."""
    return re.sub(r"\\([0-3][0-7]{2})", lambda found: chr(int(found[1], 8)), word)


def without_login(path: str) -> str:
    """Return an address without "login:password@"; the part behind it may have an @ of its own."""
    return re.sub(r"^((?:\w+:)?/{0,2})[^/@]*@", r"\1", path)


def gvfs_drives(folder: Path) -> list[Drive]:
    """Return the drives of the desktop's file manager: folders like "smb-share:server=nas,share=office"."""
    return [drive for entry in entries(folder) if (drive := parse_gvfs(entry)) is not None]


def parse_gvfs(entry: Path) -> Drive | None:
    """Return the drive of one folder of gvfs, None for what is none, like a phone."""
    kind, _, details = entry.name.partition(":")
    told = dict(pair.partition("=")[::2] for pair in details.split(","))
    server = told.get("server") or told.get("host")
    if not server:
        return None
    return Drive(str(entry), f"//{server}/{told.get('share', told.get('prefix', ''))}".rstrip("/"), kind)


class DriveAsker:
    """Whether a drive answers, asked by a program of its own: a dead one would hold us for minutes."""

    def __init__(self, limit_s: float = DRIVES_S) -> None:
        self._ends = time.monotonic() + limit_s

    def __call__(self, place: str) -> bool:
        """Return whether the drive at a place answers in time."""
        limit_s = min(self._ends - time.monotonic(), STAT_S)
        try:
            ask_tool([first_tool(*STAT), "-f", "-c", "%T", "--", place], limit_s=max(limit_s, 0.05))
        except NotAvailable:
            return False
        return True


def _certificates(root: Path, home: Path) -> Iterator[Row]:
    ends = time.monotonic() + CERTIFICATES_S
    folders = [
        *(root / folder for folder in CERTIFICATE_FOLDERS),
        *(home / folder for folder in HOME_FOLDERS),
    ]
    files = [path for folder in folders for path in entries(folder) if _may_be_own(path)]
    for path in files[:MOST_CERTIFICATES]:
        limit_s = ends - time.monotonic()
        certificate = _certificate(path, limit_s) if limit_s > 0 else None
        if certificate is not None:
            yield certificate


def _may_be_own(path: Path) -> bool:
    """Return whether this is a file with a certificate; openssl would wait for what is no file."""
    is_named_so = path.suffix in ENDINGS and not path.name.startswith(BUNDLES)
    return is_named_so and b"-----BEGIN CERTIFICATE-----" in read_bytes(path)


def _certificate(path: Path, limit_s: float) -> Row | None:
    try:
        asked = [OPENSSL, "x509", "-noout", "-enddate", "-in", str(path)]
        ends_at = parse_end(ask_tool(asked, limit_s=limit_s))
    except NotAvailable:
        return None  # a key, or something else
    days_left = (ends_at - datetime.now(UTC)).days if ends_at else None
    if ends_at is None or days_left is None or days_left > SOON_DAYS:
        return None
    return {"name": path.name, "ends_at": utc_moment(ends_at), "days_left": days_left}


def parse_end(printed: str) -> datetime | None:
    """Return the moment in "notAfter=Nov  5 12:00:00 2026 GMT", None in any other text."""
    found = re.match(
        r"notAfter=([A-Z][a-z]{2}) +(\d{1,2}) (\d\d):(\d\d):(\d\d) (\d{4}) GMT", printed, re.ASCII
    )
    month = month_of(found[1]) if found else None
    if found is None or month is None:
        return None
    day, hour, minute, second, year = (int(found[place]) for place in range(2, 7))
    try:
        return datetime(year, month, day, hour, minute, second, tzinfo=UTC)
    except ValueError:
        return None
