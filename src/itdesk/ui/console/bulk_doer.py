"""Doing one thing to many tickets: asks once, saves all in one commit, says what could not be done."""

from collections.abc import Callable, Mapping, Sequence
from functools import partial

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtWidgets import QWidget

from itdesk.domain.catalogue import Category
from itdesk.domain.changes import (
    Assigned,
    CategoryChanged,
    MovedToQueue,
    Payload,
    PrioritySet,
    StatusChanged,
)
from itdesk.domain.documents import Macro, in_language
from itdesk.domain.ids import PersonId, QueueId, TicketId
from itdesk.domain.people import Person
from itdesk.domain.priority import Impact, Ranking, Urgency
from itdesk.domain.status import Status
from itdesk.domain.worklog import TagsChanged
from itdesk.services import bulk, macros, reading
from itdesk.services.asking import Saved
from itdesk.services.bulk import Bulk
from itdesk.services.desk import Desk
from itdesk.ui.background import Runner
from itdesk.ui.console.bulk_bar import BulkDeed
from itdesk.ui.console.choice_dialog import ChoiceDialog, Chosen, Option
from itdesk.ui.console.macro_doer import UNDO_S
from itdesk.ui.console.note_dialog import Ending, NoteDialog
from itdesk.ui.console.priority_dialog import Judgement, PriorityDialog
from itdesk.ui.console.tag_dialog import TagDialog
from itdesk.ui.console.undo_stack import Done
from itdesk.ui.words import name_of, refusal_sentence

USUAL = Ranking(Impact.LOW, Urgency.HIGH)
COUNTED_AT_MOST = 100
"""Of more tickets it is not asked before what can be done."""
TOLD = 5
"""Of so many it is told why they could not be done."""


