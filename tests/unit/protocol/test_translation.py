"""What is said arrives as it was meant; what is from the future is kept and shown as such."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as some

from itdesk.domain.apply import replay
from itdesk.domain.catalogue import Category
from itdesk.domain.changes import (
    KINDS,
    Change,
    DocumentDeleted,
    DocumentWritten,
    Payload,
    PersonWritten,
    PrioritySet,
    SomethingNewer,
    TicketOpened,
    Writing,
    kind_of,
    subject_of,
)
from itdesk.domain.documents import Article, Device, Document, Queue
from itdesk.domain.events import Event
from itdesk.domain.ids import ArticleId, ChangeId, DeviceId, PersonId, QueueId, new_id
from itdesk.domain.people import Person
from itdesk.domain.priority import Impact, Urgency
from itdesk.domain.refusals import Code, Refusal
from itdesk.domain.ticket import Ticket
from itdesk.protocol.messages import (
    ChangeMessage,
    DocumentEntry,
    Entry,
    EventMessage,
    RefusalMessage,
    SyncResponse,
    TicketEntry,
)
from itdesk.protocol.parsing import BadMessage, encode, parse
from itdesk.protocol.symptom_file import shipped_symptoms
from itdesk.protocol.translation import (
    change_from,
    change_message,
    decode_payload,
    document_entry,
    document_from,
    encode_payload,
    event_from,
    event_message,
    refusal_from,
    refusal_message,
)
from tests.unit.domain.histories import START, TICKET, Wish, opened, some_payloads, some_wishes, told
from tests.unit.domain.sla.told import OFFICE, POLICY


@given(some_payloads)
def test_a_change_arrives_as_it_was_meant(payload: Payload) -> None:
    change = Change(id=ChangeId(new_id()), ticket_id=TICKET, payload=payload, seen=3, made_at=START)
    assert change_from(parse(encode(change_message(change)), ChangeMessage)) == change


@given(some_wishes)
def test_a_history_arrives_as_it_happened(wishes: list[Wish]) -> None:
    story = told(wishes)
    entry = TicketEntry(
        ticket=replace(story.ticket, number=1001),
        position=7,
        events=[event_message(event) for event in story.history],
        visible_events=len(story.history),
    )
    arrived = _arrived(entry)
    assert isinstance(arrived, TicketEntry)
    assert arrived.ticket == entry.ticket
    assert [event_from(event) for event in arrived.events] == story.history


def _arrived(entry: Entry) -> Entry:
    answer = SyncResponse(entries=[entry], cursor="", me="", server_time=START)
    return parse(encode(answer), SyncResponse).entries[0]


def _as_an_older_client(event: EventMessage, unknown: Sequence[str]) -> Event:
    """Read the event as a client would to which some kinds are unknown."""
    known = dict(KINDS)
    for kind in unknown:
        del KINDS[kind]
    try:
        return event_from(event)
    finally:
        KINDS.update(known)


@given(some_wishes, some.lists(some.sampled_from(sorted(KINDS)), unique=True))
def test_an_older_client_shows_the_same_state(wishes: list[Wish], unknown: list[str]) -> None:
    """Which kinds it does not know makes no difference to the ticket: it never folds what the server said."""
    story = told(wishes)
    sent = [event_message(event) for event in story.history]
    entry = TicketEntry(ticket=story.ticket, position=1, events=sent, visible_events=len(sent))
    arrived = _arrived(entry)
    assert isinstance(arrived, TicketEntry)
    older = [_as_an_older_client(event, unknown) for event in arrived.events]
    assert arrived.ticket == story.ticket == replay(story.history)
    assert [event.id for event in older] == [event.id for event in story.history]
    for event, meant in zip(older, story.history, strict=True):
        assert kind_of(event.payload) == kind_of(meant.payload)
        assert isinstance(event.payload, SomethingNewer) is (kind_of(meant.payload) in unknown)
        assert event_message(event) == event_message(meant) or event.payload == meant.payload


def test_a_known_kind_of_an_unknown_shape_is_something_newer_too() -> None:
    _, event = opened()
    newer = msgspec.structs.replace(
        event_message(event), kind="StatusChanged", payload=msgspec.Raw(b'{"to":"frozen"}')
    )
    assert event_from(newer).payload == SomethingNewer(kind="StatusChanged", content='{"to":"frozen"}')


def test_a_change_of_a_wrong_shape_is_a_bad_message() -> None:
    for payload in (b'{"to":"frozen"}', b"[]", b'{"score":"5"}', b"{"):
        with pytest.raises(BadMessage):
            decode_payload("StatusChanged", payload)
    assert decode_payload("Teleported", b"[1]") == SomethingNewer(kind="Teleported", content="[1]")


@pytest.mark.parametrize(
    "document",
    [
        Queue(
            id=QueueId(new_id()), name={"pl": "Sprzęt"}, restricted=True, members=frozenset({PersonId("a")})
        ),
        Article(id=ArticleId(new_id()), title={"en": "T"}, body={"en": "B"}, symptoms=("s",)),
        Device(id=DeviceId(new_id()), name="ws-1", details={"ram": "16 GB"}),
        shipped_symptoms()[0],
        Article(id=ArticleId("starter-paper-jam"), title={"en": "T"}, body={"en": "B"}),
        replace(OFFICE, closed_days=(date(2026, 12, 31),)),
        replace(POLICY, categories=(Category.OTHER,), since=START),
    ],
)
def test_documents_arrive_and_so_do_tombstones(document: Document) -> None:
    arrived = _arrived(document_entry(document, 3))
    assert isinstance(arrived, DocumentEntry)
    assert (document_from(arrived), arrived.version) == (document, 3)
    gone = _arrived(DocumentEntry(kind=arrived.kind, id=arrived.id, version=4))
    assert isinstance(gone, DocumentEntry)
    assert document_from(gone) is None
    assert document_from(msgspec.structs.replace(arrived, kind="hologram")) is None


@pytest.mark.parametrize("id", ["printing", "shared_drive", "starter-vpn-code-twice", "0" * 32])
def test_a_document_may_be_called_by_a_word(id: str) -> None:
    arrived = _arrived(DocumentEntry(kind="hologram", id=id, version=1, body=msgspec.Raw(b"{}")))
    assert isinstance(arrived, DocumentEntry)
    assert (arrived.id, bytes(arrived.body or b"")) == (id, b"{}")


@pytest.mark.parametrize("id", ["", "a" * 33, "printing\n", "two words", "Ą", "a/b", "A"])
def test_other_words_are_no_ids(id: str) -> None:
    with pytest.raises(BadMessage):
        _arrived(DocumentEntry(kind="hologram", id=id, version=1))


def test_a_refusal_arrives_with_its_reason() -> None:
    for code in Code:
        refusal = Refusal(code=code, field="f", limit="l", theirs="t", yours="y")
        message = parse(encode(refusal_message(refusal)), RefusalMessage)
        assert refusal_from(message) == refusal
    assert refusal_from(RefusalMessage(code="from_the_future")).code is Code.NOT_ALLOWED


def test_a_ticket_survives_being_written_and_read() -> None:
    ticket, _ = opened()
    assert msgspec.json.decode(msgspec.json.encode(ticket), type=Ticket) == ticket


def test_a_report_without_a_time_is_the_same_text_as_from_an_older_program() -> None:
    """The server tells a change that is sent again by its text: an update between must not alter it."""
    text = encode_payload(TicketOpened(title="No link"))
    assert b"since" not in text
    assert decode_payload("TicketOpened", text) == TicketOpened(title="No link")
    timed = TicketOpened(title="No link", since=START)
    assert decode_payload("TicketOpened", encode_payload(timed)) == timed


def test_a_priority_that_was_judged_wrongly_is_the_same_text_as_from_an_older_program() -> None:
    judged = PrioritySet(impact=Impact.HIGH, urgency=Urgency.HIGH)
    assert encode_payload(judged) == b'{"impact":1,"urgency":1,"override":null,"reason":""}'
    from_now = replace(judged, from_now=True)
    assert decode_payload("PrioritySet", encode_payload(from_now)) == from_now


@pytest.mark.parametrize(
    "payload",
    [
        DocumentWritten(document=Queue(id=QueueId("q"), name={"en": "Q"}), seen_version=3),
        DocumentWritten(document=shipped_symptoms()[0]),
        DocumentDeleted(kind="queue", id="q", seen_version=3),
        PersonWritten(person=Person(id=PersonId("0" * 32), login="nora", name="Nora"), seen_version=1),
    ],
)
def test_what_an_admin_writes_arrives_as_it_was_meant(payload: Writing) -> None:
    change = Change(id=ChangeId(new_id()), ticket_id=subject_of(payload), payload=payload, made_at=START)
    assert change_from(parse(encode(change_message(change)), ChangeMessage)) == change


def test_a_document_of_a_kind_from_the_future_is_something_newer() -> None:
    text = b'{"kind":"hologram","seen_version":0,"body":{"id":"x"}}'
    newer = decode_payload("DocumentWritten", text)
    assert newer == SomethingNewer(kind="DocumentWritten", content=text.decode())
    assert encode_payload(newer) == text
