"""Whatever column the store has: no message can set it that does not have it as a field of its own."""

from dataclasses import fields, is_dataclass
from typing import Any

import msgspec
import pytest

from itdesk.domain.changes import KINDS, DocumentWritten, PersonWritten
from itdesk.domain.documents import DOCUMENT_KINDS
from itdesk.domain.ids import new_id
from itdesk.domain.people import Person
from itdesk.domain.ticket import Ticket
from itdesk.protocol.messages import ChangeMessage, PresenceReport, SignInRequest, SyncRequest
from itdesk.protocol.strictness import unknown_field
from itdesk.protocol.translation import unknown_in_payload
from itdesk.server.http.rules import RuleTrial
from itdesk.server.store.tables import METADATA
from tests.fakes import FakeClock

COLUMNS = {column.name for table in METADATA.sorted_tables for column in table.columns}
FIELDS = {one.name for one in fields(Ticket)} | {"actor_id", "actor_role", "at", "audience", "is_admin"}
SERVERS_OWN = sorted(COLUMNS | FIELDS)
MESSAGES = [SyncRequest, ChangeMessage, PresenceReport, SignInRequest, RuleTrial, Person]
SHAPES = {shape.__name__: shape for shape in (*MESSAGES, *DOCUMENT_KINDS.values())}


def own_fields(shape: Any) -> set[str]:
    return {one.name for one in (fields(shape) if is_dataclass(shape) else msgspec.structs.fields(shape))}


def message(kind: str, payload: object) -> ChangeMessage:
    raw = msgspec.Raw(msgspec.json.encode(payload))
    return ChangeMessage(id=new_id(), ticket_id=new_id(), kind=kind, payload=raw, made_at=FakeClock().at)


@pytest.mark.parametrize("kind", sorted(KINDS.keys() - {DocumentWritten.__name__}))
def test_a_change_sets_nothing_but_its_own(kind: str) -> None:
    allowed = own_fields(KINDS[kind])
    foreign = [name for name in SERVERS_OWN if name not in allowed]
    let_through = [name for name in foreign if not unknown_in_payload(message(kind, {name: 1}))]
    assert let_through == []


@pytest.mark.parametrize("name", sorted(SHAPES))
def test_a_request_sets_nothing_but_its_own(name: str) -> None:
    allowed = own_fields(SHAPES[name])
    through = [one for one in SERVERS_OWN if not unknown_field({one: 1}, SHAPES[name]) and one not in allowed]
    assert through == []


def test_what_is_nested_counts_too() -> None:
    card = {"seen_version": 1, "person": {"login": "x", "password_hash": "y"}}
    assert unknown_in_payload(message(PersonWritten.__name__, card)) == "person.password_hash"
    team = {"kind": "queue", "body": {"id": "x", "name": {"en": "any key"}, "position": 7}}
    assert unknown_in_payload(message(DocumentWritten.__name__, team)) == "position"
    sent = {"changes": [{"id": "1"}, {"id": "2", "receipt": {"number": 1, "epoch": "z"}}]}
    assert unknown_field(sent, SyncRequest) == "changes.receipt.epoch"


def test_what_belongs_there_is_let_through() -> None:
    for kind, shape in KINDS.items():
        if kind != DocumentWritten.__name__:
            assert unknown_in_payload(message(kind, dict.fromkeys(own_fields(shape)))) == "", kind
    assert unknown_in_payload(message("TelepathyRequested", {"anything": 1})) == ""
    assert unknown_in_payload(message("CommentAdded", [1])) == ""
