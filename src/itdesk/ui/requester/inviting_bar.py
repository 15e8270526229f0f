"""Who else reads along: inviting a colleague, and letting one go."""

from collections.abc import Sequence

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QComboBox, QWidget

from itdesk.domain.ids import PersonId
from itdesk.domain.people import Person
from itdesk.ui.fonts import TextRole
from itdesk.ui.requester.question_bar import QuestionBar
from itdesk.ui.requester.reader_line import ReaderLine
from itdesk.ui.widgets.plain_label import PlainLabel

SHOWN_AT_MOST = 3
"""More lines than these would leave no room for the conversation on a small screen."""


class InvitingBar(QuestionBar):
    """Signals: `invited(PersonId)`, `let_go(PersonId)`."""

    invited = Signal(object)
    let_go = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("", "", parent)
        self.question.setText(self.tr("Who else may read this and answer?"))
        self.do_button.setText(self.tr("Invite"))
        self.colleague = QComboBox()
        self.colleague.setAccessibleName(self.tr("Colleague"))
        self._explained = PlainLabel("", TextRole.META, tone="secondary", wraps=True)
        self._lines: list[ReaderLine] = []
        self.rows.addWidget(self.colleague)
        self.rows.addWidget(self._explained)
        self.do_button.clicked.connect(self._invite)

    def show_people(self, colleagues: Sequence[Person], readers: Sequence[Person]) -> None:
        """Offer these colleagues; these read along already."""
        self._offer(colleagues)
        self.colleague.setVisible(bool(colleagues))
        self.do_button.setVisible(bool(colleagues))
        self._explained.setText(self._explanation(is_possible=bool(colleagues)))
        self._show_readers(readers)

    def begin(self) -> None:
        """Take the keyboard."""
        (self.colleague if self.do_button.isVisibleTo(self) else self.back_button).setFocus()

    @property
    def lines(self) -> tuple[ReaderLine, ...]:
        """Who reads along, as shown."""
        return tuple(self._lines)

    def _offer(self, colleagues: Sequence[Person]) -> None:
        """Fill the list only with other people than before: it may be open."""
        offered = [self.colleague.itemData(row) for row in range(self.colleague.count())]
        if offered == [person.id for person in colleagues]:
            return
        chosen = self.colleague.currentData()
        self.colleague.clear()
        for person in colleagues:
            self.colleague.addItem(person.name or person.login, person.id)
        self.colleague.setCurrentIndex(max(0, self.colleague.findData(chosen)))

    def _explanation(self, *, is_possible: bool) -> str:
        if is_possible:
            return self.tr("They see the conversation, but not your screenshot and not your computer.")
        return self.tr("Nobody else is known here yet. Write in an answer whom IT should add.")

    def _show_readers(self, readers: Sequence[Person]) -> None:
        if [line.person for line in self._lines] == list(readers[:SHOWN_AT_MOST]):
            return
        for line in self._lines:
            self.rows.removeWidget(line)
            line.setVisible(False)
            line.deleteLater()
        self._lines = [ReaderLine(person) for person in readers[:SHOWN_AT_MOST]]
        for line in self._lines:
            line.let_go.connect(self.let_go)
            self.rows.addWidget(line)

    @Slot()
    def _invite(self) -> None:
        chosen = self.colleague.currentData()
        if isinstance(chosen, str):
            self.invited.emit(PersonId(chosen))
