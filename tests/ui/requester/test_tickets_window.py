"""My tickets, over a real desk."""

from collections.abc import Callable
from dataclasses import replace

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.modeltest import ModelTester
from pytestqt.qtbot import QtBot

from itdesk.domain.changes import CommentAdded, FixConfirmed, Rated
from itdesk.domain.ids import TicketId
from itdesk.domain.listing import TicketRow
from itdesk.domain.refusals import Code
from itdesk.domain.status import Status
from itdesk.services import drafts, standing
from itdesk.services.conversation import reply
from itdesk.services.news import unread_tickets
from itdesk.services.report import NewFile
from itdesk.ui.models.ticket_list import TicketRole
from itdesk.ui.requester.tickets_window import TicketsWindow
from itdesk.ui.widgets.foreign_text import ForeignText
from itdesk.ui.widgets.plain_label import PlainLabel
from tests.ui.requester.conftest import Rest
from tests.ui.requester.helpdesk import JOANNA, MAREK, MAREKS_WORDS, Helpdesk, page_of, png, refuse

InBackground = Callable[[Callable[[], object]], object]


def row(window: TicketsWindow, place: int) -> TicketRow:
    found = window.model.index(place, 0).data(TicketRole.ROW)
    assert isinstance(found, TicketRow)
    return found


def told(window: TicketsWindow) -> list[str]:
    timeline = window.ticket.timeline
    return [timeline.entry_widget(one).entry.body for one in timeline.shown]


def test_the_list_keeps_the_contract_of_qt(
    window: TicketsWindow,
    helpdesk: Helpdesk,
    in_background: InBackground,
    rest: Rest,
    qtmodeltester: ModelTester,
) -> None:
    qtmodeltester.check(window.model)
    in_background(lambda: helpdesk.report("One more"))
    window.refresh()
    rest()
    assert window.model.rowCount() == 5
    qtmodeltester.check(window.model)


def test_rows_say_where_tickets_stand_in_plain_words(window: TicketsWindow, helpdesk: Helpdesk) -> None:
    rows = [window.pane._speaker.words(row(window, place)) for place in range(4)]
    assert [one.status for one in rows] == [
        "Marek is working on it",
        "Solved – does it work for you?",
        "Waiting for the supplier",
        "Done",
    ]
    assert rows[0].about.startswith("IT-1045 · ")
    assert [one.about.endswith("Marek has it") for one in rows] == [False, True, True, False]


def test_the_conversation_tells_what_happened(window: TicketsWindow, story: TicketId) -> None:
    assert window.ticket.header.title == "Cannot print invoices"
    assert window.ticket.header.badge.text == "Marek is working on it"
    assert told(window) == [
        "You reported this with a screenshot and facts about the computer",
        "I cannot print invoices. The printer blinks red, and this morning it still worked.",
        "Marek Zieliński took your ticket",
        MAREKS_WORDS,
    ]


def test_a_screenshot_is_shown_small_and_one_that_is_broken_by_its_name(
    window: TicketsWindow, helpdesk: Helpdesk, in_background: InBackground, rest: Rest
) -> None:
    entry = window.ticket.timeline.entry_widget(window.ticket.timeline.shown[1]).entry
    assert entry.attachments[0].thumbnail is not None
    assert entry.attachments[0].thumbnail.width() == 640

    def reported() -> TicketId:
        broken = NewFile("broken.png", png()[:60] + b"no picture", is_screenshot=True)
        return helpdesk.report("Another", "See this.", files=(broken,))

    ticket_id = in_background(reported)
    window.open_ticket(TicketId(str(ticket_id)))
    rest()
    entry = window.ticket.timeline.entry_widget(window.ticket.timeline.shown[1]).entry
    assert [file.thumbnail for file in entry.attachments] == [None]
    assert entry.attachments[0].name == "broken.png"
    assert entry.attachments[0].size.startswith("0 B of")


def test_opening_a_ticket_marks_it_as_read(
    window: TicketsWindow, helpdesk: Helpdesk, story: TicketId, in_background: InBackground, rest: Rest
) -> None:
    def answered_elsewhere() -> None:
        vpn = row_ids[1]
        helpdesk.happen(MAREK, vpn, CommentAdded(body="Does it work for you?"))
        helpdesk.exchange()

    row_ids = [row(window, place).id for place in range(4)]
    in_background(answered_elsewhere)
    window.refresh()
    rest()
    assert row(window, 0).is_unread
    assert row(window, 0).id == row_ids[1]
    window.open_ticket(row_ids[1])
    rest()
    assert not row(window, 0).is_unread


