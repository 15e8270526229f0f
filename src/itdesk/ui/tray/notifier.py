"""Tells the person what is new, by the desktop's notifications, and does what she chooses on them."""

import logging
import sys
from collections.abc import Callable
from contextlib import suppress
from datetime import datetime, timedelta
from functools import partial
from typing import TYPE_CHECKING, Protocol

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from itdesk.ui.background import Runner
from itdesk.ui.tray.due_news import Done, Due, do, due_news
from itdesk.ui.tray.notice import SCORES, Deed, Notice, thanks_for
from itdesk.ui.tray.notice_words import NoticeWords
from itdesk.ui.tray.tray import Tray

if TYPE_CHECKING:
    from itdesk.services.desk import Desk
    from itdesk.settings import Settings
    from itdesk.ui.tray.notification_bus import BusNotice

logger = logging.getLogger(__name__)

LONGEST_WAIT = timedelta(days=1)
"""A timer of Qt counts no further than 24 days."""
GATHER_MS = 3_000
"""What comes within this time is one notification."""
TO_PLAIN = str.maketrans("<>", "‹›")
"""Qt hands a message to services that may read markup in it."""


def local_now() -> datetime:
    """Return the time on the person's clock."""
    return datetime.now().astimezone()


class Bus(Protocol):
    """The desktop's own notifications: they have buttons. Calls may take long."""

    def show(self, notice: "BusNotice", replaces: int = 0) -> int:
        """Show it, in place of another one; return its id. Raises NoNotifications."""

    def close(self, id: int) -> None:
        """Take it away."""

    def stop(self) -> None:
        """Hear nothing any more."""


NewBus = Callable[[Callable[[int, str], None]], Bus | None]
"""Makes a bus that tells, on any thread, what was chosen: an id and an action, an empty one when closed."""


def session_bus(heard: Callable[[int, str], None]) -> Bus | None:
    """Return the notifications of a Linux session; elsewhere Qt's do."""
    if not sys.platform.startswith("linux"):
        return None
    from itdesk.ui.tray.notification_bus import NotificationBus

    return NotificationBus(heard)


