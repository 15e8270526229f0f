"""What must hold of an announcement."""

from collections.abc import Iterator

from itdesk.domain.document_rules.pieces import Reference, check_ids, check_told, check_words
from itdesk.domain.documents.announcement import Announcement
from itdesk.domain.limits import TEXT_CHARS, TITLE_CHARS
from itdesk.domain.refusals import Code, refuse


def check_announcement(announcement: Announcement) -> None:
    """Raise Refused for the first thing that is wrong. One language is enough: there may be a hurry."""
    check_told(announcement.title, "title", TITLE_CHARS)
    check_words(announcement.body, "text", TEXT_CHARS)
    check_ids(announcement.symptoms, "symptoms")
    begins, ends = announcement.begins_at, announcement.ends_at
    if begins.tzinfo is None or (ends is not None and ends.tzinfo is None):
        raise refuse(Code.BAD_DOCUMENT, yours="A time needs its offset from UTC.")
    if ends is not None and ends < begins:
        raise refuse(Code.BAD_DOCUMENT, yours="It ends before it begins.")


def named_by_announcement(announcement: Announcement) -> Iterator[Reference]:
    """Yield what must exist."""
    yield from (Reference("symptom", id) for id in announcement.symptoms)
