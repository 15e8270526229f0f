"""Calling a colleague while one writes: `@` and a few letters offer who is meant."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QModelIndex, QObject, QPoint, QRect, Qt, Slot
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QKeyEvent, QTextCursor
from PySide6.QtWidgets import QPlainTextEdit

from itdesk.domain.mentions import begun_mention, called_so
from itdesk.domain.people import Person
from itdesk.ui.console.mention_list import MentionList, MentionModel, spoken_name
from itdesk.ui.fonts import scaled

STEPS = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}
CHOOSING = frozenset({Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Tab})
LEAVING = frozenset({QEvent.Type.FocusOut, QEvent.Type.Hide, QEvent.Type.EnabledChange})


class MentionCompletion(QObject):
    """Watches a text. Up and Down go through the list, Enter and Tab choose, Escape closes it."""

    def __init__(self, text: QPlainTextEdit) -> None:
        super().__init__(text)
        self._text = text
        self._people: tuple[Person, ...] = ()
        self._dropped_at = -1
        """Where the `@` stands for which the list was closed: it opens there no more."""
        self.model = MentionModel(self)
        self.list: MentionList | None = None
        """Made when it is first needed: only then is the text in the window over which it lies."""
        text.installEventFilter(self)
        text.cursorPositionChanged.connect(self._look)
        text.textChanged.connect(self._look)

    @property
    def is_open(self) -> bool:
        """Whether somebody is offered now."""
        return self.list is not None and not self.list.isHidden()

    def know(self, people: Sequence[Person]) -> None:
        """Offer these colleagues from now on."""
        if tuple(people) != self._people:
            self._people = tuple(people)
            self._look()

    @Slot()
    def close(self) -> None:
        """Offer nobody."""
        if self.list is not None:
            self.list.hide()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Take the keys that belong to the list while it is open."""
        if event.type() in LEAVING:
            self.close()
        elif event.type() == QEvent.Type.Resize and self.is_open and self.list is not None:
            self.list.move(self._place(self.list))
        elif self.is_open and isinstance(event, QKeyEvent):
            if event.type() == QEvent.Type.ShortcutOverride and _is_ours(event):
                event.accept()
                return True
            if event.type() == QEvent.Type.KeyPress and _is_ours(event):
                self._take(Qt.Key(event.key()))
                return True
        return super().eventFilter(watched, event)

    def _take(self, key: Qt.Key) -> None:
        if key in STEPS:
            self._step(STEPS[key])
        elif key in CHOOSING:
            self._choose()
        else:
            self._dropped_at = self._begin()
            self.close()

    @Slot()
    def _look(self) -> None:
        """Offer whom the letters before the cursor may mean, and nobody where they mean nobody."""
        begun = begun_mention(self._before())
        if begun is None or not self._text.hasFocus() or self._begin() == self._dropped_at:
            if begun is None:
                self._dropped_at = -1
            self.close()
            return
        found = called_so(self._people, begun)
        if found:
            self._offer(found, begun)
        else:
            self.close()

    def _offer(self, people: Sequence[Person], begun: str) -> None:
        if self.is_open and (people, begun) == (self.model.people, self.model.begun):
            return
        self.model.offer(people, begun)
        shown = self._shown_list()
        shown.fit()
        shown.move(self._place(shown))
        shown.show()
        shown.raise_()
        self._point_at(0)

    def _shown_list(self) -> MentionList:
        window = self._text.window()
        if self.list is None or self.list.parentWidget() is not window:
            self.list = MentionList(self.model, window)
            self.list.clicked.connect(self._on_clicked)
        return self.list

    def _place(self, shown: MentionList) -> QPoint:
        """Return where it lies in the window: over the line, or under it where there is no room."""
        cursor = self._text.textCursor()
        cursor.setPosition(self._begin())
        line: QRect = self._text.cursorRect(cursor)
        window, gap = self._text.window(), scaled(4)
        top = self._text.viewport().mapTo(window, line.topLeft())
        left = max(gap, min(top.x(), window.width() - shown.width() - gap))
        over = top.y() - shown.height() - gap
        return QPoint(left, over if over >= 0 else top.y() + line.height() + gap)

    def _step(self, step: int) -> None:
        if self.list is not None:
            self._point_at((self.list.currentIndex().row() + step) % self.model.rowCount())

    def _point_at(self, row: int) -> None:
        """Show who would be chosen, and let a screen reader say it: the keyboard stays in the text."""
        if self.list is None:
            return
        self.list.setCurrentIndex(self.model.index(row))
        spoken = QAccessibleAnnouncementEvent(self._text, spoken_name(self.model.people[row]))
        QAccessible.updateAccessibility(spoken)

    @Slot(QModelIndex)
    def _on_clicked(self, index: QModelIndex) -> None:
        self._insert(self.model.people[index.row()])

    def _choose(self) -> None:
        if self.list is not None:
            self._insert(self.model.people[self.list.currentIndex().row()])

    def _insert(self, person: Person) -> None:
        """Put the login in place of what was typed; one step of the text's own undo."""
        cursor = self._text.textCursor()
        cursor.setPosition(self._begin())
        cursor.setPosition(self._text.textCursor().position(), QTextCursor.MoveMode.KeepAnchor)
        cursor.insertText(f"@{person.login} ")
        self._text.setTextCursor(cursor)
        self.close()

    def _before(self) -> str:
        """Return the line up to the cursor; nothing while something is selected."""
        cursor = self._text.textCursor()
        return "" if cursor.hasSelection() else cursor.block().text()[: cursor.positionInBlock()]

    def _begin(self) -> int:
        """Return where the `@` stands in the text."""
        return self._text.textCursor().position() - len(begun_mention(self._before()) or "") - 1


def _is_ours(event: QKeyEvent) -> bool:
    """Tell whether a key belongs to an open list: with Ctrl or Shift it belongs to the text."""
    is_bare = event.modifiers() in (Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.KeypadModifier)
    key = Qt.Key(event.key())
    return is_bare and (key in STEPS or key in CHOOSING or key == Qt.Key.Key_Escape)
