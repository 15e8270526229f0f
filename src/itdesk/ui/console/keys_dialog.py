"""The sheet of keys: what can be done without a mouse, and by which key."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from itdesk.ui.console.actions import Action, Group, group_name
from itdesk.ui.fonts import TextRole, scaled
from itdesk.ui.widgets.buttons import Button, Kind
from itdesk.ui.widgets.plain_label import PlainLabel


class KeysDialog(QDialog):
    """Shown with `open()`; it frees itself when it closes."""

    def __init__(self, actions: Sequence[Action], window: QWidget) -> None:
        super().__init__(window)
        self.setWindowTitle(self.tr("All keys"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setProperty("surface", "base")
        self.close_button = Button(self.tr("Close"), Kind.PRIMARY)
        self.close_button.clicked.connect(self.accept)
        columns = QHBoxLayout()
        columns.setSpacing(scaled(32))
        for some in ((Group.GOING, Group.WRITING, Group.WINDOW), (Group.DEEDS,)):
            columns.addLayout(self._column(actions, some), 1)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(scaled(24), scaled(20), scaled(24), scaled(20))
        whole.setSpacing(scaled(16))
        whole.addWidget(PlainLabel(self.windowTitle(), TextRole.SECTION))
        whole.addLayout(columns, 1)
        hint = self.tr("Letters wait while you write; Escape goes back to the list.")
        whole.addWidget(PlainLabel(hint, TextRole.META, tone="secondary", wraps=True))
        whole.addWidget(self.close_button, 0, Qt.AlignmentFlag.AlignRight)

    def _column(self, actions: Sequence[Action], groups: Sequence[Group]) -> QVBoxLayout:
        column = QVBoxLayout()
        column.setSpacing(scaled(16))
        for group in groups:
            column.addLayout(self._table(group, [one for one in actions if one.group is group and one.key]))
        column.addStretch(1)
        return column

    def _table(self, group: Group, actions: Sequence[Action]) -> QGridLayout:
        table = QGridLayout()
        table.setHorizontalSpacing(scaled(12))
        table.setVerticalSpacing(scaled(6))
        table.setColumnStretch(1, 1)
        table.addWidget(PlainLabel(group_name(group), TextRole.META_STRONG, tone="secondary"), 0, 0, 1, 2)
        for row, action in enumerate(actions, 1):
            table.addWidget(PlainLabel(action.key, TextRole.NAME), row, 0)
            table.addWidget(PlainLabel(action.text.removesuffix("…"), TextRole.TEXT), row, 1)
        return table
