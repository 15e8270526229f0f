"""The packages, built once for all tests of a run, whichever worker asks first."""

import fcntl
import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

ROOT = Path(__file__).parents[2]
LINUX = ROOT / "installer" / "linux"
FOLDER = ROOT / "build" / "packages-tested"
RUN = os.environ.get("PYTEST_XDIST_TESTRUNUID") or str(os.getpid())
LIMIT_S = 1_200
OLD, NEW = "0.0.1", "0.0.2"


def program() -> Path:
    """Return the folder of the built client."""
    with _alone() as folder:
        if not (folder / "itdesk").exists():
            _run("build.sh", str(folder))
    return folder / "itdesk"


def deb(version: str) -> Path:
    """Return the client's package of a version, packed quickly: not how it is compressed is tested."""
    built = program()
    with _alone() as folder:
        package = folder / f"itdesk_{version}_amd64.deb"
        if not package.exists():
            _run("build_deb.sh", str(built), str(folder), ITDESK_VERSION=version, COMPRESSION="gzip")
    return package


@contextmanager
def _alone() -> Iterator[Path]:
    """Give the folder of this run; what is left of an earlier one goes."""
    FOLDER.mkdir(parents=True, exist_ok=True)
    with (FOLDER / "lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        for earlier in FOLDER.glob("run-*"):
            if earlier.name != f"run-{RUN}":
                shutil.rmtree(earlier)
        folder = FOLDER / f"run-{RUN}"
        folder.mkdir(exist_ok=True)
        yield folder


def _run(script: str, *arguments: str, **variables: str) -> None:
    done = subprocess.run(
        [LINUX / script, *arguments],
        env=os.environ | {"PYTHON": sys.executable} | variables,
        capture_output=True,
        text=True,
        timeout=LIMIT_S,
        check=False,
    )
    assert done.returncode == 0, done.stderr
