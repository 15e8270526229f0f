"""A list of tickets: it holds ids, asks for rows when they are looked at, and forgets nothing needlessly."""

from collections.abc import Callable, Mapping
from enum import IntEnum
from functools import partial

from PySide6.QtCore import (
    QAbstractTableModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
    QTimer,
    Signal,
    Slot,
)

from itdesk.domain.ids import TicketId
from itdesk.domain.listing import Grouping, Question, TicketRow
from itdesk.domain.query.reason import Reason
from itdesk.services.grouping import Heading
from itdesk.services.presence import Companion
from itdesk.ui.background import Runner
from itdesk.ui.models.row_steps import Span, row_steps
from itdesk.ui.models.ticket_answers import (
    NO_HEADINGS,
    AskDivided,
    AskIds,
    AskReasons,
    AskRows,
    Explained,
    Fetched,
    Listed,
    explain,
    fetch_rows,
    list_divided,
    list_ids,
)
from itdesk.ui.models.ticket_words import heading_words, reason_words, spoken_row

CHUNK = 50
"""How many rows are fetched together: a screenful and a bit."""
STEPS_AT_MOST = 200
"""Beyond this many announcements a reset is cheaper than honest steps."""

Index = QModelIndex | QPersistentModelIndex
NOWHERE = QModelIndex()


class TicketRole(IntEnum):
    """What this model answers beside Qt's own roles."""

    ROW = Qt.ItemDataRole.UserRole + 1
    """The TicketRow, or None while it is on its way."""
    ID = Qt.ItemDataRole.UserRole + 2
    COMPANIONS = Qt.ItemDataRole.UserRole + 3
    """The colleagues who have the ticket before them, a tuple of Companion."""
    REASON = Qt.ItemDataRole.UserRole + 4
    """Why the search found it, a Reason; None where its title says so, or nothing is searched."""
    HEADING = Qt.ItemDataRole.UserRole + 5
    """The Heading that this row is, None for a ticket."""