def test_what_comes_while_she_looks_elsewhere_stays_new_until_she_is_back(
    window: TicketsWindow,
    helpdesk: Helpdesk,
    in_background: InBackground,
    rest: Rest,
    qtbot: QtBot,
) -> None:
    story = window.ticket.ticket_id
    assert story is not None

    def answered() -> None:
        helpdesk.happen(MAREK, story, CommentAdded(body="Is the courier there yet?"))
        helpdesk.exchange()

    invoices = QWidget()
    qtbot.addWidget(invoices)
    invoices.show()
    invoices.activateWindow()
    qtbot.waitUntil(lambda: not window.isActiveWindow())
    in_background(answered)
    window.refresh()
    rest()
    assert in_background(lambda: unread_tickets(helpdesk.desk)) == {story}
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    rest()
    assert in_background(lambda: unread_tickets(helpdesk.desk)) == frozenset()


def test_a_ticket_that_is_only_just_saved_can_be_opened(
    window: TicketsWindow, helpdesk: Helpdesk, in_background: InBackground, rest: Rest
) -> None:
    ticket_id = TicketId(str(in_background(lambda: helpdesk.report("Access to the folder", "Please."))))
    window.open_ticket(ticket_id)
    window.refresh()
    rest()
    assert window.ticket.header.title == "Access to the folder"
    assert window.ticket.header.badge.text == "Saved here, goes out when online"
    assert window.ticket.header.steps.accessibleName() == "Saved"
    assert window.pane.list.chosen == ticket_id


def test_the_latest_of_two_openings_wins(window: TicketsWindow, rest: Rest) -> None:
    window.open_ticket(row(window, 1).id)
    window.open_ticket(row(window, 2).id)
    rest()
    assert window.ticket.header.title == "Second monitor for home office"


def test_an_answer_is_saved_and_its_draft_forgotten(
    *,
    window: TicketsWindow,
    helpdesk: Helpdesk,
    story: TicketId,
    in_background: InBackground,
    rest: Rest,
    qtbot: QtBot,
) -> None:
    composer = window.ticket.answer.composer
    QTest.keyClicks(composer.text, "It comes out.")
    with qtbot.waitSignal(window.ticket._drafts.saved):
        pass
    assert in_background(lambda: drafts.draft(helpdesk.desk, f"reply:{story}")) == "It comes out."
    QTest.mouseClick(composer.send_button, Qt.MouseButton.LeftButton)
    rest()
    assert composer.body == ""
    assert told(window)[-1] == "It comes out."
    last = window.ticket.timeline.entry_widget(window.ticket.timeline.shown[-1]).entry
    assert last.role_words == "saved here, goes out when online"
    assert in_background(lambda: drafts.draft(helpdesk.desk, f"reply:{story}")) == ""
    in_background(helpdesk.exchange)
    window.refresh()
    rest()
    assert [event.payload for event in helpdesk.server.readable_to(JOANNA.id, story)][-1] == CommentAdded(
        body="It comes out."
    )
    last = window.ticket.timeline.entry_widget(window.ticket.timeline.shown[-1]).entry
    assert last.role_words == ""


def test_each_ticket_keeps_its_own_draft(
    *, window: TicketsWindow, story: TicketId, open_tickets: Callable[[], TicketsWindow], rest: Rest
) -> None:
    answer = window.ticket.answer
    QTest.keyClicks(answer.composer.text, "half a sent")
    window.open_ticket(row(window, 1).id)
    rest()
    assert window.ticket.answer.composer.body == ""
    window.open_ticket(story)
    rest()
    assert answer.text == "half a sent"
    QTest.keyClicks(answer.composer.text, "ence")
    window.close()
    rest()
    again = open_tickets()
    again.open_ticket(story)
    rest()
    assert again.ticket.answer.text == "half a sentence"


