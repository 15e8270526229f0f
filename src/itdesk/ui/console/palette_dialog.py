"""The palette: a few letters lead to any action, ticket, person, computer or article."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QEvent, QModelIndex, QObject, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QDialog, QFrame, QListView, QVBoxLayout, QWidget

from itdesk.services import palette
from itdesk.services.desk import Desk
from itdesk.services.palette import Found
from itdesk.ui.background import Runner
from itdesk.ui.console.actions import Action
from itdesk.ui.console.palette_lines import Target, palette_lines
from itdesk.ui.console.palette_list import ROW_PX, PaletteDelegate, PaletteModel
from itdesk.ui.failure_words import failure_sentence
from itdesk.ui.fonts import TextRole, scaled
from itdesk.ui.widgets.plain_label import PlainLabel
from itdesk.ui.widgets.search_field import SearchField

WIDTH_PX = 560
ROWS_IN_SIGHT = 9
STEPS = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}


class PaletteDialog(QDialog):
    """Shown with `open()` over its window; it frees itself when it closes.

    Signals: `chosen(Action | TicketRow | Person | Device | Article)`, after it has closed.
    """

    chosen = Signal(object)

    def __init__(
        self, desk: Desk, runner: Runner, actions: Sequence[Action], language: str, window: QWidget
    ) -> None:
        super().__init__(window, Qt.WindowType.FramelessWindowHint)
        self._desk = desk
        self._runner = runner
        self._actions = actions
        self._language = language
        self._is_asking = False
        self.setWindowTitle(self.tr("Go anywhere, do anything"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setProperty("surface", "palette")
        self.search = SearchField(self.tr("Type what you want to do, a ticket, a name, a computer"))
        self.search.textChanged.connect(self._ask)
        self.search.returnPressed.connect(self._choose)
        self.search.installEventFilter(self)
        self.model = PaletteModel(self)
        self.list = QListView()
        self.list.setFrameShape(QFrame.Shape.NoFrame)
        self.list.setModel(self.model)
        self.list.setItemDelegate(PaletteDelegate(self.model, self.list))
        self.list.setMouseTracking(True)
        self.list.setAccessibleName(self.windowTitle())
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setFixedHeight(scaled(ROW_PX) * ROWS_IN_SIGHT)
        self.list.clicked.connect(self._choose)
        self.list.activated.connect(self._choose)
        self.nothing = PlainLabel("", TextRole.TEXT, tone="secondary", wraps=True)
        self.nothing.setVisible(False)
        self._assemble(window)
        self._show(Found(words=""))
        self._ask()

    @Slot()
    def _ask(self) -> None:
        """Actions answer at once; what is read answers when it has come, and then for the latest words."""
        self._show(Found(words=self.search.text()))
        if not self._is_asking:
            self._is_asking = True
            call = partial(palette.find, self._desk, self.search.text())
            self._runner.run(call, then=self._take, failed=self._fail)

    @Slot(object)
    def _take(self, found: Found) -> None:
        self._is_asking = False
        if found.words == self.search.text():
            self._show(found)
            self._say_nothing_found()
        else:
            self._ask()

    @Slot(object)
    def _fail(self, error: Exception) -> None:
        self._is_asking = False
        self.nothing.setText(failure_sentence(error))
        self.nothing.setVisible(True)

    def _show(self, found: Found) -> None:
        lines = palette_lines(self._actions, found, self._language)
        self.model.show_lines(lines, found.words)
        self.nothing.setVisible(False)
        self._step(1, start=-1)

    def _say_nothing_found(self) -> None:
        if self.model.rowCount() == 0:
            self.nothing.setText(self.tr("Nothing here is called that."))
            self.nothing.setVisible(True)

    def _step(self, step: int, start: int | None = None) -> None:
        row = self.model.next_target(self.list.currentIndex().row() if start is None else start, step)
        if row is not None:
            self.list.setCurrentIndex(self.model.index(row))

    @Slot()
    @Slot(QModelIndex)
    def _choose(self, _index: QModelIndex | None = None) -> None:
        line = self.model.line_at(self.list.currentIndex().row())
        if line is None or line.target is None:
            return
        target: Target = line.target
        self.accept()
        self.chosen.emit(target)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Let the arrows move in the list while somebody types."""
        if watched is self.search and isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            step = STEPS.get(Qt.Key(event.key()))
            if step is not None:
                self._step(step)
                return True
        return super().eventFilter(watched, event)

    def _assemble(self, window: QWidget) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(scaled(8), scaled(8), scaled(8), scaled(8))
        column.setSpacing(scaled(4))
        for widget in (self.search, self.nothing, self.list):
            column.addWidget(widget)
        width = min(scaled(WIDTH_PX), window.width() - scaled(32))
        self.setFixedWidth(width)
        corner = window.mapToGlobal(window.rect().topLeft())
        left, top = (window.width() - width) // 2, window.height() // 3 - self.sizeHint().height() // 3
        self.move(corner.x() + left, corner.y() + max(scaled(24), top))
        self.search.setFocus()
