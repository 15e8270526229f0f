"""A recording: what is looked at when, where it lies, and that our own bar is not in it."""

import stat
import sys
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

import pytest
from PySide6.QtCore import QObject, QPoint, QRect, Qt
from PySide6.QtGui import QColor, QGuiApplication, QImage
from pytestqt.qtbot import QtBot

from itdesk.services.failures import WorldFailed
from itdesk.ui.background import Runner
from itdesk.ui.recorder.bar import RecorderBar
from itdesk.ui.recorder.choice import LONGEST_MS, MOST_FRAMES, Kept
from itdesk.ui.recorder.recording import Ending, Recorded, Recording, Seen
from itdesk.ui.recorder.reel import Look, Reel
from itdesk.ui.recorder.scratch import FOLDER, Scratch, forget_recordings
from tests.ui.recorder.conftest import GREEN, InBackground, looks, screen
from tests.ui.walk import assert_named, assert_not_clipped


@dataclass
class ChangingScreen:
    """Shows another picture at each look, at a time that the test sets."""

    at_ms: int = 0
    is_seen: bool = True
    shown: list[QImage] = field(default_factory=list)

    def see(self) -> Seen | None:
        self.shown.append(screen(QColor(60 * (len(self.shown) % 4), 90, 90)))
        return Seen(self.shown[-1]) if self.is_seen else None


@dataclass
class Heard:
    """Remembers how a recording ended."""

    endings: list[Recorded] = field(default_factory=list)


@pytest.fixture
def watched() -> ChangingScreen:
    return ChangingScreen()


@pytest.fixture
def owner() -> QObject:
    return QObject()


@pytest.fixture
def recording(runner: Runner, reel: Reel, watched: ChangingScreen, owner: QObject) -> Recording:
    return Recording(runner, reel, watched.see, owner, elapsed_ms=lambda: watched.at_ms)


def ended(qtbot: QtBot, recording: Recording, deed: Callable[[], object]) -> Recorded:
    with qtbot.waitSignal(recording.ended, timeout=5_000) as ending:
        deed()
    assert isinstance(ending.args[0], Recorded)
    return ending.args[0]


def look_at(qtbot: QtBot, recording: Recording, deed: Callable[[], object]) -> None:
    with qtbot.waitSignal(recording.told, timeout=5_000):
        deed()


def test_looks_and_marks_are_kept(qtbot: QtBot, recording: Recording, watched: ChangingScreen) -> None:
    for second in range(3):
        watched.at_ms = 1_100 * second
        look_at(qtbot, recording, recording.look)
    watched.at_ms += 200
    look_at(qtbot, recording, recording.mark)
    kept = ended(qtbot, recording, recording.stop).kept
    assert [frame.at_ms for frame in kept.frames] == [0, 1_100, 2_200, 2_400]
    assert [frame.is_marked for frame in kept.frames] == [False, False, False, True]


def test_a_mark_during_a_slow_look_is_kept_too(
    qtbot: QtBot, recording: Recording, watched: ChangingScreen
) -> None:
    recording.look()
    watched.at_ms = 100
    recording.mark()
    recording.look()  # the one before is still judged: left out
    kept = ended(qtbot, recording, recording.stop).kept
    assert len(watched.shown) == 2
    assert [frame.is_marked for frame in kept.frames] == [False, True]


def test_it_stops_by_itself_when_it_is_full(
    qtbot: QtBot, recording: Recording, watched: ChangingScreen
) -> None:
    heard = Heard()
    recording.ended.connect(heard.endings.append)
    while not heard.endings:
        watched.at_ms += 1_100
        look_at(qtbot, recording, recording.look)
    assert heard.endings[0].ending is Ending.FULL
    assert len(heard.endings[0].kept.frames) == MOST_FRAMES


def test_one_that_is_forgotten_ends(qtbot: QtBot, recording: Recording, watched: ChangingScreen) -> None:
    watched.at_ms = LONGEST_MS
    assert ended(qtbot, recording, recording.look).ending is Ending.LONG


def test_a_desktop_that_shows_nothing_ends_it(
    qtbot: QtBot, recording: Recording, watched: ChangingScreen
) -> None:
    watched.is_seen = False
    recorded = ended(qtbot, recording, recording.look)
    assert recorded.ending is Ending.UNSEEN
    assert recorded.kept == Kept()


def test_a_folder_that_cannot_be_written_is_told(
    qtbot: QtBot,
    runner: Runner,
    watched: ChangingScreen,
    owner: QObject,
    *,
    tmp_path: Path,
    in_background: InBackground,
) -> None:
    in_background(lambda: (tmp_path / "data").write_text("a file is where the folder should be"))
    recording = Recording(runner, Reel(tmp_path / "data"), watched.see, owner, elapsed_ms=lambda: 0)
    recorded = ended(qtbot, recording, recording.look)
    assert recorded.ending is Ending.FAILED
    assert isinstance(recorded.error, WorldFailed)


# -- On disk


