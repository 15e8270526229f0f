"""One calm line: up to date, or what waits, or what went wrong."""

from PySide6.QtWidgets import QHBoxLayout, QWidget

from itdesk.services.standing import Standing
from itdesk.ui.fonts import TextRole, scaled
from itdesk.ui.times import clock_text
from itdesk.ui.widgets.icon_label import IconLabel
from itdesk.ui.widgets.plain_label import PlainLabel

ENROLMENT = frozenset({"enrolment_refused", "enrolment_over"})
"""What the server says to a computer that may not report without a sign-in (any more)."""


class StandingLine(QWidget):
    """Says how the exchange with the server stands, always in the same place; to IT with the time."""

    def __init__(self, *, for_staff: bool, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._for_staff = for_staff
        self._icon = IconLabel("sync", 16)
        self._words = PlainLabel(self.tr("Connecting"), TextRole.META, tone="secondary", elides=True)
        row = QHBoxLayout(self)
        row.setContentsMargins(scaled(20), scaled(4), scaled(12), scaled(4))
        row.setSpacing(scaled(8))
        row.addWidget(self._icon)
        row.addWidget(self._words, 1)

    @property
    def text(self) -> str:
        """What it says."""
        return self._words.text()

    def show_standing(self, standing: Standing) -> None:
        """Say how it stands."""
        icon, role, words = self._said(standing)
        self._icon.show_icon(icon, role)
        self._words.setText(words)

    def _said(self, standing: Standing) -> tuple[str, str, str]:
        if standing.sign_in_needed:
            return "key", "amber_text", self.tr("Sign in again to send and receive")
        if standing.problem_kind in ENROLMENT:
            return "key", "amber_text", self.tr("IT has to let this computer in again. Reports wait here.")
        if not standing.online:
            return "offline", "amber_text", self._offline(standing)
        if standing.refused:
            return "warning", "red_text", self.tr("%n not accepted", "", standing.refused)
        if standing.pending:
            return "sync", "text_secondary", self.tr("Sending, %n left", "", standing.pending)
        if standing.last_sync is None:
            return "sync", "text_secondary", self.tr("Connecting")
        return "check", "green_text", self._up_to_date(clock_text(standing.last_sync))

    def _offline(self, standing: Standing) -> str:
        if standing.pending:
            return self.tr("Offline, %n waiting", "", standing.pending)
        return self.tr("Offline") if self._for_staff else self.tr("Offline. What you write is kept here.")

    def _up_to_date(self, time: str) -> str:
        if self._for_staff:
            return self.tr("Up to date, {time}").format(time=time)
        return self.tr("Everything is up to date")
