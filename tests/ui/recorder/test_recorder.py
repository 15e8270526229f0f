"""The whole way: the report steps aside, something on the screen changes, and one document comes back."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QColor, QGuiApplication, QImage, QPalette, QScreen
from PySide6.QtWidgets import QApplication, QLabel, QWidget
from pytestqt.qtbot import QtBot

from itdesk.services.report import NewFile
from itdesk.ui.background import Runner
from itdesk.ui.recorder.recorder import StepsRecorder
from itdesk.ui.recorder.scratch import FOLDER
from itdesk.ui.screen_capture import picture_of
from tests.ui.recorder.conftest import GREEN, RED, InBackground
from tests.ui.recorder.pdf_pictures import pictures


class Program(QWidget):
    """What fails: it fills the screen and can be made to look otherwise."""

    def __init__(self) -> None:
        super().__init__()
        self.setGeometry(QGuiApplication.primaryScreen().geometry())
        self.paint(GREEN)

    def paint(self, colour: QColor) -> None:
        palette = self.palette()
        palette.setColor(QPalette.ColorRole.Window, colour)
        self.setPalette(palette)
        self.show()
        QApplication.processEvents()


class Given(QObject):
    """What the recorder hands back."""

    def __init__(self) -> None:
        super().__init__()
        self.files: list[NewFile] = []

    def take(self, file: NewFile) -> None:
        self.files.append(file)


@pytest.fixture
def program(qtbot: QtBot) -> Program:
    made = Program()
    qtbot.addWidget(made)
    return made


@pytest.fixture
def report(qtbot: QtBot) -> QLabel:
    made = QLabel("My report")
    qtbot.addWidget(made)
    made.show()
    return made


@pytest.fixture
def recorder(runner: Runner, tmp_path: Path, program: Program, report: QLabel) -> Iterator[StepsRecorder]:
    owner = QObject()
    made = StepsRecorder(runner, tmp_path, picture_of, report, owner)
    yield made
    made.abandon()


def look(qtbot: QtBot, recorder: StepsRecorder) -> None:
    """Let the second pass, without waiting for it."""
    with qtbot.waitSignal(recorder.recording.told, timeout=5_000):
        recorder.recording.look()


def press(qtbot: QtBot, recorder: StepsRecorder) -> None:
    with qtbot.waitSignal(recorder.recording.told, timeout=5_000):
        qtbot.mouseClick(recorder.bar.mark_button, Qt.MouseButton.LeftButton)


def stop(qtbot: QtBot, recorder: StepsRecorder) -> None:
    qtbot.mouseClick(recorder.bar.stop_button, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: recorder.review is not None and recorder.review.shown_row == 0)


def test_from_the_button_to_the_document(
    qtbot: QtBot,
    recorder: StepsRecorder,
    program: Program,
    report: QLabel,
    *,
    tmp_path: Path,
    in_background: InBackground,
) -> None:
    given = Given()
    recorder.added.connect(given.take)
    recorder.begin()
    assert not report.isVisible()
    assert recorder.bar.isVisible()
    look(qtbot, recorder)
    program.paint(RED)
    press(qtbot, recorder)
    stop(qtbot, recorder)
    assert not report.isVisible()
    assert recorder.review is not None
    with qtbot.waitSignal(recorder.over, timeout=10_000):
        qtbot.mouseClick(recorder.review.add_button, Qt.MouseButton.LeftButton)
    assert report.isVisible()
    assert [file.name for file in given.files] == ["steps.pdf"]
    shown = in_background(lambda: [near(image) for image in pictures(given.files[0].content)])
    assert shown == ["green", "red"]
    assert not in_background((tmp_path / FOLDER).exists)


def test_the_bar_is_in_no_picture(
    qtbot: QtBot, recorder: StepsRecorder, program: Program, in_background: InBackground
) -> None:
    """Looked at by the pixels of the screen itself: there is the bar, in the recording there is not."""
    program.paint(GREEN)
    recorder.begin()
    QApplication.processEvents()
    screen = QGuiApplication.primaryScreen()
    place = recorder.bar.geometry().intersected(screen.geometry())
    seen = picture_of(screen)
    assert seen is not None
    assert len(colours(seen.copy(place))) > 2
    press(qtbot, recorder)
    stop(qtbot, recorder)
    assert recorder.review is not None
    kept = recorder.review.editor.picture.image
    assert len(colours(kept.copy(place))) == 1
    assert kept.pixelColor(2, 2) == GREEN


def test_throwing_away_leaves_nothing(
    qtbot: QtBot, recorder: StepsRecorder, report: QLabel, tmp_path: Path, in_background: InBackground
) -> None:
    given = Given()
    recorder.added.connect(given.take)
    recorder.begin()
    look(qtbot, recorder)
    stop(qtbot, recorder)
    assert recorder.review is not None
    qtbot.mouseClick(recorder.review.throw_button, Qt.MouseButton.LeftButton)
    assert recorder.review.isVisible()
    with qtbot.waitSignal(recorder.over):
        qtbot.mouseClick(recorder.review.banner.button, Qt.MouseButton.LeftButton)
    assert given.files == []
    assert report.isVisible()
    assert not in_background((tmp_path / FOLDER).exists)


def test_when_the_desk_closes_nothing_is_left(
    qtbot: QtBot, recorder: StepsRecorder, tmp_path: Path, in_background: InBackground
) -> None:
    recorder.begin()
    look(qtbot, recorder)
    with qtbot.waitSignal(recorder.over):
        recorder.abandon()
    assert recorder.review is None
    assert not in_background((tmp_path / FOLDER).exists)


def test_when_the_desk_closes_during_the_review_nothing_is_left(
    qtbot: QtBot, recorder: StepsRecorder, tmp_path: Path, in_background: InBackground
) -> None:
    recorder.begin()
    look(qtbot, recorder)
    stop(qtbot, recorder)
    with qtbot.waitSignal(recorder.over):
        recorder.abandon()
    assert not in_background((tmp_path / FOLDER).exists)


def test_a_desktop_that_shows_nothing_is_told_and_the_report_is_there_again(
    qtbot: QtBot, runner: Runner, report: QLabel, tmp_path: Path
) -> None:
    owner = QObject()
    recorder = StepsRecorder(runner, tmp_path, sees_nothing, report, owner)
    recorder.begin()
    with qtbot.waitSignal(recorder.unseen), qtbot.waitSignal(recorder.over):
        recorder.recording.look()
    assert report.isVisible()
    assert recorder.review is None


def test_stopping_at_once_brings_the_report_back(
    qtbot: QtBot, recorder: StepsRecorder, report: QLabel
) -> None:
    recorder.begin()
    with qtbot.waitSignal(recorder.over):
        qtbot.mouseClick(recorder.bar.stop_button, Qt.MouseButton.LeftButton)
    assert report.isVisible()


def sees_nothing(_screen: QScreen) -> QImage | None:
    return None


def colours(image: QImage) -> set[int]:
    return {image.pixel(x, y) for x in range(0, image.width(), 3) for y in range(0, image.height(), 3)}


def near(image: QImage) -> str:
    """Name the ground of a picture that a lossy format has kept."""
    colour = image.pixelColor(20, 20)
    return "red" if colour.red() > colour.green() else "green"
