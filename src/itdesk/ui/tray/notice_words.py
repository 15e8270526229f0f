"""What a notification says, in the person's language. Foreign words stand in its body alone."""

from collections.abc import Sequence

from PySide6.QtCore import QLocale, QObject

from itdesk.domain.documents import Announcement, in_language
from itdesk.domain.sla.target import Target
from itdesk.services.news import News, NewsKind
from itdesk.ui.target_words import target_name
from itdesk.ui.times import day_text
from itdesk.ui.tray.notice import Deed, Notice

MOST_CHARS = 240
MOST_LINES = 3


class NoticeWords(QObject):
    """Titles, bodies and buttons. A QObject because some of its words bend with their number."""

    def title(self, notice: Notice) -> str:
        """Return the first line."""
        if notice.announcements:
            return self.tr("IT announces something")
        if notice.is_thanks:
            return self.tr("Thank you, {reference} is done").format(reference=notice.reference)
        if notice.ticket_id is None:
            return self._of_several(notice)
        if len(notice.news) > 1:
            return self.tr("{reference}: %n new things", "", len(notice.news)).format(
                reference=notice.reference
            )
        return self._happened(notice.news[0])

    def body(self, notice: Notice) -> str:
        """Return what stands under it, as plain text."""
        if notice.announcements:
            return "\n".join(map(_announced, notice.announcements[:MOST_LINES]))
        if notice.is_thanks:
            return self.tr("How good was the help?")
        if notice.ticket_id is None:
            return "\n".join(_titles(notice.news)[:MOST_LINES])
        last = notice.news[-1]
        lines = (one_line(f"{last.reference} {last.title}"), one_line(last.words), self._due(last))
        return "\n".join(filter(None, lines))

    def label(self, deed: Deed) -> str:
        """Return the words on a button."""
        return {
            Deed.CLICK: self.tr("Open"),
            Deed.OPEN: self.tr("Open"),
            Deed.WORKS: self.tr("It works"),
            Deed.DOES_NOT_WORK: self.tr("It does not work"),
            Deed.RATE_GOOD: self.tr("Very good"),
            Deed.RATE_FAIR: self.tr("Fair"),
            Deed.RATE_POOR: self.tr("Poor"),
        }[deed]

    def _of_several(self, notice: Notice) -> str:
        """Return what happened on several tickets, by its name where the same happened on all."""
        kinds, count = {one.kind for one in notice.news}, len(notice.tickets)
        match kinds.pop() if len(kinds) == 1 else None:
            case NewsKind.ASSIGNED:
                return self.tr("%n tickets were assigned to you", "", count)
            case NewsKind.MENTIONED:
                return self.tr("You are mentioned on %n tickets", "", count)
            case NewsKind.DUE_SOON:
                return self.tr("%n of your tickets are soon due", "", count)
            case NewsKind.OVERDUE:
                return self.tr("%n of your tickets are overdue", "", count)
        return self.tr("News on %n of your tickets", "", count)

    def _due(self, news: News) -> str:
        if news.due_at is None:
            return ""
        target = target_name(news.target or Target.RESOLUTION)
        return self.tr("{target} due {time}").format(target=target, time=day_text(news.due_at))

    def _happened(self, news: News) -> str:
        if news.kind is NewsKind.ASSIGNED and not news.author:  # the house gives out tickets by itself
            return self.tr("A ticket was assigned to you")
        author = one_line(news.author) or self.tr("Somebody")
        words = {
            NewsKind.REPLY: self.tr("An answer from {author}"),
            NewsKind.RESOLVED: self.tr("{author} is done. Does it work now?"),
            NewsKind.NOT_FIXED: self.tr("It does not work yet, writes {author}"),
            NewsKind.REMINDED: self.tr("IT waits for your answer"),
            NewsKind.DATE_HAS_COME: self.tr("The day has come for which this was put off"),
            NewsKind.CONSENT: self.tr("{author} asks something of your computer. Do you agree?"),
            NewsKind.OPENED: self.tr("{author} reported a problem for you"),
            NewsKind.ASSIGNED: self.tr("{author} assigned a ticket to you"),
            NewsKind.NOTE: self.tr("A note from {author}"),
            NewsKind.MENTIONED: self.tr("{author} mentions you in a note"),
            NewsKind.REOPENED: self.tr("{author} opened the ticket again"),
            NewsKind.DUE_SOON: self.tr("Soon due: a ticket of yours"),
            NewsKind.OVERDUE: self.tr("Overdue: a ticket of yours"),
        }
        return words[news.kind].format(author=author)


def one_line(text: str) -> str:
    """Return the beginning of a foreign text, without line breaks and what cannot be printed."""
    printable = "".join(letter if letter.isprintable() else " " for letter in text[: 4 * MOST_CHARS])
    words = " ".join(printable.split())
    return words if len(words) <= MOST_CHARS else words[: MOST_CHARS - 1].rstrip() + "…"


def _titles(news: Sequence[News]) -> list[str]:
    return list(dict.fromkeys(one_line(f"{one.reference} {one.title}") for one in news))


def _announced(announcement: Announcement) -> str:
    return one_line(in_language(announcement.title, QLocale().name()[:2]))
