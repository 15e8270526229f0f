"""The icon in the tray, what it says, and its menu."""

from PySide6.QtCore import QObject, Signal, SignalInstance, Slot
from PySide6.QtGui import QAction, QIcon
from PySide6.QtWidgets import QMenu, QSystemTrayIcon

from itdesk.ui.times import clock_text
from itdesk.ui.tray.summary import Summary
from itdesk.ui.tray_icon import TrayState, tray_icon


class Tray(QObject):
    """The employee's door to the help desk. Says what was wanted; opens nothing itself."""

    report_wanted = Signal()
    tickets_wanted = Signal()
    console_wanted = Signal()
    knowledge_wanted = Signal()
    settings_wanted = Signal()
    about_wanted = Signal()
    quit_wanted = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._summary = Summary()
        self._face: tuple[TrayState, int] | None = None
        self._menu = QMenu()
        self._icon = QSystemTrayIcon(self)
        self._icon.setContextMenu(self._menu)
        self._icon.activated.connect(self._on_activated)
        self._menu.aboutToShow.connect(self.build_menu)
        self.show_summary(self._summary)
        self.build_menu()

    @property
    def menu(self) -> QMenu:
        """The menu, as it was built last."""
        return self._menu

    @property
    def icon(self) -> QIcon:
        """The icon that is shown."""
        return self._icon.icon()

    @property
    def tool_tip(self) -> str:
        """What the icon says when pointed at."""
        return self._icon.toolTip()

    @staticmethod
    def is_available() -> bool:
        """Whether this desktop has a tray now."""
        return QSystemTrayIcon.isSystemTrayAvailable()

    def show(self) -> None:
        """Appear in the tray."""
        self._icon.show()

    def hide(self) -> None:
        """Disappear from the tray."""
        self._icon.hide()

    def show_summary(self, summary: Summary) -> None:
        """Say how things stand: by the icon, by its tool tip, by the menu when it opens."""
        self._summary = summary
        face = summary.state, summary.count
        if face != self._face:
            self._face = face
            self._icon.setIcon(tray_icon(*face))
        self._icon.setToolTip(f"itdesk – {self.state_line()}")

    def state_line(self) -> str:
        """Return one line about how things stand."""
        summary = self._summary
        if not summary.signed_in:
            return self.tr("Not signed in")
        if summary.sign_in_needed:
            return self.tr("Sign in again")
        if summary.waiting:
            return self.tr("%n change(s) wait here and go out when online", "", summary.waiting)
        if not summary.online:
            return self.tr("Offline")
        if summary.last_sync is None:
            return self.tr("Connecting")
        return self.tr("Up to date, {time}").format(time=clock_text(summary.last_sync))

    @Slot()
    def build_menu(self) -> None:
        """Build the menu anew, so that it is never stale."""
        self._menu.clear()
        if self._summary.signed_in:
            self._add_work()
        else:
            self._add(self.tr("Sign in"), self.tickets_wanted)
        self._menu.addSeparator()
        state = self._menu.addAction(self.state_line())
        state.setEnabled(False)
        self._add(self.tr("Settings"), self.settings_wanted)
        self._add(self.tr("About itdesk"), self.about_wanted)
        self._add(self.tr("Quit"), self.quit_wanted)

    def _add_work(self) -> None:
        report = self._add(self.tr("Report a problem"), self.report_wanted)
        self._menu.setDefaultAction(report)
        unread = self._summary.unread
        mine = self.tr("My tickets (%n new)", "", unread) if unread else self.tr("My tickets")
        self._add(mine, self.tickets_wanted)
        if self._summary.is_staff:
            self._add(self.tr("Console"), self.console_wanted)
        self._menu.addSeparator()
        self._add(self.tr("Knowledge base"), self.knowledge_wanted)

    def _add(self, text: str, wanted: SignalInstance) -> QAction:
        action = QAction(text, self._menu)
        action.triggered.connect(wanted)
        self._menu.addAction(action)
        return action

    @Slot(QSystemTrayIcon.ActivationReason)
    def _on_activated(self, reason: QSystemTrayIcon.ActivationReason) -> None:
        if reason in (
            QSystemTrayIcon.ActivationReason.Trigger,
            QSystemTrayIcon.ActivationReason.DoubleClick,
        ):
            self.tickets_wanted.emit()
