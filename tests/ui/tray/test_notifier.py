"""What is new is told once, grouped, not in quiet hours, and can be answered right there."""

from collections.abc import Callable, Iterator
from datetime import datetime, timedelta
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from itdesk.domain.changes import CommentAdded, StatusChanged
from itdesk.domain.documents import Announcement, AnnouncementKind
from itdesk.domain.ids import AnnouncementId, TicketId
from itdesk.domain.status import Status
from itdesk.services.reading import mark_read
from itdesk.settings import Layer, Settings, Source, resolve
from itdesk.ui.background import Runner
from itdesk.ui.tray.notification_bus import BusNotice, NoNotifications
from itdesk.ui.tray.notifier import Notifier
from itdesk.ui.tray.tray import Tray
from tests.ui.gui_guard import in_background
from tests.ui.requester.conftest import Rest
from tests.ui.requester.helpdesk import MAREK, Helpdesk, page_of

NOON = datetime(2026, 5, 25, 12).astimezone()


class FakeBus:
    """A desktop's notifications: notes what is shown, and lets the test choose."""

    def __init__(self) -> None:
        self.heard: Callable[[int, str], None] = lambda _id, _action: None
        self.shown: dict[int, BusNotice] = {}
        self.every: list[BusNotice] = []
        self.is_there = True
        self.chosen_at_once = ""
        """What somebody chooses before the notification's id is told."""

    def __call__(self, heard: Callable[[int, str], None]) -> "FakeBus":
        self.heard = heard
        return self

    def show(self, notice: BusNotice, replaces: int = 0) -> int:
        if not self.is_there:
            raise NoNotifications
        self.every.append(notice)
        id = replaces or 2**32 - len(self.every)
        self.shown[id] = notice
        action, self.chosen_at_once = self.chosen_at_once, ""
        if action:
            self.heard(id, action)
        return id

    def close(self, id: int) -> None:
        del self.shown[id]

    def stop(self) -> None:
        self.is_there = False

    def choose(self, action: str) -> None:
        """Press a button on the one that is shown; the desktop closes it."""
        ((id, _),) = self.shown.items()
        del self.shown[id]
        self.heard(id, action)
        self.heard(id, "")


class MessageTray(Tray):
    """A tray that notes what it was asked to show."""

    def __init__(self) -> None:
        super().__init__()
        self.messages: list[tuple[str, str]] = []

    def show_message(self, title: str, body: str) -> None:
        self.messages.append((title, body))


class Choices:
    """The person's settings."""

    def __init__(self) -> None:
        self.values: dict[str, object] = {}

    def __call__(self) -> Settings:
        return resolve([Layer(source=Source.PERSON, origin="test", values=self.values)])


@pytest.fixture
def bus() -> FakeBus:
    return FakeBus()


@pytest.fixture
def tray(qtbot: QtBot) -> MessageTray:
    return MessageTray()


@pytest.fixture
def choices() -> Choices:
    return Choices()


@pytest.fixture
def told(  # noqa: PLR0917 - what pytest hands in
    helpdesk: Helpdesk,
    runner: Runner,
    rest: Rest,
    bus: FakeBus,
    tray: MessageTray,
    choices: Choices,
    qtbot: QtBot,
) -> Iterator["Told"]:
    notifier = Notifier(tray, runner, choices, now=lambda: NOON, gather_ms=0, new_bus=bus)
    notifier.use_desk(helpdesk.desk)
    yield Told(helpdesk, notifier, rest, qtbot)
    notifier.use_desk(None)
    rest()


