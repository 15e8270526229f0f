from collections.abc import Callable
from datetime import timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QGuiApplication, QImage
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from itdesk.domain.audience import Audience
from itdesk.domain.changes import CommentAdded, FileAttached
from itdesk.domain.events import Event
from itdesk.domain.ids import TicketId
from itdesk.replica.outbox_entry import Entry, State
from itdesk.services import drafts, reading
from itdesk.services.asking import NewFile
from itdesk.ui.console.window import ConsoleWindow
from itdesk.ui.draft_keeper import draft_key
from itdesk.ui.theme import Theme
from tests.ui.console.office import Office

InBackground = Callable[[Callable[[], object]], object]


def last_event(office: Office, ticket_id: TicketId) -> Event:
    page = reading.ticket_page(office.desk, ticket_id)
    assert page is not None
    return page.moments[-1].event


def colour(console: ConsoleWindow) -> QColor:
    """The colour of the composer's frame, a little inside of its line."""
    return console.page.reply_box.composer.grab().toImage().pixelColor(5, 20)


@pytest.mark.parametrize(("key", "audience"), [("R", Audience.PARTICIPANTS), ("N", Audience.STAFF)])
def test_what_is_written_goes_to_whom_it_is_meant_for(  # noqa: PLR0917
    console: ConsoleWindow,
    office: Office,
    story: TicketId,
    in_background: InBackground,
    qtbot: QtBot,
    key: str,
    audience: Audience,
) -> None:
    console.tickets.list.setFocus()
    QTest.keyClick(console.tickets.list, getattr(Qt.Key, f"Key_{key}"))
    composer = console.page.reply_box.composer
    QTest.keyClicks(composer.text, "The drum is on its way.")
    with qtbot.waitSignal(console.page.reply_box.saved):
        QTest.mouseClick(composer.send_button, Qt.MouseButton.LeftButton)
    event = in_background(lambda: last_event(office, story))
    assert isinstance(event, Event)
    assert event.payload == CommentAdded(body="The drum is on its way.", audience=audience)
    assert composer.body == ""
    qtbot.waitUntil(lambda: event.id in console.page.timeline.shown)


def test_public_and_internal_cannot_be_mistaken(console: ConsoleWindow, theme: Theme) -> None:
    box = console.page.reply_box
    composer = box.composer
    box.start(is_internal=False)
    public = (colour(console).name(), composer.send_button.text(), composer.text.accessibleName())
    shape = composer.property("frame")
    box.start(is_internal=True)
    internal = (colour(console).name(), composer.send_button.text(), composer.text.accessibleName())
    assert not set(public) & set(internal)
    assert (shape, composer.property("frame")) == ("public", "note")
    assert "Joanna" in public[1]
    assert "Only IT" in internal[2]
    chosen = composer.switch.segments()[1].grab().toImage().pixelColor(6, 12)
    assert chosen.name() == theme.tokens.color("note_fill").name()


def test_the_draft_is_kept_and_comes_back(
    console: ConsoleWindow,
    office: Office,
    story: TicketId,
    in_background: InBackground,
    qtbot: QtBot,
) -> None:
    console.page.reply_box.start(is_internal=True)
    QTest.keyClicks(console.page.reply_box.composer.text, "Ask the vendor")
    key = draft_key(story, is_internal=True)
    qtbot.waitUntil(lambda: in_background(lambda: drafts.draft(office.desk, key)) == "Ask the vendor")
    others = [console.tickets.model.id_at(row) for row in range(3)]
    other = next(one for one in others if one not in (None, story))
    assert other is not None
    console.tickets.choose(other)
    qtbot.waitUntil(lambda: console.page.view is not None and console.page.view.ticket_id == other)
    assert console.page.reply_box.composer.body == ""
    console.tickets.choose(story)
    qtbot.waitUntil(lambda: console.page.reply_box.composer.body == "Ask the vendor")
    assert console.page.reply_box.composer.is_internal


def test_a_reply_that_cannot_be_saved_stays_in_the_box(console: ConsoleWindow, qtbot: QtBot) -> None:
    composer = console.page.reply_box.composer
    composer.write("x" * 20_001)
    with qtbot.waitSignal(console.page.reply_box.failed):
        composer.send_button.click()
    assert len(composer.body) == 20_001
    assert composer.isEnabled()
    assert "20000" in console.page.banner.accessibleName()


def test_files_go_along(
    console: ConsoleWindow, office: Office, story: TicketId, in_background: InBackground, qtbot: QtBot
) -> None:
    box = console.page.reply_box
    box.files.add((NewFile("log.txt", b"all is well"), NewFile("other.txt", b"never mind")))
    box.files.chosen._lines[1].removed.emit(box.files.files[1])
    box.composer.write("See the log.")
    with qtbot.waitSignal(box.saved):
        box.composer.send_button.click()
    event = in_background(lambda: last_event(office, story))
    assert isinstance(event, Event)
    assert isinstance(event.payload, FileAttached)
    assert event.payload.name == "log.txt"
    assert box.files.files == ()


def write_and_send(console: ConsoleWindow, body: str) -> None:
    """Write a public reply and press Send."""
    box = console.page.reply_box
    box.start(is_internal=False)
    box.composer.write(body)
    QTest.mouseClick(box.composer.send_button, Qt.MouseButton.LeftButton)


