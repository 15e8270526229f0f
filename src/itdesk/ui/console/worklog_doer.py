"""What IT notes on a ticket, and who reads along; each thing is taken back."""

from collections.abc import Callable
from datetime import timedelta
from functools import partial

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtWidgets import QWidget

from itdesk.domain.catalogue import Category
from itdesk.domain.changes import CategoryChanged
from itdesk.domain.ids import ChangeId, PersonId, TicketId
from itdesk.domain.people import Person
from itdesk.domain.ticket import number_text
from itdesk.domain.worklog import Mark
from itdesk.services import participants, work, worklog
from itdesk.services.asking import Saved, ask
from itdesk.services.desk import Desk
from itdesk.services.reading import TicketPage
from itdesk.ui.background import Runner
from itdesk.ui.console.choice_dialog import ChoiceDialog, Chosen, Option
from itdesk.ui.console.tag_dialog import TagDialog
from itdesk.ui.console.time_dialog import Spent, TimeDialog
from itdesk.ui.console.undo_stack import Done
from itdesk.ui.times import duration_text
from itdesk.ui.words import name_of

Undo = Callable[[Saved], Callable[[], object]]


class WorklogDoer(QObject):
    """Notes on the ticket that it was told of last. Signals: `done(Done)`, `failed(Exception)`."""

    done = Signal(object)
    failed = Signal(object)

    def __init__(self, desk: Desk, runner: Runner, window: QWidget) -> None:
        super().__init__(window)
        self._desk = desk
        self._runner = runner
        self._window = window
        self._page: TicketPage | None = None
        self._words = ""
        self._undo: Undo | None = None

    def ask_category(self, page: TicketPage) -> None:
        """Ask what the ticket is about."""
        self._page = page
        options = [Option(one, name_of(one), icon="filter") for one in Category]
        title = self.tr("What is {number} about?").format(number=self._number)
        dialog = ChoiceDialog(title, self.tr("Set category"), options, page.ticket.category, self._window)
        dialog.answered.connect(self._categorise)
        dialog.open()

    def ask_tag(self, page: TicketPage) -> None:
        """Ask for a tag."""
        self._page = page
        dialog = TagDialog(self._number, self._window)
        dialog.answered.connect(self._tag)
        dialog.open()

    def ask_time(self, page: TicketPage) -> None:
        """Ask how much time was spent."""
        self._page = page
        dialog = TimeDialog(self._number, self._window)
        dialog.answered.connect(self._note_time)
        dialog.open()

    def ask_invite(self, page: TicketPage) -> None:
        """Ask who shall read along."""
        self._page = page
        call = partial(participants.invitable, self._desk, page.ticket)
        self._runner.run(call, then=self._offer_people, failed=self._fail)

    @Slot(object)
    def _offer_people(self, people: tuple[Person, ...]) -> None:
        options = [Option(one.id, one.name, one.department) for one in people]
        title = self.tr("Who shall read {number} along?").format(number=self._number)
        dialog = ChoiceDialog(title, self.tr("Invite"), options, None, self._window)
        dialog.answered.connect(self._invite)
        dialog.open()

    @Slot(object)
    def _invite(self, chosen: Chosen) -> None:
        who = PersonId(str(chosen.value))
        back = partial(participants.remove, self._desk, self._id, who)
        words = self.tr("{person} reads along").format(person=chosen.text)
        self._run(partial(participants.invite, self._desk, self._id, who), words, lambda _saved: back)

    def mark(self, ticket_id: TicketId, item_id: ChangeId, mark: Mark) -> None:
        """Tick a point, or open it again."""
        former = Mark.OPEN if mark is Mark.DONE else Mark.DONE
        words = self.tr("point ticked") if mark is Mark.DONE else self.tr("point opened again")
        call = partial(worklog.mark_item, self._desk, ticket_id, item_id, mark)
        back = partial(worklog.mark_item, self._desk, ticket_id, item_id, former)
        self._run(call, words, lambda _saved: back)

    def add_point(self, ticket_id: TicketId, text: str) -> None:
        """Add a point to the checklist."""
        call = partial(worklog.add_item, self._desk, ticket_id, text)
        self._run(call, self.tr("point added"), self._removal)

    @Slot(object)
    def _categorise(self, chosen: Chosen) -> None:
        payload = CategoryChanged(category=Category(str(chosen.value)))
        self._run(partial(ask, self._desk, self._id, payload), chosen.text, self._inverse)

    @Slot(object)
    def _tag(self, tag: str) -> None:
        back = partial(worklog.change_tags, self._desk, self._id, removed=(tag,))
        call = partial(worklog.change_tags, self._desk, self._id, added=(tag,))
        self._run(call, self.tr("tag {tag}").format(tag=tag), lambda _saved: back)

    @Slot(object)
    def _note_time(self, spent: Spent) -> None:
        call = partial(worklog.note_time, self._desk, self._id, spent.minutes, spent.note)
        words = self.tr("{time} noted").format(time=duration_text(timedelta(minutes=spent.minutes)))
        self._run(call, words, self._no_time)

    def _inverse(self, saved: Saved) -> Callable[[], object]:
        return partial(work.undo, self._desk, saved.ticket_id, saved.change_id)

    def _removal(self, saved: Saved) -> Callable[[], object]:
        return partial(worklog.mark_item, self._desk, saved.ticket_id, saved.change_id, Mark.REMOVED)

    def _no_time(self, saved: Saved) -> Callable[[], object]:
        return partial(worklog.correct_time, self._desk, saved.ticket_id, saved.change_id, 0)

    @property
    def _id(self) -> TicketId:
        assert self._page is not None
        return self._page.ticket.id

    @property
    def _number(self) -> str:
        assert self._page is not None
        return number_text(self._page.ticket.number, self._page.ticket.id)

    def _run(self, call: Callable[[], Saved], words: str, undo: Undo) -> None:
        self._words, self._undo = words, undo
        self._runner.run(call, then=self._tell, failed=self._fail)

    @Slot(object)
    def _tell(self, saved: Saved) -> None:
        if self._undo is not None:
            self.done.emit(Done(self._words, self._undo(saved)))

    @Slot(object)
    def _fail(self, error: Exception) -> None:
        self.failed.emit(error)
