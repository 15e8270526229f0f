"""Who else reads along: inviting a colleague, and letting one go."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QComboBox, QCompleter, QLineEdit, QWidget

from itdesk.domain.ids import PersonId
from itdesk.domain.limits import NAME_CHARS
from itdesk.domain.people import Person
from itdesk.ui.fonts import TextRole
from itdesk.ui.requester.question_bar import QuestionBar
from itdesk.ui.requester.reader_line import ReaderLine
from itdesk.ui.widgets.plain_label import PlainLabel

SHOWN_AT_MOST = 3
"""More lines than these would leave no room for the conversation on a small screen."""


class InvitingBar(QuestionBar):
    """Signals: `invited(PersonId)` somebody known here, `named(login)` somebody else, `let_go(PersonId)`."""

    invited = Signal(object)
    named = Signal(str)
    let_go = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("", "", parent)
        self.question.setText(self.tr("Who else may read this and answer?"))
        self.do_button.setText(self.tr("Invite"))
        self.colleague = _name_field()
        for widget in (self.colleague, self._line):
            widget.setAccessibleName(self.tr("Colleague: name or login"))
        self._line.setPlaceholderText(self.tr("Login of a colleague, such as anna.nowak"))
        self._explained = PlainLabel("", TextRole.META, tone="secondary", wraps=True)
        self._explained.setText(
            self.tr("They see the conversation, but not your screenshot and not your computer.")
        )
        self._lines: list[ReaderLine] = []
        self.rows.addWidget(self.colleague)
        self.rows.addWidget(self._explained)
        self.do_button.clicked.connect(self._invite)
        self._line.returnPressed.connect(self._invite)
        self.colleague.currentTextChanged.connect(self._show_possible)
        self._show_possible()

    def show_people(self, colleagues: Sequence[Person], readers: Sequence[Person]) -> None:
        """Offer these colleagues, whom this computer knows; these read along already."""
        self._offer(colleagues)
        self._show_readers(readers)

    def begin(self) -> None:
        """Ask afresh."""
        self.name("")

    def name(self, login: str) -> None:
        """Have this name in the field, ready to be changed."""
        self.colleague.setCurrentText(login)
        self.colleague.setFocus()

    @property
    def lines(self) -> tuple[ReaderLine, ...]:
        """Who reads along, as shown."""
        return tuple(self._lines)

    @property
    def _line(self) -> QLineEdit:
        line = self.colleague.lineEdit()
        assert line is not None
        return line

    def _offer(self, colleagues: Sequence[Person]) -> None:
        """Fill the list only with other people than before: it may be open. What she types stays."""
        offered = [self.colleague.itemData(row) for row in range(self.colleague.count())]
        if offered == [person.id for person in colleagues]:
            return
        typed = self.colleague.currentText()
        self.colleague.clear()
        for person in colleagues:
            self.colleague.addItem(person.name or person.login, person.id)
        self.colleague.setCurrentIndex(-1)
        self.colleague.setCurrentText(typed)

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
    def _show_possible(self) -> None:
        self.do_button.setEnabled(bool(self.colleague.currentText().strip()))

    @Slot()
    def _invite(self) -> None:
        typed = self.colleague.currentText().strip()
        row = self.colleague.findText(typed, Qt.MatchFlag.MatchFixedString)
        if row >= 0:
            self.invited.emit(PersonId(self.colleague.itemData(row)))
        elif typed:
            self.named.emit(typed)


def _name_field() -> QComboBox:
    """Return a field to type into that offers the names it knows."""
    field = QComboBox()
    field.setEditable(True)
    field.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
    line, completer = field.lineEdit(), field.completer()
    assert line is not None
    line.setMaxLength(NAME_CHARS)
    if completer is not None:
        completer.setCompletionMode(QCompleter.CompletionMode.PopupCompletion)
        completer.setFilterMode(Qt.MatchFlag.MatchContains)
    return field
