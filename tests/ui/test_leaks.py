"""Each window is opened and closed two hundred times: what it took it gives back."""

import gc
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

import psutil
import pytest
from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtWidgets import QApplication, QDialog, QWidget
from pytestqt.qtbot import QtBot

from itdesk.ui.background import Runner
from itdesk.ui.recorder.recording import Ending, Recorded
from itdesk.ui.recorder.reel import Reel
from tests.ui.closable_windows import OPENINGS, Opening, Stage, window_classes
from tests.ui.console.conftest import png
from tests.ui.console.office import close_office, open_office, tell_the_story
from tests.ui.recorder.conftest import InBackground, looks
from tests.ui.requester.helpdesk import a_year, close_helpdesk, open_helpdesk

ROUND, ROUNDS, WARM_UP = 50, 4, 20
BYTES_A_TIME = 20_000
"""What may remain of one window in the flattest round: a leak grows in every one of them, while what threads,
connections and the allocator keep for themselves is kept once."""
pytestmark = pytest.mark.timeout(600)


@pytest.fixture(autouse=True)
def apart() -> Iterator[None]:
    """Leave out of every collection what thousands of earlier tests have left in this process."""
    gc.collect()
    gc.freeze()
    yield
    gc.unfreeze()


@dataclass(frozen=True)
class Taken:
    """What the program holds."""

    uss_bytes: int
    widgets: int
    objects: Counter[str]


@pytest.fixture
def runner(dressed_app: QApplication) -> Iterator[Runner]:
    """The windows' background."""
    runner = Runner()
    yield runner
    assert runner.shutdown()


@pytest.fixture
def stage(tmp_path: Path, runner: Runner, in_background: InBackground, qtbot: QtBot) -> Iterator[Stage]:
    """Joanna's tickets of some weeks, Marek's morning, a recording of four pictures."""
    helpdesk = open_helpdesk(tmp_path / "joanna")
    a_year(helpdesk)
    office = open_office(tmp_path / "marek")
    tell_the_story(office)
    office.hand_over()
    reel = Reel(tmp_path / "recording")
    kept = in_background(lambda: [reel.take(look) for look in looks(4)])[-1]
    behind = QWidget()
    behind.resize(1024, 600)
    behind.show()
    yield Stage(
        helpdesk=helpdesk,
        marek=office.desk,
        runner=runner,
        reel=reel,
        recorded=Recorded(kept=kept, ending=Ending.ASKED),
        behind=behind,
        picture_file=png(),
    )
    qtbot.waitUntil(lambda: runner.waiting == 0, timeout=20_000)
    behind.deleteLater()
    close_office(office)
    close_helpdesk(helpdesk)


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


def open_and_close(opening: Opening, stage: Stage, qtbot: QtBot) -> type[QWidget]:
    """Open a window, let it come to rest, and let it go as the program does; a dialog goes by itself."""
    window = opening(stage)
    kind = type(window)
    window.show()
    rest(stage, qtbot)
    window.close()
    if not isinstance(window, QDialog):
        window.deleteLater()
    del window
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    rest(stage, qtbot)
    return kind


def rest(stage: Stage, qtbot: QtBot) -> None:
    """Let everything that was asked be answered and shown."""
    qtbot.waitUntil(lambda: stage.runner.waiting == 0, timeout=20_000)
    QApplication.processEvents()


def test_no_window_is_forgotten_here(stage: Stage, qtbot: QtBot) -> None:
    opened = {open_and_close(opening, stage, qtbot) for opening in OPENINGS.values()}
    assert opened == window_classes()


@pytest.mark.parametrize("name", OPENINGS)
def test_a_window_that_was_closed_is_gone(
    name: str, stage: Stage, taken: Callable[[], Taken], qtbot: QtBot
) -> None:
    for _ in range(WARM_UP):
        open_and_close(OPENINGS[name], stage, qtbot)
    first = before = taken()
    grown: list[int] = []
    while len(grown) < ROUNDS:
        for _ in range(ROUND):
            open_and_close(OPENINGS[name], stage, qtbot)
        after = taken()
        grown.append((after.uss_bytes - before.uss_bytes) // ROUND)
        before = after
    print(f"{name}: {grown} bytes more each time, round by round")
    times = ROUND * ROUNDS
    more = {kind: count for kind, count in (after.objects - first.objects).items() if count >= times // 10}
    assert after.widgets <= first.widgets, "widgets that nobody sees are left"
    assert not more
    assert min(grown) < BYTES_A_TIME
