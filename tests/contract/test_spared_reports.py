"""A report that was not needed still counts, once, and is nobody's work: on both databases."""

from datetime import UTC, datetime, timedelta

import msgspec

from itdesk.domain.changes import StatusChanged, TicketOpened
from itdesk.domain.documents import Announcement, AnnouncementKind
from itdesk.domain.ids import AnnouncementId, TicketId, new_id
from itdesk.domain.status import Status
from itdesk.server.counting import count_people
from itdesk.server.store.store import Store
from tests.contract.office import Office, change, refused_for


def _announced(office: Office, *, staff_only: bool = False, ended: bool = False) -> AnnouncementId:
    id, now = AnnouncementId(new_id()), datetime.now(UTC)
    office.documents.put(
        Announcement(
            id=id,
            title={"en": "VPN is down"},
            body={"en": "We are on it."},
            kind=AnnouncementKind.OUTAGE,
            begins_at=now - timedelta(hours=2),
            ends_at=now - timedelta(hours=1) if ended else None,
            staff_only=staff_only,
        )
    )
    return id


def _having(by: str, **details: object) -> TicketOpened:
    return TicketOpened(title="VPN is down", spared_by=by, has_it_too=True, **details)  # type: ignore[arg-type]


def _people_of(office: Office, id: AnnouncementId) -> int:
    """Return how many have it, as an employee's computer is told."""
    body = office.reader(office.jan).read().documents["announcement", id]
    return msgspec.json.decode(body, type=Announcement).people


def test_what_an_article_solved_counts_as_a_ticket_and_stands_in_no_queue(office: Office) -> None:
    ticket_id = office.open(office.ewa, "Reset your password", spared_by="starter-password")
    for actor in (office.ewa, office.tom):
        held = office.reader(actor).read().tickets[ticket_id]
        assert (held.status, held.spared_by, held.requester_id) == (
            Status.CLOSED,
            "starter-password",
            office.ewa.id,
        )
        assert not held.status.is_open
        assert held.first_response_at is None


def test_who_was_not_helped_after_all_opens_it_again_and_it_is_work(office: Office) -> None:
    ticket_id = office.open(office.ewa, "Reset your password", spared_by="starter-password")
    office.do(office.ewa, ticket_id, StatusChanged(to=Status.OPEN))
    assert office.reader(office.tom).read().tickets[ticket_id].status is Status.OPEN


def test_people_are_counted_once_however_often_they_say_it(office: Office, store: Store) -> None:
    id = _announced(office)
    for actor in (office.ewa, office.ewa, office.jan, office.tom):
        office.do(actor, TicketId(new_id()), _having(id))
    office.open(office.lea, "VPN is down", spared_by=id)
    assert count_people(store) == 1
    assert _people_of(office, id) == 3


def test_a_resend_counts_nobody_twice_and_counting_again_writes_nothing(office: Office, store: Store) -> None:
    id = _announced(office)
    message = change(TicketId(new_id()), _having(id))
    assert office.ask(office.ewa, message).state == "accepted"
    assert office.ask(office.ewa, message).state == "accepted"
    assert (count_people(store), count_people(store)) == (1, 0)
    assert _people_of(office, id) == 1


def test_an_announcement_that_has_ended_meanwhile_still_counts(office: Office, store: Store) -> None:
    id = _announced(office, ended=True)
    office.do(office.ewa, TicketId(new_id()), _having(id))
    count_people(store)
    assert _people_of(office, id) == 1


def test_what_is_not_announced_to_her_cannot_be_hers(office: Office) -> None:
    secret, gone = _announced(office, staff_only=True), _announced(office)
    office.documents.delete("announcement", gone)
    for id in (secret, gone, "never-was", "x" * 33):
        result = office.ask(office.ewa, change(TicketId(new_id()), _having(id)))
        assert refused_for(result) == "unknown_announcement", id
    office.do(office.tom, TicketId(new_id()), _having(secret))


def test_who_names_nothing_has_nothing(office: Office) -> None:
    result = office.ask(office.ewa, change(TicketId(new_id()), _having("")))
    assert refused_for(result) == "unknown_announcement"


def test_nobody_says_it_for_somebody_else(office: Office) -> None:
    id = _announced(office)
    for actor in (office.ewa, office.tom, office.adam):
        result = office.ask(actor, change(TicketId(new_id()), _having(id, requester_id=office.jan.id)))
        assert refused_for(result) == "not_allowed"
