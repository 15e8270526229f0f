"""Two consoles and an employee, live over a real server: what one does, the others see. And a day offline."""

from collections.abc import Callable, Iterator
from datetime import date
from functools import partial
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QObject, Qt, Signal
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from itdesk.connection.address import parse_server_url
from itdesk.connection.connection import Connection
from itdesk.diagnostics.asking import Asking
from itdesk.diagnostics.facts import Facts
from itdesk.domain.changes import FixConfirmed
from itdesk.domain.consenting import open_request
from itdesk.domain.ids import TicketId
from itdesk.domain.listing import Order, Question
from itdesk.domain.presence import Doing
from itdesk.domain.priority import Impact, Priority, Urgency
from itdesk.domain.query.parsing import parse
from itdesk.domain.status import Status
from itdesk.domain.ticket import Ticket
from itdesk.services import conversation, reading, work
from itdesk.services.asking import ask
from itdesk.services.desk import Account, close_desk, desk_of
from itdesk.services.presence import tell_presence
from itdesk.services.report import Report, report_problem
from itdesk.services.server_search import ServerHits, ServerTicket, read_on_server, search_server
from itdesk.services.signing import sign_in
from itdesk.services.synchronising import SyncThread
from itdesk.ui.background import Runner
from itdesk.ui.console.calls import ConsoleCalls
from itdesk.ui.console.consent_dialog import CHOSEN, ConsentDialog
from itdesk.ui.console.deeds import Deed
from itdesk.ui.console.refused_card import RefusedCard
from itdesk.ui.console.server_search_dialog import ServerSearchDialog
from itdesk.ui.console.window import ConsoleWindow
from itdesk.ui.icons import IconSet
from itdesk.ui.requester.consent_doer import give_facts
from itdesk.ui.translation import Translation
from itdesk.workstation.credentials import open_credential_store
from itdesk.workstation.paths import DataFolder
from tests.e2e.processes import PASSWORDS, Server
from tests.ui.console_calls import calls_with

PATIENCE_MS = 40_000
pytestmark = pytest.mark.qt_log_ignore("This plugin does not support", extend=True)


class Heard(QObject):
    """Brings the news of a sync thread to the window's thread."""

    told = Signal()
    met = Signal(object)


class Seat:
    """One person's computer: a desk, in step with the server while it is online."""

    def __init__(self, data: DataFolder, account: Account, connect: Callable[[], Connection]) -> None:
        self.desk = desk_of(data, account, wake=self.wake)
        self.news = Heard()
        self._connect = connect
        self._thread: SyncThread | None = None

    def go_online(self) -> None:
        """Begin to follow the server."""
        self._thread = SyncThread(self.desk, self._connect, heard=self.news.told.emit, met=self.news.met.emit)
        self._thread.start()

    def go_offline(self) -> None:
        """Pull the cable."""
        thread, self._thread = self._thread, None
        if thread is not None:
            assert thread.stop(30)

    def wake(self) -> None:
        """Something was saved."""
        if self._thread is not None:
            self._thread.wake()

    def tell_presence(self, ticket_id: TicketId | None, doing: Doing) -> None:
        """Tell the server where this person is."""
        with self._connect() as connection:
            tell_presence(connection, ticket_id, doing)

    @property
    def calls(self) -> ConsoleCalls:
        """What this person's console asks of the program."""
        return calls_with(
            tell_presence=self.tell_presence,
            search_server=self.search_server,
            read_on_server=self.read_on_server,
        )

    def search_server(self, text: str) -> ServerHits:
        """Ask the server."""
        with self._connect() as connection:
            return search_server(self.desk, connection, text)

    def read_on_server(self, number: str) -> ServerTicket:
        """Read a ticket on the server."""
        with self._connect() as connection:
            return read_on_server(connection, number)

    def ticket(self, id: TicketId) -> Ticket | None:
        """Read a ticket as this person sees it."""
        page = reading.ticket_page(self.desk, id)
        return page.ticket if page else None


