"""What an answer to a ticket does that seems to be over, said before it is written."""

from datetime import datetime

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QWidget

from itdesk.ui.fonts import TextRole, scaled
from itdesk.ui.requester.possible import Effect
from itdesk.ui.times import short_time
from itdesk.ui.widgets.buttons import Button, Kind
from itdesk.ui.widgets.plain_label import PlainLabel


class EffectLine(QWidget):
    """Hidden where an answer is only an answer. Signals: `reopen_wanted()`, `report_wanted()`."""

    reopen_wanted = Signal()
    report_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._effect = Effect.NONE
        self._words = PlainLabel("", TextRole.TEXT, tone="secondary", wraps=True)
        self.button = Button("", Kind.NORMAL)
        self.button.clicked.connect(self._act)
        row = QHBoxLayout(self)
        row.setContentsMargins(scaled(4), 0, 0, 0)
        row.setSpacing(scaled(8))
        row.addWidget(self._words, 1)
        row.addWidget(self.button)

    @property
    def words(self) -> str:
        """What it says."""
        return self._words.text()

    @property
    def effect(self) -> Effect:
        """What it tells of."""
        return self._effect

    def show_effect(self, effect: Effect, until: datetime | None, now: datetime) -> None:
        """Say what an answer does; a closed ticket may be opened again `until`."""
        self._effect = effect
        day = short_time(until, now) if until else ""
        words, button = {
            Effect.NONE: ("", ""),
            Effect.REOPENS: (self.tr("Your answer opens this ticket again."), ""),
            Effect.IS_DONE: (
                self.tr("This is done. Until {day} you can open it again.").format(day=day),
                self.tr("Open it again"),
            ),
            Effect.IS_OVER: (
                self.tr("This is over. If it is back, report it anew."),
                self.tr("Report a problem"),
            ),
        }[effect]
        self._words.setText(words)
        self.button.setText(button)
        self.button.setVisible(bool(button))

    @Slot()
    def _act(self) -> None:
        if self._effect is Effect.IS_DONE:
            self.reopen_wanted.emit()
        else:
            self.report_wanted.emit()