class Notifier(QObject):
    """Each thing once. Says which window was wanted; opens none itself."""

    ticket_wanted = Signal(object)
    tickets_wanted = Signal()
    work_wanted = Signal(object)
    """The console: a ticket in it, or `None` for several."""
    announcements_wanted = Signal()
    failed = Signal(object)
    _chosen = Signal(object, str)
    """From the bus's thread: a notification's id, and the action."""

    def __init__(
        self,
        tray: Tray,
        runner: Runner,
        settings: "Callable[[], Settings]",
        parent: QObject | None = None,
        *,
        now: Callable[[], datetime] = local_now,
        gather_ms: int = GATHER_MS,
        new_bus: NewBus | None = None,
    ) -> None:
        """`new_bus` makes the desktop's own notifications; without it, those of this operating system."""
        super().__init__(parent)
        self._tray = tray
        self._runner = runner
        self._settings = settings
        self._now = now
        self._words = NoticeWords(self)
        self._desk: Desk | None = None
        self._bus = (new_bus or session_bus)(self._chosen.emit)
        self._shown: dict[int, Notice] = {}
        """What is on the screen, by the bus's ids."""
        self._showing = 0
        """How many are on their way to the screen."""
        self._early: dict[int, list[str]] = {}
        """What was chosen on one whose id is still on its way here."""
        self._last: Notice | None = None
        """What Qt showed last: it does not say which one was clicked."""
        self._gather = QTimer(self)
        self._gather.setSingleShot(True)
        self._gather.setInterval(gather_ms)
        self._gather.timeout.connect(self._ask)
        self._later = QTimer(self)
        self._later.setSingleShot(True)
        self._later.timeout.connect(self._ask)
        self._is_asking = False
        self._chosen.connect(self._on_chosen)
        tray.message_clicked.connect(self._on_message_clicked)

    def use_desk(self, desk: "Desk | None") -> None:
        """Tell of this desk from now on; what was told of another one is taken away."""
        self._desk = desk
        self._gather.stop()
        self._later.stop()
        if desk is None:
            self._take_away(lambda _notice: True)

    @Slot()
    def look(self) -> None:
        """Something may be new. It is told in a moment, together with what comes until then."""
        if self._desk is not None and not self._gather.isActive():
            self._gather.start()

    def stop(self) -> None:
        """Tell nothing any more."""
        self.use_desk(None)
        if self._bus is not None:
            self._bus.stop()

    @Slot()
    def _ask(self) -> None:
        """Ask once at a time: two at once would both find the same."""
        if self._is_asking:
            self.look()
        elif self._desk is not None:
            self._is_asking = True
            call = partial(due_news, self._desk, self._settings, self._now())
            self._runner.run(call, then=self._on_due, failed=self._on_unknown)

    @Slot(object)
    def _on_due(self, due: Due) -> None:
        self._is_asking = False
        if self._desk is None:  # signed out meanwhile: it is nobody else's business
            return
        if due.again_in is not None:
            self._later.start(int(min(due.again_in, LONGEST_WAIT).total_seconds() * 1000) + 1000)
        self._take_away(lambda one: one.is_over(due.unread, due.announced))
        for notice in due.notices:
            self._show(notice)

    @Slot(object)
    def _on_unknown(self, error: Exception) -> None:
        self._is_asking = False
        self._on_untold(error)

    @Slot(object)
    def _on_untold(self, error: Exception) -> None:
        """Nobody waits for a notification: that one is missing is for the log."""
        logger.warning("what is new could not be told: %s", error)

    @Slot(object)
    def _on_failed(self, error: Exception) -> None:
        self.failed.emit(error)

    # -- Showing

    def _show(self, notice: Notice) -> None:
        if self._bus is None:
            self._show_by_qt(notice)
            return
        replaces = next((id for id, one in self._shown.items() if one.key == notice.key), 0)
        self._showing += 1
        call = partial(_shown_on, self._bus, notice, self._in_words(notice), replaces)
        self._runner.run(call, then=self._on_shown, failed=self._on_unshown)

    def _in_words(self, notice: Notice) -> "BusNotice":
        from itdesk.ui.tray.notification_bus import BusNotice

        deeds = (Deed.CLICK, *notice.deeds)
        return BusNotice(
            title=self._words.title(notice),
            body=self._words.body(notice),
            actions=tuple((str(deed), self._words.label(deed)) for deed in deeds),
            is_quiet=bool(notice.announcements),
        )

    @Slot(object)
    def _on_shown(self, answer: "tuple[Notice, int | None]") -> None:
        notice, id = answer
        if id is None:
            self._show_by_qt(notice)
        elif id:
            self._shown[id] = notice
        self._hear_early(id or 0)

    @Slot(object)
    def _on_unshown(self, error: Exception) -> None:
        self._hear_early(0)
        self._on_untold(error)

    def _hear_early(self, id: int) -> None:
        """One has arrived: do what was chosen on it before its id was known here."""
        self._showing -= 1
        for action in self._early.pop(id, ()):
            self._on_chosen(id, action)
        if not self._showing:
            self._early.clear()

    def _show_by_qt(self, notice: Notice) -> None:
        if notice.is_thanks:  # it lives by its buttons, which Qt has not
            return
        self._last = notice
        title, body = self._words.title(notice), self._words.body(notice)
        self._tray.show_message(title.translate(TO_PLAIN), body.translate(TO_PLAIN))

    def _take_away(self, is_meant: Callable[[Notice], bool]) -> None:
        gone = [id for id, notice in self._shown.items() if is_meant(notice)]
        for id in gone:
            del self._shown[id]
            if self._bus is not None:
                self._runner.run(partial(self._bus.close, id))

    # -- What was chosen

    @Slot()
    def _on_message_clicked(self) -> None:
        if self._last is not None:
            self._open(self._last)

    @Slot(object, str)
    def _on_chosen(self, id: int, action: str) -> None:
        """Every program's notifications are told to everybody: only our own count."""
        notice = self._shown.get(id)
        if notice is None and self._showing:
            self._early.setdefault(id, []).append(action)
        if notice is None or self._desk is None:
            return
        if not action:
            del self._shown[id]
            return
        with suppress(ValueError):
            self._act(notice, Deed(action))

    def _act(self, notice: Notice, deed: Deed) -> None:
        if self._desk is None:
            return
        if deed in {Deed.CLICK, Deed.OPEN} or notice.ticket_id is None:
            self._open(notice)
            return
        call = partial(do, self._desk, notice, deed, notice.ticket_id)
        self._runner.run(call, then=self._on_done, failed=self._on_failed)

    def _open(self, notice: Notice) -> None:
        if notice.announcements:
            self.announcements_wanted.emit()
        elif notice.is_work:
            self.work_wanted.emit(notice.ticket_id)
        elif notice.ticket_id is None:
            self.tickets_wanted.emit()
        else:
            self.ticket_wanted.emit(notice.ticket_id)

    @Slot(object)
    def _on_done(self, done: Done) -> None:
        """What did not work must not be lost: the ticket opens, where it can be said again."""
        notice = done.notice
        if done.error is not None:
            logger.warning("“%s” on a notification was not possible: %s", done.deed, done.error)
        if done.error is not None or done.deed is Deed.DOES_NOT_WORK:
            self.ticket_wanted.emit(notice.ticket_id)
        elif done.deed is Deed.WORKS and notice.ticket_id is not None:
            self._show(thanks_for(notice.ticket_id, notice.reference))
        elif done.deed in SCORES:
            self._take_away(lambda one: one.key == notice.key)


def _shown_on(bus: Bus, notice: Notice, words: "BusNotice", replaces: int) -> "tuple[Notice, int | None]":
    """Show it in the background; return its id, or none where the desktop shows no notifications."""
    from itdesk.ui.tray.notification_bus import NoNotifications

    try:
        return notice, bus.show(words, replaces)
    except NoNotifications as error:
        logger.info("the session's notifications are not to be had: %s", error)
        return notice, None