@pytest.fixture
def seat(tmp_path: Path, server: Server) -> Iterator[Callable[[str], Seat]]:
    """`seat(login)` is a computer, signed in and online."""
    seats: list[Seat] = []

    def sit(login: str) -> Seat:
        data = DataFolder(tmp_path / login).create()
        connection = Connection(parse_server_url(server.url), proxy="direct")
        credentials = open_credential_store("memory", data)
        account = sign_in(data, credentials, connection, login, PASSWORDS[login])
        token = credentials.get(account.key)
        made = Seat(data, account, lambda: connection.with_token(token))
        seats.append(made)
        made.go_online()
        return made

    yield sit
    for one in seats:
        one.go_offline()
        close_desk(one.desk)


@pytest.fixture
def console(qapp: QApplication, qtbot: QtBot) -> Iterator[Callable[[Seat], ConsoleWindow]]:
    """`console(seat)` is the window over a technician's desk, told of what is new there."""
    qapp.setQuitOnLastWindowClosed(False)
    if qapp.findChild(IconSet) is None:
        IconSet.load(qapp)
        Translation(qapp, "en")
    made: list[tuple[ConsoleWindow, Runner]] = []

    def opened(seat: Seat) -> ConsoleWindow:
        runner = Runner()
        window = ConsoleWindow(seat.desk, runner, seat.calls)
        seat.news.told.connect(window.refresh)
        seat.news.met.connect(window.companions.show_presences)
        window.show()
        made.append((window, runner))
        return window

    yield opened
    for window, runner in made:
        window.close()
        window.deleteLater()
        QCoreApplication.sendPostedEvents(window, QEvent.Type.DeferredDelete)
        assert runner.shutdown()


def go(window: ConsoleWindow, seat: Seat, id: TicketId, qtbot: QtBot) -> None:
    """Show a ticket once it is there."""
    qtbot.waitUntil(lambda: seat.ticket(id) is not None, timeout=PATIENCE_MS)
    window.open_ticket(id)
    qtbot.waitUntil(
        lambda: window.page.view is not None and window.page.view.ticket_id == id, timeout=PATIENCE_MS
    )


def test_what_one_does_the_others_see(
    seat: Callable[[str], Seat], console: Callable[[Seat], ConsoleWindow], qtbot: QtBot
) -> None:
    joanna, marek, barbara = seat("joanna"), seat("marek"), seat("barbara")
    his, hers = console(marek), console(barbara)
    wait = partial(qtbot.waitUntil, timeout=PATIENCE_MS)
    saved = report_problem(joanna.desk, Report(title="Drukarka nie drukuje", description="Miga na czerwono"))
    id = saved.ticket_id
    for window, who in ((his, marek), (hers, barbara)):
        go(window, who, id, qtbot)
    hers.navigation.go_to("open")
    wait(lambda: hers.tickets.model.rowCount() == 1)

    his.tickets.list.setFocus()
    wait(lambda: Deed.TAKE in his.page.header.deeds.offered)
    his.do(Deed.TAKE)
    wait(lambda: hers.page.header.assignee.text() == marek.desk.account.name)

    his.page.reply_box.start(is_internal=True)
    QTest.keyClicks(his.page.reply_box.composer.text, "Znowu sterownik")
    his.page.reply_box.composer.send_button.click()
    wait(lambda: "Znowu sterownik" in said(hers))
    assert "Znowu sterownik" not in said_to(joanna, id)

    conversation.reply(joanna.desk, id, "Czy to potrwa?")
    wait(lambda: "Czy to potrwa?" in said(his) and "Czy to potrwa?" in said(hers))

    work.change_status(barbara.desk, id, Status.RESOLVED, note="Sterownik cofnięty")
    wait(lambda: (one := joanna.ticket(id)) is not None and one.status is Status.RESOLVED)
    ask(joanna.desk, id, FixConfirmed(works=True))
    wait(lambda: (one := marek.ticket(id)) is not None and one.status is Status.CLOSED)
    wait(lambda: his.page.header.status.accessibleName() == "Closed")


