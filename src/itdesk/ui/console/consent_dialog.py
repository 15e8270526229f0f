"""Asks what the requester is asked for, and why; she reads both."""

from dataclasses import dataclass

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QButtonGroup, QCheckBox, QGridLayout, QLineEdit, QRadioButton, QWidget

from itdesk.domain.consents import Wanted
from itdesk.domain.limits import SHORT_TEXT_CHARS
from itdesk.ui.card_words import CARDS, short_name
from itdesk.ui.console.dialog import ConsoleDialog
from itdesk.ui.fonts import TextRole, scaled
from itdesk.ui.widgets.plain_label import PlainLabel

COLUMNS = 3
USUAL, CHOSEN, PICTURE, HELP = range(4)


@dataclass(frozen=True)
class AskedFor:
    """The answer. `probes` names facts, none of them means the usual ones."""

    wants: Wanted
    why: str
    probes: tuple[str, ...] = ()


class ConsentDialog(ConsoleDialog):
    """One of four things, and a reason. Answers an AskedFor."""

    def __init__(self, reference: str, requester: str, parent: QWidget) -> None:
        super().__init__("", "", parent, width=640)
        self.setWindowTitle(self.tr("Ask the computer of {number}").format(number=reference))
        self.title.setText(self.windowTitle())
        self.ok_button.setText(self.tr("Ask"))
        self._kinds = QButtonGroup(self)
        for place, words in enumerate(self._offers()):
            button = QRadioButton(words)
            self._kinds.addButton(button, place)
            self.body.addWidget(button)
            if place == CHOSEN:
                self.body.addWidget(self._cards())
        self.why = QLineEdit()
        self.why.setMaxLength(SHORT_TEXT_CHARS)
        words = self.tr("Why? {person} reads this, and decides.").format(person=requester)
        self.body.addWidget(self.field_label(words, self.why))
        self.body.addWidget(self.why)
        hint = self.tr("A question that was asked cannot be taken back.")
        self.body.addWidget(PlainLabel(hint, TextRole.META, tone="secondary", wraps=True))
        self._kinds.idToggled.connect(self._follow)
        self.choose(USUAL)
        self.why.setFocus()

    def choose(self, kind: int) -> None:
        """Choose what is asked for."""
        self._kinds.button(kind).setChecked(True)

    def answer(self) -> object | None:
        """Return what is asked, or say what is missing."""
        kind, why = self._kinds.checkedId(), self.why.text().strip()
        probes = self._probes() if kind == CHOSEN else ()
        if kind == CHOSEN and not probes:
            self.missing.say(self.tr("Choose at least one kind of facts."))
            return None
        if not why:
            self.missing.say(self.tr("Say why: nobody lets others look at her computer without a reason."))
            self.why.setFocus()
            return None
        wants = {PICTURE: Wanted.SCREENSHOT, HELP: Wanted.REMOTE_HELP}.get(kind, Wanted.FACTS)
        return AskedFor(wants, why, probes)

    def _offers(self) -> tuple[str, ...]:
        return (
            self.tr("The usual facts, as they are now"),
            self.tr("Only these facts:"),
            self.tr("A picture of the screen"),
            self.tr("Leave to help from afar"),
        )

    def _cards(self) -> QWidget:
        self._boxes: dict[str, QCheckBox] = {}
        box = QWidget()
        grid = QGridLayout(box)
        grid.setContentsMargins(scaled(24), 0, 0, 0)
        grid.setVerticalSpacing(scaled(2))
        for place, key in enumerate(key for key, kind in CARDS.items() if kind.probes):
            self._boxes[key] = QCheckBox(short_name(key))
            grid.addWidget(self._boxes[key], *divmod(place, COLUMNS))
        self._cards_box = box
        return box

    def check(self, *keys: str) -> None:
        """Choose the facts of these cards."""
        for key in keys:
            self._boxes[key].setChecked(True)

    def _probes(self) -> tuple[str, ...]:
        chosen = (key for key, box in self._boxes.items() if box.isChecked())
        return tuple(probe for key in chosen for probe in CARDS[key].probes)

    @Slot()
    def _follow(self) -> None:
        self._cards_box.setVisible(self._kinds.checkedId() == CHOSEN)
        self.adjustSize()