def test_live_news_move_nothing_that_is_in_use(
    *, window: TicketsWindow, helpdesk: Helpdesk, story: TicketId, in_background: InBackground, rest: Rest
) -> None:
    def news() -> None:
        helpdesk.happen(MAREK, story, CommentAdded(body="Any news?"))
        helpdesk.elsewhere("From my telephone")
        helpdesk.exchange()

    text = window.ticket.answer.composer.text
    QTest.keyClicks(text, "I am just")
    cursor = text.textCursor()
    cursor.setPosition(4)
    text.setTextCursor(cursor)
    first = window.ticket.timeline.entry_widget(window.ticket.timeline.shown[0])
    in_background(news)
    window.refresh()
    rest()
    assert window.model.rowCount() == 5
    assert window.pane.list.chosen == story == window.ticket.ticket_id
    assert text.toPlainText() == "I am just"
    assert text.textCursor().position() == 4
    assert window.ticket.timeline.entry_widget(window.ticket.timeline.shown[0]) is first
    assert told(window)[-1] == "Any news?"


def test_what_is_at_the_top_stays_there_when_the_list_is_scrolled(
    helpdesk: Helpdesk, open_tickets: Callable[[], TicketsWindow], in_background: InBackground, rest: Rest
) -> None:
    in_background(lambda: [helpdesk.elsewhere(f"Report {number}") for number in range(30)])
    in_background(helpdesk.exchange)
    window = open_tickets()
    view = window.pane.list
    view.verticalScrollBar().setValue(500)
    top = view.indexAt(view.rect().topLeft()).data(TicketRole.ID)
    where = view.visualRect(window.model.place_of(top)).top()
    in_background(lambda: [helpdesk.elsewhere(f"New {number}") for number in range(3)])
    in_background(helpdesk.exchange)
    window.refresh()
    rest()
    assert window.model.rowCount() == 33
    assert view.visualRect(window.model.place_of(top)).top() == where


def test_yes_it_works_closes_the_ticket_and_asks_once_for_a_rating(
    *, window: TicketsWindow, helpdesk: Helpdesk, story: TicketId, in_background: InBackground, rest: Rest
) -> None:
    pane = window.ticket
    assert not pane.outcome_bar.isVisible()
    in_background(lambda: helpdesk.solve(story))
    in_background(helpdesk.exchange)
    window.refresh()
    rest()
    assert pane.outcome_bar.isVisible()
    QTest.mouseClick(pane.outcome_bar.yes_button, Qt.MouseButton.LeftButton)
    rest()
    assert not pane.outcome_bar.isVisible()
    assert pane.rating_bar.isVisible()
    pane.rating_bar.stars.stars[3].setChecked(True)
    QTest.keyClicks(pane.rating_bar.comment, "Quick")
    QTest.mouseClick(pane.rating_bar.send_button, Qt.MouseButton.LeftButton)
    rest()
    assert not pane.rating_bar.isVisible()
    in_background(helpdesk.exchange)
    window.refresh()
    rest()
    assert not pane.rating_bar.isVisible()
    events = [event.payload for event in helpdesk.server.readable_to(JOANNA.id, story)]
    assert events[-2:] == [FixConfirmed(works=True), Rated(score=4, comment="Quick")]
    assert helpdesk.server.ticket(story).status is Status.CLOSED


def test_not_now_is_not_asked_again(window: TicketsWindow, helpdesk: Helpdesk, rest: Rest) -> None:
    window.open_ticket(row(window, 3).id)
    rest()
    assert window.ticket.rating_bar.isVisible()
    QTest.mouseClick(window.ticket.rating_bar.decline_button, Qt.MouseButton.LeftButton)
    window.refresh()
    rest()
    assert not window.ticket.rating_bar.isVisible()


def test_it_does_not_work_lets_her_add_a_word(
    window: TicketsWindow, helpdesk: Helpdesk, in_background: InBackground, rest: Rest
) -> None:
    vpn = row(window, 1).id
    window.open_ticket(vpn)
    rest()
    bar = window.ticket.outcome_bar
    QTest.mouseClick(bar.no_button, Qt.MouseButton.LeftButton)
    QTest.keyClicks(bar.comment, "It asks three times now")
    QTest.mouseClick(bar.send_button, Qt.MouseButton.LeftButton)
    rest()
    in_background(helpdesk.exchange)
    answered = helpdesk.server.readable_to(JOANNA.id, vpn)[-1].payload
    assert answered == FixConfirmed(works=False, comment="It asks three times now")
    assert helpdesk.server.ticket(vpn).status is Status.OPEN


