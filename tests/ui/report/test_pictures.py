"""The pictures of a report: several, in order, given in every way, and sent as they are shown."""

from collections.abc import Iterator
from functools import partial
from pathlib import Path

import pytest
from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QMimeData, QPoint, QPointF, QRect, Qt, QUrl
from PySide6.QtGui import QColor, QDragEnterEvent, QDropEvent, QGuiApplication, QImage
from PySide6.QtWidgets import QApplication, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from itdesk.domain.catalogue import Concerns
from itdesk.domain.changes import FileAttached
from itdesk.domain.limits import FILES_PER_CHANGE
from itdesk.domain.redaction import Rules
from itdesk.services.desk import Desk
from itdesk.services.report import NewFile
from itdesk.ui.background import Runner
from itdesk.ui.report.exact_preview import ExactPreview
from itdesk.ui.report.pictures_grabbing import PicturesGrabbing
from itdesk.ui.report.pictures_screens import ScreenChooser
from itdesk.ui.report.screenshot_panel import ScreenshotPanel
from itdesk.ui.report.sending import Outgoing, as_sent
from itdesk.ui.report.window import ReportWindow
from itdesk.ui.screen_capture import Hindrance
from itdesk.ui.widgets.picture_dialog import PictureDialog
from itdesk.ui.widgets.picture_editor_steps import BlackOut, Crop, Picture
from itdesk.ui.widgets.picture_file import picture_files, png
from itdesk.ui.widgets.screenshot_view import ScreenshotView
from tests.ui.gui_guard import in_background
from tests.ui.report.conftest import RED, SlowComputer, red_screen
from tests.ui.report.test_report_window import fill, payloads, sent
from tests.ui.walk import SMALLEST_SCREEN, assert_named, assert_not_clipped

BLUE, GREEN = QColor(30, 30, 200), QColor(30, 160, 30)
PASTE = (Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)


def plain(color: QColor, width: int = 320, height: int = 200) -> QImage:
    """Return a picture of one colour, with words inside that must not leave."""
    image = QImage(width, height, QImage.Format.Format_RGB32)
    image.fill(color)
    image.setText("Comment", "C:/Users/joanna/secret")
    return image


def encoded(image: QImage, name: str = "PNG") -> bytes:
    def call() -> bytes:
        content = QByteArray()
        buffer = QBuffer(content)
        buffer.open(QIODevice.OpenModeFlag.WriteOnly)
        assert image.save(buffer, name)  # type: ignore[call-overload]
        return bytes(content.data())

    return in_background(call)


def written(folder: Path, name: str, content: bytes) -> str:
    in_background(lambda: (folder / name).write_bytes(content))
    return str(folder / name)


@pytest.fixture
def panel(window: ReportWindow) -> ScreenshotPanel:
    return window.along.screenshot


@pytest.fixture
def clipboard() -> Iterator[None]:
    yield
    QGuiApplication.clipboard().clear()


def colors(panel: ScreenshotPanel) -> list[QColor]:
    """Return the colour in the corner of each picture that is sent."""
    return [one.image.pixelColor(3, 3) for one in panel.pictures()]


def test_several_pictures_are_sent_in_their_order(window: ReportWindow, desk: Desk, qtbot: QtBot) -> None:
    fill(window)
    window.along.screenshot.add_grab(plain(BLUE))
    window.along.screenshot.add_chosen(plain(GREEN))
    assert window.along.count() == 3
    sent(window, qtbot)
    files = [payload for payload in payloads(desk) if isinstance(payload, FileAttached)]
    assert [file.name for file in files] == ["screen.png", "screen-2.png", "screen-3.png"]
    assert all(file.is_screenshot for file in files)


def test_a_picture_is_left_out_and_taken_back_in_its_place(panel: ScreenshotPanel, qtbot: QtBot) -> None:
    panel.add_chosen(plain(BLUE))
    panel.add_chosen(plain(GREEN))
    qtbot.mouseClick(panel.strip.thumbnails[1], Qt.MouseButton.LeftButton)
    panel.leave_out()
    assert colors(panel) == [RED, GREEN]
    assert "not sent" in panel.strip.thumbnails[1].accessibleName()
    qtbot.waitUntil(lambda: [one.isVisible() for one in panel.strip.thumbnails] == [True] * 3)
    panel.send_after_all()
    assert colors(panel) == [RED, BLUE, GREEN]


