"""What goes along with the description: pictures, files and facts, each of which can be left out."""

from collections.abc import Collection, Iterator, Mapping

from PySide6.QtCore import Qt, QTimer, Signal, Slot
from PySide6.QtGui import QImage, QShowEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from itdesk.diagnostics.base import Tier
from itdesk.diagnostics.card_kinds import KINDS, OTHER
from itdesk.diagnostics.cards import details, make_cards
from itdesk.diagnostics.declarations import declarations
from itdesk.diagnostics.facts import Facts
from itdesk.domain.catalogue import Concerns
from itdesk.services.report import NewFile
from itdesk.ui.background import Runner
from itdesk.ui.card_words import CARDS
from itdesk.ui.fact_words import card_line
from itdesk.ui.fonts import TextRole, scaled
from itdesk.ui.report.draft_text import HeldBack
from itdesk.ui.report.fact_lines import lines_of
from itdesk.ui.report.facts_group import FactsGroup
from itdesk.ui.report.screenshot_panel import ScreenshotPanel
from itdesk.ui.widgets.banner import Banner
from itdesk.ui.widgets.buttons import Button, Kind
from itdesk.ui.widgets.facts_card import FactsCard
from itdesk.ui.widgets.picture_editor_steps import Picture
from itdesk.ui.widgets.plain_label import PlainLabel
from itdesk.ui.widgets.scroll_page import ScrollPage

MARGIN = 20
ROOM_AFTER_MS = 150
"""Her first letters come before the cards of the facts."""


