"""The section of the side panel that says what changed before it broke."""

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from itdesk.ui.console.change_lines import ChangeLine, ChangeLines
from itdesk.ui.console.marked_lines import MarkedLine, MarkedLines
from itdesk.ui.fonts import TextRole, scaled
from itdesk.ui.widgets.buttons import Button, Kind
from itdesk.ui.widgets.plain_label import PlainLabel


class ChangesSection(QWidget):
    """Title, a few lines, and the way to the others. Not there at all when nothing changed.

    Signals: `all_wanted()`.
    """

    all_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        title = self.tr("What changed before it broke")
        self.title = PlainLabel(title, TextRole.META_STRONG, tone="secondary", wraps=True)
        self.lines = MarkedLines()
        self.more_button = Button("", Kind.LINK)
        self.more_button.clicked.connect(self._want_all)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(scaled(6))
        column.addWidget(self.title)
        column.addWidget(self.lines)
        column.addWidget(self.more_button, 0, Qt.AlignmentFlag.AlignLeft)
        self.setVisible(False)

    def show_changes(self, changes: ChangeLines) -> None:
        """Show these changes."""
        self.lines.show_lines(map(_marked, changes.lines))
        self.more_button.setText(self.tr("and %n more", "", changes.more))
        self.more_button.setAccessibleName(self.tr("Show %n more change(s)", "", changes.more))
        self.more_button.setVisible(changes.more > 0)
        self.setVisible(bool(changes.lines))

    @Slot()
    def _want_all(self) -> None:
        self.all_wanted.emit()


def _marked(line: ChangeLine) -> MarkedLine:
    if line.is_near:
        return MarkedLine(text=line.text, spoken=line.spoken, icon="warning", tone="amber")
    return MarkedLine(text=line.text, spoken=line.spoken, icon="clock")