class TicketListModel(QAbstractTableModel):
    """The tickets that answer one question.

    Signals: `about_to_change()` and `settled()` around every change of rows, so that a view can keep its
    place; `listed()` when the ids of the present question are there; `failed(Exception)`. With `ask_reasons`
    it says of what a search found why it did, with `ask_divided` a question may divide the list by headings.
    """

    about_to_change = Signal()
    settled = Signal()
    listed = Signal()
    failed = Signal(object)

    def __init__(
        self,
        runner: Runner,
        ask_ids: AskIds,
        ask_rows: AskRows,
        parent: QObject,
        *,
        ask_reasons: AskReasons | None = None,
        ask_divided: AskDivided | None = None,
    ) -> None:
        super().__init__(parent)
        self._runner = runner
        self._ask_ids = ask_ids
        self._ask_rows = ask_rows
        self._ask_reasons = ask_reasons
        self._ask_divided = ask_divided
        self._headings: Mapping[TicketId, Heading] = NO_HEADINGS
        self._reasons: dict[TicketId, Reason] = {}
        self._question: Question | None = None
        self._ids: tuple[TicketId, ...] = ()
        self._rows: dict[TicketId, TicketRow] = {}
        self._companions: Mapping[TicketId, tuple[Companion, ...]] = {}
        self._fresh: dict[TicketId, int] = {}
        self._on_its_way: set[TicketId] = set()
        self._wanted: set[int] = set()
        self._generation = 0
        self._is_listing = False
        self._is_stale = False
        self.is_loaded = False
        self._fetch_soon = QTimer(self)
        self._fetch_soon.setSingleShot(True)
        self._fetch_soon.setInterval(0)
        self._fetch_soon.timeout.connect(self._fetch)

    # --- asking ----------------------------------------------------------------------------------

    @property
    def question(self) -> Question | None:
        """What the list answers."""
        return self._question

    def show_question(self, question: Question) -> None:
        """Answer another question. Rows already known are shown at once, as far as they belong."""
        if question == self._question:
            self.refresh()
            return
        self._question = question
        self._reasons.clear()
        self.is_loaded = False
        self._replace_all(())
        self._ask_again()

    @Slot()
    def refresh(self) -> None:
        """Look again: something may have changed. Calls during one look add up to one more."""
        if self._question is None:
            return
        if self._is_listing:
            self._is_stale = True
            return
        self._ask_again()

    def _ask_again(self) -> None:
        assert self._question is not None
        self._is_listing = True
        self._is_stale = False
        call = partial(list_ids, self._ask_ids, self._question)
        if self._question.grouping is not Grouping.NONE and self._ask_divided is not None:
            call = partial(list_divided, self._ask_divided, self._question)
        self._runner.run(call, then=self._take_ids, failed=self._take_failure)

    @Slot(object)
    def _take_ids(self, answer: object) -> None:
        assert isinstance(answer, Listed)
        if answer.question != self._question:
            return
        self._is_listing = False
        self._generation += 1
        self._headings = {**self._headings, **answer.headings}  # those that go are rows until they are gone
        self._become(answer.ids)
        self._headings = answer.headings
        self.is_loaded = True
        self.listed.emit()
        if self._is_stale:
            self._ask_again()

    @Slot(object)
    def _take_failure(self, error: object) -> None:
        self._is_listing = False
        self._on_its_way.clear()
        self.failed.emit(error)

    def show_companions(self, companions: Mapping[TicketId, tuple[Companion, ...]]) -> None:
        """Show who else is at which ticket; rows about which that says something new are painted anew."""
        before, self._companions = self._companions, companions
        for id in before.keys() | companions.keys():
            row = self._row_of(id) if before.get(id) != companions.get(id) else None
            if row is not None:
                self._tell_rows(row, row)

    # --- changing --------------------------------------------------------------------------------

    def _become(self, ids: tuple[TicketId, ...]) -> None:
        steps = row_steps(self._ids, ids) if self.is_loaded else None
        self.about_to_change.emit()
        if steps is None or steps.count > STEPS_AT_MOST:
            self._replace_all(ids)
        else:
            for span in steps.removed:
                self._remove(span)
            if steps.reordered:
                self._reorder(steps.kept)
            for span in steps.inserted:
                self._insert(span, ids)
        self._tell_changed()
        self.settled.emit()

    def _replace_all(self, ids: tuple[TicketId, ...]) -> None:
        self.beginResetModel()
        self._ids = ids
        self.endResetModel()

    def _remove(self, span: Span) -> None:
        first, last = span
        self.beginRemoveRows(NOWHERE, first, last)
        self._ids = self._ids[:first] + self._ids[last + 1 :]
        self.endRemoveRows()

    def _insert(self, span: Span, ids: tuple[TicketId, ...]) -> None:
        first, last = span
        self.beginInsertRows(NOWHERE, first, last)
        self._ids = self._ids[:first] + ids[first : last + 1] + self._ids[first:]
        self.endInsertRows()

    def _reorder(self, ids: tuple[TicketId, ...]) -> None:
        self.layoutAboutToBeChanged.emit()
        before = self.persistentIndexList()
        held = [self._ids[index.row()] for index in before]
        self._ids = ids
        self.changePersistentIndexList(before, [self.place_of(one) for one in held])
        self.layoutChanged.emit()

    def _tell_changed(self) -> None:
        """Let views repaint; the rows they look at are fetched anew, the old ones shown meanwhile."""
        if self._ids:
            self._tell_rows(0, len(self._ids) - 1)

    def _tell_rows(self, first: int, last: int) -> None:
        self.dataChanged.emit(self.index(first, 0), self.index(last, self.columnCount() - 1))

    # --- fetching --------------------------------------------------------------------------------

    def _want(self, row: int) -> None:
        self._wanted.add(row // CHUNK)
        if not self._fetch_soon.isActive():
            self._fetch_soon.start()

    @Slot()
    def _fetch(self) -> None:
        wanted, self._wanted = sorted(self._wanted), set()
        for chunk in wanted:
            neighbours = self._ids[chunk * CHUNK : (chunk + 1) * CHUNK]
            if ids := tuple(one for one in neighbours if self._is_missing(one)):
                self._on_its_way.update(ids)
                call = partial(fetch_rows, self._ask_rows, self._generation, chunk * CHUNK, ids)
                self._runner.run(call, then=self._take_rows, failed=self._take_failure)

    def _is_missing(self, ticket_id: TicketId) -> bool:
        if ticket_id in self._headings or ticket_id in self._on_its_way:
            return False
        return self._fresh.get(ticket_id) != self._generation

    @Slot(object)
    def _take_rows(self, answer: object) -> None:
        assert isinstance(answer, Fetched)
        self._on_its_way.difference_update(answer.asked)
        self._rows.update({row.id: row for row in answer.rows})
        self._fresh.update(dict.fromkeys(answer.asked, answer.generation))
        self._tell_come(answer)
        self._explain(answer)

    def _explain(self, answer: Fetched) -> None:
        if self._ask_reasons is not None and self._question is not None and self._question.query.terms:
            call = partial(explain, self._ask_reasons, self._question.query, answer.row, answer.asked)
            self._runner.run(call, then=self._take_reasons, failed=self._take_failure)

    @Slot(object)
    def _take_reasons(self, answer: object) -> None:
        assert isinstance(answer, Explained)
        if self._question is not None and answer.query == self._question.query:
            for id in answer.asked:
                self._reasons.pop(id, None)
            self._reasons.update(answer.reasons)
            self._tell_come(answer)

    def _tell_come(self, answer: Fetched | Explained) -> None:
        """Most answers find their rows where they were asked for."""
        end = answer.row + len(answer.asked)
        if self._ids[answer.row : end] == answer.asked:
            self._tell_rows(answer.row, end - 1)
        else:
            self._tell_changed()

    # --- answers ---------------------------------------------------------------------------------

    def place_of(self, ticket_id: TicketId) -> QModelIndex:
        """Return where a ticket stands, or an invalid index when it is not in the list."""
        row = self._row_of(ticket_id)
        return QModelIndex() if row is None else self.index(row, 0)

    def _row_of(self, ticket_id: TicketId) -> int | None:
        """A search in C beats an index that every insertion would have to write anew."""
        try:
            return self._ids.index(ticket_id)
        except ValueError:
            return None

    def id_at(self, row: int) -> TicketId | None:
        """Return the ticket of a row, or None for a heading and beyond the list."""
        id = self._ids[row] if 0 <= row < len(self._ids) else None
        return None if id in self._headings else id

    @property
    def ticket_count(self) -> int:
        """How many tickets the list has; headings are none."""
        return len(self._ids) - len(self._headings)

    def heading_at(self, row: int) -> Heading | None:
        """Return the heading that a row is."""
        return self._headings.get(self._ids[row]) if 0 <= row < len(self._ids) else None

    def columnCount(self, parent: Index = NOWHERE) -> int:
        """Return one: a row says everything."""
        return 0 if parent.isValid() else 1

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Return that a heading is nothing to choose."""
        if self._headings and self.heading_at(index.row()) is not None:
            return Qt.ItemFlag.NoItemFlags
        return super().flags(index)

    def rowCount(self, parent: Index = NOWHERE) -> int:
        """Return the number of tickets; a ticket has no children."""
        return 0 if parent.isValid() else len(self._ids)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Return what a role asks for: a lookup. A row not known yet is asked for and answers None."""
        if self._headings and index.isValid() and (heading := self.heading_at(index.row())) is not None:
            return heading_answer(heading, role)
        answer = ANSWERS.get(role)
        ticket_id = self.id_at(index.row()) if index.isValid() else None
        if answer is None or ticket_id is None:
            return None
        if role == TicketRole.ID:
            return ticket_id
        if role == TicketRole.COMPANIONS:
            return self._companions.get(ticket_id, ())
        if role == TicketRole.REASON:
            return self._reasons.get(ticket_id)
        if self._is_missing(ticket_id):
            self._want(index.row())
        row = self._rows.get(ticket_id)
        if row is not None and role == Qt.ItemDataRole.AccessibleTextRole:
            why = self._reasons.get(ticket_id)
            spoken = spoken_row(row, self._companions.get(ticket_id, ()))
            return spoken if why is None else f"{spoken}, {reason_words(why)}"
        return None if row is None else answer(row)


def heading_answer(heading: Heading, role: int) -> object:
    """Return what a role asks for of a heading."""
    if role == TicketRole.HEADING:
        return heading
    is_words = role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole)
    return heading_words(heading) if is_words else None


def itself(row: TicketRow) -> object:
    """Return the row as it is."""
    return row


def title_of(row: TicketRow) -> object:
    """Return the title."""
    return row.title


ANSWERS: dict[int, Callable[[TicketRow], object]] = {
    Qt.ItemDataRole.DisplayRole: title_of,
    Qt.ItemDataRole.AccessibleTextRole: spoken_row,
    TicketRole.ROW: itself,
    TicketRole.ID: itself,
    TicketRole.COMPANIONS: itself,
    TicketRole.REASON: itself,
}
