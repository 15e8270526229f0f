"""One desktop a data folder: later starts hand over, and hostile lines and users are ignored."""

import os
import stat
import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtNetwork import QLocalSocket
from pytestqt.qtbot import QtBot

from itdesk.ui.local_peer import LONGEST_PATH, private_place
from itdesk.ui.single_instance import LIMIT_BYTES, SingleInstance, asked_in, hand_over, socket_name
from itdesk.ui.wanted import is_wanted
from tests.ui.gui_guard import in_background


@pytest.fixture
def instance(tmp_path: Path, qtbot: QtBot) -> SingleInstance:
    """The first start."""
    return SingleInstance(tmp_path)


@pytest.mark.parametrize("wanted", ["report", "ticket/1042"])
def test_the_second_start_hands_over(
    instance: SingleInstance, tmp_path: Path, qtbot: QtBot, wanted: str
) -> None:
    assert instance.take()
    assert not SingleInstance(tmp_path).take()
    with qtbot.waitSignal(instance.wanted) as heard:
        in_background(lambda: hand_over(tmp_path, wanted))
    assert heard.args == [wanted]
    instance.release()


def test_after_the_first_has_ended_the_next_one_is_it(instance: SingleInstance, tmp_path: Path) -> None:
    assert instance.take()
    instance.release()
    second = SingleInstance(tmp_path)
    assert second.take()
    second.release()


def test_two_folders_do_not_meet(tmp_path: Path) -> None:
    assert socket_name(tmp_path / "a") != socket_name(tmp_path / "b")


def test_nobody_hears(tmp_path: Path) -> None:
    assert not in_background(lambda: hand_over(tmp_path, "report"))


@given(st.binary(max_size=300))
def test_foreign_bytes_ask_for_nothing(line: bytes) -> None:
    asked = asked_in(line)
    assert asked is None or is_wanted(asked)


def test_a_line_nested_too_deeply_asks_for_nothing() -> None:
    assert asked_in(b"[" * 4_000 + b"\n") is None


def test_an_unknown_word_asks_for_nothing() -> None:
    assert asked_in(b'{"version": 1, "wanted": "format c:"}\n') is None
    assert asked_in(b'{"version": 1, "wanted": "report"}\n') == "report"


HOSTILE = [
    b"\0" * 300 + b"\n",
    b'{"wanted": "' + b"x" * (LIMIT_BYTES * 20),
    b"[" * LIMIT_BYTES + b"\n",
    b'{"wanted": "/etc/passwd"}\n',
    b'{"wanted": ["report"]}\n',
    b"\xff\xfe\n",
    b"\n",
]


@pytest.mark.parametrize("said", HOSTILE, ids=range(len(HOSTILE)))
def test_whatever_is_said_to_it_it_goes_on_hearing(
    instance: SingleInstance, tmp_path: Path, qtbot: QtBot, said: bytes
) -> None:
    assert instance.take()
    heard: list[str] = []
    instance.wanted.connect(heard.append)
    stranger = QLocalSocket()
    stranger.connectToServer(socket_name(tmp_path))
    stranger.write(said)
    qtbot.waitUntil(lambda: stranger.state() == QLocalSocket.LocalSocketState.UnconnectedState)
    with qtbot.waitSignal(instance.wanted):
        in_background(lambda: hand_over(tmp_path, "report"))
    assert heard == ["report"]
    instance.release()


def test_its_place_is_its_owners_alone(tmp_path: Path) -> None:
    runtime, data = tmp_path / "run", tmp_path / "data"
    for folder in (runtime, data):
        folder.mkdir(mode=0o700)
    session = {"XDG_RUNTIME_DIR": str(runtime)}
    assert private_place(data, "s", session) == f"{runtime}/s"
    long = tmp_path / ("d" * LONGEST_PATH)
    long.mkdir(mode=0o700)
    assert private_place(long, "s", {}) == "s"
    runtime.chmod(0o755)
    assert private_place(data, "s", session) == f"{data}/desktop.socket"
    assert private_place(data, "s", {}) == f"{data}/desktop.socket"
    assert private_place(data, "s", {"XDG_RUNTIME_DIR": "run"}) == f"{data}/desktop.socket"
    assert private_place(data, "s" * LONGEST_PATH, session) == f"{data}/desktop.socket"


@pytest.mark.skipif(sys.platform == "win32", reason="there it is a pipe with rights, not a file")
def test_its_socket_and_its_lock_are_its_owners_alone(instance: SingleInstance, tmp_path: Path) -> None:
    assert instance.take()
    for path in (Path(socket_name(tmp_path)), tmp_path / "desktop.lock"):
        assert not stat.S_IMODE(path.stat().st_mode) & 0o077
    instance.release()


KNOCK = """
import os, socket, sys
os.setgid(65534)
os.setuid(65534)
with socket.socket(socket.AF_UNIX) as knocking:
    knocking.connect(sys.argv[1])
    try:
        knocking.sendall(b'{"version": 1, "wanted": "report"}' + bytes([10]))
        knocking.recv(1)
    except OSError:
        pass  # shut out before a word was said
"""


@pytest.mark.skipif(sys.platform != "linux" or os.geteuid() != 0, reason="only root can act as somebody else")
def test_another_user_is_not_heard_even_where_she_may_enter(
    instance: SingleInstance, tmp_path: Path, qtbot: QtBot
) -> None:
    assert instance.take()
    heard: list[str] = []
    instance.wanted.connect(heard.append)
    place = Path(socket_name(tmp_path))
    opened = [path for path in (place, *place.parents) if path.stat().st_uid == 0 and path != Path("/")]
    before = {path: stat.S_IMODE(path.stat().st_mode) for path in opened}
    try:
        for path in opened:
            path.chmod(before[path] | 0o007)
        knocking = in_background(lambda: subprocess.Popen([sys.executable, "-c", KNOCK, str(place)]))
        qtbot.waitUntil(lambda: knocking.poll() is not None, timeout=60_000)
    finally:
        for path in opened:
            path.chmod(before[path])
    assert knocking.returncode == 0, "it could not even knock"
    assert heard == []
    instance.release()


SQUAT = """
import os, socket, sys
os.setgid(65534)
os.setuid(65534)
with socket.socket(socket.AF_UNIX) as squatting:
    squatting.bind(sys.argv[1])
    os.chmod(sys.argv[1], 0o777)
    squatting.listen()
    print("listening", flush=True)
    squatting.settimeout(30)
    with squatting.accept()[0] as caller:
        print(caller.recv(100), flush=True)
"""


@pytest.mark.skipif(sys.platform != "linux" or os.geteuid() != 0, reason="only root can act as somebody else")
def test_nothing_is_said_to_another_user_who_took_its_name(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot
) -> None:
    place = tmp_path / "squatted"
    monkeypatch.setattr("itdesk.ui.single_instance.socket_name", lambda _: str(place))
    tmp_path.chmod(0o777)
    opened = [path for path in tmp_path.parents if path != Path("/")]
    before = {path: stat.S_IMODE(path.stat().st_mode) for path in opened}
    for path in opened:
        path.chmod(before[path] | 0o001)

    def talk() -> bytes:
        command = [sys.executable, "-c", SQUAT, str(place)]
        with subprocess.Popen(command, stdout=subprocess.PIPE) as squatting:
            assert squatting.stdout is not None
            assert squatting.stdout.readline() == b"listening\n"
            assert not hand_over(tmp_path, "report")
            return squatting.stdout.read()

    try:
        assert in_background(talk) == b"b''\n"
    finally:
        for path in opened:
            path.chmod(before[path])
