"""Shows foreign text in every window that shows any. A process of its own, for whoever watches what it opens.

`python -m tests.system.foreign_windows FOLDER CANARY`; with a third word, the canary as rich text instead.
"""

import sys
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from hashlib import sha256
from pathlib import Path
from typing import Any

from PySide6.QtCore import QCoreApplication, QDate, QDeadlineTimer, QEvent, QPoint, Qt
from PySide6.QtWidgets import QApplication, QComboBox, QDialog, QLabel, QLineEdit, QWidget

from itdesk.connection.errors import Cause, NotItdesk, Problem, Unreachable
from itdesk.diagnostics.asking import Asking
from itdesk.diagnostics.facts import Facts
from itdesk.domain.catalogue import Category
from itdesk.domain.changes import (
    Assigned,
    Change,
    CommentAdded,
    DiagnosticsAttached,
    FileAttached,
    TicketOpened,
)
from itdesk.domain.documents import Announcement, AnnouncementKind, Article, Symptom
from itdesk.domain.ids import (
    AnnouncementId,
    ArticleId,
    ChangeId,
    FileId,
    PersonId,
    SymptomId,
    TicketId,
    new_id,
)
from itdesk.domain.limits import NAME_CHARS, SEARCH_CHARS, TITLE_CHARS
from itdesk.domain.people import Person, Role
from itdesk.domain.refusals import Code, Refusal
from itdesk.domain.status import Status
from itdesk.services.announcements import standing_announcements
from itdesk.services.desk import Account, Desk, close_desk, desk_of
from itdesk.services.doctor import Finding, Verdict
from itdesk.services.helpdesk import HelpdeskNow
from itdesk.services.program_state import ProgramState
from itdesk.services.standing import RefusedChange
from itdesk.services.symptoms import symptoms
from itdesk.services.synchronising import exchange_now
from itdesk.ui.background import Runner
from itdesk.ui.console.choice_dialog import ChoiceDialog, Option
from itdesk.ui.console.facts_dialog import FactsDialog
from itdesk.ui.console.hold_dialog import HoldDialog
from itdesk.ui.console.incident_dialog import IncidentDialog
from itdesk.ui.console.note_dialog import NoteDialog
from itdesk.ui.console.window import ConsoleWindow
from itdesk.ui.icons import IconSet
from itdesk.ui.preferences.calls import SettingsCalls
from itdesk.ui.preferences.settings_window import SettingsWindow
from itdesk.ui.preferences.sign_in_window import SignInWindow
from itdesk.ui.report.around_editors import ConcernsEditor, PersonEditor
from itdesk.ui.report.around_line import Part
from itdesk.ui.report.window import ReportWindow
from itdesk.ui.requester.knowledge_window import KnowledgeWindow
from itdesk.ui.requester.tickets_window import TicketsWindow
from itdesk.ui.theme import Theme, apply_theme
from itdesk.ui.tokens import Scheme
from itdesk.ui.translation import Translation
from itdesk.ui.tray.summary import Summary
from itdesk.ui.tray.tray import Tray
from itdesk.workstation.paths import DataFolder
from tests.fakes import SERVER_URL, FakeConnection
from tests.system.foreign_payloads import payloads
from tests.system.foreign_work import line, page_of_fields, work
from tests.ui.console_calls import ALONE
from tests.ui.preferences.settings_calls import FakeProgram
from tests.ui.preferences.test_preferences import ACCOUNT, FakeServer
from tests.ui.requester.helpdesk import COMPUTER, JOANNA, MAREK, Helpdesk, close_helpdesk, open_helpdesk

LIMIT_MS = 60_000


def main() -> None:
    """Show everything, and end."""
    folder, canary, *shown_as_rich = sys.argv[1:]
    app = QApplication(["itdesk"])
    IconSet.load(app)
    Translation(app, "en")
    apply_theme(app, Theme(Scheme.LIGHT))
    texts = payloads(Path(canary))
    if shown_as_rich:
        show_as_rich(texts[0])
    else:
        show_everything(Path(folder), texts)
    print("shown", flush=True)


def show_as_rich(text: str) -> None:
    """Do what the program may not: show a text as more than text."""
    label = QLabel(text)
    label.setTextFormat(Qt.TextFormat.RichText)
    label.grab()