class Told:
    """Joanna with one ticket, and what she is told of it."""

    def __init__(self, helpdesk: Helpdesk, notifier: Notifier, rest: Rest, qtbot: QtBot) -> None:
        self.helpdesk, self.notifier, self.rest, self.qtbot = helpdesk, notifier, rest, qtbot
        self.ticket = self.another("Printer")

    def another(self, title: str) -> TicketId:
        ticket = self.helpdesk.report(title)
        self.helpdesk.exchange()
        return ticket

    def reply(self, words: str, ticket: TicketId | None = None) -> None:
        in_background(lambda: self.helpdesk.happen(MAREK, ticket or self.ticket, CommentAdded(body=words)))

    def solve(self) -> None:
        in_background(lambda: self.helpdesk.solve(self.ticket))

    def look(self) -> None:
        """Bring both sides together, and let the notifier look until it has told all."""
        in_background(self.helpdesk.exchange)
        self.notifier.look()
        self.qtbot.waitUntil(lambda: not self.notifier._gather.isActive())
        self.rest()


def test_a_reply_is_told_once(told: Told, bus: FakeBus) -> None:
    told.reply("Looking")
    told.look()
    told.look()
    assert [one.title for one in bus.every] == ["An answer from Marek Zieliński"]
    assert bus.every[0].body == "IT-1042 Printer\nLooking"
    assert bus.every[0].actions == (("default", "Open"), ("open", "Open"))


def test_several_together_are_one_and_a_later_one_takes_the_place(told: Told, bus: FakeBus) -> None:
    told.reply("One")
    told.reply("Two")
    told.look()
    assert [one.title for one in bus.every] == ["IT-1042: 2 new things"]
    told.reply("Three")
    told.look()
    assert len(bus.every) == 2
    assert [one.body for one in bus.shown.values()] == ["IT-1042 Printer\nThree"]


def test_a_click_opens_the_ticket(told: Told, bus: FakeBus, qtbot: QtBot) -> None:
    told.reply("Looking")
    told.look()
    with qtbot.waitSignal(told.notifier.ticket_wanted) as wanted:
        bus.choose("default")
    assert wanted.args == [told.ticket]


def test_several_tickets_open_the_list(told: Told, bus: FakeBus, qtbot: QtBot) -> None:
    other = in_background(lambda: told.another("Mouse"))
    told.reply("One")
    told.reply("Two", other)
    told.look()
    with qtbot.waitSignal(told.notifier.tickets_wanted):
        bus.choose("open")


def test_it_works_is_said_right_there_and_rated(told: Told, bus: FakeBus) -> None:
    told.solve()
    told.look()
    bus.choose("works")
    told.rest()
    page = in_background(lambda: page_of(told.helpdesk, told.ticket))
    assert page.ticket.status is Status.CLOSED
    assert [one.title for one in bus.shown.values()] == ["Thank you, IT-1042 is done"]
    bus.choose("rate-5")
    told.rest()
    page = in_background(lambda: page_of(told.helpdesk, told.ticket))
    assert page.ticket.rating is not None
    assert page.ticket.rating.score == 5


def test_who_is_faster_than_the_bus_is_heard_all_the_same(told: Told, bus: FakeBus) -> None:
    told.solve()
    bus.chosen_at_once = "works"
    told.look()
    told.rest()
    page = in_background(lambda: page_of(told.helpdesk, told.ticket))
    assert page.ticket.status is Status.CLOSED
    assert [one.title for one in bus.shown.values()][-1] == "Thank you, IT-1042 is done"


def test_it_does_not_work_opens_the_ticket_to_say_more(told: Told, bus: FakeBus, qtbot: QtBot) -> None:
    told.solve()
    told.look()
    with qtbot.waitSignal(told.notifier.ticket_wanted):
        bus.choose("does-not-work")
    told.rest()
    page = in_background(lambda: page_of(told.helpdesk, told.ticket))
    assert page.ticket.status.is_open


def test_an_answer_that_is_no_longer_possible_opens_the_ticket(
    told: Told, bus: FakeBus, qtbot: QtBot
) -> None:
    told.solve()
    told.look()
    again = StatusChanged(to=Status.OPEN, note="It is not over")
    in_background(lambda: told.helpdesk.happen(MAREK, told.ticket, again))
    in_background(told.helpdesk.exchange)
    with qtbot.waitSignal(told.notifier.ticket_wanted):
        bus.choose("works")


