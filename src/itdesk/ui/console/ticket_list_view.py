"""A list of rows of one height, which stays quick with a hundred thousand of them."""

from PySide6.QtCore import QEvent, QModelIndex, Qt
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QAbstractItemView, QFrame, QHeaderView, QTableView, QWidget

from itdesk.ui.fonts import scaled

Cursor = QAbstractItemView.CursorAction


class TicketListView(QTableView):
    """Tickets, one column of them at first.

    A table counts its rows; QListView lays each of them out at every change.
    """

    def __init__(self, row_px: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._row_px = row_px
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setShowGrid(False)
        self.setTabKeyNavigation(False)
        self.setMouseTracking(True)
        self.setVerticalScrollMode(QTableView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSelectionMode(QTableView.SelectionMode.ExtendedSelection)
        self.setSelectionBehavior(QTableView.SelectionBehavior.SelectRows)
        self.horizontalHeader().setVisible(False)
        self.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        self.verticalHeader().setVisible(False)
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self._leave_choice_to_delegate()
        self._size_rows()

    def be_table(self, is_table: bool, row_px: int) -> None:  # noqa: FBT001 (reads like setVisible)
        """Have a head and rows of this height."""
        self._row_px = row_px
        self.horizontalHeader().setVisible(is_table)
        policy = Qt.ScrollBarPolicy.ScrollBarAsNeeded if is_table else Qt.ScrollBarPolicy.ScrollBarAlwaysOff
        self.setHorizontalScrollBarPolicy(policy)
        self._size_rows()

    def changeEvent(self, event: QEvent) -> None:
        """Follow the text size."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self._size_rows()

    def moveCursor(self, action: Cursor, modifiers: Qt.KeyboardModifier) -> QModelIndex:
        """Let Home and End lead to the first and the last ticket, as in a list."""
        rows = self.model().rowCount()
        if action in (Cursor.MoveHome, Cursor.MoveEnd) and rows:
            return self.model().index(0 if action is Cursor.MoveHome else rows - 1, 0)
        return super().moveCursor(action, modifiers)

    def _leave_choice_to_delegate(self) -> None:
        """A table would fill the whole cell of what is chosen. Only this colour is our own: themes change."""
        palette = QPalette()
        palette.setColor(QPalette.ColorRole.Highlight, Qt.GlobalColor.transparent)
        self.setPalette(palette)

    def _size_rows(self) -> None:
        height = scaled(self._row_px)
        self.verticalHeader().setMinimumSectionSize(1)
        self.verticalHeader().setDefaultSectionSize(height)
        self.verticalScrollBar().setSingleStep(height)
