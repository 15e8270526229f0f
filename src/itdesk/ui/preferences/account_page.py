"""Who is signed in."""

from collections.abc import Callable
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from itdesk.ui.background import Runner
from itdesk.ui.fonts import TextRole, scaled
from itdesk.ui.preferences.calls import SettingsCalls
from itdesk.ui.preferences.session_list import SessionList
from itdesk.ui.widgets.buttons import Button
from itdesk.ui.widgets.plain_label import PlainLabel
from itdesk.ui.widgets.scroll_page import ScrollPage

if TYPE_CHECKING:
    from itdesk.services.desk import Account

MARGIN = 28


def utc_now() -> datetime:
    """Return the time by this computer's clock."""
    return datetime.now(UTC)


class AccountPage(ScrollPage):
    """Name, server, the way out, and where else she is signed in.

    Signals: `sign_out_wanted()`, `failed(Exception)`.
    """

    sign_out_wanted = Signal()
    failed = Signal(object)

    def __init__(
        self,
        account: "Account | None",
        runner: Runner,
        calls: SettingsCalls,
        *,
        now: Callable[[], datetime] = utc_now,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__("base", scaled(MARGIN), parent)
        self._has_account = account is not None
        self.elsewhere = SessionList(runner, calls, now)
        self.elsewhere.failed.connect(self.failed)
        self._leave = Button(self.tr("Sign out"), icon_name="person")
        is_claimed = account is not None and not account.role.is_verified
        self._leave.setEnabled(account is not None and not is_claimed)
        self._leave.clicked.connect(self.sign_out_wanted)
        hint = PlainLabel(
            self.tr("You can report without signing in. To do so, choose “Sign in” in the menu of the tray.")
            if is_claimed
            else self.tr(
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
        self.column.addSpacing(scaled(8))
        self.column.addWidget(self.elsewhere)
        self.column.addStretch(1)
        self.elsewhere.setVisible(self._has_account)

    def look(self) -> None:
        """Ask anew where the person is signed in."""
        if self._has_account:
            self.elsewhere.look()

    def _words_about(self, account: "Account | None") -> str:
        if account is None:
            return self.tr("Nobody is signed in.")
        if not account.role.is_verified:
            words = self.tr("Nobody has signed in. Reports go to {server} as {name} (unverified).")
            return words.format(name=account.name, server=account.server_url)
        return self.tr("{name} at {server}").format(name=account.name, server=account.server_url)
