"""What goes along with the description: screenshot and facts, each of which can be left out."""

from collections.abc import Mapping

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from itdesk.diagnostics.cards import make_cards
from itdesk.diagnostics.facts import Facts
from itdesk.domain.catalogue import Concerns
from itdesk.ui.fact_words import CARDS, card_line, card_name
from itdesk.ui.fonts import TextRole, scaled
from itdesk.ui.report.screenshot_panel import ScreenshotPanel
from itdesk.ui.report.sending import Picture
from itdesk.ui.widgets.buttons import Button, Kind
from itdesk.ui.widgets.facts_card import FactsCard
from itdesk.ui.widgets.plain_label import PlainLabel
from itdesk.ui.widgets.scroll_page import ScrollPage

MARGIN = 20


class GoingAlong(QWidget):
    """The right column. Signals: changed, when something else would be sent; preview_wanted."""

    changed = Signal()
    preview_wanted = Signal()

    def __init__(self, image: QImage | None, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("surface", "window")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._facts = Facts(collected_in_ms=0, facts={})
        self._concerns = Concerns.THIS_COMPUTER
        self._cards: dict[str, FactsCard] = {}
        self._probes: dict[str, tuple[str, ...]] = {}
        self._heading = PlainLabel(
            self.tr("This goes along with your description"), TextRole.SECTION, wraps=True
        )
        self._promise = PlainLabel("", TextRole.META, tone="secondary", wraps=True)
        self.screenshot = ScreenshotPanel(image)
        self.screenshot.changed.connect(self.changed)
        self._exactly = Button(self.tr("Show exactly what we send"), Kind.LINK)
        self._exactly.clicked.connect(self.preview_wanted)
        self._about_here = QWidget()
        self._page = ScrollPage("window", scaled(MARGIN))
        self._assemble()
        self._show_concerns()

    def show_probe(self, name: str, values: Mapping[str, object]) -> None:
        """Fill in what one probe has said."""
        self._show(self._facts.with_probe(name, values))

    def show_facts(self, facts: Facts) -> None:
        """Show the whole answer."""
        self._show(facts)

    def show_concerns(self, concerns: Concerns) -> None:
        """Facts and screenshot go along only when it is about this computer."""
        self._concerns = concerns
        self._show_concerns()
        self.changed.emit()

    def facts_text(self) -> str | None:
        """Return the very text that is sent, or `None` when no facts go along."""
        facts = self.facts()
        return facts.to_json().decode() if facts and facts.facts else None

    def facts(self) -> Facts | None:
        """Return the facts that go along."""
        if self._concerns is not Concerns.THIS_COMPUTER:
            return None
        left_out = [
            probe
            for key, probes in self._probes.items()
            for probe in probes
            if not self._cards[key].is_included
        ]
        return self._facts.without(left_out)

    def picture(self) -> Picture | None:
        """Return the screenshot that goes along."""
        return self.screenshot.picture() if self._concerns is Concerns.THIS_COMPUTER else None

    def card(self, key: str) -> FactsCard:
        """Return one of the cards."""
        return self._cards[key]

    def count(self) -> int:
        """Return how many things go along."""
        if self._concerns is not Concerns.THIS_COMPUTER:
            return 0
        cards = sum(card.is_included for card in self._cards.values() if not card.isHidden())
        return cards + (self.picture() is not None)

    def _assemble(self) -> None:
        inside = QVBoxLayout(self._about_here)
        inside.setContentsMargins(0, 0, 0, 0)
        inside.setSpacing(0)
        inside.addWidget(self.screenshot)
        inside.addSpacing(scaled(8))
        self._rows = QVBoxLayout()
        self._rows.setSpacing(0)
        inside.addLayout(self._rows)
        inside.addSpacing(scaled(8))
        inside.addWidget(self._exactly, 0, Qt.AlignmentFlag.AlignLeft)
        for key in CARDS:
            self._add_card(key)
        page = self._page
        page.column.setSpacing(scaled(4))
        page.column.addWidget(self._heading)
        page.column.addWidget(self._promise)
        page.column.addSpacing(scaled(8))
        page.column.addWidget(self._about_here)
        page.column.addStretch(1)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(page)

    def _add_card(self, key: str) -> None:
        """Every card has its place from the start, so that nothing jumps when facts arrive."""
        card = FactsCard(key, CARDS[key].icon, card_name(key))
        card.show_value(self.tr("looking…"))
        card.included_changed.connect(self._on_included)
        line = QFrame()
        line.setProperty("surface", "hairline")
        self._rows.addWidget(line)
        self._rows.addWidget(card)
        line.setVisible(key != "other")
        card.setVisible(key != "other")
        self._cards[key] = card

    def _show(self, facts: Facts) -> None:
        self._facts = facts
        for card in make_cards(facts):
            self._probes[card.key] = card.probes
            shown = self._cards[card.key]
            shown.setVisible(True)
            shown.show_value(card_line(card) or self.tr("nothing to say"), is_bad=card.alarm)
        self._page.settle()
        self.changed.emit()

    def _show_concerns(self) -> None:
        is_here = self._concerns is Concerns.THIS_COMPUTER
        self._about_here.setVisible(is_here)
        self._promise.setText(
            self.tr("Only IT sees this. Switch off what you do not want.")
            if is_here
            else self.tr("Your report is not about this computer, so nothing of it goes along.")
        )

    @Slot(str, bool)
    def _on_included(self, _key: str, _is_included: bool) -> None:  # noqa: FBT001 (Qt's slot)
        self.changed.emit()
