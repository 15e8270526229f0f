"""Pictures pasted into an answer, and files dropped on it."""

from collections.abc import Callable
from pathlib import Path
from random import randbytes

import pytest
from PySide6.QtCore import QCoreApplication, QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QGuiApplication, QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from itdesk.domain.audience import Audience
from itdesk.domain.ids import TicketId
from itdesk.domain.limits import FILES_PER_CHANGE
from itdesk.services.failures import WorldFailed
from itdesk.ui.requester.tickets_window import TicketsWindow
from itdesk.ui.widgets.pasted_pictures import encoded
from tests.ui.requester.conftest import Rest
from tests.ui.requester.helpdesk import Helpdesk

InBackground = Callable[[Callable[[], object]], object]
LEFT = Qt.MouseButton.LeftButton


def copy_picture() -> None:
    image = QImage(320, 180, QImage.Format.Format_RGB32)
    image.fill(Qt.GlobalColor.darkCyan)
    QGuiApplication.clipboard().setImage(image)


def paste(window: TicketsWindow) -> None:
    QTest.keyClick(window.ticket.answer.composer.text, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)


def test_a_pasted_picture_is_shown_small_and_goes_along(
    window: TicketsWindow, helpdesk: Helpdesk, story: TicketId, in_background: InBackground, rest: Rest
) -> None:
    copy_picture()
    paste(window)
    paste(window)
    rest()
    pasted = window.ticket.answer.along.pasted
    assert pasted.isVisible()
    assert [one.file.name for one in pasted.pictures] == ["Picture 1.png", "Picture 2.png"]
    QTest.mouseClick(pasted.pictures[0].remove_button, LEFT)
    QTest.keyClicks(window.ticket.answer.composer.text, "Look")
    QTest.mouseClick(window.ticket.answer.composer.send_button, LEFT)
    rest()
    assert not pasted.isVisible()
    in_background(helpdesk.exchange)
    last = helpdesk.server.ticket(story).attachments[-1]
    assert (last.name, last.audience) == ("Picture 2.png", Audience.PARTICIPANTS)
    content = in_background(lambda: helpdesk.fetch(last.id))
    assert isinstance(content, bytes)
    assert content.startswith(b"\x89PNG")


def test_pictures_stand_in_the_order_in_which_they_were_pasted(window: TicketsWindow, rest: Rest) -> None:
    noise = QImage(randbytes(2000 * 1500 * 4), 2000, 1500, QImage.Format.Format_RGB32)
    QGuiApplication.clipboard().setImage(noise)  # takes a while to be encoded
    paste(window)
    copy_picture()
    paste(window)
    rest()
    pasted = window.ticket.answer.along.pasted
    names = ["Picture 1.png", "Picture 2.png"]
    assert [one.file.name for one in pasted.pictures] == names
    assert [one.file.name for one in sorted(pasted.pictures, key=QWidget.x)] == names


def test_text_is_pasted_as_text(window: TicketsWindow) -> None:
    QGuiApplication.clipboard().setText("just words")
    paste(window)
    assert window.ticket.answer.text == "just words"
    assert not window.ticket.answer.along.pasted.isVisible()


def test_no_more_than_can_be_sent(window: TicketsWindow, rest: Rest) -> None:
    copy_picture()
    for _ in range(FILES_PER_CHANGE + 1):
        paste(window)
    rest()
    assert len(window.ticket.answer.files) == FILES_PER_CHANGE
    assert str(FILES_PER_CHANGE) in window.ticket.banner.accessibleName()


def test_pictures_belong_to_the_ticket_for_which_they_were_pasted(window: TicketsWindow, rest: Rest) -> None:
    copy_picture()
    paste(window)
    other = window.model.id_at(1)
    assert other is not None
    window.open_ticket(other)
    rest()
    assert window.ticket.answer.files == ()


@pytest.mark.parametrize("content", [b"", b"no picture", b"\x89PNG\r\n\x1a\n broken"])
def test_what_is_no_picture_is_one_sentence(content: bytes, in_background: InBackground) -> None:
    def fails() -> None:
        with pytest.raises(WorldFailed, match="cannot be read as a picture"):
            encoded(content, "x.png")

    in_background(fails)


def test_broken_bytes_in_the_clipboard_are_told_and_the_words_stay(window: TicketsWindow, rest: Rest) -> None:
    window.ticket.answer.composer.text.setPlainText("Look")
    data = QMimeData()
    data.setData("image/png", b"\x89PNG\r\n\x1a\nbroken")
    window.ticket.answer.along.pasted.paste(data, others=0)
    rest()
    assert window.ticket.banner.isVisible()
    assert window.ticket.answer.text == "Look"


def test_dropped_files_go_along(
    window: TicketsWindow, tmp_path: Path, in_background: InBackground, rest: Rest, qtbot: QtBot
) -> None:
    path = tmp_path / "invoice.txt"
    in_background(lambda: path.write_text("42"))
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path)), QUrl("https://example.org/x.txt")])
    drop = QDropEvent(QPointF(5, 5), Qt.DropAction.CopyAction, data, LEFT, Qt.KeyboardModifier.NoModifier)
    enter = QDragEnterEvent(
        QPoint(5, 5), Qt.DropAction.CopyAction, data, LEFT, Qt.KeyboardModifier.NoModifier
    )
    for event in (enter, drop):
        QCoreApplication.sendEvent(window.ticket.answer, event)
    rest()
    assert [file.name for file in window.ticket.answer.files] == ["invoice.txt"]
