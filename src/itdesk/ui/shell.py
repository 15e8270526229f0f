"""The running desktop: owns the windows, the threads, and the order of start and shutdown."""

import logging
from functools import partial
from threading import Thread
from typing import TYPE_CHECKING

from PySide6.QtCore import QFileSystemWatcher, QObject, Qt, Signal, Slot
from PySide6.QtWidgets import QApplication

from itdesk.ui.background import Runner
from itdesk.ui.clear_view import ClearView
from itdesk.ui.desk_reading import Now, Opened, read_now
from itdesk.ui.history_watch import HistoryWatch
from itdesk.ui.report_ahead import ReportAhead
from itdesk.ui.screen_capture import picture_of_screen
from itdesk.ui.surroundings import Surroundings, Synchroniser
from itdesk.ui.theme import Choice, ThemeKeeper
from itdesk.ui.translation import Translation
from itdesk.ui.tray.presence import TrayPresence
from itdesk.ui.tray.summary import Summary, summary_of
from itdesk.ui.tray.tray import Tray
from itdesk.ui.wanted import ticket_number
from itdesk.ui.windows import Windows

if TYPE_CHECKING:
    from collections.abc import Callable

    from itdesk.services.desk import Account, Desk
    from itdesk.ui.tray.notifier import Notifier

logger = logging.getLogger(__name__)

STOP_LIMIT_S = 3.0
LEAVE_LIMIT_S = 5.0


