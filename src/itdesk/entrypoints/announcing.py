"""What IT says to everybody, from the command line: announcements, and how the helpdesk is reached."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, tzinfo
from pathlib import Path

import msgspec

from itdesk.domain import limits
from itdesk.domain.announcements import is_current
from itdesk.domain.documents import (
    HELPDESK,
    Announcement,
    AnnouncementKind,
    Document,
    Helpdesk,
    OpenHours,
    Words,
)
from itdesk.domain.hours_text import BadHours, hours_from
from itdesk.domain.ids import AnnouncementId, is_document_id, new_id
from itdesk.domain.opening_hours import zone_named
from itdesk.domain.text import check_text
from itdesk.entrypoints.server import Unusable, utc_now, with_store
from itdesk.server.store.documents import Documents, read_document, read_documents
from itdesk.server.store.store import Store

NEVER, NONE = "never", "none"
TIME_FORM = "%Y-%m-%d %H:%M"


@dataclass(frozen=True, kw_only=True)
class Wording:
    """An announcement as it was typed; `None` is what was not given."""

    title_en: str | None = None
    title_pl: str | None = None
    body_en: str | None = None
    body_pl: str | None = None
    kind: str | None = None
    symptoms: tuple[str, ...] = ()
    begins: str | None = None
    ends: str | None = None
    staff_only: bool | None = None
    id: str | None = None


@dataclass(frozen=True, kw_only=True)
class HelpdeskWording:
    """The helpdesk as it was typed; `None` or nothing is what was not given."""

    name_en: str | None = None
    name_pl: str | None = None
    phone: str | None = None
    address: str | None = None
    hours: tuple[str, ...] = ()
    zone: str | None = None
    closed: tuple[str, ...] = ()


def announce(wording: Wording, data_dir: Path | None, database: str | None) -> int:
    """Announce something, or change what is announced; return the exit code."""

    def publish(store: Store) -> str:
        zone = _zone_of(store)
        before, seen = _before(store, wording.id)
        announcement = _announcement(wording, before, zone)
        _put(store, announcement, seen)
        until = "until it is ended"
        if announcement.ends_at is not None:
            until = f"until {announcement.ends_at.astimezone(zone).strftime(TIME_FORM)}"
        return f"Announced {until}, as {announcement.id}."

    return with_store(publish, data_dir, database)


def end(id: str, data_dir: Path | None, database: str | None) -> int:
    """End an announcement now; return the exit code."""

    def finish(store: Store) -> str:
        found = read_document(store, Announcement, id)
        if found is None:
            raise Unusable(f"There is no announcement “{id}”; see `itdesk server announcements`.")
        announcement, seen = found
        now = utc_now()
        if announcement.ends_at is not None and announcement.ends_at <= now:
            return f"{id} has ended already."
        _put(store, replace(announcement, ends_at=max(now, announcement.begins_at)), seen)
        return f"{id} is not announced any more."

    return with_store(finish, data_dir, database)


def list_announcements(*, as_json: bool, data_dir: Path | None, database: str | None) -> int:
    """Print what is and was announced, newest first; return the exit code."""

    def tell(store: Store) -> str:
        listed = sorted(read_documents(store, Announcement), key=lambda one: one.begins_at, reverse=True)
        if as_json:
            return msgspec.json.encode([_as_told(one) for one in listed]).decode()
        zone = _zone_of(store)
        return "\n".join(_line(one, zone) for one in listed) or "Nothing is announced."

    return with_store(tell, data_dir, database)


def helpdesk(wording: HelpdeskWording, *, as_json: bool, data_dir: Path | None, database: str | None) -> int:
    """Say how the helpdesk is reached, or only show what was said; return the exit code."""

    def say(store: Store) -> str:
        before, seen = read_document(store, Helpdesk, HELPDESK) or (Helpdesk(), 0)
        after = _helpdesk(wording, before)
        if after != before:
            _put(store, after, seen)
        return msgspec.json.encode(after).decode() if as_json else _helpdesk_line(after)

    return with_store(say, data_dir, database)


def _put(store: Store, document: Document, seen: int) -> None:
    Documents(store).put(document, seen=seen, is_command=True)


def _before(store: Store, id: str | None) -> tuple[Announcement | None, int]:
    if id is None:
        return None, 0
    if not is_document_id(id):
        raise Unusable("An id has 1 to 32 of the signs a–z, 0–9, _ and -.")
    return read_document(store, Announcement, id) or (None, 0)


def _announcement(wording: Wording, before: Announcement | None, zone: tzinfo) -> Announcement:
    now = utc_now()
    base = before or Announcement(
        id=AnnouncementId(wording.id or new_id()), title={}, body={}, begins_at=now.replace(microsecond=0)
    )
    after = replace(
        base,
        title=_words(base.title, wording.title_en, wording.title_pl),
        body=_words(base.body, wording.body_en, wording.body_pl),
        kind=base.kind if wording.kind is None else AnnouncementKind(wording.kind),
        symptoms=wording.symptoms or base.symptoms,
        begins_at=base.begins_at if wording.begins is None else _time(wording.begins, zone),
        ends_at=_end(wording.ends, base.ends_at, zone),
        staff_only=base.staff_only if wording.staff_only is None else wording.staff_only,
    )
    _check(after, now)
    return after


def _check(announcement: Announcement, now: datetime) -> None:
    if not announcement.title:
        raise Unusable("An announcement needs a title: --title-en, --title-pl or both.")
    for title in announcement.title.values():
        check_text(title, "title", limits.TITLE_CHARS, required=True)
    for body in announcement.body.values():
        check_text(body, "body", limits.TEXT_CHARS)
    for code in announcement.symptoms:
        if not is_document_id(code):
            raise Unusable(f"“{code}” is no code of a symptom.")
    if announcement.ends_at is not None and announcement.ends_at <= max(now, announcement.begins_at):
        raise Unusable("It would have ended before anybody saw it: give a later --until.")


def _end(typed: str | None, before: datetime | None, zone: tzinfo) -> datetime | None:
    if typed is None:
        return before
    return None if typed == NEVER else _time(typed, zone)


def _time(text: str, zone: tzinfo) -> datetime:
    """Return the time that was typed, UTC; one without an offset is by the helpdesk's clock."""
    try:
        typed = datetime.fromisoformat(text)
        typed = typed if typed.tzinfo else typed.replace(tzinfo=zone)
        return datetime.fromtimestamp(typed.timestamp(), tz=UTC)
    except (ValueError, OverflowError, OSError):
        raise Unusable(f"“{text}” is no time; write it like 2026-11-26T12:00.") from None


