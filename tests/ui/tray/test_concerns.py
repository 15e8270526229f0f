"""A technician is told of what concerns her, in one notification, and a click opens the console."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import datetime, timedelta
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from itdesk.domain.audience import Audience
from itdesk.domain.changes import Assigned, CommentAdded, Payload, TicketOpened
from itdesk.domain.ids import PersonId, TicketId, new_id
from itdesk.domain.people import Person, Role
from itdesk.services.concerns import next_due_turn
from itdesk.services.desk import Account, Desk, close_desk, desk_of
from itdesk.services.news import NewsKind
from itdesk.services.reading import mark_read
from itdesk.services.synchronising import exchange_now
from itdesk.ui.background import Runner
from itdesk.ui.tray.notice import notices_of
from itdesk.ui.tray.notice_words import NoticeWords
from itdesk.ui.tray.notifier import Notifier
from itdesk.workstation.paths import DataFolder
from tests.fakes import SERVER_URL, FakeClock, FakeConnection, FakeServer, change_by
from tests.ui.gui_guard import in_background
from tests.ui.requester.conftest import Rest
from tests.ui.requester.helpdesk import JOANNA, MAREK, MORNING
from tests.ui.tray.test_notices import news
from tests.ui.tray.test_notifier import Choices, FakeBus, MessageTray
from tests.unit.domain.sla.told import ALWAYS, POLICY

ANNA = Person(id=PersonId("0c" * 16), login="alis", name="Anna Lis", role=Role.LEAD)
NOON = datetime(2026, 5, 25, 12).astimezone()
SEVERAL = (
    NewsKind.ASSIGNED,
    NewsKind.MENTIONED,
    NewsKind.DUE_SOON,
    NewsKind.OVERDUE,
    NewsKind.NOTE,
)


class Work:
    """Marek's desk with nothing on it, and what he is told of."""

    def __init__(self, desk: Desk, server: FakeServer, clock: FakeClock) -> None:
        self.desk, self.server, self.clock = desk, server, clock
        self.bus, self.choices = FakeBus(), Choices()
        self.settle: Rest = lambda: None
        self.notifier: Notifier | None = None

    def happen(self, who: Person, payload: Payload, ticket: TicketId | None = None) -> TicketId:
        ticket = ticket or TicketId(new_id())
        assert self.server.act(who.id, change_by(payload, ticket)).state == "accepted"
        return ticket

    def given(self, title: str = "Printer") -> TicketId:
        ticket = self.happen(JOANNA, TicketOpened(title=title))
        return self.happen(ANNA, Assigned(to=MAREK.id), ticket)

    def exchange(self) -> None:
        exchange_now(self.desk, FakeConnection(self.server, MAREK.id), wait_s=30)

    def look(self) -> list[str]:
        """Bring both sides together, let the notifier look, and return the titles of all that was told."""
        in_background(self.exchange)
        assert self.notifier is not None
        self.notifier.look()
        self.settle()
        return [one.title for one in self.bus.every]


@pytest.fixture
def work(
    tmp_path: Path, dressed_app: QApplication, runner: Runner, rest: Rest, qtbot: QtBot
) -> Iterator[Work]:
    clock = FakeClock()
    clock.at = MORNING
    server = FakeServer(clock, page_size=50)
    server.memory.people |= {one.id: one for one in (JOANNA, MAREK, ANNA)}
    server.publish(ALWAYS)
    server.publish(replace(POLICY, calendar_id=ALWAYS.id))
    account = Account(
        server_url=SERVER_URL, person_id=MAREK.id, login=MAREK.login, name=MAREK.name, role=MAREK.role
    )
    desk = desk_of(DataFolder(tmp_path).create(), account, now=lambda: clock.at)
    work = Work(desk, server, clock)
    notifier = Notifier(MessageTray(), runner, work.choices, now=lambda: NOON, gather_ms=0, new_bus=work.bus)
    notifier.use_desk(desk)

    def settle() -> None:
        qtbot.waitUntil(lambda: not notifier._gather.isActive())
        rest()

    work.notifier, work.settle = notifier, settle
    work.happen(JOANNA, TicketOpened(title="Of old"))
    assert work.look() == []
    yield work
    notifier.use_desk(None)
    rest()
    close_desk(desk)


def test_a_ticket_given_to_her_is_told_once_and_opens_in_the_console(work: Work, qtbot: QtBot) -> None:
    ticket = work.given()
    assert work.look() == ["Anna Lis assigned a ticket to you"]
    assert work.look() == ["Anna Lis assigned a ticket to you"]
    assert work.notifier is not None
    with qtbot.waitSignal(work.notifier.work_wanted) as wanted:
        work.bus.choose("default")
    assert wanted.args == [ticket]