@pytest.mark.skipif(sys.platform == "win32", reason="Windows keeps the folder of a person by other means")
def test_pictures_are_for_their_owner_alone(
    reel: Reel, recorded: Recorded, tmp_path: Path, in_background: InBackground
) -> None:
    folder = tmp_path / FOLDER
    modes = in_background(lambda: [stat.S_IMODE(file.stat().st_mode) for file in folder.iterdir()])
    assert modes == [0o600] * 4
    assert in_background(lambda: stat.S_IMODE(folder.stat().st_mode)) == 0o700


def test_what_a_crash_left_is_gone_at_the_next_start(
    recorded: Recorded, tmp_path: Path, in_background: InBackground
) -> None:
    assert in_background(lambda: len(list((tmp_path / FOLDER).iterdir()))) == 4
    in_background(lambda: forget_recordings(tmp_path))
    assert not in_background((tmp_path / FOLDER).exists)


def test_a_new_recording_begins_in_an_empty_folder(
    recorded: Recorded, tmp_path: Path, in_background: InBackground
) -> None:
    another = Reel(tmp_path)
    in_background(lambda: another.take(looks(1)[0]))
    assert in_background(lambda: len(list((tmp_path / FOLDER).iterdir()))) == 1


def test_a_link_in_place_of_the_folder_is_not_followed(tmp_path: Path, in_background: InBackground) -> None:
    def plant() -> Path:
        other = tmp_path / "other"
        other.mkdir()
        (other / "hers").write_text("keep")
        (tmp_path / FOLDER).symlink_to(other)
        return other / "hers"

    hers = in_background(plant)
    in_background(Scratch(tmp_path).begin)
    assert in_background(hers.exists)


def test_a_look_that_comes_after_the_end_leaves_nothing(
    reel: Reel, recorded: Recorded, tmp_path: Path, in_background: InBackground
) -> None:
    in_background(reel.end)
    in_background(lambda: reel.take(looks(1)[0]))
    assert not in_background((tmp_path / FOLDER).exists)


def test_pictures_come_back_as_they_were(reel: Reel, recorded: Recorded, in_background: InBackground) -> None:
    frame = recorded.kept.frames[0]
    assert in_background(lambda: reel.picture(frame)) == looks(1)[0].image.convertToFormat(
        QImage.Format.Format_RGB32
    )


# -- The bar


@pytest.fixture
def bar(qtbot: QtBot) -> RecorderBar:
    made = RecorderBar()
    qtbot.addWidget(made)
    made.place_on(QGuiApplication.primaryScreen())
    made.show()
    return made


def test_the_bar_is_named_and_fits(language: str, scale: float, bar: RecorderBar) -> None:
    assert_named(bar)
    bar.say_nearly_full()
    assert_not_clipped(bar)


def test_the_bar_is_not_in_the_pictures(bar: RecorderBar, reel: Reel, in_background: InBackground) -> None:
    """Its place is painted over in the picture, also the one that it has just left."""
    place = QGuiApplication.primaryScreen()
    bar.covers(place, 1.0)
    was = bar.geometry()
    bar.move(was.topLeft() - QPoint(0, 300))
    image = QImage(place.geometry().size() * 2, QImage.Format.Format_RGB32)
    image.fill(GREEN)
    ours = bar.covers(place, 2.0)
    kept = in_background(lambda: reel.take(Look(image=image, at_ms=0, ours=ours))).frames
    left = in_background(lambda: reel.picture(kept[0]))
    for rect in (was, bar.geometry()):
        for corner in (rect.topLeft(), rect.center(), rect.bottomRight()):
            assert left.pixelColor(corner * 2).name() != GREEN.name()
    assert left.pixelColor(4, 4).name() == GREEN.name()
    assert bar.covers(place, 1.0) == (bar.covers(place, 1.0)[0],)


def test_the_bar_is_moved_and_used_by_the_keyboard(bar: RecorderBar, qtbot: QtBot) -> None:
    was = bar.pos()
    qtbot.keyClick(bar.stop_button, Qt.Key.Key_Up)
    qtbot.keyClick(bar.mark_button, Qt.Key.Key_Left)
    assert bar.pos().x() < was.x()
    assert bar.pos().y() < was.y()
    with qtbot.waitSignal(bar.mark_wanted):
        qtbot.keyClick(bar.mark_button, Qt.Key.Key_Space)
    with qtbot.waitSignal(bar.stop_wanted):
        qtbot.keyClick(bar, Qt.Key.Key_Escape)


def test_the_bar_is_dragged_by_the_mouse(bar: RecorderBar, qtbot: QtBot) -> None:
    was = bar.pos()
    qtbot.mousePress(bar, Qt.MouseButton.LeftButton, pos=QPoint(4, 4))
    qtbot.mouseMove(bar, QPoint(4, 4) - QPoint(0, 60))
    qtbot.mouseRelease(bar, Qt.MouseButton.LeftButton, pos=QPoint(4, 4))
    assert bar.pos() != was


def test_a_bar_out_of_sight_covers_nothing(bar: RecorderBar) -> None:
    bar.hide()
    assert bar.covers(QGuiApplication.primaryScreen(), 1.0) == ()
    assert QRect() not in bar.covers(QGuiApplication.primaryScreen(), 1.0)
