"""The cards of one tier of facts, under its name and the reason why they are asked."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from itdesk.diagnostics.base import Tier
from itdesk.ui.card_words import CARDS, card_name, group_name, group_reason
from itdesk.ui.fonts import TextRole, scaled
from itdesk.ui.widgets.facts_card import FactsCard
from itdesk.ui.widgets.plain_label import PlainLabel


class FactsGroup(QWidget):
    """Signals: those of its cards."""

    included_changed = Signal(str, bool)
    line_included = Signal(object, bool)
    opened = Signal(str)

    def __init__(self, tier: Tier, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.cards: dict[str, FactsCard] = {}
        self._hairlines: dict[str, QFrame] = {}
        self._shown: set[str] = set()
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, scaled(16), 0, 0)
        self._column.setSpacing(0)
        self._column.addWidget(PlainLabel(group_name(tier), TextRole.NAME, wraps=True))
        self._column.addWidget(PlainLabel(group_reason(tier), TextRole.META, tone="secondary", wraps=True))
        self._column.addSpacing(scaled(6))
        for key, words in CARDS.items():
            if words.tier is tier:
                self._add(key)

    def show_card(self, key: str, is_shown: bool) -> None:  # noqa: FBT001 (reads like a switch)
        """Give the card its place, or take it away; a group without cards is not there.

        Only what changes is touched: a widget that is told to show itself is styled at once, and once more
        when it gets its parent.
        """
        if is_shown == self.shows(key):
            return
        had_cards = bool(self._shown)
        self._shown ^= {key}
        self.cards[key].setVisible(is_shown)
        self._hairlines[key].setVisible(is_shown)
        if bool(self._shown) != had_cards:
            self.setVisible(is_shown)

    def shows(self, key: str) -> bool:
        """Tell whether the card has its place."""
        return key in self._shown

    def _add(self, key: str) -> None:
        card = FactsCard(key, CARDS[key].icon, card_name(key))
        card.included_changed.connect(self.included_changed)
        card.line_included.connect(self.line_included)
        card.opened.connect(self.opened)
        line = QFrame()
        line.setProperty("surface", "hairline")
        self._column.addWidget(line)
        self._column.addWidget(card)
        self.cards[key], self._hairlines[key] = card, line
        self._shown.add(key)