def test_a_reply_waits_ten_seconds_and_is_taken_back_with_its_files(
    console: ConsoleWindow, office: Office, story: TicketId, in_background: InBackground, qtbot: QtBot
) -> None:
    box = console.page.reply_box
    box.files.add((NewFile("log.txt", b"all is well"),))
    with qtbot.waitSignal(box.saved):
        write_and_send(console, "See the log.")
    entry = in_background(lambda: office.desk.outbox.entries_of(story)[0])
    assert isinstance(entry, Entry)
    assert entry.change.not_before == office.desk.now() + timedelta(seconds=10)
    assert console.toast.accessibleName() == "To Joanna, goes out in ten seconds"
    box.composer.write("And")
    console.toast.undo_button.click()
    qtbot.waitUntil(lambda: box.composer.body == "See the log.\n\nAnd")
    assert [file.name for file in box.files.files] == ["log.txt"]
    assert in_background(lambda: office.desk.outbox.entries_of(story)) == ()


def test_what_is_taken_back_elsewhere_waits_at_its_ticket_with_its_files(
    console: ConsoleWindow, office: Office, story: TicketId, in_background: InBackground, qtbot: QtBot
) -> None:
    box = console.page.reply_box
    box.files.add((NewFile("log.txt", b"all is well"),))
    with qtbot.waitSignal(box.saved):
        write_and_send(console, "See the log.")
    model = console.tickets.model
    others = (model.id_at(row) for row in range(model.rowCount()))
    turn(console, next(id for id in others if id is not None and id != story), qtbot)
    console.toast.undo_button.click()
    qtbot.waitUntil(lambda: in_background(lambda: office.desk.outbox.entries_of(story)) == ())
    assert (box.composer.body, box.files.files) == ("", ())
    turn(console, story, qtbot)
    qtbot.waitUntil(lambda: box.composer.body == "See the log.")
    assert [file.name for file in box.files.files] == ["log.txt"]


def turn(console: ConsoleWindow, to: TicketId, qtbot: QtBot) -> None:
    """Show another ticket."""
    console.open_ticket(to)
    qtbot.waitUntil(lambda: console.page.view is not None and console.page.view.ticket_id == to)


def test_a_note_is_saved_at_once(
    console: ConsoleWindow, office: Office, story: TicketId, in_background: InBackground, qtbot: QtBot
) -> None:
    box = console.page.reply_box
    box.composer.write("Ask @alis about the driver.", is_internal=True)
    with qtbot.waitSignal(box.saved):
        box.composer.send_button.click()
    entry = in_background(lambda: office.desk.outbox.entries_of(story)[0])
    assert isinstance(entry, Entry)
    assert entry.change.not_before is None
    assert box.guard.isHidden()


LEAK = "Joanna, it is the same on two other 7010s since today’s HP driver."


@pytest.mark.parametrize("body", [LEAK, "@alis can you look at this, please?"])
def test_what_was_meant_for_it_alone_is_asked_about_and_not_sent(
    console: ConsoleWindow, office: Office, in_background: InBackground, qtbot: QtBot, body: str
) -> None:
    box = console.page.reply_box
    write_and_send(console, body)
    qtbot.waitUntil(box.guard.isVisible)
    assert box.guard.words.text().startswith("Joanna will see this")
    assert in_background(lambda: office.desk.outbox.count(State.QUEUED)) == 0
    QTest.mouseClick(box.guard.back_button, Qt.MouseButton.LeftButton)
    assert box.guard.isHidden()
    assert box.composer.body == body


def test_who_writes_on_while_asked_is_asked_anew(console: ConsoleWindow, qtbot: QtBot) -> None:
    box = console.page.reply_box
    write_and_send(console, "Ask @alis about the driver.")
    qtbot.waitUntil(box.guard.isVisible)
    QTest.keyClicks(box.composer.text, " She knows.")
    assert box.guard.isHidden()
    box.composer.send_button.click()
    qtbot.waitUntil(box.guard.isVisible)
    with qtbot.waitSignal(box.sent) as sent:
        box.guard.send_button.click()
    assert "Joanna" in sent.args[0].words
    assert box.composer.body == ""


@pytest.mark.parametrize(("answer", "audience"), [("note", Audience.STAFF), ("send", Audience.PARTICIPANTS)])
def test_who_was_asked_decides(  # noqa: PLR0917
    console: ConsoleWindow,
    office: Office,
    story: TicketId,
    in_background: InBackground,
    qtbot: QtBot,
    answer: str,
    audience: Audience,
) -> None:
    box = console.page.reply_box
    write_and_send(console, LEAK)
    qtbot.waitUntil(box.guard.isVisible)
    with qtbot.waitSignal(box.saved):
        (box.guard.note_button if answer == "note" else box.guard.send_button).click()
    event = in_background(lambda: last_event(office, story))
    assert isinstance(event, Event)
    assert event.payload == CommentAdded(body=LEAK, audience=audience)
    assert box.composer.body == ""


def test_a_pasted_picture_goes_along_with_a_reply(console: ConsoleWindow, qtbot: QtBot) -> None:
    image = QImage(40, 30, QImage.Format.Format_RGB32)
    image.fill(Qt.GlobalColor.darkCyan)
    QGuiApplication.clipboard().setImage(image)
    box = console.page.reply_box
    box.composer.text.setFocus()
    QTest.keyClick(box.composer.text, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: len(box.files.files) == 1)
    assert box.files.files[0].content.startswith(b"\x89PNG")