def show_everything(folder: Path, texts: Sequence[str]) -> None:
    """Show all texts in all windows."""
    helpdesk = open_helpdesk(folder / "joanna")
    shown = fill(helpdesk, texts)
    runner = Runner()
    show_hers(helpdesk, runner, shown, texts)
    with mareks_desk(helpdesk, folder / "marek") as desk:
        show_console(desk, runner, shown, texts)
    assert runner.shutdown()
    close_helpdesk(helpdesk)


def fill(helpdesk: Helpdesk, texts: Sequence[str]) -> list[TicketId]:
    """Let every text be everything that somebody else may write; return the tickets."""
    people = helpdesk.server.memory.people
    people[JOANNA.id] = replace(JOANNA, name=texts[0][:NAME_CHARS], place=texts[2], phone=texts[1])
    for index, text in enumerate(texts):
        for document in documents(helpdesk, index, text):
            helpdesk.server.publish(document)
    helpdesk.server.publish(page_of_fields(texts[0]))
    made = [ticket(helpdesk, text) for text in texts]
    for one, other, text in zip(made, made[1:] + made[:1], texts, strict=True):
        work(helpdesk, lead_called(helpdesk, text), one, other, text)
    helpdesk.exchange()
    return made


def documents(helpdesk: Helpdesk, index: int, text: str) -> Iterator[Any]:
    """Yield the documents that hold this text."""
    words = {"en": text[:NAME_CHARS]}
    now = helpdesk.clock()
    yield Article(
        id=ArticleId(f"{index:032x}"), title=words, body={"en": f"{text}\n\n# {text}\n\n- {text}\n"}
    )
    yield Symptom(id=SymptomId(f"symptom-{index}"), icon="printer", category=Category.OTHER, name=words)
    yield Announcement(
        id=AnnouncementId(f"announcement-{index}"),
        title=words,
        body={"en": text},
        kind=AnnouncementKind.OUTAGE,
        symptoms=(f"symptom-{index}",),
        begins_at=now - timedelta(hours=1),
        ends_at=now + timedelta(days=9),
    )


def ticket(helpdesk: Helpdesk, text: str) -> TicketId:
    """Let a ticket be all of this text, with somebody of this name who answers it and attaches it."""
    helper = Person(
        id=PersonId(new_id()), login="x", name=text[:NAME_CHARS], role=Role.TECHNICIAN, department=text[:90]
    )
    helpdesk.server.memory.people[helper.id] = helper
    one = TicketId(new_id())
    title = " ".join(text.split())[:TITLE_CHARS]
    helpdesk.happen(JOANNA, one, TicketOpened(title=title, description=text))
    told = Facts(collected_in_ms=1, facts=facts(text)).to_json().decode()
    helpdesk.happen(JOANNA, one, DiagnosticsAttached(facts=told))
    helpdesk.happen(helper, one, Assigned(to=helper.id))
    helpdesk.happen(helper, one, CommentAdded(body=text))
    content = text.encode()
    file = FileAttached(
        file_id=FileId(new_id()), name=name_of(text), bytes=len(content), sha256=sha256(content).hexdigest()
    )
    helpdesk.happen(helper, one, file)
    return one


def lead_called(helpdesk: Helpdesk, text: str) -> Person:
    """Return a lead of this name."""
    lead = Person(id=PersonId(new_id()), login="x", name=line(text, NAME_CHARS), role=Role.LEAD)
    helpdesk.server.memory.people[lead.id] = lead
    return lead


def name_of(text: str) -> str:
    """Return the text as a file's name."""
    return " ".join(text.split())[:100]


def facts(text: str) -> Mapping[str, Mapping[str, Any]]:
    """Return facts that are this text wherever one may be."""
    return {
        "host": {"name": text},
        "machine": {"manufacturer": text, "model": text},
        "operating_system": {"name": text, "version": text},
        "foreground": {"application": text},
        "printers": {"printers": [{"name": text, "state": text, "is_default": True}]},
        text[:40]: {text[:40]: text},
    }


def show_hers(helpdesk: Helpdesk, runner: Runner, shown: Sequence[TicketId], texts: Sequence[str]) -> None:
    """Show Joanna's windows, with each ticket, each article, and each report."""
    tickets = TicketsWindow(helpdesk.desk, runner, attachment=helpdesk.fetch, computer=COMPUTER)
    settle(tickets, runner)
    for one in shown:
        tickets.open_ticket(one)
        settle(tickets, runner)
    tickets.announcements.unfold()
    settle(tickets, runner)
    for text in texts:
        search(tickets.pane.search, text)
        settle(tickets, runner)
    tickets.pane.search.clear()
    knowledge = KnowledgeWindow(helpdesk.desk, runner, attachment=helpdesk.fetch)
    settle(knowledge, runner)
    for index in range(len(texts)):
        knowledge.open_article(ArticleId(f"{index:032x}"))
        settle(knowledge, runner)
    for text in texts:
        search(knowledge.search, text)
        settle(knowledge, runner)
    show_bars(tickets, runner, texts)
    close(tickets)
    close(knowledge)
    for text in texts:
        show_around(runner, text)
    show_reports(helpdesk, runner, texts)