class Shell(QObject):
    """Opens what is wanted, keeps it fresh, and ends in order.

    Services, database and windows are imported when they are first needed: the tray icon comes first.
    """

    heard = Signal()
    """Something changed; emitted from whatever thread noticed."""
    met = Signal(object)
    """Where colleagues are (a tuple of Presence); emitted from the stream's thread."""

    def __init__(
        self,
        app: QApplication,
        around: Surroundings,
        themes: ThemeKeeper,
        translation: Translation,
    ) -> None:
        super().__init__(app)
        self._app = app
        self._around = around
        self._themes = themes
        self._translation = translation
        self._runner = Runner(self)
        self._tray = Tray(self)
        self._presence = TrayPresence(self._tray, self)
        self._view = ClearView(self._tray.menu, self)
        self._ahead = ReportAhead(self._tray.menu, self._runner, self)
        self._notifier: Notifier | None = None
        self._windows = Windows(self, self._runner, around)
        self._history = HistoryWatch(app, around.history, self._runner, self)
        self._desk: Desk | None = None
        self._synchroniser: Synchroniser | None = None
        self._is_staff = False
        self._was_signed_in = False
        self._mark: object = None
        self._is_changing = True
        """Somebody is being signed in or out, or her desk is being opened."""
        self._folder = QFileSystemWatcher(self)
        self._wanted = "tray"
        self._connect()

    @property
    def tray(self) -> Tray:
        """The icon in the tray."""
        return self._tray

    @property
    def windows(self) -> Windows:
        """The windows that are open."""
        return self._windows

    @property
    def runner(self) -> Runner:
        """Where the windows' calls run."""
        return self._runner

    @property
    def desk(self) -> "Desk | None":
        """The desk of the one who is signed in."""
        return self._desk

    def start(self, wanted: str) -> None:
        """Show the tray, then open the desk in the background and what is `wanted` on it."""
        self._app.setQuitOnLastWindowClosed(False)
        self._wanted = wanted
        self._presence.begin()
        self._folder.addPath(str(self._around.folder))
        self._open_desk()
        self._history.begin()

    @Slot(str)
    def open(self, wanted: str) -> None:
        """Open one of the windows by its word, or a ticket; before somebody signed in, the sign-in."""
        self._wanted = wanted
        if self._desk is None:
            self._windows.show_sign_in()
            return
        match wanted:
            case "report":
                self._open_report()
            case "console" if self._is_staff:
                self._windows.show_console()
            case "knowledge":
                self._windows.show_knowledge()
            case "tray" if self._tray.is_available() or self._presence.may_come:
                pass
            case _:
                self._windows.show_numbered(ticket_number(wanted), in_console=self._is_staff)

    @Slot()
    def shut_down(self) -> None:
        """End in order: keep the windows' places and drafts, stop the exchange, close the files, leave."""
        self._keep_geometry()
        self._windows.close_all()
        if self._notifier is not None:
            self._notifier.use_desk(None)
        self._runner.shutdown()
        leave = self._leaver()

        def end() -> None:
            leave()
            self._history.stop(STOP_LIMIT_S)

        leaving = Thread(target=end, name="leaving", daemon=True)
        leaving.start()
        leaving.join(LEAVE_LIMIT_S)
        if self._notifier is not None:
            self._notifier.stop()
        self._presence.end()

    def _connect(self) -> None:
        tray, windows = self._tray, self._windows
        tray.report_wanted.connect(self._view.doubt)
        tray.report_wanted.connect(self._on_report_wanted)
        self._view.clear.connect(self._show_report)
        tray.tickets_wanted.connect(self._on_tickets_wanted)
        tray.console_wanted.connect(self._on_console_wanted)
        tray.knowledge_wanted.connect(self._on_knowledge_wanted)
        tray.announcements_wanted.connect(self._on_announcements_wanted)
        tray.stale.connect(self._on_heard)
        self._presence.missing.connect(self._on_tray_missing)
        tray.settings_wanted.connect(windows.show_settings)
        tray.about_wanted.connect(windows.show_about)
        tray.quit_wanted.connect(self._app.quit)
        windows.report_wanted.connect(self._on_report_wanted)
        windows.signed_in.connect(self._on_signed_in)
        windows.sign_out_wanted.connect(self._on_sign_out_wanted)
        windows.report_saved.connect(self._on_heard)
        windows.report_withdrawn.connect(self._on_heard)
        windows.theme_chosen.connect(self._on_theme_chosen)
        windows.language_chosen.connect(self._on_language_chosen)
        windows.last_closed.connect(self._on_last_closed, Qt.ConnectionType.QueuedConnection)
        self.heard.connect(self._on_heard)
        self.met.connect(windows.show_presences)
        self._folder.directoryChanged.connect(self._look_who_is_signed_in)
        self._app.aboutToQuit.connect(self.shut_down)

    # -- The desk: opening, exchange, leaving

    def _open_desk(self) -> None:
        self._runner.run(self._read_desk, then=self._on_desk, failed=self._on_change_failed)

    def _read_desk(self) -> Opened:
        """Read what every window needs. Runs in the background."""
        from itdesk.services.symptoms import symptoms

        mark = self._around.account_mark()
        desk = self._around.open_desk(self._wake)
        return Opened(mark, desk, symptoms(desk))

    @Slot(object)
    def _on_desk(self, opened: Opened) -> None:
        desk, known = opened.desk, opened.symptoms
        self._mark, self._is_changing = opened.mark, False
        self._desk = desk
        self._windows.use_desk(desk, known)
        if desk is None:
            self._tray.show_summary(Summary())
            if self._wanted != "tray" or not self._was_signed_in or not self._tray.is_available():
                self._windows.show_sign_in()
            return
        self._was_signed_in = True
        self._is_staff = desk.account.role.is_staff
        self._synchroniser = self._around.synchroniser(desk, self.heard.emit, self.met.emit)
        self._synchroniser.start()
        self._tell_of(desk)
        self._on_heard()
        self.open(self._wanted)

    def _tell_of(self, desk: "Desk") -> None:
        from itdesk.ui.tray.notifier import Notifier

        if self._notifier is None:
            self._notifier = Notifier(self._tray, self._runner, self._around.settings, self)
            self._notifier.ticket_wanted.connect(self._windows.show_tickets)
            self._notifier.tickets_wanted.connect(self._on_tickets_wanted)
            self._notifier.work_wanted.connect(self._windows.show_console)
            self._notifier.announcements_wanted.connect(self._on_announcements_wanted)
            self._notifier.failed.connect(self._on_failure)
        self._notifier.use_desk(desk)

    @Slot(object)
    def _on_signed_in(self, _account: "Account") -> None:
        """The folder may have told of it already."""
        if not self._is_changing:
            self._is_changing = True
            self._open_desk()

    @Slot()
    def _on_sign_out_wanted(self) -> None:
        self._windows.close_all()
        self._is_changing = True
        leave = self._leaver()

        def sign_out() -> object:
            leave()
            return self._around.sign_out()

        self._wanted = "tickets"
        self._runner.run(sign_out, then=self._on_signed_out, failed=self._on_change_failed)

    @Slot(object)
    def _on_signed_out(self, left: object) -> None:
        self._mark, self._is_changing = None, False
        self._windows.use_desk(None)
        self._tray.show_summary(Summary())
        self._windows.show_sign_in(left)

    @Slot(object)
    def _on_change_failed(self, error: Exception) -> None:
        self._is_changing = False
        self._on_failure(error)

    @Slot()
    def _look_who_is_signed_in(self) -> None:
        """Another program of this person may have signed in or out on the same folder."""
        self._runner.run(self._around.account_mark, then=self._on_mark, failed=self._on_failure)

    @Slot(object)
    def _on_mark(self, mark: object) -> None:
        """Whoever was shown is shown no more; whoever is signed in now takes her place."""
        if self._is_changing or mark == self._mark:
            return
        self._is_changing = True
        if self._desk is not None:
            self._wanted = "tickets" if self._windows.has_visible() else "tray"
        self._windows.close_all()
        leave = self._leaver()

        def read_again() -> Opened:
            leave()
            return self._read_desk()

        self._runner.run(read_again, then=self._on_desk, failed=self._on_change_failed)

    def _leaver(self) -> "Callable[[], None]":
        """Let go of the desk, and return the call that ends its exchange and closes its files.

        The call touches the disk: it is not made on the GUI thread.
        """
        desk, self._desk = self._desk, None
        if self._notifier is not None:
            self._notifier.use_desk(None)
        synchroniser, self._synchroniser = self._synchroniser, None

        def leave() -> None:
            if synchroniser is not None:
                synchroniser.stop(STOP_LIMIT_S)
            if desk is not None:
                self._around.close_desk(desk)

        return leave

    def _wake(self) -> None:
        """Called by a service, on whatever thread, when something was saved that should go out."""
        synchroniser = self._synchroniser
        if synchroniser is not None:
            synchroniser.wake()
        self.heard.emit()

    # -- Keeping what is shown fresh

    @Slot()
    def _on_heard(self) -> None:
        desk = self._desk
        if desk is None:
            return
        self._windows.refresh()
        self._runner.run(partial(read_now, desk), then=self._on_now, failed=self._on_failure)

    @Slot(object)
    def _on_now(self, read: Now) -> None:
        now = read.standing
        if self._desk is None:
            return
        self._windows.know_symptoms(read.symptoms)
        self._is_staff = now.is_staff
        self._tray.show_summary(summary_of(now, len(read.announcements), read.helpdesk, read.turn))
        if self._notifier is not None:
            self._notifier.look()
        self._windows.show_standing(now)
        self._windows.show_announcements(read.announcements)

    @Slot(object)
    def _on_failure(self, error: Exception) -> None:
        """What nobody else could tell the person: into the log, whole, and in one line on a window."""
        logger.error("a call in the background failed", exc_info=error)
        self._windows.show_failure(error)

    # -- Windows

    @Slot()
    def _on_report_wanted(self) -> None:
        self.open("report")

    @Slot()
    def _on_tickets_wanted(self) -> None:
        self.open("tickets")

    @Slot()
    def _on_announcements_wanted(self) -> None:
        if self._desk is not None:
            self._windows.show_announced()

    @Slot()
    def _on_console_wanted(self) -> None:
        self.open("console")

    @Slot()
    def _on_knowledge_wanted(self) -> None:
        self.open("knowledge")

    def _open_report(self) -> None:
        """The picture of the screen is taken before our window covers it, and without our menu."""
        if self._windows.shows("report") or not self._around.may_take_screenshots:
            self._windows.show_report(None)
        else:
            self._view.wait()

    @Slot()
    def _show_report(self) -> None:
        if self._desk is not None:
            self._windows.show_report(picture_of_screen())

    @Slot(str)
    def _on_theme_chosen(self, choice: str) -> None:
        self._themes.choose(Choice(choice))
        self._keep_setting("theme", choice)

    @Slot(str)
    def _on_language_chosen(self, choice: str) -> None:
        """Windows speak the language in which they were built, so they are built anew."""
        self._translation.use("system" if choice == "auto" else choice)
        self._keep_setting("language", choice)
        self._windows.rebuild()
        self._tray.build_menu()
        self._on_heard()

    def _keep_setting(self, name: str, value: str) -> None:
        self._runner.run(partial(self._around.write_setting, name, value), failed=self._on_failure)

    def _keep_geometry(self) -> None:
        places = self._windows.geometry()
        self._runner.run(partial(self._around.keep_geometry, places), failed=self._on_failure)

    @Slot()
    def _on_last_closed(self) -> None:
        """Without a tray, a program without a window could never be reached again.

        Another shell in this process may still show one: the demo has two.
        """
        if not self._tray.is_available() and not any(one.isVisible() for one in self._app.topLevelWidgets()):
            self._app.quit()

    @Slot()
    def _on_tray_missing(self) -> None:
        """Never invisible: what could be reached by the tray is reached by a window."""
        if self._is_changing:
            self._wanted = "tickets"
        elif not self._windows.has_visible():
            self.open("tickets")