class BulkDoer(QObject):
    """Does deeds to the tickets that it was told of last.

    Signals: `done(Done)`, `held_up(str)` with why some could not be done, `counted(Mapping)` to how many
    each deed can be done, `failed(Exception)`.
    """

    counted = Signal(object)
    done = Signal(object)
    held_up = Signal(str)
    failed = Signal(object)

    def __init__(self, desk: Desk, runner: Runner, language: str, window: QWidget) -> None:
        super().__init__(window)
        self._desk = desk
        self._runner = runner
        self._language = language
        self._window = window
        self._queues: Mapping[QueueId, str] = {}
        self._ids: tuple[TicketId, ...] = ()
        self._words = ""

    def know_queues(self, queues: Mapping[QueueId, str]) -> None:
        """Know what the queues are called."""
        self._queues = queues

    def do(self, deed: BulkDeed, ids: Sequence[TicketId]) -> None:
        """Do this to all of these: at once, or after a question."""
        self._ids = tuple(ids)
        ask: dict[BulkDeed, Callable[[], None]] = {
            BulkDeed.TAKE: partial(self._give, self._desk.account.person_id),
            BulkDeed.ASSIGN: self._ask_who,
            BulkDeed.PRIORITY: self._ask_priority,
            BulkDeed.CATEGORY: self._ask_category,
            BulkDeed.MOVE: self._ask_queue,
            BulkDeed.TAG: self._ask_tag,
            BulkDeed.MACRO: self._ask_macro,
            BulkDeed.MERGE: self._merge,
            BulkDeed.RESOLVE: self._ask_note,
        }
        ask[deed]()

    def count_possible(self, ids: Sequence[TicketId]) -> None:
        """Find out to how many of the tickets each deed can be done; of very many that is not asked."""
        if len(ids) <= COUNTED_AT_MOST:
            me = self._desk.account.person_id
            self._runner.run(partial(possible, self._desk, tuple(ids), me), then=self._tell_counted)

    @Slot(object)
    def _tell_counted(self, counts: Mapping[BulkDeed, int]) -> None:
        self.counted.emit(counts)

    @property
    def _many(self) -> str:
        return self.tr("%n ticket(s)", "", len(self._ids))

    # --- questions -------------------------------------------------------------------------------

    def _ask_who(self) -> None:
        self._runner.run(partial(reading.staff, self._desk), then=self._offer_people, failed=self._fail)

    @Slot(object)
    def _offer_people(self, staff: tuple[Person, ...]) -> None:
        options = [Option(one.id, one.name, one.department) for one in staff]
        title = self.tr("Who takes {number}?").format(number=self._many)
        self._choose(title, self.tr("Assign"), options, self._assign)

    def _ask_category(self) -> None:
        options = [Option(one, name_of(one), icon="filter") for one in Category]
        title = self.tr("What are {number} about?").format(number=self._many)
        self._choose(title, self.tr("Set category"), options, self._categorise)

    def _ask_queue(self) -> None:
        options = [Option(one, name, icon="team") for one, name in self._queues.items()]
        title = self.tr("Where do {number} belong?").format(number=self._many)
        self._choose(title, self.tr("Move"), options, self._move)

    def _ask_macro(self) -> None:
        self._runner.run(partial(macros.macros, self._desk), then=self._offer_macros, failed=self._fail)

    @Slot(object)
    def _offer_macros(self, known: tuple[Macro, ...]) -> None:
        options = [Option(one, in_language(one.name, self._language), icon="note") for one in known]
        title = self.tr("Which macro is run on {number}?").format(number=self._many)
        self._choose(title, self.tr("Do it"), options, self._run_macro)

    def _choose(self, title: str, button: str, options: list[Option], then: Callable[[Chosen], None]) -> None:
        dialog = ChoiceDialog(title, button, options, None, self._window)
        dialog.answered.connect(then)
        dialog.open()

    def _ask_priority(self) -> None:
        dialog = PriorityDialog(self._many, USUAL, self._window)
        dialog.answered.connect(self._prioritise)
        dialog.open()

    def _ask_tag(self) -> None:
        dialog = TagDialog(self._many, self._window)
        dialog.answered.connect(self._tag)
        dialog.open()

    def _ask_note(self) -> None:
        dialog = NoteDialog(Status.RESOLVED, self._many, self.tr("Everybody who asked"), self._window)
        dialog.answered.connect(self._resolve)
        dialog.open()

    # --- answers ---------------------------------------------------------------------------------

    def _give(self, to: PersonId) -> None:
        self._save(Assigned(to=to), self.tr("assigned"))

    @Slot(object)
    def _assign(self, chosen: Chosen) -> None:
        self._give(PersonId(str(chosen.value)))

    @Slot(object)
    def _prioritise(self, chosen: Judgement) -> None:
        words = self.tr("priority: {priority}").format(priority=name_of(chosen.priority))
        self._save(PrioritySet(impact=chosen.impact, urgency=chosen.urgency), words)

    @Slot(object)
    def _categorise(self, chosen: Chosen) -> None:
        self._save(CategoryChanged(category=Category(str(chosen.value))), chosen.text)

    @Slot(object)
    def _move(self, chosen: Chosen) -> None:
        words = self.tr("moved to {queue}").format(queue=chosen.text)
        self._save(MovedToQueue(to=QueueId(str(chosen.value))), words)

    @Slot(object)
    def _tag(self, tag: str) -> None:
        words = self.tr("tag {tag}").format(tag=tag)
        self._save(TagsChanged(added=(tag,)), words)

    @Slot(object)
    def _run_macro(self, chosen: Chosen) -> None:
        if isinstance(chosen.value, Macro):
            self._words = chosen.text
            run = partial(bulk.run_macro, self._desk, self._ids, chosen.value, self._language)
            call = partial(run, undo_s=UNDO_S)
            self._runner.run(call, then=self._tell_run, failed=self._fail)

    @Slot(object)
    def _tell_run(self, answer: Bulk) -> None:
        self._tell_done(answer, bulk.undo_macro)

    @Slot(object)
    def _resolve(self, ending: Ending) -> None:
        self._save(StatusChanged(to=ending.to, note=ending.note), name_of(ending.to))

    def _merge(self) -> None:
        self._words = self.tr("merged")
        self._runner.run(partial(bulk.merge, self._desk, self._ids), then=self._tell, failed=self._fail)

    # --- saving ----------------------------------------------------------------------------------

    def _save(self, payload: Payload, words: str) -> None:
        call = partial(bulk.do, self._desk, self._ids, lambda _id: payload)
        self._words = words
        self._runner.run(call, then=self._tell, failed=self._fail)

    @Slot(object)
    def _tell(self, answer: Bulk) -> None:
        self._tell_done(answer, bulk.undo)

    def _tell_done(self, answer: Bulk, take_back: Callable[[Desk, Sequence[Saved]], Bulk]) -> None:
        if answer.done:
            counted = self.tr("%n ticket(s)", "", len({one.ticket_id for one in answer.done}))
            undo = partial(take_back, self._desk, answer.done)
            self.done.emit(Done(f"{counted} · {self._words}", undo, self._tell_not_done))
        self._tell_not_done(answer)

    def _tell_not_done(self, answer: Bulk) -> None:
        if answer.not_done:
            told = [f"{one.reference}: {refusal_sentence(one.refusal)}" for one in answer.not_done[:TOLD]]
            more = len(answer.not_done) - len(told)
            if more:
                told.append(self.tr("and %n more", "", more))
            self.held_up.emit("\n".join(told))

    @Slot(object)
    def _fail(self, error: Exception) -> None:
        self.failed.emit(error)


def possible(desk: Desk, ids: tuple[TicketId, ...], me: PersonId) -> dict[BulkDeed, int]:
    """Return to how many of these each deed can be done, off the GUI thread; macros differ too much."""
    samples: dict[BulkDeed, Payload] = {
        BulkDeed.TAKE: Assigned(to=me),
        BulkDeed.ASSIGN: Assigned(to=me),
        BulkDeed.PRIORITY: PrioritySet(impact=USUAL.impact, urgency=USUAL.urgency),
        BulkDeed.CATEGORY: CategoryChanged(category=Category.OTHER),
        BulkDeed.MOVE: MovedToQueue(to=None),
        BulkDeed.TAG: TagsChanged(added=("-",)),
        BulkDeed.RESOLVE: StatusChanged(to=Status.RESOLVED, note="-"),
    }
    return {deed: bulk.count_possible(desk, ids, payload) for deed, payload in samples.items()}