def test_a_refused_answer_stays_with_its_reason_and_its_text_comes_back(
    *, window: TicketsWindow, helpdesk: Helpdesk, story: TicketId, in_background: InBackground, rest: Rest
) -> None:
    def refused_on_its_way() -> None:
        refuse(helpdesk, reply(helpdesk.desk, story, "My long answer").change_id)
        helpdesk.exchange()

    in_background(refused_on_its_way)
    window.refresh()
    rest()
    notice = window.ticket.refusal
    assert notice.isVisible()
    assert "You may not do this." in notice.accessibleName()
    assert window.pane._speaker.words(row(window, 0)).status == "Refused: You may not do this."
    QTest.mouseClick(notice.text_button, Qt.MouseButton.LeftButton)
    rest()
    assert window.ticket.answer.text == "My long answer"
    assert not notice.isVisible()
    assert in_background(lambda: standing.refused_changes(helpdesk.desk)) == ()


def test_a_refused_report_is_told_and_its_text_can_be_copied(
    window: TicketsWindow, helpdesk: Helpdesk, in_background: InBackground, rest: Rest
) -> None:
    def refused_on_its_way() -> None:
        ticket_id = helpdesk.report("A strange thing", "It happened.", facts="{}")
        refuse(helpdesk, page_of(helpdesk, ticket_id).moments[0].event.id, Code.TEXT_TOO_LONG)
        helpdesk.exchange()

    in_background(refused_on_its_way)
    window.refresh()
    rest()
    notice = window.pane.refusal
    assert notice.isVisible()
    assert "A strange thing" in notice.accessibleName()
    QTest.mouseClick(notice.text_button, Qt.MouseButton.LeftButton)
    assert QApplication.clipboard().text() == "A strange thing\n\nIt happened."
    QTest.mouseClick(notice.drop_button, Qt.MouseButton.LeftButton)
    rest()
    assert not notice.isVisible()
    assert in_background(lambda: standing.refused_changes(helpdesk.desk)) == ()


def test_hostile_text_stays_text(
    window: TicketsWindow, helpdesk: Helpdesk, in_background: InBackground, rest: Rest
) -> None:
    hostile = "<img src='file:///etc/passwd'><b>bold</b> <a href='file:///x'>here</a>"

    def attack() -> TicketId:
        ticket_id = helpdesk.elsewhere(hostile, hostile)
        helpdesk.happen(MAREK, ticket_id, CommentAdded(body=hostile))
        helpdesk.exchange()
        return ticket_id

    window.open_ticket(TicketId(str(in_background(attack))))
    rest()
    assert window.ticket.header.title == hostile
    assert window.ticket.header._title.textFormat() is Qt.TextFormat.PlainText
    texts = [
        text.toPlainText() for text in window.ticket.timeline.findChildren(ForeignText) if text.isVisible()
    ]
    assert texts == [hostile, hostile]


def test_searching_finds_and_says_when_there_is_nothing(
    window: TicketsWindow, rest: Rest, qtbot: QtBot
) -> None:
    window.pane.search.setText("monitor")
    qtbot.waitUntil(lambda: window.model.rowCount() == 1)
    window.pane.search.setText("nothing like this")
    qtbot.waitUntil(window.pane.empty.isVisible)
    QTest.mouseClick(window.pane.empty.button, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: window.model.rowCount() == 4)
    rest()
    assert window.pane.list.isVisible()


def test_who_reported_nothing_yet_is_told_what_will_stand_here(
    open_tickets: Callable[[], TicketsWindow], qtbot: QtBot
) -> None:
    window = open_tickets()
    assert window.pane.empty.isVisible()
    assert not window.ticket.answer.isVisible()
    said = " ".join(label.text() for label in window.ticket.empty.findChildren(PlainLabel))
    assert "happens to a report" in said
    with qtbot.waitSignal(window.report_wanted):
        QTest.mouseClick(window.pane.empty.button, Qt.MouseButton.LeftButton)


def test_the_shell_hears_of_a_wish_to_report(window: TicketsWindow, qtbot: QtBot) -> None:
    with qtbot.waitSignal(window.report_wanted):
        QTest.mouseClick(window.pane.report_button, Qt.MouseButton.LeftButton)


