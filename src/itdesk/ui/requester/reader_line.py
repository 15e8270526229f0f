"""One colleague who reads along, with a way to let her go."""

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QWidget

from itdesk.domain.people import Person
from itdesk.ui.fonts import TextRole, scaled
from itdesk.ui.widgets.buttons import IconButton
from itdesk.ui.widgets.icon_label import IconLabel
from itdesk.ui.widgets.plain_label import PlainLabel


class ReaderLine(QWidget):
    """Signals: `let_go(PersonId)`."""

    let_go = Signal(object)

    def __init__(self, person: Person, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.person = person
        name = person.name or person.login
        self.remove_button = IconButton("close", self.tr("Let {name} read along no more").format(name=name))
        self.remove_button.clicked.connect(self._let_go)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(scaled(8))
        row.addWidget(IconLabel("person", 16))
        row.addWidget(PlainLabel(name, TextRole.TEXT, elides=True), 1)
        row.addWidget(self.remove_button)

    @Slot()
    def _let_go(self) -> None:
        self.let_go.emit(self.person.id)
