"""Over the list: several people report the same."""

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from itdesk.services.similar_reports import Suggestion
from itdesk.ui.fonts import TextRole, scaled
from itdesk.ui.times import clock_text
from itdesk.ui.widgets.buttons import Button, Kind
from itdesk.ui.widgets.flow_layout import FlowLayout
from itdesk.ui.widgets.plain_label import PlainLabel


class SuggestionStrip(QFrame):
    """In sight only while there is a suggestion. Signals: `wanted(ids)`, `dropped(ids)`: not the same."""

    wanted = Signal(object)
    dropped = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._shown: Suggestion | None = None
        self.setProperty("tint", "amber")
        self.words = PlainLabel("", TextRole.TEXT, wraps=True)
        self.make_button = Button(self.tr("Make it one incident"), Kind.NORMAL)
        self.make_button.clicked.connect(self._want)
        self.drop_button = Button(self.tr("Not the same"), Kind.QUIET)
        self.drop_button.clicked.connect(self._drop)
        buttons = FlowLayout(spacing=scaled(8))
        buttons.addWidget(self.make_button)
        buttons.addWidget(self.drop_button)
        column = QVBoxLayout(self)
        column.setContentsMargins(scaled(12), scaled(8), scaled(12), scaled(8))
        column.setSpacing(scaled(6))
        column.addWidget(self.words)
        column.addLayout(buttons)
        self.setVisible(False)

    def show_suggestion(self, suggestion: Suggestion | None) -> None:
        """Say who reports the same, or nothing."""
        if suggestion == self._shown:
            return
        self._shown = suggestion
        if suggestion is not None:
            words = self.tr("%n people have the same trouble since {time}: “{title}”", "", suggestion.people)
            told = words.format(time=clock_text(suggestion.since), title=suggestion.title)
            self.words.setText(told)
            self.setAccessibleName(told)
        self.setVisible(suggestion is not None)

    @Slot()
    def _want(self) -> None:
        if self._shown is not None:
            self.wanted.emit(self._shown.ids)

    @Slot()
    def _drop(self) -> None:
        if self._shown is not None:
            self.dropped.emit(self._shown.ids)
        self.show_suggestion(None)
