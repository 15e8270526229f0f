"""What a notification says, in the person's language. Foreign words stand in its body alone."""

from collections.abc import Sequence

from PySide6.QtCore import QLocale, QObject

from itdesk.domain.documents import Announcement, in_language
from itdesk.services.news import News, NewsKind
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
            return self.tr("News on %n of your tickets", "", len(notice.tickets))
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
        return "\n".join(filter(None, (one_line(f"{last.reference} {last.title}"), one_line(last.words))))

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

    def _happened(self, news: News) -> str:
        author = one_line(news.author) or self.tr("Somebody")
        words = {
            NewsKind.REPLY: self.tr("An answer from {author}"),
            NewsKind.RESOLVED: self.tr("{author} is done. Does it work now?"),
            NewsKind.NOT_FIXED: self.tr("It does not work yet, writes {author}"),
            NewsKind.REMINDED: self.tr("IT waits for your answer"),
            NewsKind.DATE_HAS_COME: self.tr("The day has come for which this was put off"),
            NewsKind.OPENED: self.tr("{author} reported a problem for you"),
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
