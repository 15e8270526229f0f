"""The strip over the list while several tickets are chosen: how many, and what can be done to all of them."""

from collections.abc import Mapping
from enum import StrEnum

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication, Signal, Slot
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QFrame, QHBoxLayout, QMenu, QWidget

from itdesk.ui.fonts import TextRole, scaled
from itdesk.ui.icons import icon
from itdesk.ui.widgets.buttons import Button, IconButton, Kind
from itdesk.ui.widgets.plain_label import PlainLabel


class BulkDeed(StrEnum):
    """What can be done to many tickets at once."""

    TAKE = "take"
    ASSIGN = "assign"
    PRIORITY = "priority"
    CATEGORY = "category"
    MOVE = "move"
    TAG = "tag"
    MACRO = "macro"
    MERGE = "merge"
    RESOLVE = "resolve"


LOOKS = {
    BulkDeed.TAKE: (QT_TRANSLATE_NOOP("BulkDeed", "Take all"), "person"),
    BulkDeed.ASSIGN: (QT_TRANSLATE_NOOP("BulkDeed", "Assign all…"), "team"),
    BulkDeed.PRIORITY: (QT_TRANSLATE_NOOP("BulkDeed", "Priority of all…"), "flag"),
    BulkDeed.CATEGORY: (QT_TRANSLATE_NOOP("BulkDeed", "Category of all…"), "filter"),
    BulkDeed.MOVE: (QT_TRANSLATE_NOOP("BulkDeed", "Move all to a queue…"), "inbox"),
    BulkDeed.TAG: (QT_TRANSLATE_NOOP("BulkDeed", "Tag all…"), "note"),
    BulkDeed.MACRO: (QT_TRANSLATE_NOOP("BulkDeed", "Macro for all…"), "note"),
    BulkDeed.MERGE: (QT_TRANSLATE_NOOP("BulkDeed", "Merge all into the oldest"), "arrow"),
    BulkDeed.RESOLVE: (QT_TRANSLATE_NOOP("BulkDeed", "Resolve all with one note…"), "check"),
}


def bulk_text(deed: BulkDeed) -> str:
    """Return what a deed is called."""
    return QCoreApplication.translate("BulkDeed", str(LOOKS[deed][0]))


class BulkBar(QFrame):
    """In sight only while several are chosen.

    Signals: `wanted(BulkDeed)`, `dropped()`, `about_to_offer()` when the menu opens: `show_possible` then.
    """

    wanted = Signal(object)
    about_to_offer = Signal()
    dropped = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("tint", "accent")
        self._count = 0
        self._actions: dict[BulkDeed, QAction] = {}
        self.count = PlainLabel("", TextRole.NAME)
        self.button = Button(self.tr("Do with all"), Kind.NORMAL)
        self.button.setMenu(self._menu())
        self.drop_button = IconButton("close", self.tr("Choose none"))
        self.drop_button.clicked.connect(self._drop)
        row = QHBoxLayout(self)
        row.setContentsMargins(scaled(12), scaled(4), scaled(4), scaled(4))
        row.setSpacing(scaled(8))
        row.addWidget(self.count, 1)
        row.addWidget(self.button)
        row.addWidget(self.drop_button)
        self.setVisible(False)

    def show_count(self, count: int) -> None:
        """Show how many are chosen; one or none hides the strip."""
        self._count = count
        self.count.setText(self.tr("%n ticket(s) chosen", "", count))
        self.setVisible(count > 1)

    def show_possible(self, possible: Mapping[BulkDeed, int]) -> None:
        """Say of each deed to how many of the chosen tickets it can be done, where that is not all."""
        for deed, action in self._actions.items():
            count = possible.get(deed, self._count)
            of = self.tr("{some} of {all}").format(some=count, all=self._count)
            action.setText(bulk_text(deed) if count == self._count else f"{bulk_text(deed)}  ({of})")
            action.setEnabled(count > 0)

    def _menu(self) -> QMenu:
        menu = QMenu(self)
        for deed, (_, name) in LOOKS.items():
            action = menu.addAction(icon(name), bulk_text(deed))
            action.setData(deed.value)
            self._actions[deed] = action
        menu.aboutToShow.connect(self.about_to_offer)
        menu.triggered.connect(self._want)
        return menu

    @Slot(QAction)
    def _want(self, action: QAction) -> None:
        self.wanted.emit(BulkDeed(action.data()))

    @Slot()
    def _drop(self) -> None:
        self.dropped.emit()
