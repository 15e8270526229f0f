"""What IT announces, as the windows ask for it, and reports that were not needed."""

from dataclasses import replace
from datetime import datetime, time, timedelta

import pytest

from itdesk.domain.changes import TicketOpened
from itdesk.domain.documents import Announcement, AnnouncementKind, Article, Helpdesk, OpenHours
from itdesk.domain.ids import AnnouncementId, ArticleId, TicketId
from itdesk.domain.listing import Question, View
from itdesk.domain.people import Person
from itdesk.domain.refusals import Refused
from itdesk.domain.status import Status
from itdesk.replica.outbox_entry import State
from itdesk.services import reading
from itdesk.services.announcements import dismiss, known_troubles, spared, standing_announcements
from itdesk.services.desk import Desk
from itdesk.services.helpdesk import helpdesk_now
from itdesk.services.synchronising import exchange_now
from tests.fakes import FakeClock, FakeConnection, FakeServer


@pytest.fixture
def vpn(clock: FakeClock) -> Announcement:
    return Announcement(
        id=AnnouncementId("vpn"),
        title={"en": "VPN is down", "pl": "Nie działa VPN"},
        body={"en": "We are on it."},
        kind=AnnouncementKind.OUTAGE,
        symptoms=("vpn",),
        begins_at=clock() - timedelta(hours=1),
        ends_at=clock() + timedelta(hours=2),
        people=13,
    )


def _told(server: FakeServer, desk: Desk, connection: FakeConnection, *listed: object) -> None:
    for one in listed:
        server.publish(one)  # type: ignore[arg-type]
    exchange_now(desk, connection, wait_s=30)


def test_a_new_computer_knows_of_nothing(desk: Desk, clock: FakeClock) -> None:
    assert standing_announcements(desk) == ()
    assert known_troubles(desk, "vpn", "VPN is down") == ()
    assert helpdesk_now(desk, clock()) is None


def test_troubles_come_first_and_what_has_ended_is_gone(
    server: FakeServer, desk: Desk, connection: FakeConnection, clock: FakeClock, vpn: Announcement
) -> None:
    cake = replace(vpn, id=AnnouncementId("cake"), kind=AnnouncementKind.INFORMATION, begins_at=clock())
    _told(server, desk, connection, cake, vpn)
    assert standing_announcements(desk) == (vpn, cake)
    clock.move(3 * 3600)
    assert standing_announcements(desk) == ()


def test_what_was_dismissed_stays_away_here_but_is_still_known(
    server: FakeServer, desk: Desk, connection: FakeConnection, vpn: Announcement
) -> None:
    _told(server, desk, connection, vpn)
    before = reading.revision(desk)
    dismiss(desk, vpn.id)
    assert reading.revision(desk) != before, "other windows look again"
    assert standing_announcements(desk) == ()
    assert [one.id for one in known_troubles(desk, "vpn", "")] == [vpn.id]


def test_only_a_trouble_is_known_before_a_report_is_sent(
    server: FakeServer, desk: Desk, connection: FakeConnection, vpn: Announcement
) -> None:
    _told(
        server, desk, connection, vpn, replace(vpn, id=AnnouncementId("x"), kind=AnnouncementKind.INFORMATION)
    )
    (known,) = known_troubles(desk, "vpn", "")
    assert (known.people, known.since, known.title["pl"]) == (13, vpn.begins_at, "Nie działa VPN")
    assert known_troubles(desk, "printing", "") == ()


def test_i_have_it_too_is_saved_offline_sent_once_and_is_nobodys_work(
    server: FakeServer, desk: Desk, connection: FakeConnection, vpn: Announcement, anna: Person
) -> None:
    _told(server, desk, connection, vpn)
    saved = spared(desk, by=vpn.id, symptom="vpn", has_it_too=True, language="pl")
    (row,) = reading.tickets(desk, Question(view=View.REPORTED))
    assert (row.title, row.status) == ("Nie działa VPN", Status.CLOSED)
    assert known_troubles(desk, "vpn", "")[0].is_mine
    assert desk.outbox.count(State.QUEUED) == 1
    for _ in range(2):
        exchange_now(desk, connection, wait_s=30)
    held = server.ticket(saved.ticket_id)
    assert (held.spared_by, held.has_it_too, held.requester_id) == ("vpn", True, anna.id)
    assert held.status is Status.CLOSED
    assert server.count_titles("Nie działa VPN") == 1


def test_that_solved_it_is_a_ticket_that_is_over(
    server: FakeServer, desk: Desk, connection: FakeConnection
) -> None:
    _told(server, desk, connection, Article(id=ArticleId("help"), title={"en": "Turn it on"}, body={}))
    saved = spared(desk, by="help", symptom="printing", has_it_too=False)
    page = reading.ticket_page(desk, saved.ticket_id)
    assert page is not None
    assert (page.ticket.title, page.ticket.symptom, page.ticket.status) == (
        "Turn it on",
        "printing",
        Status.CLOSED,
    )
    opening = page.moments[0].event.payload
    assert isinstance(opening, TicketOpened)
    assert opening.description == ""


def test_what_is_here_no_more_is_called_by_its_id_and_nothing_by_nothing(desk: Desk) -> None:
    saved = spared(desk, by="gone", symptom="", has_it_too=False)
    assert _title(desk, saved.ticket_id) == "gone"
    with pytest.raises(Refused):
        spared(desk, by="", symptom="", has_it_too=True)


def _title(desk: Desk, ticket_id: TicketId) -> str:
    page = reading.ticket_page(desk, ticket_id)
    return page.ticket.title if page else ""


def test_the_helpdesk_now(
    server: FakeServer, desk: Desk, connection: FakeConnection, clock: FakeClock
) -> None:
    noon = clock().replace(hour=12, minute=0, second=0, microsecond=0)
    told = Helpdesk(
        name={"en": "IT"},
        phone="22 123 45 67",
        hours=tuple(OpenHours(weekday=day, opens=time(8), closes=time(16)) for day in range(7)),
        usual_first_answer_min=35,
    )
    _told(server, desk, connection, told)
    assert _standing(desk, noon) == (True, noon.replace(hour=16), None)
    assert _standing(desk, noon.replace(hour=18)) == (
        False,
        None,
        noon.replace(hour=8) + timedelta(days=1),
    )
    now = helpdesk_now(desk, noon)
    assert now is not None
    assert (now.phone, now.usual_first_answer_min) == ("22 123 45 67", 35)


def test_of_hours_that_it_has_not_told_nothing_is_said(
    server: FakeServer, desk: Desk, connection: FakeConnection, clock: FakeClock
) -> None:
    _told(server, desk, connection, Helpdesk(phone="1"))
    assert _standing(desk, clock()) == (None, None, None)


def _standing(desk: Desk, at: datetime) -> tuple[bool | None, datetime | None, datetime | None]:
    now = helpdesk_now(desk, at)
    assert now is not None
    return now.is_open, now.until, now.opens_at