def test_each_picture_keeps_its_own_steps(panel: ScreenshotPanel) -> None:
    panel.view.black_out(QRect(10, 10, 40, 40))
    panel.add_chosen(plain(BLUE))
    panel.view.add(Crop(QRect(0, 0, 60, 40)))
    panel.show_number(0)
    assert panel.view.blacked_out == (QRect(10, 10, 40, 40),)
    first, second = panel.pictures()
    assert first.steps == (BlackOut(QRect(10, 10, 40, 40)),)
    assert second.steps == (Crop(QRect(0, 0, 60, 40)),)


def test_the_editor_gives_its_picture_back(window: ReportWindow, panel: ScreenshotPanel) -> None:
    panel.edit()
    [dialog] = window.findChildren(PictureDialog)
    dialog.editor.canvas.add(Crop(QRect(0, 0, 100, 80)))
    dialog.done_button.click()
    assert panel.pictures()[0].steps == (Crop(QRect(0, 0, 100, 80)),)
    panel.edit()
    dialog = next(one for one in window.findChildren(PictureDialog) if one.isVisible())
    dialog.editor.canvas.undo()
    dialog.reject()
    assert panel.pictures()[0].steps == (Crop(QRect(0, 0, 100, 80)),)


def test_what_is_shown_is_what_is_sent_picture_by_picture(window: ReportWindow, qtbot: QtBot) -> None:
    window.along.screenshot.add_chosen(plain(BLUE))
    window.along.screenshot.view.black_out(QRect(0, 0, 50, 50))
    window.along.screenshot.add_file(NewFile("faktura.pdf", b"%PDF-1.7"))
    window.along.preview_wanted.emit()
    qtbot.waitUntil(lambda: bool(window.findChildren(ExactPreview)))
    [preview] = window.findChildren(ExactPreview)
    red, blue = (view.image for view in preview.findChildren(ScreenshotView))
    assert red.pixelColor(3, 3) == RED
    assert blue.pixelColor(3, 3) == QColor(0, 0, 0)
    assert blue.pixelColor(100, 100) == BLUE
    assert any("faktura.pdf" in label.text() for label in preview.findChildren(type(window.along._heading)))


def test_no_words_leave_inside_a_picture() -> None:
    content = in_background(partial(png, Picture(plain(BLUE))))
    assert not [chunk for chunk in (b"tEXt", b"iTXt", b"zTXt", b"eXIf", b"joanna") if chunk in content]


def test_the_pictures_read_back_are_those_that_are_sent() -> None:
    along = Outgoing(pictures=(Picture(plain(BLUE)), Picture(plain(GREEN), (Crop(QRect(0, 0, 30, 20)),))))
    files = in_background(partial(picture_files, along.pictures))
    shown = in_background(partial(as_sent, along, Rules())).images
    assert shown == tuple(QImage.fromData(file.content) for file in files)
    assert shown[1].width() == 30


# -- How they come in


@pytest.mark.usefixtures("clipboard")
@pytest.mark.parametrize("where", ["description", "button"])
def test_a_picture_is_pasted_anywhere(
    window: ReportWindow, panel: ScreenshotPanel, qtbot: QtBot, where: str
) -> None:
    QGuiApplication.clipboard().setImage(plain(BLUE))
    target = window.form.description if where == "description" else panel.choose_button
    window.activateWindow()
    target.setFocus()
    qtbot.waitUntil(target.hasFocus)
    qtbot.keyClick(target, *PASTE)
    qtbot.waitUntil(lambda: colors(panel) == [RED, BLUE])
    assert window.form.description.toPlainText() == ""


@pytest.mark.usefixtures("clipboard")
def test_words_are_pasted_as_words_where_words_are_written(
    window: ReportWindow, panel: ScreenshotPanel, runner: Runner, qtbot: QtBot
) -> None:
    data = QMimeData()
    data.setText("netto 1200")
    data.setImageData(plain(BLUE))
    QGuiApplication.clipboard().setMimeData(data)
    window.activateWindow()
    window.form.description.setFocus()
    qtbot.waitUntil(window.form.description.hasFocus)
    qtbot.keyClick(window.form.description, *PASTE)
    assert window.form.description.toPlainText() == "netto 1200"
    qtbot.waitUntil(lambda: runner.waiting <= 2)
    assert colors(panel) == [RED]


