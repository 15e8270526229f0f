"""One exchange at a time."""

import subprocess
import sys
from pathlib import Path
from threading import Event, Thread

import pytest

from itdesk.workstation.sync_lock import SyncLock

HOLDER = """
import sys
from pathlib import Path
from itdesk.workstation.sync_lock import SyncLock
lock = SyncLock(Path(sys.argv[1]))
print(lock.try_acquire(), flush=True)
sys.stdin.read()
"""


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "sync.lock"


def test_one_holds_it_at_a_time(path: Path) -> None:
    first, second = SyncLock(path), SyncLock(path)
    assert first.try_acquire()
    assert not second.try_acquire()
    assert (first.is_held, second.is_held) == (True, False)
    first.release()
    first.release()
    assert second.acquire(0)
    second.release()


def test_taking_it_twice_is_our_own_mistake(path: Path) -> None:
    lock = SyncLock(path)
    assert lock.try_acquire()
    with pytest.raises(RuntimeError):
        lock.try_acquire()
    lock.release()


def test_a_wait_ends_when_it_is_given_back(path: Path) -> None:
    first, second = SyncLock(path), SyncLock(path)
    assert first.try_acquire()
    got: list[bool] = []
    waiting = Thread(target=lambda: got.append(second.acquire(20)), daemon=True)
    waiting.start()
    first.release()
    waiting.join(10)
    assert got == [True]
    second.release()


def test_a_wait_ends_at_its_deadline_and_when_it_is_stopped(path: Path) -> None:
    stop = Event()
    stop.set()
    with SyncLock(path).held() as got:
        assert got
        assert not SyncLock(path).acquire(0.02)
        assert not SyncLock(path).acquire(600, stop)
    with SyncLock(path).held() as got:
        assert got


def test_a_block_goes_on_without_it_and_knows(path: Path) -> None:
    with SyncLock(path).held() as first, SyncLock(path).held(0.01) as second:
        assert (first, second) == (True, False)


def test_it_ends_with_the_process_that_held_it(path: Path) -> None:
    with subprocess.Popen(
        [sys.executable, "-c", HOLDER, str(path)], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    ) as holder:
        assert holder.stdout is not None
        assert holder.stdout.readline() == "True\n"
        assert not SyncLock(path).try_acquire()
        holder.kill()
        holder.wait(20)
    lock = SyncLock(path)
    assert lock.acquire(10)
    lock.release()
