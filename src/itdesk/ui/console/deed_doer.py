"""Doing what a technician wants: asks what must be asked, saves it, offers to undo it."""

from collections.abc import Callable, Mapping
from functools import partial

from PySide6.QtCore import QDate, QObject, Signal, Slot
from PySide6.QtWidgets import QWidget

from itdesk.domain.ids import PersonId, QueueId, TicketId
from itdesk.domain.people import Person
from itdesk.domain.status import Status
from itdesk.domain.ticket import number_text
from itdesk.services import incidents, reading, work
from itdesk.services.asking import Saved
from itdesk.services.desk import Desk
from itdesk.services.reading import TicketPage
from itdesk.ui.background import Runner
from itdesk.ui.console.choice_dialog import ChoiceDialog, Chosen, Option
from itdesk.ui.console.consent_doer import ConsentDoer
from itdesk.ui.console.deeds import Deed, allowed_deeds, look_of
from itdesk.ui.console.hold_dialog import HoldDialog, Waiting
from itdesk.ui.console.incident_dialog import IncidentDialog, IncidentWords
from itdesk.ui.console.macro_doer import MacroDoer
from itdesk.ui.console.note_dialog import Ending, NoteDialog
from itdesk.ui.console.priority_dialog import Judgement, PriorityDialog
from itdesk.ui.console.snooze_doer import SnoozeDoer
from itdesk.ui.console.tie_dialog import Tie
from itdesk.ui.console.tying_doer import TyingDoer
from itdesk.ui.console.undo_stack import Done
from itdesk.ui.console.worklog_doer import WorklogDoer
from itdesk.ui.words import name_of

STANDINGS = (Deed.RESOLVE, Deed.CONTINUE, Deed.REOPEN, Deed.HOLD, Deed.CLOSE, Deed.CANCEL)


