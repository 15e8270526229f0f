"""Asks who has signed in whether the reports that this computer sent before are hers."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Slot

from itdesk.ui.background import Runner

if TYPE_CHECKING:
    from itdesk.services.desk import Account
    from itdesk.ui.preferences.claim_window import ClaimWindow


@dataclass(frozen=True, kw_only=True)
class ClaimCalls:
    """What the question needs. Every call may take long; all raise WorldFailed."""

    open_question: Callable[[], "Account | None"]
    """The login of which she is to be asked; None: there is nothing to ask."""
    link: Callable[[], int]
    """They are hers: return how many tickets."""
    decline: Callable[[], None]
    """They are somebody else's."""


class ClaimAsker(QObject):
    """Looks whether there is something to ask, and asks once."""

    def __init__(self, runner: Runner, calls: ClaimCalls, parent: QObject) -> None:
        super().__init__(parent)
        self._runner = runner
        self._calls = calls
        self.window: ClaimWindow | None = None

    @Slot()
    def look(self) -> None:
        """Somebody has signed in, or the program has begun."""
        self._runner.run(self._calls.open_question, then=self._ask)

    @Slot(object)
    def _ask(self, account: "Account | None") -> None:
        if account is None or self.window is not None:
            return
        from itdesk.ui.preferences.claim_window import ClaimWindow

        self.window = ClaimWindow(account.name)
        self.window.confirmed.connect(self._link)
        self.window.declined.connect(self._decline)
        self.window.closed.connect(self._forget)
        self.window.come_forward()

    @Slot()
    def _link(self) -> None:
        self._runner.run(self._calls.link, then=self._after_link, failed=self._fail)

    @Slot()
    def _decline(self) -> None:
        self._runner.run(self._calls.decline, then=self._after_decline, failed=self._fail)

    @Slot(object)
    def _after_link(self, tickets: int) -> None:
        if self.window is not None:
            self.window.show_linked(tickets)

    @Slot(object)
    def _after_decline(self, _nothing: object) -> None:
        if self.window is not None:
            self.window.close()

    @Slot(object)
    def _fail(self, error: Exception) -> None:
        if self.window is not None:
            self.window.show_failure(error)

    @Slot()
    def _forget(self) -> None:
        if self.window is not None:
            self.window.deleteLater()
        self.window = None
