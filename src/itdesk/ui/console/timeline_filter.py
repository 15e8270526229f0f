"""What of a ticket's conversation is shown: everything, or one kind of it."""

from enum import StrEnum

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication, Signal, Slot
from PySide6.QtGui import QAction, QActionGroup
from PySide6.QtWidgets import QMenu, QToolButton, QWidget

from itdesk.ui.widgets.buttons import IconButton
from itdesk.ui.widgets.plain_label import plain_tooltip
from itdesk.ui.widgets.timeline_entry import EntryKind, TimelineEntry


class Shown(StrEnum):
    """What can be shown alone."""

    EVERYTHING = "everything"
    WORDS = "words"
    NOTES = "notes"
    EVENTS = "events"
    FILES = "files"


NAMES = {
    Shown.EVERYTHING: QT_TRANSLATE_NOOP("TimelineFilter", "Everything"),
    Shown.WORDS: QT_TRANSLATE_NOOP("TimelineFilter", "Only what was said to each other"),
    Shown.NOTES: QT_TRANSLATE_NOOP("TimelineFilter", "Only notes among IT"),
    Shown.EVENTS: QT_TRANSLATE_NOOP("TimelineFilter", "Only what happened"),
    Shown.FILES: QT_TRANSLATE_NOOP("TimelineFilter", "Only what has files"),
}


def kept(entries: tuple[TimelineEntry, ...], shown: Shown) -> tuple[TimelineEntry, ...]:
    """Return the entries of that kind, in order."""
    if shown is Shown.EVERYTHING:
        return entries
    if shown is Shown.FILES:
        return tuple(one for one in entries if one.attachments)
    kinds = {Shown.WORDS: EntryKind.MESSAGE, Shown.NOTES: EntryKind.NOTE, Shown.EVENTS: EntryKind.EVENT}
    return tuple(one for one in entries if one.kind is kinds[shown])


class TimelineFilter(IconButton):
    """A button with the kinds in its menu, down while not everything is shown. Signals: `chosen(Shown)`."""

    chosen = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("filter", "", parent)
        self.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.setCheckable(True)
        self.shown = Shown.EVERYTHING
        menu, group = QMenu(self), QActionGroup(self)
        self._actions = {one: self._action(menu, group, one) for one in Shown}
        group.triggered.connect(self._choose)
        self.setMenu(menu)
        self.show_only(Shown.EVERYTHING)

    def show_only(self, shown: Shown) -> None:
        """Show this kind from now on."""
        self.shown = shown
        self._actions[shown].setChecked(True)
        self.setChecked(shown is not Shown.EVERYTHING)
        words = self.tr("Conversation: {what}").format(what=name_of_shown(shown))
        self.setAccessibleName(words)
        self.setToolTip(plain_tooltip(words))
        self.chosen.emit(shown)

    def _action(self, menu: QMenu, group: QActionGroup, shown: Shown) -> QAction:
        action = menu.addAction(name_of_shown(shown))
        action.setCheckable(True)
        action.setData(shown.value)
        group.addAction(action)
        return action

    @Slot(QAction)
    def _choose(self, action: QAction) -> None:
        self.show_only(Shown(action.data()))


def name_of_shown(shown: Shown) -> str:
    """Return what a kind is called."""
    return QCoreApplication.translate("TimelineFilter", str(NAMES[shown]))