def test_files_are_dropped_on_the_window(
    window: ReportWindow, panel: ScreenshotPanel, qtbot: QtBot, tmp_path: Path
) -> None:
    paths = [
        written(tmp_path, "photo.jpg", encoded(plain(GREEN, 4000, 3000), "JPG")),
        written(tmp_path, "faktura.pdf", b"%PDF-1.7"),
    ]
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(path) for path in paths])
    copy, left, none = Qt.DropAction.CopyAction, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    enter = QDragEnterEvent(QPoint(50, 50), copy, data, left, none)
    QApplication.sendEvent(window, enter)
    assert enter.isAccepted()
    QApplication.sendEvent(window, QDropEvent(QPointF(50, 50), copy, data, left, none))
    qtbot.waitUntil(lambda: panel.count == 3)
    assert [file.name for file in panel.attached()] == ["faktura.pdf"]
    assert panel.pictures()[1].image.width() == 2560


@pytest.mark.parametrize(
    "content", [b"\x89PNG\r\n\x1a\nbroken", b"", b"<svg xmlns='http://www.w3.org/2000/svg'/>"]
)
def test_a_broken_picture_is_one_sentence(
    panel: ScreenshotPanel, qtbot: QtBot, tmp_path: Path, content: bytes
) -> None:
    panel.intake.read([written(tmp_path, "bad.png", content)])
    qtbot.waitUntil(panel.notice.isVisible)
    assert "broken" in panel.notice.accessibleName()
    assert colors(panel) == [RED]
    panel.add_chosen(plain(BLUE))
    assert not panel.notice.isVisible()


def test_a_picture_of_too_many_pixels_is_not_decoded(
    panel: ScreenshotPanel, qtbot: QtBot, tmp_path: Path
) -> None:
    """A small file may claim to be a hundred thousand pixels wide."""
    content = bytearray(encoded(plain(BLUE)))
    content[16:24] = (100_000).to_bytes(4, "big") * 2
    panel.intake.read([written(tmp_path, "huge.png", bytes(content))])
    qtbot.waitUntil(panel.notice.isVisible)
    assert colors(panel) == [RED]


def test_more_than_can_go_along_is_said(panel: ScreenshotPanel) -> None:
    for _ in range(FILES_PER_CHANGE + 2):
        panel.add_chosen(plain(BLUE))
    assert panel.count == FILES_PER_CHANGE
    assert panel.notice.isVisible()
    panel.leave_out()
    panel.add_file(NewFile("a.txt", b"a"))
    assert panel.count == FILES_PER_CHANGE
    panel.send_after_all()
    assert panel.count == FILES_PER_CHANGE


def test_the_same_file_goes_along_once_and_that_is_said(panel: ScreenshotPanel) -> None:
    panel.add_file(NewFile("a.txt", b"a"))
    panel.add_file(NewFile("copy of a.txt", b"a"))
    assert [file.name for file in panel.attached()] == ["a.txt"]
    assert "a.txt" in panel.notice.accessibleName()
    panel.add_file(NewFile("a.txt", b"b"))
    assert len(panel.attached()) == 2
    assert not panel.notice.isVisible()


# -- What may go along


def test_for_another_computer_only_what_she_gave_goes_along(window: ReportWindow) -> None:
    window.along.screenshot.add_chosen(plain(BLUE))
    window.along.show_concerns(Concerns.ANOTHER_COMPUTER)
    assert colors(window.along.screenshot) == [BLUE]
    assert window.along.screenshot.view.image.pixelColor(3, 3) == BLUE
    assert not window.along.screenshot.take_button.isVisible()
    window.along.screenshot.add_chosen(plain(GREEN))
    assert [one.isHidden() for one in window.along.screenshot.strip.thumbnails] == [True, False, False]
    window.along.show_concerns(Concerns.THIS_COMPUTER)
    assert colors(window.along.screenshot) == [RED, BLUE, GREEN]


def test_a_report_of_words_alone_carries_nothing(window: ReportWindow) -> None:
    window.along.screenshot.add_chosen(plain(BLUE))
    window.along.screenshot.add_file(NewFile("a.txt", b"a"))
    window.along.collect(False)
    assert (window.along.pictures(), window.along.files(), window.along.count()) == ((), (), 0)


