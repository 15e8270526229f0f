"""“Record the steps” below the pictures of a report, or why it is not offered."""

from collections.abc import Callable

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from itdesk.ui.fonts import TextRole
from itdesk.ui.screen_capture import Hindrance, hindrance
from itdesk.ui.widgets.buttons import Button, Kind
from itdesk.ui.widgets.plain_label import PlainLabel


class RecordRow(QWidget):
    """Signals: record_wanted(); hindered(Hindrance), where this desktop lets no program see the screen."""

    record_wanted = Signal()
    hindered = Signal(object)

    def __init__(
        self,
        *,
        may_record: bool,
        ask: Callable[[], Hindrance | None] = hindrance,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._ask = ask
        self.button = Button(self.tr("Record the steps"), Kind.LINK, "eye")
        self.button.setToolTip(self.tr("Show IT how it happens: pictures of the screen while you do it."))
        self.button.clicked.connect(self._on_clicked)
        why = self.tr("Your IT department has switched off pictures of the screen.")
        self.reason = PlainLabel(why, TextRole.META, tone="secondary", wraps=True)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.button, 0, Qt.AlignmentFlag.AlignLeft)
        column.addWidget(self.reason)
        self.button.setVisible(may_record)  # only now: without a parent it would be a window
        self.reason.setVisible(not may_record)

    @Slot()
    def say_unseen(self) -> None:
        """The recorder saw nothing of the screen."""
        self.hindered.emit(Hindrance.EMPTY)

    @Slot()
    def _on_clicked(self) -> None:
        found = self._ask()
        if found is None:
            self.record_wanted.emit()
        else:
            self.hindered.emit(found)