class DeedDoer(QObject):
    """Does deeds to the ticket it was told of.

    Signals: `done(Done)`, `failed(Exception)`.
    """

    done = Signal(object)
    failed = Signal(object)

    def __init__(
        self, desk: Desk, runner: Runner, language: str, remote_help: Callable[[], str], window: QWidget
    ) -> None:
        super().__init__(window)
        self._desk = desk
        self._runner = runner
        self._window = window
        self._me = desk.account.person_id
        self._queues: Mapping[QueueId, str] = {}
        self.macros = MacroDoer(desk, runner, language, window)
        self.macros.done.connect(self.done)
        self.macros.failed.connect(self.failed)
        self.worklog = WorklogDoer(desk, runner, window)
        self.worklog.done.connect(self.done)
        self.worklog.failed.connect(self.failed)
        self.tying = TyingDoer(desk, runner, window)
        self.tying.done.connect(self.done)
        self.tying.failed.connect(self.failed)
        self.snooze = SnoozeDoer(desk, runner, window)
        self.snooze.done.connect(self.done)
        self.snooze.failed.connect(self.failed)
        self.consent = ConsentDoer(desk, runner, remote_help, window)
        self.consent.failed.connect(self.failed)
        self._page: TicketPage | None = None
        self._words: dict[TicketId, str] = {}

    def know_queues(self, queues: Mapping[QueueId, str]) -> None:
        """Know what the queues are called."""
        self._queues = queues

    def do(self, deed: Deed, page: TicketPage) -> None:
        """Do this, if it is allowed: at once, or after a question."""
        if deed not in allowed_deeds(page, self._me):
            return
        self._page = page
        ask: dict[Deed, Callable[[], None]] = {
            Deed.TAKE: self._take,
            Deed.ASSIGN: self._ask_who,
            Deed.PRIORITY: self._ask_priority,
            Deed.MOVE: self._ask_queue,
            Deed.HOLD: self._ask_hold,
            Deed.SNOOZE: partial(self.snooze.ask, page),
            Deed.TAKE_UP: partial(self.snooze.take_up, page),
            Deed.MACRO: partial(self.macros.ask, page),
            Deed.CATEGORY: partial(self.worklog.ask_category, page),
            Deed.TAG: partial(self.worklog.ask_tag, page),
            Deed.TIME: partial(self.worklog.ask_time, page),
            Deed.INVITE: partial(self.worklog.ask_invite, page),
            Deed.ASK_COMPUTER: partial(self.consent.ask, page),
            Deed.CONNECT: partial(self.consent.connect_to, page),
            Deed.MERGE: partial(self.tying.ask, Tie.MERGE, page),
            Deed.UNMERGE: partial(self.tying.unmerge, page),
            Deed.MAKE_CHILD: partial(self.tying.ask, Tie.CHILD, page),
            Deed.LINK: partial(self.tying.ask, Tie.LINK, page),
            Deed.MOVE_MESSAGES: partial(self.tying.ask_messages, page),
            Deed.DECLARE_INCIDENT: self._ask_incident,
            Deed.END_INCIDENT: self._end_incident,
            Deed.RESOLVE: partial(self._ask_note, Status.RESOLVED),
            Deed.CANCEL: partial(self._ask_note, Status.CANCELLED),
            Deed.CONTINUE: partial(self._move_on, Status.OPEN),
            Deed.REOPEN: partial(self._move_on, Status.OPEN),
            Deed.CLOSE: partial(self._move_on, Status.CLOSED),
        }
        ask[deed]()

    def ask_status(self, page: TicketPage) -> None:
        """Ask where the ticket is to stand; what needs more than that is asked then."""
        allowed = [deed for deed in allowed_deeds(page, self._me) if deed in STANDINGS]
        if not allowed:
            return
        self._page = page
        options = [Option(deed, look_of(deed).text, icon=look_of(deed).icon) for deed in allowed]
        title = self.tr("Where does {number} stand?").format(number=self._number)
        dialog = ChoiceDialog(title, self.tr("Go on"), options, None, self._window)
        dialog.answered.connect(self._change_standing)
        dialog.open()

    @Slot(object)
    def _change_standing(self, chosen: Chosen) -> None:
        if self._page is not None and isinstance(chosen.value, Deed):
            self.do(chosen.value, self._page)

    # --- questions -------------------------------------------------------------------------------

    def _take(self) -> None:
        self._save(partial(work.assign, self._desk, self._id, self._me), self.tr("You have this ticket now"))

    def _ask_who(self) -> None:
        self._runner.run(partial(reading.staff, self._desk), then=self._offer_people, failed=self._fail)

    @Slot(object)
    def _offer_people(self, staff: tuple[Person, ...]) -> None:
        if self._page is None:
            return
        title = self.tr("Who takes {number}?").format(number=self._number)
        dialog = ChoiceDialog(
            title, self.tr("Assign"), self._people(staff), self._page.ticket.assignee_id, self._window
        )
        dialog.answered.connect(self._assign)
        dialog.open()

    def _people(self, staff: tuple[Person, ...]) -> list[Option]:
        mine = [Option(one.id, one.name, self.tr("you")) for one in staff if one.id == self._me]
        others = [Option(one.id, one.name, one.department) for one in staff if one.id != self._me]
        return [*mine, *others, Option(None, self.tr("Nobody"), self.tr("back into the queue"))]

    def _ask_queue(self) -> None:
        assert self._page is not None
        options = [Option(one, name, icon="team") for one, name in self._queues.items()]
        title = self.tr("Where does {number} belong?").format(number=self._number)
        dialog = ChoiceDialog(title, self.tr("Move"), options, self._page.ticket.queue_id, self._window)
        dialog.answered.connect(self._move)
        dialog.open()

    def _ask_priority(self) -> None:
        assert self._page is not None
        dialog = PriorityDialog(self._number, self._page.ticket.ranking, self._window)
        dialog.answered.connect(self._set_priority)
        dialog.open()

    def _ask_hold(self) -> None:
        dialog = HoldDialog(self._number, self._requester, QDate.currentDate(), self._window)
        dialog.answered.connect(self._hold)
        dialog.open()

    def _ask_note(self, to: Status) -> None:
        dialog = NoteDialog(to, self._number, self._requester, self._window)
        dialog.answered.connect(self._end)
        dialog.open()

    def _ask_incident(self) -> None:
        dialog = IncidentDialog(self._number, self._window)
        dialog.answered.connect(self._declare_incident)
        dialog.open()

    # --- answers ---------------------------------------------------------------------------------

    @Slot(object)
    def _assign(self, chosen: Chosen) -> None:
        to = PersonId(chosen.value) if isinstance(chosen.value, str) else None
        words = self.tr("Given to {person}").format(person=chosen.text) if to else self.tr("Laid back")
        self._save(partial(work.assign, self._desk, self._id, to), words)

    @Slot(object)
    def _move(self, chosen: Chosen) -> None:
        call = partial(work.move_to_queue, self._desk, self._id, QueueId(str(chosen.value)))
        self._save(call, self.tr("Moved to {queue}").format(queue=chosen.text))

    @Slot(object)
    def _set_priority(self, chosen: Judgement) -> None:
        call = partial(work.set_priority, self._desk, self._id, chosen.impact, chosen.urgency)
        self._save(call, self.tr("Priority: {priority}").format(priority=name_of(chosen.priority)))

    @Slot(object)
    def _hold(self, waiting: Waiting) -> None:
        call = partial(
            work.change_status,
            self._desk,
            self._id,
            Status.PENDING,
            note=waiting.note,
            reason=waiting.reason,
            until=waiting.until,
        )
        self._save(call, self.tr("On hold"))

    @Slot(object)
    def _end(self, ending: Ending) -> None:
        call = partial(work.change_status, self._desk, self._id, ending.to, note=ending.note)
        self._save(call, name_of(ending.to))

    @Slot(object)
    def _declare_incident(self, words: IncidentWords) -> None:
        call = partial(incidents.declare_incident, self._desk, self._id, words.title, words.body)
        self._save(call, self.tr("Everybody is told of it"))

    def _end_incident(self) -> None:
        call = partial(incidents.end_incident, self._desk, self._id)
        self._save(call, self.tr("It is over for everybody"))

    def _move_on(self, to: Status) -> None:
        self._save(partial(work.change_status, self._desk, self._id, to), name_of(to))

    # --- saving ----------------------------------------------------------------------------------

    @property
    def _id(self) -> TicketId:
        assert self._page is not None
        return self._page.ticket.id

    @property
    def _number(self) -> str:
        assert self._page is not None
        return number_text(self._page.ticket.number, self._page.ticket.id)

    @property
    def _requester(self) -> str:
        assert self._page is not None
        person = self._page.people.get(self._page.ticket.requester_id)
        return person.name if person else self.tr("The requester")

    def _save(self, call: Callable[[], Saved], words: str) -> None:
        self._words[self._id] = f"{self._number} · {words}"
        self._runner.run(call, then=self._after_save, failed=self._fail)

    @Slot(object)
    def _after_save(self, saved: Saved) -> None:
        undo = partial(work.undo, self._desk, saved.ticket_id, saved.change_id)
        self.done.emit(Done(self._words.pop(saved.ticket_id, ""), undo))

    @Slot(object)
    def _fail(self, error: Exception) -> None:
        self.failed.emit(error)