def show_bars(tickets: TicketsWindow, runner: Runner, texts: Sequence[str]) -> None:
    """Show colleagues of these names, and changes that were refused for these reasons."""
    bars = tickets.ticket.bars
    colleagues = [
        Person(id=PersonId(new_id()), login="x", name=" ".join(text.split())[:NAME_CHARS]) for text in texts
    ]
    bars.inviting.show_people(colleagues, colleagues)
    bars.call(bars.inviting)
    settle(tickets, runner)
    bars.inviting.colleague.showPopup()
    settle(tickets, runner)
    bars.inviting.colleague.hidePopup()
    for text in texts:
        payload = TicketOpened(title=" ".join(text.split())[:TITLE_CHARS])
        change = Change(
            id=ChangeId(new_id()), ticket_id=TicketId(new_id()), payload=payload, made_at=datetime.now(UTC)
        )
        refusal = Refusal(code=Code.CONFLICT, field=text, theirs=text, yours=text)
        refused = RefusedChange(change=change, refusal=refusal, refused_at=datetime.now(UTC))
        tickets.pane.refusal.show_refused(refused)
        settle(tickets, runner)


def show_around(runner: Runner, text: str) -> None:
    """Show the text as what the server, the proxy, a policy and the helpdesk say, around the tickets."""
    settings = SettingsWindow(runner, ForeignProgram(text).calls(), account=replace(ACCOUNT, name=text))
    for page in range(4):
        settings.show_page(page)
        settle(settings, runner)
    settings.diagnostics.check_button.click()
    settle(settings, runner)
    server = FakeServer()
    sign_in = SignInWindow(
        runner, sign_in=server.sign_in, use_code=server.use_code, settings=FakeProgram().settings
    )
    sign_in.show_failure(Problem(text, status=400, code=text, title=text))
    settle(sign_in, runner)
    sign_in.show_failure(Unreachable(text, Cause.PROXY, text))
    settle(sign_in, runner)
    tray = Tray()
    helpdesk = HelpdeskNow(
        name={"en": text},
        phone=text,
        address=text,
        is_open=True,
        until=None,
        opens_at=None,
        usual_first_answer_min=40,
    )
    tray.show_summary(Summary(signed_in=True, helpdesk=helpdesk, announced=1))
    tray.menu.popup(QPoint(0, 0))
    settle(tray.menu, runner)
    tray.menu.close()
    for window in (settings, sign_in):
        close(window)


class ForeignProgram(FakeProgram):
    """A program all of whose state, and all that its doctor finds, is one text."""

    def __init__(self, text: str) -> None:
        super().__init__(policy={"server_url": "https://help.example.com"})
        self.text = text
        self.sessions = [replace(one, device=text) for one in self.sessions]

    def state(self) -> ProgramState:
        """Return the text wherever one may be."""
        text = self.text
        made = super().state()
        told = tuple(replace(one, value=text, origin=text) for one in made.settings)
        problem = NotItdesk(text, text)
        return replace(
            made, versions=((text, text),), settings=told, person=text, server=text, problem=problem
        )

    def calls(self) -> SettingsCalls:
        """Return the calls that a window makes; the doctor finds the text."""
        found = Finding(
            step="server",
            verdict=Verdict.FAIL,
            code="way.answer",
            values={"server": self.text, "reason": self.text, "ms": 3},
        )
        return replace(super().calls(), doctor=lambda: (found,))


def show_reports(helpdesk: Helpdesk, runner: Runner, texts: Sequence[str]) -> None:
    """Show each text as a report, among symptoms and facts that are foreign texts too."""
    known = symptoms(helpdesk.desk)
    announced = standing_announcements(helpdesk.desk)
    assert announced
    for index, text in enumerate(texts):
        report = ReportWindow(
            helpdesk.desk, runner, collect_facts=telling(text), symptoms=known, picture=None, may_grab=False
        )
        report.form.show_more()
        settle(report, runner)
        report.announced.emit(announced[index:])
        report.form.symptoms.choose(f"symptom-{index}")
        report.form.description.setPlainText(text)
        report.form.changed.emit()
        settle(report, runner)
        show_choices(report, runner)
        report.along.preview_wanted.emit()
        settle(report, runner)
        close(report)


