"""The tree of facts on the screen: read by scrolling, by the arrow keys, or by opening what is folded."""

from collections.abc import Sequence

from PySide6.QtCore import QModelIndex, Qt, Slot
from PySide6.QtGui import QKeyEvent, QPalette, QResizeEvent
from PySide6.QtWidgets import QFrame, QTreeView, QWidget

from itdesk.ui.console.fact_nodes import FactNode
from itdesk.ui.console.fact_tree_delegate import FactTreeDelegate
from itdesk.ui.console.fact_tree_model import FactTreeModel

FOLDED_FROM = 13
"""Longer tables are folded until somebody opens them."""
ENTERS = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space)


class FactTreeView(QTreeView):
    """Shows nodes. Only lines that come into sight are measured and drawn."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.facts = FactTreeModel(self)
        self.setModel(self.facts)
        self.setItemDelegate(FactTreeDelegate(self))
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHeaderHidden(True)
        self.setIndentation(0)
        self.setRootIsDecorated(False)
        self.setMouseTracking(True)
        self.setExpandsOnDoubleClick(False)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._leave_choice_to_delegate()
        self.clicked.connect(self.turn)

    def show_nodes(self, nodes: Sequence[FactNode], *, is_open: bool = False) -> None:
        """Show these cards; `is_open` opens the long tables too."""
        self.facts.show_nodes(nodes)
        for row, node in enumerate(nodes):
            card = self.facts.index(row, 0)
            self.expand(card)
            for place, part in enumerate(node.parts):
                if part.parts and (is_open or len(part.parts) < FOLDED_FROM):
                    self.expand(self.facts.index(place, 0, card))

    def show_card(self, key: str) -> None:
        """Bring the card of this key to the top."""
        row = self.facts.row_of(key)
        if row >= 0:
            card = self.facts.index(row, 0)
            self.setCurrentIndex(card)
            self.scrollTo(card, QTreeView.ScrollHint.PositionAtTop)

    @Slot(QModelIndex)
    def turn(self, index: QModelIndex) -> None:
        """Open what is folded, fold what is open."""
        if self.facts.hasChildren(index):
            self.setExpanded(index, not self.isExpanded(index))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Let Enter and Space open and fold, beside the arrows."""
        if event.key() in ENTERS and self.currentIndex().isValid():
            self.turn(self.currentIndex())
        else:
            super().keyPressEvent(event)

    def verticalOffset(self) -> int:
        """Return nothing: style sheets ask for it before they paint, and Qt would measure all lines above."""
        return 0

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Wrap the lines anew."""
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self.scheduleDelayedItemsLayout()

    def _leave_choice_to_delegate(self) -> None:
        """A tree would fill the whole row of what is chosen. Only this colour is our own: themes change."""
        palette = QPalette()
        palette.setColor(QPalette.ColorRole.Highlight, Qt.GlobalColor.transparent)
        self.setPalette(palette)
