"""What is seldom done to a ticket, behind one button."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QMenu, QWidget

from itdesk.ui.icons import icon
from itdesk.ui.requester.possible import Possible
from itdesk.ui.widgets.buttons import Button, Kind


class MoreButton(Button):
    """Signals: `invite_wanted()`, `leave_wanted()`, `close_wanted()`, `reopen_wanted()`."""

    invite_wanted = Signal()
    leave_wanted = Signal()
    close_wanted = Signal()
    reopen_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("", Kind.QUIET, "more", parent=parent)
        self.setText(self.tr("More"))
        menu = QMenu(self)
        self.invite_action = menu.addAction(icon("team"), self.tr("Who else reads this…"))
        self.reopen_action = menu.addAction(icon("undo"), self.tr("Open it again…"))
        self.close_action = menu.addAction(icon("check"), self.tr("Close this ticket…"))
        self.leave_action = menu.addAction(icon("close"), self.tr("Read along no more"))
        self.invite_action.triggered.connect(self.invite_wanted)
        self.reopen_action.triggered.connect(self.reopen_wanted)
        self.close_action.triggered.connect(self.close_wanted)
        self.leave_action.triggered.connect(self.leave_wanted)
        self.setMenu(menu)

    def offer(self, possible: Possible) -> None:
        """Offer what can be done now; with nothing to do the button is gone."""
        self.invite_action.setVisible(possible.invite)
        self.reopen_action.setVisible(possible.reopen)
        self.close_action.setVisible(possible.close)
        self.leave_action.setVisible(possible.leave)
        self.setVisible(any((possible.invite, possible.reopen, possible.close, possible.leave)))