def test_each_sees_what_the_other_has_before_her(
    seat: Callable[[str], Seat], console: Callable[[Seat], ConsoleWindow], qtbot: QtBot
) -> None:
    joanna, marek, barbara = seat("joanna"), seat("marek"), seat("barbara")
    his, hers = console(marek), console(barbara)
    wait = partial(qtbot.waitUntil, timeout=PATIENCE_MS)
    id = report_problem(joanna.desk, Report(title="Projektor", description="Nie świeci")).ticket_id
    for window, who in ((his, marek), (hers, barbara)):
        go(window, who, id, qtbot)
    wait(lambda: hers.page.header.companions.text == f"{marek.desk.account.name} is reading")
    his.activateWindow()
    his.page.reply_box.start(is_internal=False)
    wait(his.page.reply_box.composer.text.hasFocus)
    QTest.keyClicks(his.page.reply_box.composer.text, "Lampa")
    wait(lambda: hers.page.header.companions.text == f"{marek.desk.account.name} is writing")
    his.hide()
    wait(lambda: not hers.page.header.companions.isVisible())
    assert his.page.header.companions.text == f"{barbara.desk.account.name} is reading"


def test_what_is_not_here_is_searched_and_read_on_the_server(
    seat: Callable[[str], Seat], console: Callable[[Seat], ConsoleWindow], qtbot: QtBot
) -> None:
    joanna, marek = seat("joanna"), seat("marek")
    his = console(marek)
    wait = partial(qtbot.waitUntil, timeout=PATIENCE_MS)
    old = report_problem(joanna.desk, Report(title="Skaner", description="Zacina się")).ticket_id
    go(his, marek, old, qtbot)
    marek.go_offline()
    new = report_problem(joanna.desk, Report(title="Skaner w holu", description="Też się zacina")).ticket_id
    wait(lambda: (one := joanna.ticket(new)) is not None and one.number is not None)
    his.navigation.search_for("skaner")
    wait(lambda: his.tickets.title.text() == "Found" and his.tickets.model.rowCount() == 1)
    assert his.tickets.server_button.isVisible()
    his.tickets.server_button.click()
    dialog = his.findChildren(ServerSearchDialog)[0]
    wait(lambda: dialog.list.count() == 2)
    assert "2" in dialog.hint.text()
    dialog.list.setCurrentRow(0)
    wait(lambda: "Też się zacina" in dialog.text.toPlainText())
    assert not dialog.open_button.isEnabled(), "it can be read, and is not here"
    dialog.list.setCurrentRow(1)
    wait(lambda: "Zacina się" in dialog.text.toPlainText())
    with qtbot.waitSignal(dialog.ticket_wanted) as wanted:
        dialog.open_button.click()
    assert wanted.args == [old]


def test_the_same_question_has_the_same_answer_here_and_on_the_server(
    seat: Callable[[str], Seat], qtbot: QtBot
) -> None:
    joanna, marek = seat("joanna"), seat("marek")
    titles = ("Drukarka w holu", "Monitor miga", "Drukarka nie drukuje", "Łącze zrywa")
    ids = [
        report_problem(joanna.desk, Report(title=title, description="Od rana")).ticket_id for title in titles
    ]
    for id in ids:
        qtbot.waitUntil(lambda id=id: marek.ticket(id) is not None, timeout=PATIENCE_MS)  # type: ignore[misc]
    for text in (
        "drukarka",
        "lacze",
        "rana -monitor",
        'requester:joanna "nie drukuje"',
        "is:open miga",
        "drukarka 3",
    ):
        question = Question(query=parse(text, today=date(2026, 5, 25)), order=Order.NEWEST_FIRST)
        here = reading.ticket_ids(marek.desk, question)
        there = tuple(hit.id for hit in marek.search_server(text).hits)
        assert here == there, text
        assert here or text == "drukarka 3"


