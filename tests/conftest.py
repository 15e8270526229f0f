"""What holds for every test: no window on a real screen, and nothing of the person's own account touched."""

import os
import shutil
import tempfile
from pathlib import Path

import pytest

_SCRATCH = pytest.StashKey[Path]()


def pytest_configure(config: pytest.Config) -> None:
    """Give the run a home folder of its own before anything of itdesk or Qt looks at the environment."""
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


def pytest_unconfigure(config: pytest.Config) -> None:
    """Remove the run's home folder."""
    shutil.rmtree(config.stash[_SCRATCH], ignore_errors=True)
