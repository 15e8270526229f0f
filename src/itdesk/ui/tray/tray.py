"""The icon in the tray, what it says, and its menu."""

from collections.abc import Callable
from datetime import UTC, datetime

from PySide6.QtCore import QObject, QTimer, Signal, SignalInstance, Slot
from PySide6.QtGui import QAction, QIcon
from PySide6.QtWidgets import QMenu, QSystemTrayIcon

from itdesk.ui.tray.menu_entries import Entry, MenuEntries, Wanted
from itdesk.ui.tray.session_tray import may_have_tray
from itdesk.ui.tray.summary import Summary
from itdesk.ui.tray_icon import TrayState, tray_icon

LONGEST_WAIT_MS = 24 * 60 * 60 * 1000
MESSAGE_MS = 15_000


def utc_now() -> datetime:
    """Return the time by this computer's clock."""
    return datetime.now(UTC)


class Tray(QObject):
    """The employee's door to the help desk. Says what was wanted; opens nothing itself."""

    report_wanted = Signal()
    sign_in_wanted = Signal()
    tickets_wanted = Signal()
    console_wanted = Signal()
    knowledge_wanted = Signal()
    announcements_wanted = Signal()
    settings_wanted = Signal()
    about_wanted = Signal()
    quit_wanted = Signal()
    stale = Signal()
    """What is said holds no longer: the helpdesk has opened or closed, an announcement has begun or ended."""
    message_clicked = Signal()

    def __init__(self, parent: QObject | None = None, *, now: Callable[[], datetime] = utc_now) -> None:
        super().__init__(parent)
        self._now = now
        self._summary = Summary()
        self._face: tuple[TrayState, int] | None = None
        self._words = MenuEntries(self)
        self._built: tuple[Entry, ...] = ()
        self._menu = QMenu()
        self._turn = QTimer(self)
        self._turn.setSingleShot(True)
        self._turn.timeout.connect(self.stale)
        self._picture = QIcon()
        self._tool_tip = ""
        self._icon: QSystemTrayIcon | None = None
        """Made when there is a tray: Qt remembers for ever that there was none."""
        self._menu.aboutToShow.connect(self.build_menu)
        self.show_summary(self._summary)

    @property
    def menu(self) -> QMenu:
        """The menu, as it was built last."""
        return self._menu

    @property
    def icon(self) -> QIcon:
        """The icon that is shown."""
        return self._picture

    @property
    def tool_tip(self) -> str:
        """What the icon says when pointed at."""
        return self._tool_tip

    def is_available(self) -> bool:
        """Whether this desktop has a tray now."""
        if self._icon is None and not may_have_tray():
            return False
        return QSystemTrayIcon.isSystemTrayAvailable()

    def show(self) -> None:
        """Appear in the tray."""
        if self._icon is None:
            self._icon = self._new_icon()
        self._icon.show()

    def hide(self) -> None:
        """Disappear from the tray."""
        if self._icon is not None:
            self._icon.hide()

    def show_message(self, title: str, body: str) -> None:
        """Show a notification by Qt. With any icon but our own, some panels show that in place of ours."""
        if self._icon is not None and self._icon.isVisible() and QSystemTrayIcon.supportsMessages():
            self._icon.showMessage(title, body, self._picture, MESSAGE_MS)

    def show_summary(self, summary: Summary) -> None:
        """Say how things stand: by the icon, by its tool tip, by the menu."""
        self._summary = summary
        face = summary.state, summary.count
        if face != self._face:
            self._face = face
            self._picture = tray_icon(*face)
            if self._icon is not None:
                self._icon.setIcon(self._picture)
        self._tool_tip = self._words.tool_tip(summary, self._now())
        if self._icon is not None:
            self._icon.setToolTip(self._tool_tip)
        self._await_turn()
        if not self._menu.isVisible():  # nothing moves under the pointer
            self.build_menu()

    def state_line(self) -> str:
        """Return one line about how things stand."""
        return self._words.state_line(self._summary, self._now())

    @Slot()
    def build_menu(self) -> None:
        """Build the menu anew where it has become stale: a panel may hold a copy, and is told of each."""
        entries = self._words.entries(self._summary, self._now())
        if entries == self._built:
            return
        self._built = entries
        self._menu.clear()
        signals = self._signals()
        for entry in entries:
            self._add(entry, signals)

    def _new_icon(self) -> QSystemTrayIcon:
        icon = QSystemTrayIcon(self._picture, self)
        icon.setToolTip(self._tool_tip)
        icon.setContextMenu(self._menu)
        icon.activated.connect(self._on_activated)
        icon.messageClicked.connect(self.message_clicked)
        return icon

    def _add(self, entry: Entry, signals: dict[Wanted, SignalInstance]) -> None:
        if not entry.text:
            self._menu.addSeparator()
            return
        action = QAction(entry.text, self._menu)
        action.setEnabled(entry.wanted is not None)
        if entry.wanted is not None:
            action.triggered.connect(signals[entry.wanted])
        self._menu.addAction(action)
        if entry.wanted is Wanted.REPORT:
            self._menu.setDefaultAction(action)

    def _signals(self) -> dict[Wanted, SignalInstance]:
        return {
            Wanted.SIGN_IN: self.sign_in_wanted if self._summary.signed_in else self.tickets_wanted,
            Wanted.REPORT: self.report_wanted,
            Wanted.TICKETS: self.tickets_wanted,
            Wanted.CONSOLE: self.console_wanted,
            Wanted.KNOWLEDGE: self.knowledge_wanted,
            Wanted.ANNOUNCEMENTS: self.announcements_wanted,
            Wanted.SETTINGS: self.settings_wanted,
            Wanted.ABOUT: self.about_wanted,
            Wanted.QUIT: self.quit_wanted,
        }

    def _await_turn(self) -> None:
        """Wait for the moment at which the helpdesk opens or closes, or an announcement begins or ends."""
        helpdesk = self._summary.helpdesk
        opening = helpdesk and (helpdesk.until if helpdesk.is_open else helpdesk.opens_at)
        turns = [at for at in (opening, self._summary.turn) if at]
        if not turns:
            self._turn.stop()
            return
        left_ms = int((min(turns) - self._now()).total_seconds() * 1000) + 1000
        self._turn.start(min(max(left_ms, 1000), LONGEST_WAIT_MS))

    @Slot(QSystemTrayIcon.ActivationReason)
    def _on_activated(self, reason: QSystemTrayIcon.ActivationReason) -> None:
        if reason in (
            QSystemTrayIcon.ActivationReason.Trigger,
            QSystemTrayIcon.ActivationReason.DoubleClick,
        ):
            self.tickets_wanted.emit()
