"""The tray's menu as a list of values: what it offers, and how things stand."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from PySide6.QtCore import QObject

from itdesk.ui.helpdesk_words import helpdesk_lines
from itdesk.ui.times import moment_text
from itdesk.ui.tray.summary import Summary


class Wanted(StrEnum):
    """What an entry asks for. `SIGN_IN` leads where the tickets are, unless those of a claimed login are."""

    SIGN_IN = "sign_in"
    REPORT = "report"
    TICKETS = "tickets"
    CONSOLE = "console"
    KNOWLEDGE = "knowledge"
    ANNOUNCEMENTS = "announcements"
    SETTINGS = "settings"
    ABOUT = "about"
    QUIT = "quit"


@dataclass(frozen=True)
class Entry:
    """One line: it can be chosen where something is `wanted`; an empty text is a line between groups."""

    text: str = ""
    wanted: Wanted | None = None


class MenuEntries(QObject):
    """Puts a summary into words. A QObject because some of its words bend with their number."""

    def entries(self, summary: Summary, now: datetime) -> tuple[Entry, ...]:
        """Return the whole menu, from top to bottom."""
        return (
            *(self._work(summary) if summary.signed_in else [Entry(self.tr("Sign in"), Wanted.SIGN_IN)]),
            Entry(),
            *(Entry(plain(line)) for line in self._standing(summary, now)),
            Entry(),
            Entry(self.tr("Settings"), Wanted.SETTINGS),
            Entry(self.tr("About itdesk"), Wanted.ABOUT),
            Entry(self.tr("Quit"), Wanted.QUIT),
        )

    def tool_tip(self, summary: Summary, now: datetime) -> str:
        """Return the same in a few lines: everything that the icon can only hint at. No foreign words."""
        lines = [self.state_line(summary, now)]
        if summary.unread:
            lines.insert(0, self.tr("%n new in your tickets", "", summary.unread))
        if summary.announced:
            lines.append(self.tr("IT announces something"))
        return "\n".join((f"itdesk – {lines[0]}", *lines[1:]))

    def state_line(self, summary: Summary, now: datetime) -> str:
        """Return one line about how things stand."""
        if not summary.signed_in:
            return self.tr("Not signed in")
        if summary.sign_in_needed:
            return self.tr("Sign in again")
        if summary.waiting:
            return self.tr("%n change(s) wait here and go out when online", "", summary.waiting)
        if not summary.online:
            return self.tr("Offline. What you write is kept here.")
        if summary.last_sync is None:
            return self.tr("Connecting")
        return self.tr("Up to date, {time}").format(time=moment_text(summary.last_sync, now))

    def _work(self, summary: Summary) -> Iterator[Entry]:
        yield Entry(self.tr("Report a problem"), Wanted.REPORT)
        unread = summary.unread
        mine = self.tr("My tickets (%n new)", "", unread) if unread else self.tr("My tickets")
        yield Entry(mine, Wanted.TICKETS)
        if summary.is_staff:
            yield Entry(self.tr("Console"), Wanted.CONSOLE)
        yield Entry()
        yield Entry(self.tr("Knowledge base"), Wanted.KNOWLEDGE)
        if summary.announced:
            words = self.tr("Announcements from IT (%n)", "", summary.announced)
            yield Entry(words, Wanted.ANNOUNCEMENTS)
        if not summary.is_verified:
            yield Entry()
            yield Entry(self.tr("Sign in"), Wanted.SIGN_IN)

    def _standing(self, summary: Summary, now: datetime) -> Iterator[str]:
        yield self.state_line(summary, now)
        if summary.helpdesk is not None:
            yield from helpdesk_lines(summary.helpdesk, now)


def plain(text: str) -> str:
    """Return the text so that a menu takes none of it for a key to press."""
    return text.replace("&", "&&")
