"""Where the person is signed in: asked of the server when it is shown, ended one by one."""

from collections.abc import Callable
from datetime import datetime
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from itdesk.ui.background import Runner
from itdesk.ui.failure_words import failure_sentence
from itdesk.ui.fonts import TextRole, scaled
from itdesk.ui.preferences.calls import SettingsCalls
from itdesk.ui.preferences.session_row import SessionRow
from itdesk.ui.widgets.plain_label import PlainLabel

if TYPE_CHECKING:
    from itdesk.services.sessions import Session


class SessionList(QWidget):
    """A row a device, or one line that says why there is none. Signals: `failed(Exception)`."""

    failed = Signal(object)

    def __init__(
        self,
        runner: Runner,
        calls: SettingsCalls,
        now: Callable[[], datetime],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._runner = runner
        self._calls = calls
        self._now = now
        self.rows: tuple[SessionRow, ...] = ()
        self.said = PlainLabel("", TextRole.META, tone="secondary", wraps=True)
        self._listed = QVBoxLayout()
        self._listed.setSpacing(scaled(16))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(scaled(16))
        column.addWidget(PlainLabel(self.tr("Where you are signed in"), TextRole.SECTION))
        column.addWidget(self.said)
        column.addLayout(self._listed)

    def look(self) -> None:
        """Ask the server."""
        if not self.rows:
            self.said.setText(self.tr("Asking the server…"))
        self._runner.run(self._calls.sessions, then=self._show, failed=self._show_unknown)

    @Slot(str)
    def end(self, id: str) -> None:
        """Sign out on one of them."""
        call = partial(self._calls.end_session, id)
        self._runner.run(call, then=self._on_ended, failed=self._on_not_ended)

    @Slot(object)
    def _show(self, sessions: "tuple[Session, ...]") -> None:
        now = self._now()
        for row in self.rows:
            self._listed.removeWidget(row)
            row.setParent(None)
            row.deleteLater()
        self.rows = tuple(SessionRow(one, now) for one in sessions)
        for row in self.rows:
            self._listed.addWidget(row)
            row.end_wanted.connect(self.end)
        self.said.setText(
            self.tr("Sign out wherever you do not know it, or have lost it. Then choose a new password.")
        )

    @Slot(object)
    def _show_unknown(self, error: Exception) -> None:
        self.said.setText(failure_sentence(error))

    @Slot(object)
    def _on_ended(self, _nothing: None) -> None:
        self.look()

    @Slot(object)
    def _on_not_ended(self, error: Exception) -> None:
        self.failed.emit(error)
        self.look()
