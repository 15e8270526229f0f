"""What holds for every test: no window on a real screen, and nothing of the person's own account touched."""

import os
import shutil
import tempfile
from collections.abc import Generator
from pathlib import Path
from typing import Any

import psutil
import pytest
from hypothesis import settings

MEMORY, ROOM_BYTES = Path("/dev/shm"), 2 * 2**30
_SCRATCH = pytest.StashKey[Path]()


def pytest_configure(config: pytest.Config) -> None:
    """Give the run a home folder of its own before anything of itdesk or Qt looks at the environment."""
    _write_to_memory()
    _time_no_examples(config)
    scratch = Path(tempfile.mkdtemp(prefix="itdesk-tests-"))
    config.stash[_SCRATCH] = scratch
    for name in [name for name in os.environ if name.startswith("ITDESK_")]:
        del os.environ[name]
    os.environ |= {
        "QT_QPA_PLATFORM": "offscreen",
        "HOME": str(scratch),
        "XDG_CONFIG_HOME": str(scratch / "config"),
        "XDG_DATA_HOME": str(scratch / "data"),
        "XDG_STATE_HOME": str(scratch / "state"),
        "XDG_CACHE_HOME": str(scratch / "cache"),
        # A test that wants a keyring starts one of its own (tests/system); none may ask the person's.
        "PYTHON_KEYRING_BACKEND": "keyring.backends.fail.Keyring",
        "DBUS_SESSION_BUS_ADDRESS": "disabled:",
    }


def _time_no_examples(config: pytest.Config) -> None:
    """Let no example fail by the clock: beside other tests it may have to wait for the processor."""
    if config.getoption("hypothesis_profile", default=None) is None:
        settings.register_profile("untimed", settings.default, deadline=None)
        settings.load_profile("untimed")


def _write_to_memory() -> None:
    """Let the run's files lie in memory where there is room: a commit then waits for no disk.

    What is proved stays the same. A process that is killed loses nothing that it wrote, there as on a disk;
    only a loss of power would, and no test brings that about. That commits are durable is a setting, which is
    asserted as one.
    A TMPDIR that was given is kept.
    """
    if "TMPDIR" not in os.environ and _has_room(MEMORY):
        os.environ["TMPDIR"] = str(MEMORY)
        tempfile.tempdir = None  # it may have been asked for already


def _has_room(folder: Path) -> bool:
    if not folder.is_dir() or os.statvfs(folder).f_flag & os.ST_NOEXEC:
        return False
    return min(shutil.disk_usage(folder).free, psutil.virtual_memory().available) > ROOM_BYTES


@pytest.hookimpl(wrapper=True)
def pytest_report_to_serializable() -> Generator[None, Any, Any]:
    """Escape the halves of surrogate pairs that a failure may tell of: a worker's report travels as UTF-8."""
    return _sendable((yield))


def _sendable(told: Any) -> Any:
    if isinstance(told, str):
        return told.encode("utf-8", "backslashreplace").decode("utf-8")
    if isinstance(told, dict):
        return {_sendable(name): _sendable(value) for name, value in told.items()}
    return type(told)(map(_sendable, told)) if isinstance(told, list | tuple) else told


def pytest_unconfigure(config: pytest.Config) -> None:
    """Remove the run's home folder."""
    shutil.rmtree(config.stash[_SCRATCH], ignore_errors=True)