def test_many_at_once_are_one_that_opens_the_console(work: Work, qtbot: QtBot) -> None:
    for title in ("Printer", "Mouse", "Screen"):
        work.given(title)
    assert work.look() == ["3 tickets were assigned to you"]
    assert work.notifier is not None
    with qtbot.waitSignal(work.notifier.work_wanted) as wanted:
        work.bus.choose("open")
    assert wanted.args == [None]


def test_a_mention_and_an_answer_are_told_in_words(work: Work) -> None:
    ticket = work.given()
    work.look()
    work.happen(JOANNA, CommentAdded(body="It blinks"), ticket)
    work.look()
    note = CommentAdded(body=f"@{MAREK.login}, the drum?", audience=Audience.STAFF)
    work.happen(ANNA, note, work.happen(JOANNA, TicketOpened(title="Toner")))
    work.look()
    assert [(one.title, one.body) for one in work.bus.every[1:]] == [
        ("An answer from Joanna Wiśniewska", "IT-1002 Printer\nIt blinks"),
        ("Anna Lis mentions you in a note", f"IT-1003 Toner\n@{MAREK.login}, the drum?"),
    ]


def test_what_turns_scarce_while_nothing_happens_is_told_in_time(work: Work) -> None:
    work.given()
    work.look()
    assert work.notifier is not None
    left = in_background(lambda: next_due_turn(work.desk))
    assert left is not None
    waits = timedelta(milliseconds=work.notifier._later.remainingTime())
    assert abs(waits - min(left, timedelta(days=1))) < timedelta(seconds=10)
    work.clock.at += left + timedelta(seconds=1)
    work.notifier._later.timeout.emit()
    work.settle()
    assert work.bus.every[-1].title == "Soon due: a ticket of yours"
    assert work.bus.every[-1].body.startswith("IT-1002 Printer\nFirst response due ")


def test_in_quiet_hours_all_waits_and_is_then_one_without_what_was_read(work: Work) -> None:
    work.choices.values = {"quiet_from": "11:00", "quiet_until": "12:30"}
    read = work.given("Read meanwhile")
    for title in ("Printer", "Mouse"):
        work.given(title)
    assert work.look() == []
    in_background(lambda: mark_read(work.desk, read))
    work.choices.values = {}
    assert work.look() == ["2 tickets were assigned to you"]


@pytest.mark.parametrize("switch", ["notifications", "notify_assigned"])
def test_what_she_does_not_want_is_not_told_and_never_later(work: Work, switch: str) -> None:
    work.choices.values = {switch: False}
    work.given()
    assert work.look() == []
    work.choices.values = {}
    assert work.look() == []


@pytest.mark.parametrize("switch", ["notify_answers", "notify_mentions", "notify_due"])
def test_a_switch_silences_its_own_kind_alone(work: Work, switch: str) -> None:
    work.choices.values = {switch: False}
    ticket = work.given()
    work.look()
    work.happen(JOANNA, CommentAdded(body="It blinks"), ticket)
    work.look()
    note = CommentAdded(body=f"@{MAREK.login}?", audience=Audience.STAFF)
    work.happen(ANNA, note, ticket)
    work.look()
    work.clock.at += timedelta(days=300)
    titles = {
        "notify_answers": "An answer from Joanna Wiśniewska",
        "notify_mentions": "Anna Lis mentions you in a note",
        "notify_due": "Overdue: a ticket of yours",
    }
    assert work.look()[1:] == [title for name, title in titles.items() if name != switch]


def test_what_was_opened_meanwhile_is_taken_away(work: Work) -> None:
    ticket = work.given()
    work.look()
    in_background(lambda: mark_read(work.desk, ticket))
    work.look()
    assert work.bus.shown == {}


def test_own_reports_and_work_are_two_notifications() -> None:
    hers, work = notices_of([news()], (), [news()])
    assert (hers.is_work, work.is_work) == (False, True)
    assert hers.key != work.key


@pytest.mark.usefixtures("language")
@pytest.mark.parametrize("kind", SEVERAL)
def test_every_kind_has_words_for_one_and_for_several(kind: NewsKind) -> None:
    words = NoticeWords()

    def title(*numbers: str) -> str:
        (notice,) = notices_of((), (), [news(number, kind) for number in numbers])
        return words.title(notice)

    assert "Marek" in title("1") or kind in {NewsKind.DUE_SOON, NewsKind.OVERDUE}
    assert title("1", "2") != title("1", "2", "3")
    assert "3" in title("1", "2", "3")


def test_what_the_house_gives_out_names_nobody() -> None:
    (notice,) = notices_of((), (), [news(kind=NewsKind.ASSIGNED, author="")])
    assert NoticeWords().title(notice) == "A ticket was assigned to you"
