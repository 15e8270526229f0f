"""Asks to which other ticket this one is tied: merged into it, its child, or linked with it."""

from dataclasses import dataclass
from enum import StrEnum

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QWidget

from itdesk.domain.listing import TicketRow
from itdesk.ui.background import Runner
from itdesk.ui.console.dialog import ConsoleDialog
from itdesk.ui.console.ticket_picker import Find, TicketPicker
from itdesk.ui.fonts import TextRole
from itdesk.ui.widgets.plain_label import PlainLabel


class Tie(StrEnum):
    """How two tickets are tied."""

    MERGE = "merge"
    CHILD = "child"
    LINK = "link"


@dataclass(frozen=True)
class Tied:
    """The answer."""

    tie: Tie
    ticket: TicketRow


class TieDialog(ConsoleDialog):
    """One ticket of those that `find` finds. Answers a Tied."""

    def __init__(self, tie: Tie, reference: str, runner: Runner, find: Find, parent: QWidget) -> None:
        super().__init__("", "", parent, width=560)
        self._tie = tie
        self._dress(reference)
        self.picker = TicketPicker(runner, find)
        self.picker.chosen.connect(self.finish)
        self.picker.list.itemSelectionChanged.connect(self._forget_missing)
        self.body.addWidget(self.picker)
        self.picker.setFocus()

    def answer(self) -> object | None:
        """Return what is chosen, or say that nothing is."""
        if self.picker.ticket is None:
            self.missing.say(self.tr("Choose a ticket of the list."))
            return None
        return Tied(self._tie, self.picker.ticket)

    def _dress(self, reference: str) -> None:
        titles = {
            Tie.MERGE: self.tr("Where does {number} go on?"),
            Tie.CHILD: self.tr("Of which ticket is {number} a part?"),
            Tie.LINK: self.tr("What belongs together with {number}?"),
        }
        hints = {
            Tie.MERGE: self.tr("Both keep what was said; later replies go to both. It can be taken back."),
            Tie.CHILD: self.tr("When that one is resolved, this one is too. It can be taken back."),
            Tie.LINK: self.tr("Each shows the other. It can be taken back."),
        }
        buttons = {
            Tie.MERGE: self.tr("Merge"),
            Tie.CHILD: self.tr("Make it a part"),
            Tie.LINK: self.tr("Link"),
        }
        self.setWindowTitle(titles[self._tie].format(number=reference))
        self.title.setText(self.windowTitle())
        self.ok_button.setText(buttons[self._tie])
        self.body.addWidget(PlainLabel(hints[self._tie], TextRole.META, tone="secondary", wraps=True))

    @Slot()
    def _forget_missing(self) -> None:
        self.missing.say("")
