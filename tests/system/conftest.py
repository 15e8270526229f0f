"""Parts of a real desktop, each started for one test and ended with it."""

import os
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

Environment = dict[str, str]


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Begin with what takes longest: no worker is to end alone."""
    items.sort(key=lambda item: item.path.name != "test_windows.py")


@contextmanager
def _running(command: list[str], **options: object) -> Iterator[subprocess.Popen[bytes]]:
    """Run a service in the background; end it at the latest two seconds after it was asked to."""
    with subprocess.Popen(command, **options) as process:  # type: ignore[call-overload]
        try:
            yield process
        finally:
            process.terminate()
            try:
                process.wait(2)
            except subprocess.TimeoutExpired:
                process.kill()


@pytest.fixture
def account(tmp_path: Path) -> Environment:
    """Give the environment of a fresh user account, without any desktop."""
    runtime = tmp_path / "run"
    runtime.mkdir(mode=0o700)
    hidden = ("XDG_", "DBUS_", "DISPLAY", "WAYLAND_", "QT_", "PYTHON_KEYRING", "ITDESK_", "GNOME_KEYRING")
    environment = {name: value for name, value in os.environ.items() if not name.startswith(hidden)}
    return environment | {"HOME": str(tmp_path), "XDG_RUNTIME_DIR": str(runtime), "LANG": "C.UTF-8"}


@pytest.fixture
def session_bus(account: Environment) -> Iterator[Environment]:
    """Give an account with a D-Bus session of its own."""
    command = ["dbus-daemon", "--session", "--nofork", "--print-address=1"]
    with _running(command, env=account, stdout=subprocess.PIPE) as daemon:
        assert daemon.stdout is not None
        address = daemon.stdout.readline().decode().strip()
        assert address, "dbus-daemon printed no address"
        yield account | {"DBUS_SESSION_BUS_ADDRESS": address}


@pytest.fixture
def keyring_session(session_bus: Environment) -> Iterator[Environment]:
    """Give a session with a real, unlocked Secret Service."""
    command = ["gnome-keyring-daemon", "--unlock", "--foreground", "--components=secrets"]
    with _running(
        command,
        env=session_bus,
        stdin=subprocess.PIPE,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    ) as daemon:
        assert daemon.stdin is not None
        daemon.stdin.write(b"only for this test")
        daemon.stdin.close()
        waiting = ["gdbus", "wait", "--session", "--timeout", "20", "org.freedesktop.secrets"]
        subprocess.run(waiting, env=session_bus, check=True, timeout=30)
        yield session_bus


@pytest.fixture
def x_session(session_bus: Environment) -> Iterator[Environment]:
    """Give a session with a real X server, the size of a small notebook, and no window manager or tray."""
    reading, writing = os.pipe()
    command = ["Xvfb", "-displayfd", str(writing), "-screen", "0", "1024x600x24", "-nolisten", "tcp"]
    command.append("-noreset")  # else it forgets everything, and who is just connecting, with its last client
    with (
        os.fdopen(reading) as number,
        _running(command, env=session_bus, pass_fds=[writing], stderr=subprocess.DEVNULL),
    ):
        os.close(writing)
        display = number.readline().strip()
        assert display, "Xvfb named no display"
        yield session_bus | {"DISPLAY": f":{display}"}
