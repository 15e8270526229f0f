"""Who is signed in."""

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from itdesk.ui.fonts import TextRole, scaled
from itdesk.ui.widgets.buttons import Button
from itdesk.ui.widgets.plain_label import PlainLabel
from itdesk.ui.widgets.scroll_page import ScrollPage

if TYPE_CHECKING:
    from itdesk.services.desk import Account

MARGIN = 28


class AccountPage(ScrollPage):
    """Name, server, and the way out. Signals: `sign_out_wanted()`."""

    sign_out_wanted = Signal()

    def __init__(self, account: "Account | None", parent: QWidget | None = None) -> None:
        super().__init__("base", scaled(MARGIN), parent)
        self._leave = Button(self.tr("Sign out"), icon_name="person")
        self._leave.setEnabled(account is not None)
        self._leave.clicked.connect(self.sign_out_wanted)
        hint = PlainLabel(
            self.tr(
                "This computer then forgets your tickets. What you have not sent stays, and goes out later."
            ),
            TextRole.META,
            tone="secondary",
            wraps=True,
        )
        self.column.setSpacing(scaled(16))
        self.column.addWidget(PlainLabel(self.tr("Signed in"), TextRole.SECTION))
        self.column.addWidget(PlainLabel(self._words_about(account), TextRole.BODY, wraps=True))
        self.column.addWidget(self._leave, 0, Qt.AlignmentFlag.AlignLeft)
        self.column.addWidget(hint)
        self.column.addStretch(1)

    def _words_about(self, account: "Account | None") -> str:
        if account is None:
            return self.tr("Nobody is signed in.")
        return self.tr("{name} at {server}").format(name=account.name, server=account.server_url)
