"""IT asks for something of this computer: who, what and why; nothing goes before she agrees."""

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from itdesk.domain.consents import ConsentRequest, Wanted
from itdesk.ui.event_words import wanted_words
from itdesk.ui.fonts import TextRole, scaled
from itdesk.ui.widgets.buttons import Button, Kind
from itdesk.ui.widgets.plain_label import PlainLabel


class ConsentBar(QFrame):
    """One request. Signals: `answered(ConsentRequest, agreed)`."""

    answered = Signal(object, bool)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("tint", "accent")
        self.request: ConsentRequest | None = None
        self.question = PlainLabel("", TextRole.SECTION, wraps=True)
        self.why = PlainLabel("", TextRole.TEXT, wraps=True)
        self.hint = PlainLabel("", TextRole.META, tone="secondary", wraps=True)
        self.no_button = Button(self.tr("I do not agree"))
        self.yes_button = Button("", Kind.PRIMARY, "check")
        self.no_button.clicked.connect(self._refuse)
        self.yes_button.clicked.connect(self._agree)
        buttons = QHBoxLayout()
        buttons.setSpacing(scaled(8))
        buttons.addWidget(self.hint, 1)
        buttons.addWidget(self.no_button)
        buttons.addWidget(self.yes_button)
        column = QVBoxLayout(self)
        column.setContentsMargins(scaled(16), scaled(8), scaled(12), scaled(8))
        column.setSpacing(scaled(6))
        for widget in (self.question, self.why):
            column.addWidget(widget)
        column.addLayout(buttons)

    def show_request(self, request: ConsentRequest | None, name: str) -> None:
        """Show what is asked, by whom; None: nothing is."""
        self.request = request
        if request is None:
            return
        what = wanted_words(request.wants, request.probes)
        self.question.setText(self.tr("{name} asks for {what}").format(name=name, what=what))
        self.why.setText(self.tr("Why: {why}").format(why=request.why))
        self.yes_button.setText(self._agreement(request.wants))
        self.hint.setText(self._hint(request.wants))

    def say_busy(self) -> None:
        """Say that the computer is being looked at."""
        self.hint.setText(self.tr("Looking at this computer…"))

    def _agreement(self, wants: Wanted) -> str:
        if wants is Wanted.FACTS:
            return self.tr("Agree and send")
        return self.tr("Take the picture") if wants is Wanted.SCREENSHOT else self.tr("I agree")

    def _hint(self, wants: Wanted) -> str:
        if wants is Wanted.FACTS:
            return self.tr("Your files and passwords are not looked at.")
        if wants is Wanted.SCREENSHOT:
            return self.tr("You see it first, and black out what is nobody’s business.")
        return self.tr("You see what IT does, and can end it at any time.")

    @Slot()
    def _agree(self) -> None:
        if self.request is not None:
            self.answered.emit(self.request, True)

    @Slot()
    def _refuse(self) -> None:
        if self.request is not None:
            self.answered.emit(self.request, False)
