"""What surrounds a problem: what it concerns, where, how to reach whom, since when, and for whom."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, time, timedelta

from PySide6.QtCore import QCoreApplication

from itdesk.domain.catalogue import Concerns
from itdesk.domain.logins import possible_login
from itdesk.domain.people import Person
from itdesk.ui.times import since_text

MIDDAY = time(12)
SOME_DAYS = 3


@dataclass(frozen=True, kw_only=True)
class Around:
    """The parts of the line below the description. `since` is aware; None means just now."""

    concerns: Concerns = Concerns.THIS_COMPUTER
    device: str = ""
    place: str = ""
    contact: str = ""
    since: datetime | None = None
    person: str = ""
    person_id: str = ""

    @property
    def is_for_known_person(self) -> bool:
        """Whether somebody else will see the report as her own."""
        return bool(self.person_id)

    @property
    def sends_computer(self) -> bool:
        """Whether facts and pictures of this computer belong to the report.

        They are for the requester and IT: those of whoever reports for a colleague would be shown to her.
        """
        return self.concerns is Concerns.THIS_COMPUTER and not self.is_for_known_person

    @property
    def computer_in_sight(self) -> Concerns:
        """What the report is about as far as this computer may be looked at: a colleague's is another one."""
        is_here = self.concerns is Concerns.THIS_COMPUTER
        return Concerns.ANOTHER_COMPUTER if is_here and self.is_for_known_person else self.concerns


@dataclass(frozen=True)
class Knows:
    """What can be picked instead of typed: own computers by name, and people."""

    devices: Sequence[str] = ()
    people: Sequence[Person] = ()


def concerns_text(around: Around) -> str:
    """Return what it concerns, in the line's words."""
    match around.concerns:
        case Concerns.THIS_COMPUTER:
            return QCoreApplication.translate("Around", "this computer")
        case Concerns.ANOTHER_COMPUTER if around.device:
            return around.device
        case Concerns.ANOTHER_COMPUTER:
            return QCoreApplication.translate("Around", "another computer")
    return QCoreApplication.translate("Around", "not about a computer")


def place_text(around: Around) -> str:
    """Return where she is, or what to fill in."""
    return around.place or QCoreApplication.translate("Around", "where I am")


def contact_text(around: Around) -> str:
    """Return how to reach her, or what to fill in."""
    return around.contact or QCoreApplication.translate("Around", "how to reach me")


def began_text(around: Around, now: datetime) -> str:
    """Return since when it is so."""
    if around.since is None:
        return QCoreApplication.translate("Around", "since just now")
    return since_text(around.since, now)


def person_text(around: Around) -> str:
    """Return for whom it is reported."""
    if not around.person:
        return QCoreApplication.translate("Around", "for me")
    return QCoreApplication.translate("Around", "for {person}").format(person=around.person)


def what_is_left_out(around: Around) -> str:
    """Return in a sentence that nothing of this computer goes along, and why; nothing where it does."""
    if around.is_for_known_person:
        words = QCoreApplication.translate(
            "Around", "{person} will see this report, so nothing of your computer goes along."
        )
        return words.format(person=around.person)
    if around.concerns is Concerns.THIS_COMPUTER:
        return ""
    return QCoreApplication.translate("Around", "Facts and pictures of this computer do not go along then.")


def who_sees_it(around: Around) -> str:
    """Return in a sentence whether the one for whom it is will see the report; nothing for herself."""
    if not around.person or around.is_for_known_person:
        return ""
    login = possible_login(around.person)
    if not login:
        return QCoreApplication.translate(
            "Around", "Only IT sees for whom it is. A colleague who shall read along is named by login."
        )
    words = QCoreApplication.translate(
        "Around",
        "If a colleague signs in as “{login}”, they see the conversation, but not your screenshot and not "
        "your computer.",
    )
    return words.format(login=login)


def at_time(now: datetime, clock: time) -> datetime:
    """Return that time of today in the zone of here; one that is yet to come was yesterday's."""
    local = now.astimezone()
    at = local.replace(hour=clock.hour, minute=clock.minute, second=0, microsecond=0)
    return at if at <= local else at - timedelta(days=1)


def days_ago(now: datetime, days: int) -> datetime:
    """Return the midday of a day before today: only the day is meant."""
    day = now.astimezone().date() - timedelta(days=days)
    return datetime.combine(day, MIDDAY).astimezone()


def broke_at(since: datetime | None, now: datetime) -> datetime | None:
    """Return the moment at which the computer is to be looked at; None is just now.

    Of another day only the day is known: whatever changed on it may have been the cause, so it is its end.
    """
    if since is None:
        return None
    day = since.astimezone().date()
    if day >= now.astimezone().date():
        return since
    return datetime.combine(day, time(23, 59)).astimezone()