def show_choices(report: ReportWindow, runner: Runner) -> None:
    """Open the lists of names: for whom it is, and which computer it concerns."""
    for part, number in ((Part.PERSON, 1), (Part.CONCERNS, 1)):
        report.form.around.open_editor(part)
        editor = report.form.around.editor
        assert isinstance(editor, PersonEditor | ConcernsEditor)
        editor.choice.segments()[number].click()
        box = editor.person if isinstance(editor, PersonEditor) else editor.device
        assert part is not Part.PERSON or box.count() > 1, "nobody is offered"
        show_list(box, report, runner)
    report.form.around.close_editor()


def show_list(box: QComboBox, report: ReportWindow, runner: Runner) -> None:
    """Unfold the list, then the one that comes while somebody types; choose each name."""
    box.showPopup()
    settle(report, runner)
    box.hidePopup()
    completer = box.completer()
    assert completer is not None
    completer.setCompletionPrefix("")
    completer.complete()
    settle(report, runner)
    popup = completer.popup()
    assert popup is not None
    popup.hide()
    for place in range(box.count()):
        box.setCurrentIndex(place)
    settle(report, runner)


def telling(text: str) -> Callable[[Asking, Callable[[str, Mapping[str, Any]], None]], Facts]:
    """Return a computer all of whose facts are this text."""

    def collect(_asking: Asking, on_probe: Callable[[str, Mapping[str, Any]], None]) -> Facts:
        for name, values in facts(text).items():
            on_probe(name, values)
        return Facts(collected_in_ms=1, facts=facts(text))

    return collect


@contextmanager
def mareks_desk(helpdesk: Helpdesk, folder: Path) -> Iterator[Desk]:
    """Open a technician's desk on the same server."""
    account = Account(
        server_url=SERVER_URL, person_id=MAREK.id, login=MAREK.login, name=MAREK.name, role=MAREK.role
    )
    desk = desk_of(DataFolder(folder).create(), account, now=helpdesk.clock)
    exchange_now(desk, FakeConnection(helpdesk.server, MAREK.id), wait_s=20)
    yield desk
    close_desk(desk)


def show_console(desk: Desk, runner: Runner, shown: Sequence[TicketId], texts: Sequence[str]) -> None:
    """Show the console with each ticket and all of its facts, each search, each question."""
    console = ConsoleWindow(desk, runner, ALONE)
    settle(console, runner)
    for one in shown:
        console.open_ticket(one)
        settle(console, runner)
        assert console.page.view is not None
        console.page.side.facts_button.click()
        settle(console, runner)
        for dialog in console.page.findChildren(FactsDialog):
            dialog.close()
    for text in texts:
        search(console.navigation.search, text)
        settle(console, runner)
        for question in questions(text, console):
            settle(question, runner)
            question.close()
    close(console)


def questions(text: str, console: ConsoleWindow) -> Iterator[QDialog]:
    """Yield the console's questions about somebody of this name, and a major incident in these words."""
    name = line(text, NAME_CHARS)
    yield NoteDialog(Status.RESOLVED, "IT-1", name, console)
    yield HoldDialog("IT-1", name, QDate(2026, 5, 25), console)
    yield ChoiceDialog(name, name, [Option(number, name, name) for number in range(9)], None, console)
    incident = IncidentDialog(name, console)
    for field in incident.titles.values():
        field.setText(name)
    for body in incident.bodies.values():
        body.setPlainText(text)
    yield incident


def search(field: QLineEdit, text: str) -> None:
    """Search for a text, which may be said not to be possible."""
    field.setText(line(text, SEARCH_CHARS))
    field.returnPressed.emit()


def close(window: QWidget) -> None:
    """Let the window go as the program does."""
    window.close()
    window.deleteLater()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


def settle(window: QWidget, runner: Runner) -> None:
    """Show the window, wait until every call is answered, and paint it and all that belongs to it."""
    window.show()
    ends = QDeadlineTimer(LIMIT_MS)
    quiet = 0
    while quiet < 3:
        assert not ends.hasExpired(), "a call is not answered"
        QApplication.processEvents()
        quiet = quiet + 1 if runner.waiting == 0 else 0
    for one in QApplication.topLevelWidgets():
        if one.isVisible():
            one.grab()


if __name__ == "__main__":
    main()
