"""A clean Debian 12 in a folder, made once by debootstrap and kept under build/; each test gets a copy."""

import fcntl
import os
import shutil
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from tests.system.built_packages import ROOT

KEPT = ROOT / "build" / "chroot" / "bookworm"
MIRROR = "http://deb.debian.org/debian"
LIMIT_S = 900
NO_SERVICES = "#!/bin/sh\nexit 101\n"
OWN_MOUNTS = """
mount -t proc proc "$0/proc"
mount --rbind /dev "$0/dev"
mount -t tmpfs tmpfs "$0/run"
exec chroot "$0" "$@"
"""
"""Seen by the command alone: whatever becomes of it, nothing stays mounted."""
ENVIRONMENT = {
    "PATH": "/usr/sbin:/usr/bin:/sbin:/bin",
    "LC_ALL": "C.UTF-8",
    "HOME": "/root",
    "DEBIAN_FRONTEND": "noninteractive",
}


@dataclass(frozen=True)
class Chroot:
    """One copy."""

    folder: Path

    def run(self, *command: str, given: str = "", code: int = 0) -> str:
        """Run a command in it as root; return what it says."""
        done = subprocess.run(
            ["unshare", "--mount", "--pid", "--fork", "sh", "-ec", OWN_MOUNTS, str(self.folder), *command],
            env=ENVIRONMENT,
            input=given,
            capture_output=True,
            text=True,
            timeout=LIMIT_S,
            check=False,
        )
        assert done.returncode == code, f"{command}: {done.stdout}{done.stderr}"
        return done.stdout

    def install(self, *packages: str) -> str:
        """Install packages, or files of packages that lie in its /root."""
        return self.run("apt-get", "install", "--yes", "--no-install-recommends", *packages)

    def take(self, file: Path) -> str:
        """Copy a file into its /root; return where it is."""
        shutil.copy(file, self.folder / "root")
        return f"/root/{file.name}"

    def path(self, name: str) -> Path:
        """Return where a path in it is outside."""
        return self.folder / name.lstrip("/")


@contextmanager
def clean_debian(folder: Path) -> Iterator[Chroot]:
    """Give a copy in `folder`, which is removed at the end."""
    KEPT.parent.mkdir(parents=True, exist_ok=True)
    with (KEPT.parent / "lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        if not KEPT.exists():
            _make(KEPT.with_name("unfinished"))
    subprocess.run(["cp", "-a", KEPT, folder], check=True, timeout=LIMIT_S)
    try:
        yield Chroot(folder)
    finally:
        shutil.rmtree(folder)


def _make(folder: Path) -> None:
    shutil.rmtree(folder, ignore_errors=True)
    command = ["debootstrap", "--variant=minbase", "bookworm", str(folder), MIRROR]
    path = {"PATH": f"{os.environ['PATH']}:/usr/sbin:/sbin"}
    done = subprocess.run(
        command, env=os.environ | path, capture_output=True, text=True, timeout=LIMIT_S, check=False
    )
    assert done.returncode == 0, done.stdout[-2000:] + done.stderr
    services = folder / "usr" / "sbin" / "policy-rc.d"
    services.write_text(NO_SERVICES)
    services.chmod(0o755)
    folder.rename(KEPT)