def test_it_asks_her_computer_she_agrees_and_the_answer_lands_in_the_ticket(
    seat: Callable[[str], Seat], console: Callable[[Seat], ConsoleWindow], qtbot: QtBot
) -> None:
    joanna, marek = seat("joanna"), seat("marek")
    his = console(marek)
    wait = partial(qtbot.waitUntil, timeout=PATIENCE_MS)
    id = report_problem(joanna.desk, Report(title="Dysk", description="Pełny?")).ticket_id
    go(his, marek, id, qtbot)
    his.do(Deed.ASK_COMPUTER)
    dialog = his.findChildren(ConsentDialog)[0]
    dialog.choose(CHOSEN)
    dialog.check("system")
    dialog.why.setText("Czy jest miejsce na dysku?")
    dialog.ok_button.click()
    wait(lambda: (one := joanna.ticket(id)) is not None and open_request(one) is not None)
    ticket = joanna.ticket(id)
    request = open_request(ticket) if ticket else None
    assert request is not None
    give_facts(joanna.desk, collected, id, request)
    wait(lambda: his.page.view is not None and his.page.view.facts is not None)
    assert his.page.view is not None
    assert his.page.view.facts is not None
    assert set(his.page.view.facts.facts) == set(request.probes)
    assert his.page.view.page is not None
    assert his.page.view.page.ticket.consents[0].agreed is True


def test_a_console_that_was_offline_comes_back_and_loses_nothing(
    seat: Callable[[str], Seat], console: Callable[[Seat], ConsoleWindow], qtbot: QtBot
) -> None:
    joanna, marek, barbara = seat("joanna"), seat("marek"), seat("barbara")
    his = console(marek)
    wait = partial(qtbot.waitUntil, timeout=PATIENCE_MS)
    id = report_problem(joanna.desk, Report(title="VPN", description="Pyta dwa razy")).ticket_id
    go(his, marek, id, qtbot)
    wait(lambda: barbara.ticket(id) is not None)

    marek.go_offline()
    work.set_priority(marek.desk, id, Impact.HIGH, Urgency.HIGH)
    conversation.reply(marek.desk, id, "Zaraz sprawdzę")
    work.set_priority(barbara.desk, id, Impact.LOW, Urgency.LOW)
    wait(lambda: (one := joanna.ticket(id)) is not None and one.version >= 2)
    his.refresh()
    wait(lambda: "Zaraz sprawdzę" in said(his))
    assert his.page.header.priority.text == "Critical", "his own words count for him while he is away"

    marek.go_online()
    wait(lambda: any(card.isVisible() for card in his.findChildren(RefusedCard)))
    card = next(card for card in his.findChildren(RefusedCard) if card.isVisible())
    assert "“P5”" in card.reason.text()
    assert "“P1”" in card.reason.text()
    wait(lambda: his.page.header.priority.text == "Planning")
    wait(lambda: "Zaraz sprawdzę" in said_to(joanna, id))
    QTest.mouseClick(card.again_button, Qt.MouseButton.LeftButton)
    wait(lambda: (one := barbara.ticket(id)) is not None and one.priority is Priority.CRITICAL)


def collected(asking: Asking, _on_probe: object) -> Facts:
    """Answer what a computer was asked: the name of each probe."""
    return Facts(collected_in_ms=1, facts={name: {"asked": name} for name in asking.probes})


def said(window: ConsoleWindow) -> list[str]:
    """Return the words that the conversation of a console shows."""
    page = window.page.view.page if window.page.view else None
    return said_in(page)


def said_to(seat: Seat, id: TicketId) -> list[str]:
    """Return the words that somebody reads on a ticket."""
    return said_in(reading.ticket_page(seat.desk, id))


def said_in(page: reading.TicketPage | None) -> list[str]:
    bodies = [getattr(moment.event.payload, "body", "") for moment in page.moments] if page else []
    return [body for body in bodies if body]