def test_it_says_how_things_stand(
    window: TicketsWindow, helpdesk: Helpdesk, in_background: InBackground
) -> None:
    now = in_background(lambda: standing.standing(helpdesk.desk))
    assert isinstance(now, standing.Standing)
    window.show_standing(now)
    assert window.pane.standing.text == "Everything is up to date"
    window.show_standing(replace(now, online=False, pending=2))
    assert window.pane.standing.text.startswith("Offline, 2 waiting")
    window.show_standing(replace(now, sign_in_needed=True))
    assert window.pane.standing.text.startswith("Sign in again")


def test_a_failure_is_told_in_place_and_the_content_stays(window: TicketsWindow) -> None:
    window.show_failure(OSError("the disk is gone"))
    assert window.ticket.banner.isVisible()
    assert window.ticket.timeline.isVisible()
    QTest.mouseClick(window.ticket.banner.button, Qt.MouseButton.LeftButton)
    assert not window.ticket.banner.isVisible()


def test_on_a_narrow_screen_there_is_one_column_at_a_time(window: TicketsWindow, rest: Rest) -> None:
    window.resize(683, 400)
    QApplication.processEvents()
    assert (window.width(), window.height()) == (683, 400)
    assert window.columns.is_folded
    assert window.ticket.isVisible()
    assert not window.pane.isVisible()
    QTest.mouseClick(window.columns.back_button, Qt.MouseButton.LeftButton)
    assert window.pane.isVisible()
    assert not window.ticket.isVisible()
    where = window.pane.list.visualRect(window.model.index(2, 0)).center()
    QTest.mouseClick(window.pane.list.viewport(), Qt.MouseButton.LeftButton, pos=where)
    rest()
    assert window.ticket.header.title == "Second monitor for home office"
    window.resize(1000, 680)
    QApplication.processEvents()
    assert window.pane.isVisible()
    assert window.ticket.isVisible()


def test_the_steps_follow_the_ticket(
    helpdesk: Helpdesk, open_tickets: Callable[[], TicketsWindow], in_background: InBackground, rest: Rest
) -> None:
    def steps() -> str:
        window.refresh()
        rest()
        return window.ticket.header.steps.accessibleName()

    ticket_id = TicketId(str(in_background(lambda: helpdesk.report("Slow", "Very."))))
    window = open_tickets()
    window.open_ticket(ticket_id)
    assert steps() == "Saved"
    in_background(helpdesk.exchange)
    assert steps() == "Sent"
    in_background(lambda: helpdesk.happen(MAREK, ticket_id, CommentAdded(body="I see.")))
    in_background(helpdesk.exchange)
    assert steps() == "Seen"
    in_background(lambda: helpdesk.solve(ticket_id))
    in_background(helpdesk.exchange)
    assert steps() == "Somebody has it"


def test_a_ticket_that_cannot_be_read_is_told_and_tried_again(
    helpdesk: Helpdesk,
    story: TicketId,
    open_tickets: Callable[[], TicketsWindow],
    rest: Rest,
) -> None:
    window = open_tickets()
    window.open_ticket(TicketId("f" * 32))
    rest()
    assert window.ticket.empty.isVisible()
    assert not window.ticket.answer.isVisible()
    window.open_ticket(story)
    rest()
    assert window.ticket.timeline.isVisible()


def test_an_answer_that_cannot_be_saved_stays(window: TicketsWindow, rest: Rest) -> None:
    composer = window.ticket.answer.composer
    composer.text.setPlainText("x" * 20_001)
    QTest.mouseClick(composer.send_button, Qt.MouseButton.LeftButton)
    rest()
    assert window.ticket.banner.isVisible()
    assert "20000" in window.ticket.banner.accessibleName()
    assert len(composer.body) == 20_001
    assert composer.send_button.isEnabled()


def test_what_happened_while_the_window_was_away_is_there_when_it_comes_back(
    window: TicketsWindow, helpdesk: Helpdesk, story: TicketId, in_background: InBackground, rest: Rest
) -> None:
    def answered() -> None:
        helpdesk.happen(MAREK, story, CommentAdded(body="Any news?"))
        helpdesk.exchange()

    window.close()
    in_background(answered)
    window.show()
    rest()
    assert told(window)[-1] == "Any news?"