class GoingAlong(QWidget):
    """The right column. Signals: changed, when something else would be sent; preview_wanted."""

    changed = Signal()
    preview_wanted = Signal()

    def __init__(
        self, image: QImage | None, runner: Runner, *, may_grab: bool = True, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setProperty("surface", "window")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._facts = Facts(collected_in_ms=0, facts={})
        self._declared = declarations()
        self._concerns = Concerns.THIS_COMPUTER
        self._is_collecting = True
        self._is_over = False
        """All that is usual was asked: what has not answered by now has no card."""
        self._dropped: set[tuple[str, str]] = set()
        self._held_back: set[str] = set()
        """Cards that a draft keeps back; they may not be made yet."""
        self._heading = PlainLabel(
            self.tr("This goes along with your description"), TextRole.SECTION, wraps=True
        )
        self._promise = PlainLabel("", TextRole.META, tone="secondary", wraps=True)
        self.notice = Banner()
        self.screenshot = ScreenshotPanel(image, runner, may_grab=may_grab)
        self.screenshot.changed.connect(self.changed)
        self._groups: dict[Tier, FactsGroup] = {}
        self._places = QVBoxLayout()
        self._places.setSpacing(0)
        self._exactly = Button(self.tr("Show exactly what we send"), Kind.LINK)
        self._exactly.clicked.connect(self.preview_wanted)
        self._about_here = QWidget()
        self._page = ScrollPage("window", scaled(MARGIN))
        self._assemble()
        self._show_concerns()

    def showEvent(self, event: QShowEvent) -> None:
        """Make the cards once she sees the window and can type."""
        super().showEvent(event)
        if not self._groups:
            QTimer.singleShot(ROOM_AFTER_MS, self, self._make_room)

    # -- What is shown

    def show_probe(self, name: str, values: Mapping[str, object]) -> None:
        """Fill in what one probe has said."""
        self._show(self._facts.with_probe(name, values))

    def show_facts(self, facts: Facts) -> None:
        """Take what was collected as a whole; a card of which nothing came is not there any more."""
        for name, values in facts.facts.items():
            self._facts = self._facts.with_probe(name, values)
        self._is_over = True
        self._show(self._facts)
        for key, _ in self._made_cards():
            if CARDS[key].tier < Tier.SYMPTOM:
                self._show_card(key, bool(self._probes(key)))
        self._page.settle()

    def expect(self, probes: Collection[str]) -> None:
        """Make room for what a symptom needs; what another one brought is not sent any more."""
        wanted = {kind.key for kind in KINDS if set(kind.probes) & set(probes)}
        gone = {
            name for kind in KINDS if kind.tier is Tier.SYMPTOM for name in kind.probes if name not in probes
        }
        self._facts = self._facts.without(gone)
        if wanted or Tier.SYMPTOM in self._groups:
            for key, card in self._group(Tier.SYMPTOM).cards.items():
                self._show_card(key, key in wanted)
                card.show_value(self.tr("looking…"))
        self._show(self._facts)

    def show_concerns(self, concerns: Concerns) -> None:
        """Facts and screenshot go along only when it is about this computer."""
        self._concerns = concerns
        self._show_concerns()
        self.changed.emit()

    def collect(self, is_collecting: bool) -> None:  # noqa: FBT001 (reads like a switch)
        """Facts and screenshot go along unless the symptom is one that attaches nothing."""
        self._is_collecting = is_collecting
        self._show_concerns()
        self.changed.emit()

    # -- What is sent

    def facts(self) -> Facts | None:
        """Return the facts that go along."""
        if not self._goes_along:
            return None
        kept_back = self.held_back(hides_private=False).cards
        return self._facts.without([probe for key in kept_back for probe in self._probes(key)], self._dropped)

    def pictures(self) -> tuple[Picture, ...]:
        """Return the pictures that go along: those of this screen only when it is about this computer."""
        return self.screenshot.pictures() if self._is_collecting else ()

    def files(self) -> tuple[NewFile, ...]:
        """Return the other files that go along."""
        return self.screenshot.attached() if self._is_collecting else ()

    def card(self, key: str) -> FactsCard:
        """Return one of the cards."""
        return self._group(CARDS[key].tier).cards[key]

    def count(self) -> int:
        """Return how many things go along."""
        given = len(self.pictures()) + len(self.files())
        if not self._goes_along:
            return given
        return given + sum(card.is_included for key, card in self._made_cards() if self._probes(key))

    @property
    def collected(self) -> Facts:
        """Everything that was found out, also what is kept back."""
        return self._facts

    @property
    def _goes_along(self) -> bool:
        return self._is_collecting and self._concerns is Concerns.THIS_COMPUTER

    # -- What is kept back

    def held_back(self, *, hides_private: bool) -> HeldBack:
        """Return what she has switched off."""
        switched_off = {key for key, card in self._made_cards() if not card.is_included}
        made = {key for key, _ in self._made_cards()}
        cards = switched_off | (self._held_back - made)
        return HeldBack(
            cards=tuple(sorted(cards)), values=tuple(sorted(self._dropped)), hides_private=hides_private
        )

    def hold_back(self, held_back: HeldBack) -> None:
        """Switch off what a draft says, also on cards that are made later."""
        self._held_back = set(held_back.cards)
        self._dropped |= set(held_back.values)
        for key, card in self._made_cards():
            if key in self._held_back:
                card.include(False)
        self.changed.emit()

    # -- Inside

    def _assemble(self) -> None:
        inside = QVBoxLayout(self._about_here)
        inside.setContentsMargins(0, 0, 0, 0)
        inside.setSpacing(0)
        inside.addWidget(self.notice)
        inside.addLayout(self._places)
        inside.addSpacing(scaled(8))
        page = self._page
        page.column.setSpacing(scaled(4))
        page.column.addWidget(self._heading)
        page.column.addWidget(self._promise)
        page.column.addSpacing(scaled(8))
        page.column.addWidget(self.screenshot)
        page.column.addWidget(self._about_here)
        page.column.addWidget(self._exactly, 0, Qt.AlignmentFlag.AlignLeft)
        page.column.addStretch(1)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(page)

    @Slot()
    def _make_room(self) -> None:
        """Give every usual card its place before facts arrive, so that nothing jumps when they do."""
        if not self._is_over:
            self._group(Tier.ALWAYS)
            self._group(Tier.USUAL)

    def _group(self, tier: Tier) -> FactsGroup:
        """Return the cards of a tier, made when they are first needed."""
        if tier not in self._groups:
            group = FactsGroup(tier)
            group.included_changed.connect(self._on_included)
            group.line_included.connect(self._on_line_included)
            group.opened.connect(self._show_lines)
            for key, card in group.cards.items():
                card.show_value(self.tr("looking…"))
                card.include(key not in self._held_back)
                group.show_card(key, tier < Tier.SYMPTOM and key != OTHER.key and not self._is_over)
            self._places.insertWidget(sum(made < tier for made in self._groups), group)
            self._groups[tier] = group
        return self._groups[tier]

    def _made_cards(self) -> Iterator[tuple[str, FactsCard]]:
        for group in self._groups.values():
            yield from group.cards.items()

    def _show(self, facts: Facts) -> None:
        self._facts = facts
        for card in make_cards(facts):
            shown = self.card(card.key)
            self._show_card(card.key, is_shown=True)
            shown.show_value(card_line(card) or self.tr("nothing to say"), is_bad=card.alarm)
            if shown.is_open:
                self._show_lines(card.key)
        self._page.settle()
        self.changed.emit()

    def _show_card(self, key: str, is_shown: bool) -> None:  # noqa: FBT001 (reads like a switch)
        self._group(CARDS[key].tier).show_card(key, is_shown)

    @Slot(str)
    def _show_lines(self, key: str) -> None:
        found = details(self._probes(key), self._facts, self._declared)
        self.card(key).show_lines(lines_of(found, self._facts, self._declared, self._dropped))
        self._page.settle()

    def _probes(self, key: str) -> tuple[str, ...]:
        """Return the probes of a card that have said something."""
        return next((card.probes for card in make_cards(self._facts) if card.key == key), ())

    def _show_concerns(self) -> None:
        self._about_here.setVisible(self._goes_along)
        self.screenshot.setVisible(self._is_collecting)
        self._exactly.setVisible(self._is_collecting)
        self.screenshot.show_grabs(self._goes_along)
        if self._goes_along:
            promise = self.tr("Only IT sees this. Switch off what you do not want.")
        elif not self._is_collecting:
            promise = self.tr("Only your words and the time are sent, nothing of this computer.")
        else:
            promise = self.tr("Your report is not about this computer, so nothing of it goes along.")
        self._promise.setText(promise)

    @Slot(str, bool)
    def _on_included(self, _key: str, _is_included: bool) -> None:  # noqa: FBT001 (Qt's slot)
        self.changed.emit()

    @Slot(object, bool)
    def _on_line_included(self, key: tuple[str, str], is_included: bool) -> None:  # noqa: FBT001 (Qt's slot)
        if is_included:
            self._dropped.discard(key)
        else:
            self._dropped.add(key)
        self.changed.emit()
