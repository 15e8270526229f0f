"""The review: each picture looked at, hidden in, said something about, or left out; then one file."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QCloseEvent
from pytestqt.qtbot import QtBot

from itdesk.services.report import NewFile
from itdesk.ui.background import Runner
from itdesk.ui.recorder.recording import Ending, Recorded
from itdesk.ui.recorder.reel import Reel
from itdesk.ui.recorder.review_window import ReviewWindow
from itdesk.ui.widgets.picture_editor_steps import BlackOut
from tests.ui.recorder.conftest import SECRET, InBackground
from tests.ui.recorder.pdf_pictures import pictures
from tests.ui.walk import SMALLEST_SCREEN, assert_named, assert_not_clipped


class CloseByTheFrame(QCloseEvent):
    """What Qt sends when the desktop closes a window."""

    def spontaneous(self) -> bool:
        """It comes from outside."""
        return True


@pytest.fixture
def review(runner: Runner, reel: Reel, recorded: Recorded, qtbot: QtBot) -> ReviewWindow:
    made = ReviewWindow(runner, reel, recorded)
    qtbot.addWidget(made)
    made.show()
    qtbot.waitUntil(lambda: made.shown_row == 0 and runner.waiting == 0)
    return made


def choose(qtbot: QtBot, review: ReviewWindow, row: int) -> None:
    review.filmstrip.setCurrentRow(row)
    qtbot.waitUntil(lambda: review.shown_row == row)


def added(qtbot: QtBot, review: ReviewWindow) -> NewFile:
    with qtbot.waitSignal(review.added, timeout=10_000) as handed, qtbot.waitSignal(review.closed):
        qtbot.mouseClick(review.add_button, Qt.MouseButton.LeftButton)
    assert isinstance(handed.args[0], NewFile)
    return handed.args[0]


def test_one_document_of_what_she_kept(
    qtbot: QtBot, review: ReviewWindow, in_background: InBackground
) -> None:
    choose(qtbot, review, 2)
    qtbot.mouseClick(review.left_out_button, Qt.MouseButton.LeftButton)
    file = added(qtbot, review)
    assert file.name == "steps.pdf"
    assert in_background(lambda: len(pictures(file.content))) == 3


def test_what_is_hidden_stays_with_its_picture(qtbot: QtBot, review: ReviewWindow) -> None:
    choose(qtbot, review, 1)
    review.editor.canvas.black_out(SECRET)
    choose(qtbot, review, 2)
    assert not review.editor.steps
    choose(qtbot, review, 1)
    assert review.editor.steps == (BlackOut(SECRET),)


def test_the_same_places_are_hidden_on_all_later_pictures(qtbot: QtBot, review: ReviewWindow) -> None:
    assert not review.later_button.isVisible()
    choose(qtbot, review, 1)
    review.editor.canvas.black_out(SECRET)
    qtbot.mouseClick(review.later_button, Qt.MouseButton.LeftButton)
    assert [bool(step.hidden) for step in review.steps] == [False, True, True, True]
    choose(qtbot, review, 3)
    assert review.editor.steps == (BlackOut(SECRET),)


def test_what_is_drawn_while_the_next_picture_comes_belongs_to_the_one_in_sight(
    qtbot: QtBot, review: ReviewWindow
) -> None:
    review.filmstrip.setCurrentRow(3)
    review.editor.canvas.black_out(SECRET)
    assert [bool(step.hidden) for step in review.steps] == [True, False, False, False]
    qtbot.waitUntil(lambda: review.shown_row == 3)


def test_words_stay_with_their_picture(qtbot: QtBot, review: ReviewWindow) -> None:
    choose(qtbot, review, 1)
    qtbot.keyClicks(review.caption, "I press Print")
    choose(qtbot, review, 0)
    assert review.caption.text() == ""
    choose(qtbot, review, 1)
    assert review.caption.text() == "I press Print"


def test_delete_leaves_out_and_takes_along_again(qtbot: QtBot, review: ReviewWindow) -> None:
    choose(qtbot, review, 0)
    qtbot.keyClick(review.filmstrip, Qt.Key.Key_Delete)
    assert not review.steps[0].is_kept
    assert "left out" in review.filmstrip.item(0).text()
    qtbot.keyClick(review.filmstrip, Qt.Key.Key_Delete)
    assert review.steps[0].is_kept


def test_without_any_picture_there_is_nothing_to_add(qtbot: QtBot, review: ReviewWindow) -> None:
    for row in range(4):
        choose(qtbot, review, row)
        review.leave_out()
    assert not review.add_button.isEnabled()


def test_the_strip_says_when_and_what_was_marked(review: ReviewWindow) -> None:
    shown = [review.filmstrip.item(row) for row in range(review.filmstrip.count())]
    assert [item.text() for item in shown] == ["0:00", "0:02 · marked", "0:04", "0:06"]
    assert shown[1].data(Qt.ItemDataRole.AccessibleTextRole) == "0:02 · marked"


def test_a_picture_that_cannot_be_read_is_told_and_the_others_stay(
    qtbot: QtBot, review: ReviewWindow, reel: Reel, in_background: InBackground
) -> None:
    in_background(reel.end)
    review.filmstrip.setCurrentRow(2)
    qtbot.waitUntil(review.banner.isVisible)
    assert review.add_button.isEnabled()


def test_that_it_stopped_by_itself_is_said(
    qtbot: QtBot, runner: Runner, reel: Reel, recorded: Recorded
) -> None:
    window = ReviewWindow(runner, reel, Recorded(kept=recorded.kept, ending=Ending.FULL))
    qtbot.addWidget(window)
    window.show()
    assert window.banner.isVisible()
    qtbot.waitUntil(lambda: runner.waiting == 0)


def test_closing_by_the_frame_asks_once(qtbot: QtBot, review: ReviewWindow) -> None:
    event = CloseByTheFrame()
    review.closeEvent(event)
    assert not event.isAccepted()
    assert review.banner.isVisible()
    choose(qtbot, review, 1)  # she goes on, so the next time it asks again
    review.closeEvent(CloseByTheFrame())
    assert review.banner.isVisible()
    again = CloseByTheFrame()
    review.closeEvent(again)
    assert again.isAccepted()


def test_whoever_ends_the_program_is_not_held_up(review: ReviewWindow) -> None:
    assert review.close()


def test_it_is_named_and_fits_the_smallest_screen(
    language: str, scale: float, review: ReviewWindow, qtbot: QtBot
) -> None:
    choose(qtbot, review, 1)
    review.editor.canvas.black_out(SECRET)
    assert_named(review)
    assert_not_clipped(review, SMALLEST_SCREEN)
    assert review.editor.canvas.height() > 80
