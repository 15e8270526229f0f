"""Each window is opened and closed two hundred times: what it took it gives back."""

import gc
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

import psutil
import pytest
from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from itdesk.ui.background import Runner
from tests.ui.requester.helpdesk import Helpdesk, a_year, close_helpdesk, open_helpdesk
from tests.ui.test_stretching import WINDOWS, Opening

ROUND, ROUNDS, WARM_UP = 50, 4, 20
BYTES_A_TIME = 20_000
"""What may remain of one window in the flattest round: a leak grows in every one of them, while what threads,
connections and the allocator keep for themselves is kept once."""
pytestmark = pytest.mark.timeout(300)


@dataclass(frozen=True)
class Taken:
    """What the program holds."""

    uss_bytes: int
    widgets: int
    objects: Counter[str]


@pytest.fixture
def helpdesk(tmp_path: Path, dressed_app: QApplication) -> Iterator[Helpdesk]:
    """Joanna's desk, with her tickets of some weeks."""
    helpdesk = open_helpdesk(tmp_path)
    a_year(helpdesk)
    yield helpdesk
    close_helpdesk(helpdesk)


@pytest.fixture
def runner(dressed_app: QApplication) -> Iterator[Runner]:
    """The windows' background."""
    runner = Runner()
    yield runner
    assert runner.shutdown()


@pytest.fixture
def taken(off_guard: Callable[[], object]) -> Callable[[], Taken]:
    """`taken()` returns what the program holds now."""

    def look() -> Taken:
        with off_guard():  # type: ignore[attr-defined]
            return what_is_held()

    return look


def what_is_held() -> Taken:
    """Return what is held after everything that may go has gone."""
    gc.collect()
    kinds = Counter(type(one) for one in gc.get_objects())
    ours = Counter({str(kind): count for kind, count in kinds.items() if "'itdesk." in str(kind)})
    return Taken(psutil.Process().memory_full_info().uss, len(QApplication.allWidgets()), ours)


def open_and_close(opening: Opening, helpdesk: Helpdesk, runner: Runner, qtbot: QtBot) -> None:
    """Open a window, let it come to rest, and let it go as the program does."""
    window: QWidget = opening(helpdesk, runner)
    window.show()
    qtbot.waitUntil(lambda: runner.waiting == 0, timeout=20_000)
    QApplication.processEvents()
    window.close()
    window.deleteLater()
    del window
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    qtbot.waitUntil(lambda: runner.waiting == 0, timeout=20_000)


@pytest.mark.parametrize(
    "name", ["report", "tickets", "knowledge", "sign-in", "general", "diagnostics", "about"]
)
def test_a_window_that_was_closed_is_gone(
    name: str, helpdesk: Helpdesk, runner: Runner, taken: Callable[[], Taken], qtbot: QtBot
) -> None:
    for _ in range(WARM_UP):
        open_and_close(WINDOWS[name], helpdesk, runner, qtbot)
    first = before = taken()
    grown: list[int] = []
    while len(grown) < ROUNDS:
        for _ in range(ROUND):
            open_and_close(WINDOWS[name], helpdesk, runner, qtbot)
        after = taken()
        grown.append((after.uss_bytes - before.uss_bytes) // ROUND)
        before = after
    print(f"{name}: {grown} bytes more each time, round by round")
    times = ROUND * ROUNDS
    more = {kind: count for kind, count in (after.objects - first.objects).items() if count >= times // 10}
    assert after.widgets <= first.widgets, "widgets that nobody sees are left"
    assert not more
    assert min(grown) < BYTES_A_TIME