@pytest.mark.parametrize("action", ["", "format-disk", "rate-7"])
def test_what_nobody_offered_does_nothing(told: Told, bus: FakeBus, action: str, qtbot: QtBot) -> None:
    told.reply("Looking")
    told.look()
    with qtbot.assertNotEmitted(told.notifier.ticket_wanted):
        bus.heard(77, "default")
        bus.choose(action)
        told.rest()


def test_in_quiet_hours_nothing_is_told_and_then_all_at_once(
    told: Told, bus: FakeBus, choices: Choices
) -> None:
    choices.values = {"quiet_from": "11:00", "quiet_until": "12:30"}
    told.reply("One")
    told.look()
    told.reply("Two")
    told.look()
    assert bus.every == []
    left_ms = told.notifier._later.remainingTime()
    assert timedelta(minutes=30) <= timedelta(milliseconds=left_ms + 100) < timedelta(minutes=31)
    choices.values = {"quiet_from": "11:00", "quiet_until": "12:00"}
    told.notifier._later.timeout.emit()
    told.rest()
    assert [one.title for one in bus.every] == ["IT-1042: 2 new things"]


def test_who_wants_none_gets_none_and_no_flood_later(told: Told, bus: FakeBus, choices: Choices) -> None:
    choices.values = {"notifications": False}
    told.reply("One")
    told.look()
    choices.values = {}
    told.look()
    assert bus.every == []


def test_what_was_read_meanwhile_is_taken_away(told: Told, bus: FakeBus) -> None:
    told.reply("Looking")
    told.look()
    in_background(lambda: mark_read(told.helpdesk.desk, told.ticket))
    told.look()
    assert bus.shown == {}


@pytest.fixture
def outage(helpdesk: Helpdesk) -> Announcement:
    """An outage of two hours, which IT announces before Joanna's computer first asks."""
    outage = Announcement(
        id=AnnouncementId("vpn"),
        title={"en": "VPN connections break off"},
        body={},
        kind=AnnouncementKind.OUTAGE,
        begins_at=helpdesk.clock(),
        ends_at=helpdesk.clock() + timedelta(hours=2),
    )
    helpdesk.server.publish(outage)
    return outage


def test_an_announcement_is_told_once_quietly_and_goes_with_its_end(
    outage: Announcement, told: Told, bus: FakeBus
) -> None:
    for _ in range(2):
        told.look()
    (notice,) = bus.every
    assert outage.title["en"] in f"{notice.title} {notice.body}"
    assert notice.is_quiet
    told.helpdesk.clock.move(3 * 3600)
    told.look()
    assert not bus.shown


@pytest.mark.usefixtures("outage")
def test_a_click_on_an_announcement_opens_where_it_stands(told: Told, bus: FakeBus, qtbot: QtBot) -> None:
    told.look()
    with qtbot.waitSignal(told.notifier.announcements_wanted):
        bus.choose("default")


def test_signing_out_takes_everything_away(told: Told, bus: FakeBus) -> None:
    told.reply("Secret")
    told.look()
    told.notifier.use_desk(None)
    told.rest()
    assert bus.shown == {}


def test_without_a_bus_the_tray_shows_it(told: Told, bus: FakeBus, tray: MessageTray, qtbot: QtBot) -> None:
    bus.is_there = False
    told.reply("<img src='file:///etc/passwd'>")
    told.look()
    assert tray.messages == [
        ("An answer from Marek Zieliński", "IT-1042 Printer\n‹img src='file:///etc/passwd'›")
    ]
    with qtbot.waitSignal(told.notifier.ticket_wanted) as wanted:
        tray.message_clicked.emit()
    assert wanted.args == [told.ticket]


@pytest.mark.usefixtures("told")
def test_the_real_bus_is_missing_here_and_that_is_no_trouble(tmp_path: Path) -> None:
    from itdesk.ui.tray.notifier import session_bus

    real = session_bus(lambda _id, _action: None)
    if real is not None:
        with pytest.raises(NoNotifications):
            in_background(lambda: real.show(BusNotice(title="a", body="b")))
