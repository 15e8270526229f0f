"""The bottom of the report: where the draft stands, what goes along when it is folded away, the buttons."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from itdesk.ui.fonts import TextRole, scaled
from itdesk.ui.widgets.buttons import Button, Kind
from itdesk.ui.widgets.icon_label import IconLabel
from itdesk.ui.widgets.plain_label import PlainLabel

END = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter


class Footer(QWidget):
    """Signals: what was pressed."""

    send_wanted = Signal()
    cancel_wanted = Signal()
    fold_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("surface", "base")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._mark = IconLabel("check")
        self._state = PlainLabel("", TextRole.META, tone="secondary", wraps=True)
        self._fold = Button("", Kind.LINK)
        self._fold.clicked.connect(self.fold_wanted)
        self._cancel = Button(self.tr("Cancel"), Kind.QUIET, is_big=True)
        self._cancel.clicked.connect(self.cancel_wanted)
        self._send = Button(self.tr("Send report"), Kind.PRIMARY, "send", is_big=True)
        self._send.clicked.connect(self.send_wanted)
        self._assemble()
        self.say_nothing_yet()

    def say_nothing_yet(self) -> None:
        """Promise what will be true as soon as she types."""
        self._say("check", "text_tertiary", self.tr("Your report cannot get lost, even without internet."))

    def say_draft_saved(self) -> None:
        """Say that what she has typed is kept."""
        self._say(
            "check", "green_text", self.tr("Draft saved. Your report cannot get lost, even without internet.")
        )

    def say_draft_failed(self, reason: str) -> None:
        """Say that what she has typed is only on the screen."""
        self._say("warning", "red_text", reason)

    def be_busy(self, is_busy: bool) -> None:  # noqa: FBT001 (reads like a switch)
        """Show that the report is being saved; nothing changes its place."""
        self._send.setEnabled(not is_busy)
        self._cancel.setEnabled(not is_busy)
        if is_busy:
            self._say("sync", "text_secondary", self.tr("Saving…"))

    def show_fold(self, text: str) -> None:
        """Offer what is folded away; no text when nothing is."""
        self._fold.setText(text)
        self._fold.setVisible(bool(text))

    def _say(self, icon_name: str, role: str, text: str) -> None:
        self._mark.show_icon(icon_name, role)
        self._state.setText(text)

    def be_narrow(self, is_narrow: bool) -> None:  # noqa: FBT001 (reads like a switch)
        """Where there is little room, say how the draft stands above the buttons."""
        self._grid.addWidget(self._standing, 0, 0, 1, 3 if is_narrow else 1)
        self._grid.addWidget(self._fold, 0, 3 if is_narrow else 1, END)
        for column, button in enumerate((self._cancel, self._send), start=2):
            self._grid.addWidget(button, 1 if is_narrow else 0, column)

    def be_low(self, is_low: bool) -> None:  # noqa: FBT001 (reads like a switch)
        """Where the window is low, take no more room than the buttons need."""
        sides, ends = scaled(12 if is_low else 28), scaled(6 if is_low else 12)
        self._grid.setContentsMargins(sides, ends, sides, ends)
        self._grid.setVerticalSpacing(scaled(0 if is_low else 4))

    def _assemble(self) -> None:
        line = QFrame()
        line.setProperty("surface", "hairline")
        self._standing = QWidget()
        standing = QHBoxLayout(self._standing)
        standing.setContentsMargins(0, 0, 0, 0)
        standing.setSpacing(scaled(8))
        standing.addWidget(self._mark)
        standing.addWidget(self._state, 1)
        self._grid = QGridLayout()
        self._grid.setHorizontalSpacing(scaled(8))
        self._grid.setColumnStretch(0, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(line)
        column.addLayout(self._grid)
        self.be_narrow(False)
        self.be_low(False)