def test_where_the_company_forbids_grabs_she_may_still_add_her_own(
    desk: Desk, runner: Runner, computer: SlowComputer, qtbot: QtBot
) -> None:
    window = ReportWindow(
        desk, runner, collect_facts=computer.collect, symptoms=(), picture=None, may_grab=False
    )
    qtbot.addWidget(window)
    window.show()
    panel = window.along.screenshot
    assert not panel.take_button.isVisible()
    panel.grabbing.take()
    assert window.isVisible()
    assert panel.choose_button.isVisible()
    panel.add_chosen(plain(BLUE))
    assert colors(panel) == [BLUE]
    computer.may_tell.set()
    qtbot.waitUntil(lambda: runner.waiting == 0)


def test_another_picture_of_the_screen_is_taken_without_the_form(
    window: ReportWindow, panel: ScreenshotPanel, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("XDG_SESSION_TYPE", raising=False)
    below = QWidget()
    below.setStyleSheet("background: #2060c0;")
    below.setGeometry(QGuiApplication.primaryScreen().geometry())
    qtbot.addWidget(below)
    below.show()
    qtbot.waitExposed(below)
    window.raise_()
    qtbot.mouseClick(panel.take_button, Qt.MouseButton.LeftButton)
    assert not window.isVisible()
    qtbot.waitUntil(lambda: len(panel.pictures()) == 2)
    assert window.isVisible()
    image = panel.pictures()[1].image
    assert image.pixelColor(image.rect().center()) == QColor("#2060c0")


def test_of_several_screens_she_chooses_one(
    window: ReportWindow, panel: ScreenshotPanel, qtbot: QtBot
) -> None:
    panel.grabbing._on_taken((plain(BLUE), plain(GREEN)))
    [chooser] = window.findChildren(ScreenChooser)
    assert_named(chooser)
    qtbot.mouseClick(chooser.findChildren(QPushButton)[1], Qt.MouseButton.LeftButton)
    assert colors(panel) == [RED, GREEN]


def test_what_keeps_us_from_the_screen_is_said_with_a_way_out(panel: ScreenshotPanel) -> None:
    for hindrance in Hindrance:
        panel.grabbing.hindered.emit(hindrance)
        assert "paste" in panel.notice.accessibleName()


def test_without_a_portal_the_form_is_back_and_says_what_to_do(
    window: ReportWindow, runner: Runner, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("DBUS_SESSION_BUS_ADDRESS", "unix:path=/nowhere")
    grabbing = PicturesGrabbing(runner, window.along, may_grab=True, find_hindrance=lambda: Hindrance.WAYLAND)
    with qtbot.waitSignal(grabbing.hindered) as heard:
        grabbing.take()
    assert heard.args == [Hindrance.WAYLAND]
    assert window.isVisible()
    assert not window.isMinimized()
    assert not grabbing.is_waiting


def test_a_mac_that_forbids_it_is_said_and_the_form_stays(
    window: ReportWindow, runner: Runner, qtbot: QtBot
) -> None:
    grabbing = PicturesGrabbing(
        runner, window.along, may_grab=True, find_hindrance=lambda: Hindrance.PERMISSION
    )
    with qtbot.waitSignal(grabbing.hindered) as heard:
        grabbing.take()
    assert heard.args == [Hindrance.PERMISSION]
    assert window.isVisible()


@pytest.mark.usefixtures("language", "scale", "theme")
def test_many_pictures_fit_a_small_screen(window: ReportWindow, panel: ScreenshotPanel) -> None:
    for color in (BLUE, GREEN, BLUE, GREEN):
        panel.add_chosen(plain(color))
    panel.leave_out()
    panel.add_file(NewFile("protokół odbioru drukarki.pdf", b"x" * 5000))
    panel.grabbing.hindered.emit(Hindrance.PERMISSION)
    assert_not_clipped(window, SMALLEST_SCREEN)
    window.show_what_goes_along()
    assert_not_clipped(window, SMALLEST_SCREEN)
    assert_named(window)


@pytest.mark.usefixtures("language", "scale")
def test_the_editors_window_fits_a_small_screen(window: ReportWindow, panel: ScreenshotPanel) -> None:
    window.resize(SMALLEST_SCREEN)
    panel.edit()
    [dialog] = window.findChildren(PictureDialog)
    assert_not_clipped(dialog, SMALLEST_SCREEN)
    assert_named(dialog)
    assert red_screen().size() == dialog.editor.picture.image.size()