def _words(before: Words, english: str | None, polish: str | None) -> Words:
    """Return the words with what was given; an empty text takes a language away."""
    given = {"en": english, "pl": polish}
    words: Mapping[str, str] = {**before, **{key: text for key, text in given.items() if text is not None}}
    return {key: text for key, text in words.items() if text.strip()}


def _zone_of(store: Store) -> tzinfo:
    """Return the helpdesk's time zone; the server's own where it has not told one."""
    found = read_document(store, Helpdesk, HELPDESK)
    zone = zone_named(found[0].zone) if found is not None else None
    return zone or datetime.now().astimezone().tzinfo or UTC


def _helpdesk(wording: HelpdeskWording, before: Helpdesk) -> Helpdesk:
    after = replace(
        before,
        name=_words(before.name, wording.name_en, wording.name_pl),
        phone=before.phone if wording.phone is None else wording.phone.strip(),
        address=before.address if wording.address is None else wording.address.strip(),
        zone=before.zone if wording.zone is None else wording.zone,
        hours=_hours(wording.hours, before.hours),
        closed_days=_closed(wording.closed, before.closed_days),
    )
    for text, called in ((after.phone, "phone number"), (after.address, "address")):
        check_text(text, called, limits.SHORT_TEXT_CHARS)
    for name in after.name.values():
        check_text(name, "name", limits.NAME_CHARS)
    if zone_named(after.zone) is None:
        raise Unusable(f"There is no time zone “{after.zone}”; write it like Europe/Warsaw.")
    if after.hours and not before.hours and wording.zone is None:
        raise Unusable("Say in which time zone these hours are: --zone Europe/Warsaw.")
    return after


def _hours(typed: Sequence[str], before: tuple[OpenHours, ...]) -> tuple[OpenHours, ...]:
    if not typed:
        return before
    try:
        return hours_from(";".join(one for one in typed if one != NONE))
    except BadHours as error:
        raise Unusable(str(error)) from None


def _closed(typed: Sequence[str], before: tuple[date, ...]) -> tuple[date, ...]:
    if not typed:
        return before
    return tuple(sorted({_date(one) for one in typed if one != NONE}))


def _date(text: str) -> date:
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise Unusable(f"“{text}” is no day; write it like 2026-12-24.") from None


def _as_told(one: Announcement) -> dict[str, object]:
    told: dict[str, object] = msgspec.to_builtins(one)
    return told | {"is_current": is_current(one, utc_now())}


def _line(one: Announcement, zone: tzinfo) -> str:
    begins = one.begins_at.astimezone(zone).strftime(TIME_FORM)
    ends = "" if one.ends_at is None else one.ends_at.astimezone(zone).strftime(TIME_FORM)
    title = next(iter(one.title.values()), "")
    return f"{one.id}  {one.kind}  {begins} – {ends}  {one.people}  {title}"


def _helpdesk_line(told: Helpdesk) -> str:
    hours = f"{len(told.hours)} opening hours a week in {told.zone}" if told.hours else "no hours"
    return f"The helpdesk has the phone {told.phone or '(none)'} and {hours}."
