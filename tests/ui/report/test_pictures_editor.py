"""The editor: every tool by mouse and by keyboard; each step is taken back and done again."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QImage
from pytestqt.qtbot import QtBot

from itdesk.ui.widgets.picture_editor import ICONS, PictureEditor
from itdesk.ui.widgets.picture_editor_steps import Arrow, BlackOut, Caption, Crop, Picture, Pixelate
from itdesk.ui.widgets.screenshot_view import Tool
from tests.ui.walk import SMALLEST_SCREEN, assert_named, assert_not_clipped, settle

LEFT = Qt.MouseButton.LeftButton


@pytest.fixture
def editor(qtbot: QtBot) -> PictureEditor:
    image = QImage(1280, 800, QImage.Format.Format_RGB32)
    image.fill(Qt.GlobalColor.white)
    editor = PictureEditor(Picture(image))
    qtbot.addWidget(editor)
    editor.resize(900, 640)
    settle(editor)
    return editor


def drag(editor: PictureEditor, qtbot: QtBot, start: QPoint, end: QPoint) -> None:
    qtbot.mousePress(editor.canvas, LEFT, pos=start)
    qtbot.mouseMove(editor.canvas, end)
    qtbot.mouseRelease(editor.canvas, LEFT, pos=end)


@pytest.mark.parametrize(
    ("tool", "kind"),
    [
        (Tool.BLACK_OUT, BlackOut),
        (Tool.PIXELATE, Pixelate),
        (Tool.ARROW, Arrow),
        (Tool.CROP, Crop),
    ],
)
def test_each_tool_makes_its_step(editor: PictureEditor, qtbot: QtBot, tool: Tool, kind: type) -> None:
    qtbot.mouseClick(editor.button(tool), LEFT)
    with qtbot.waitSignal(editor.changed):
        drag(editor, qtbot, QPoint(300, 200), QPoint(400, 300))
    [step] = editor.steps
    assert isinstance(step, kind)


def test_words_are_written_where_she_clicks(editor: PictureEditor, qtbot: QtBot) -> None:
    editor.use(Tool.CAPTION)
    qtbot.mouseClick(editor.canvas, LEFT, pos=QPoint(300, 200))
    qtbot.keyClicks(editor.canvas.words, "tu nie")
    qtbot.keyClick(editor.canvas.words, Qt.Key.Key_Return)
    [step] = editor.steps
    assert isinstance(step, Caption)
    assert step.words == "tu nie"
    assert step.at == editor.canvas.to_picture(QPoint(300, 200).toPointF())
    qtbot.mouseClick(editor.canvas, LEFT, pos=QPoint(100, 100))
    qtbot.keyClicks(editor.canvas.words, "not this")
    qtbot.keyClick(editor.canvas.words, Qt.Key.Key_Escape)
    assert len(editor.steps) == 1


def test_steps_are_taken_back_and_done_again_by_keyboard(editor: PictureEditor, qtbot: QtBot) -> None:
    drag(editor, qtbot, QPoint(300, 200), QPoint(400, 300))
    editor.use(Tool.CROP)
    drag(editor, qtbot, QPoint(250, 150), QPoint(500, 400))
    both = editor.steps
    assert not editor.redo_button.isEnabled()
    editor.canvas.setFocus()
    for _ in range(3):
        qtbot.keyClick(editor.canvas, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert editor.steps == ()
    assert not editor.undo_button.isEnabled()
    for _ in range(2):
        qtbot.keyClick(editor.canvas, Qt.Key.Key_Y, Qt.KeyboardModifier.ControlModifier)
    assert editor.steps == both


def test_a_new_step_ends_what_could_be_done_again(editor: PictureEditor, qtbot: QtBot) -> None:
    drag(editor, qtbot, QPoint(300, 200), QPoint(400, 300))
    editor.undo_button.click()
    drag(editor, qtbot, QPoint(310, 210), QPoint(400, 300))
    assert not editor.redo_button.isEnabled()
    assert len(editor.steps) == 1


def test_the_keyboard_alone_blacks_out(editor: PictureEditor, qtbot: QtBot) -> None:
    canvas = editor.canvas
    canvas.setFocus()
    qtbot.keyClick(canvas, Qt.Key.Key_Space)
    for key in (Qt.Key.Key_Right, Qt.Key.Key_Right, Qt.Key.Key_Down):
        qtbot.keyClick(canvas, key)
    qtbot.keyClick(canvas, Qt.Key.Key_Space)
    [step] = editor.steps
    assert isinstance(step, BlackOut)
    assert step.rect.width() > step.rect.height() > 10
    qtbot.keyClick(canvas, Qt.Key.Key_Space)
    qtbot.keyClick(canvas, Qt.Key.Key_Right)
    qtbot.keyClick(canvas, Qt.Key.Key_Escape)
    qtbot.keyClick(canvas, Qt.Key.Key_Down)
    assert len(editor.steps) == 1


def test_after_a_crop_places_are_still_those_of_the_picture(editor: PictureEditor, qtbot: QtBot) -> None:
    editor.use(Tool.CROP)
    drag(editor, qtbot, QPoint(450, 300), QPoint(700, 500))
    crop = editor.steps[0]
    assert isinstance(crop, Crop)
    editor.use(Tool.BLACK_OUT)
    drag(editor, qtbot, QPoint(1, 1), QPoint(899, 639))
    black = editor.steps[1]
    assert isinstance(black, BlackOut)
    assert black.rect == crop.rect


@pytest.mark.usefixtures("language", "scale", "theme")
def test_the_editor_is_named_and_fits_a_small_screen(editor: PictureEditor) -> None:
    for tool in ICONS:
        editor.use(tool)
        assert_not_clipped(editor, SMALLEST_SCREEN)
    assert_named(editor)
