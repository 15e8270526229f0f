"""Documents and people are written by the same pipe as everything else: judged, once, and in order."""

from dataclasses import replace
from datetime import UTC, datetime

import msgspec
import pytest

from itdesk.domain.changes import (
    CommentAdded,
    DocumentDeleted,
    DocumentWritten,
    MovedToQueue,
    PersonWritten,
    TicketOpened,
    Writing,
    subject_of,
)
from itdesk.domain.documents import Announcement, Article, Document, Queue, View
from itdesk.domain.ids import (
    AnnouncementId,
    ArticleId,
    PersonId,
    QueueId,
    TicketId,
    ViewId,
    new_id,
)
from itdesk.domain.people import Actor, Person, Role
from itdesk.protocol.messages import Result
from itdesk.server.accounts.accounts import Accounts
from itdesk.server.accounts.passwords import Passwords
from itdesk.server.counting import count_people
from itdesk.server.store.news import News
from itdesk.server.store.store import Store
from tests.contract.office import Office, change, refused_for

PRINTERS = Queue(id=QueueId("printers"), name={"en": "Printers", "pl": "Drukarki"})
PAPER = Article(id=ArticleId("paper"), title={"en": "Paper"}, body={"en": "Take it out."})
MINE = View(id=ViewId("mine"), name={"pl": "Moje pilne"}, search="priority:P1")


def written(document: Document, seen: int = 0) -> DocumentWritten:
    return DocumentWritten(document=document, seen_version=seen)


def accepted(result: Result) -> int:
    """Return the position at which it was accepted; fail when it was not."""
    assert result.receipt is not None, result
    return result.receipt.position


def card(office: Office, reader: Actor, of: Actor) -> Person:
    return office.reader(reader).read().people[of.id]


def test_what_an_admin_writes_is_fed_to_those_who_keep_it(office: Office) -> None:
    accepted(office.write(office.adam, written(PRINTERS)))
    accepted(office.write(office.lea, written(PAPER)))
    assert office.reader(office.tom).read().documents.keys() == {("queue", "printers"), ("article", "paper")}
    assert office.reader(office.ewa).read().documents.keys() == {("article", "paper")}
    assert office.reader(office.tom).read().versions["queue", "printers"] == 1


def test_a_follower_hears_of_another_version_and_of_the_end(office: Office) -> None:
    reader = office.reader(office.tom).read()
    accepted(office.write(office.adam, written(PRINTERS)))
    renamed = replace(PRINTERS, name={"en": "Printing", "pl": "Druk"})
    accepted(office.write(office.adam, written(renamed, 1)))
    assert "Printing" in reader.read().documents["queue", "printers"]
    assert reader.versions["queue", "printers"] == 2
    accepted(office.write(office.adam, DocumentDeleted(kind="queue", id="printers", seen_version=2)))
    assert reader.read().documents == {}
    assert reader.resets == 0


def test_changes_of_tickets_and_documents_share_one_order(office: Office) -> None:
    report = change(TicketId(new_id()), TicketOpened(title="One"))
    queue = change(subject_of(written(PRINTERS)), written(PRINTERS))
    moved = change(TicketId(report.ticket_id), MovedToQueue(to=PRINTERS.id))
    results = office.desk.submit(office.adam, [report, queue, moved])
    first = accepted(results[0])
    assert [accepted(result) for result in results] == [first, first + 1, first + 2]
    assert office.reader(office.tom).read().tickets[TicketId(report.ticket_id)].queue_id == PRINTERS.id


def test_a_resend_gets_the_stored_result_and_writes_nothing(office: Office) -> None:
    message = change(subject_of(written(PRINTERS)), written(PRINTERS))
    results = [office.ask(office.adam, message) for _ in range(3)]
    assert results == [results[0]] * 3
    assert office.reader(office.tom).read().versions["queue", "printers"] == 1


def test_a_document_that_a_colleague_wrote_meanwhile_is_a_conflict_with_both_values(office: Office) -> None:
    accepted(office.write(office.lea, written(PAPER)))
    accepted(office.write(office.adam, written(replace(PAPER, title={"en": "By Adam"}), 1)))
    late = office.write(office.lea, written(replace(PAPER, title={"en": "By Lea"}), 1))
    assert refused_for(late) == "conflict"
    assert late.refusal is not None
    assert (late.refusal.field, late.refusal.theirs, late.refusal.yours) == ("title", "By Adam", "By Lea")
    assert "By Adam" in office.reader(office.ewa).read().documents["article", "paper"]


def test_own_writings_in_a_row_are_no_conflict(office: Office) -> None:
    accepted(office.write(office.lea, written(PAPER)))
    for title in ("First", "Second"):
        accepted(office.write(office.lea, written(replace(PAPER, title={"en": title}), 1)))
    assert "Second" in office.reader(office.ewa).read().documents["article", "paper"]


def test_an_own_writing_does_not_hide_a_colleagues_that_was_never_seen(office: Office) -> None:
    accepted(office.write(office.lea, written(PAPER)))
    accepted(office.write(office.adam, written(replace(PAPER, title={"en": "By Adam"}), 1)))
    accepted(office.write(office.lea, written(replace(PAPER, title={"en": "Having seen it"}), 2)))
    late = office.write(office.lea, written(replace(PAPER, title={"en": "From the notebook"}), 1))
    assert refused_for(late) == "conflict"


def test_a_document_that_was_deleted_meanwhile_is_a_conflict(office: Office) -> None:
    accepted(office.write(office.lea, written(PAPER)))
    accepted(office.write(office.adam, DocumentDeleted(kind="article", id="paper", seen_version=1)))
    late = office.write(office.lea, written(replace(PAPER, title={"en": "Late"}), 1))
    assert refused_for(late) == "conflict"
    again = office.write(office.lea, written(PAPER))
    accepted(again)
    assert office.reader(office.ewa).read().versions["article", "paper"] == 3


def test_nothing_is_deleted_that_a_colleague_wrote_meanwhile(office: Office) -> None:
    accepted(office.write(office.lea, written(PAPER)))
    accepted(office.write(office.adam, written(replace(PAPER, staff_only=True), 1)))
    late = office.write(office.lea, DocumentDeleted(kind="article", id="paper", seen_version=1))
    assert refused_for(late) == "conflict"


def test_what_nobody_wrote_cannot_be_deleted(office: Office) -> None:
    for kind in ("queue", "hologram"):
        gone = DocumentDeleted(kind=kind, id="printers", seen_version=0)
        assert refused_for(office.write(office.adam, gone)) == "no_document"
        assert refused_for(office.write(office.ewa, gone)) == "not_allowed"


def test_who_may_not_write_is_refused_and_nothing_is_written(office: Office) -> None:
    for actor in (office.ewa, office.tom, office.lea):
        assert refused_for(office.write(actor, written(PRINTERS))) == "not_allowed"
    accepted(office.write(office.adam, written(PRINTERS)))
    gone = DocumentDeleted(kind="queue", id="printers", seen_version=1)
    assert refused_for(office.write(office.lea, gone)) == "not_allowed"
    assert office.reader(office.tom).read().versions["queue", "printers"] == 1


def test_what_is_named_must_exist_unless_it_was_named_before(office: Office) -> None:
    about = replace(PAPER, symptoms=("printing",))
    assert refused_for(office.write(office.lea, written(about))) == "unknown_reference"
    office.documents.put(about)
    accepted(office.write(office.lea, written(replace(about, title={"en": "Paper jam"}), 1)))
    further = replace(about, symptoms=("printing", "scanning"))
    assert refused_for(office.write(office.lea, written(further, 2))) == "unknown_reference"


def test_what_is_written_in_the_same_moment_exists(office: Office) -> None:
    stranger, colleague = PersonId(new_id()), PersonId(new_id())
    hired = PersonWritten(person=Person(id=colleague, login="nora", name="Nora"))
    wishes: list[Writing] = [hired, written(replace(PRINTERS, members=frozenset({colleague})))]
    wishes.append(written(replace(PRINTERS, id=QueueId("plotters"), members=frozenset({stranger}))))
    messages = [change(subject_of(wish), wish) for wish in wishes]
    results = office.desk.submit(office.adam, messages)
    assert [result.state for result in results] == ["accepted", "accepted", "refused"]


@pytest.mark.parametrize("id", ["a\0b", "\ud800", "x" * 4_000, "Ą", ""])
def test_a_hostile_reference_is_refused_by_itself(office: Office, id: str) -> None:
    good = change(subject_of(written(PRINTERS)), written(PRINTERS))
    bad: list[Writing] = [
        written(replace(PAPER, id=ArticleId(id))),
        written(replace(PAPER, symptoms=(id,))),
        DocumentDeleted(kind="queue", id=id, seen_version=0),
        DocumentDeleted(kind=id, id="printers", seen_version=0),
        PersonWritten(person=Person(id=PersonId(id), login="x", name="x")),
        PersonWritten(person=Person(id=PersonId(new_id()), login=id, name=id)),
    ]
    try:
        messages = [change(TicketId(new_id()), wish) for wish in bad]
    except (UnicodeEncodeError, msgspec.MsgspecError):
        return  # half a Unicode pair does not even travel
    results = office.desk.submit(office.adam, [*messages[:5], good])
    assert [result.state for result in results] == ["refused"] * 5 + ["accepted"]
    assert office.ask(office.adam, messages[5]).state in ("refused", "accepted")


def test_a_kind_from_the_future_is_refused_by_its_name(office: Office) -> None:
    message = change(subject_of(written(PRINTERS)), written(PRINTERS))
    newer = msgspec.structs.replace(
        message, payload=msgspec.Raw(b'{"kind":"hologram","seen_version":0,"body":{"id":"x"}}')
    )
    assert refused_for(office.ask(office.adam, newer)) == "unknown_kind"


def test_a_document_of_a_wrong_shape_is_refused(office: Office) -> None:
    message = change(subject_of(written(PRINTERS)), written(PRINTERS))
    for body in (b"[]", b'{"id":7}', b'{"id":"x","name":{"en":1}}', b"null"):
        payload = b'{"kind":"queue","seen_version":0,"body":' + body + b"}"
        bad = msgspec.structs.replace(message, id=new_id(), payload=msgspec.Raw(payload))
        assert refused_for(office.ask(office.adam, bad)) == "bad_shape"


def test_a_queue_is_not_deleted_while_a_ticket_lies_in_it(office: Office) -> None:
    accepted(office.write(office.adam, written(PRINTERS)))
    ticket_id = office.open(office.ewa)
    office.do(office.tom, ticket_id, MovedToQueue(to=PRINTERS.id))
    gone = office.write(office.adam, DocumentDeleted(kind="queue", id="printers", seen_version=1))
    assert refused_for(gone) == "in_use"


def test_somebodys_own_view_is_nobody_elses(office: Office) -> None:
    lea = office.reader(office.lea).read()
    own = replace(MINE, owner_id=office.tom.id)
    accepted(office.write(office.tom, written(own)))
    before = len(lea.answers)
    assert ("view", "mine") not in lea.read().versions
    assert b"pilne" not in lea.answers[before:]
    assert ("view", "mine") not in office.reader(office.adam).read().documents
    assert ("view", "mine") in office.reader(office.tom).read().documents
    for actor in (office.ola, office.lea, office.adam):
        assert refused_for(office.write(actor, written(replace(own, search=""), 1))) == "not_allowed"
        assert refused_for(office.write(actor, written(replace(MINE, owner_id=actor.id), 1))) == "no_document"
        gone = DocumentDeleted(kind="view", id="mine", seen_version=1)
        assert refused_for(office.write(actor, gone)) == "no_document"


def test_a_view_that_is_shared_comes_to_the_others_and_leaves_them_again(office: Office) -> None:
    ola = office.reader(office.ola).read()
    own = replace(MINE, owner_id=office.lea.id)
    accepted(office.write(office.lea, written(own)))
    accepted(office.write(office.lea, written(MINE, 1)))
    assert ("view", "mine") in ola.read().documents
    accepted(office.write(office.lea, written(own, 2)))
    assert ("view", "mine") not in ola.read().documents
    assert refused_for(office.write(office.adam, written(MINE, 3))) == "no_document"


def test_somebody_is_hired_changed_and_shut_out(office: Office, store: Store) -> None:
    nora = Person(id=PersonId(new_id()), login=" NORA ", name="Nora", department="HR")
    accepted(office.write(office.adam, PersonWritten(person=nora)))
    actor = Actor(id=nora.id, role=Role.EMPLOYEE)
    held = card(office, office.tom, actor)
    assert (held.login, held.department, held.version, held.is_disabled) == ("nora", "HR", 1, False)
    accounts = Accounts(store, now=lambda: datetime.now(UTC), passwords=Passwords(time_cost=1, memory_kib=8))
    accounts.set_password("nora", "a good password")
    token, _ = accounts.sign_in("nora", "a good password", "", "here")
    accepted(
        office.write(office.adam, PersonWritten(person=replace(held, role=Role.TECHNICIAN), seen_version=1))
    )
    holder = accounts.actor_for(token)
    assert holder is not None
    assert holder.role is Role.TECHNICIAN
    accepted(office.write(office.adam, PersonWritten(person=replace(held, is_disabled=True), seen_version=2)))
    assert accounts.actor_for(token) is None
    assert card(office, office.tom, actor).is_disabled
    accepted(office.write(office.adam, PersonWritten(person=held, seen_version=3)))
    assert accounts.actor_for(token) is None, "who comes back signs in anew"
    assert not card(office, office.tom, actor).is_disabled


def test_a_card_keeps_its_secrets_and_says_none(office: Office, store: Store) -> None:
    accounts = Accounts(store, now=lambda: datetime.now(UTC), passwords=Passwords(time_cost=1, memory_kib=8))
    accounts.set_password("ewa", "a good password")
    ewa = card(office, office.adam, office.ewa)
    accepted(
        office.write(office.adam, PersonWritten(person=replace(ewa, name="Ewa L."), seen_version=ewa.version))
    )
    assert accounts.sign_in("ewa", "a good password", "", "here")[1].name == "Ewa L."
    assert b"argon2" not in office.reader(office.adam).read().answers


def test_a_login_belongs_to_one(office: Office) -> None:
    twin = Person(id=PersonId(new_id()), login="Ｅwa", name="Another Ewa")
    assert refused_for(office.write(office.adam, PersonWritten(person=twin))) == "login_taken"
    ewa = card(office, office.adam, office.ewa)
    free = PersonWritten(person=replace(ewa, login="ewa.lis"), seen_version=ewa.version)
    wishes = [free, PersonWritten(person=twin)]
    results = office.desk.submit(office.adam, [change(subject_of(wish), wish) for wish in wishes])
    assert [result.state for result in results] == ["accepted", "accepted"]


def test_a_card_that_another_admin_wrote_meanwhile_is_a_conflict(office: Office) -> None:
    eva = office.hire("eva", Role.ADMIN)
    ewa = card(office, office.adam, office.ewa)
    accepted(office.write(eva, PersonWritten(person=replace(ewa, phone="12"), seen_version=ewa.version)))
    late = office.write(office.adam, PersonWritten(person=replace(ewa, phone="13"), seen_version=ewa.version))
    assert refused_for(late) == "conflict"
    assert late.refusal is not None
    assert (late.refusal.field, late.refusal.theirs, late.refusal.yours) == ("phone", "12", "13")


def test_nobody_but_an_admin_writes_people_and_none_shuts_herself_out(office: Office) -> None:
    ewa, adam = card(office, office.adam, office.ewa), card(office, office.adam, office.adam)
    for actor in (office.ewa, office.tom, office.lea):
        wish = PersonWritten(person=replace(ewa, role=Role.ADMIN), seen_version=ewa.version)
        assert refused_for(office.write(actor, wish)) == "not_allowed"
    for lost in (replace(adam, role=Role.LEAD), replace(adam, is_disabled=True)):
        wish = PersonWritten(person=lost, seen_version=adam.version)
        assert refused_for(office.write(office.adam, wish)) == "bad_document"
    system = PersonWritten(person=replace(ewa, role=Role.SYSTEM), seen_version=ewa.version)
    assert refused_for(office.write(office.adam, system)) == "bad_document"


def test_counting_people_overtakes_no_edit(office: Office, store: Store) -> None:
    outage = Announcement(
        id=AnnouncementId("vpn"), title={"en": "VPN"}, body={}, begins_at=datetime(2026, 1, 1, tzinfo=UTC)
    )
    accepted(office.write(office.lea, written(outage)))
    office.open(office.ewa, spared_by="vpn", has_it_too=True)
    reader = office.reader(office.ewa).read()
    assert count_people(store) == 1
    assert '"people":1' in reader.read().documents["announcement", "vpn"]
    longer = replace(outage, body={"en": "We work on it."}, people=77)
    accepted(office.write(office.adam, written(longer, 1)))
    assert '"people":1' in reader.read().documents["announcement", "vpn"]
    assert "We work on it." in reader.documents["announcement", "vpn"]


def test_everybody_is_woken_by_what_is_for_everybody(office: Office) -> None:
    heard: list[News] = []
    office.desk.on_commit(heard.append)
    office.write(office.lea, written(PAPER))
    office.write(office.adam, written(PRINTERS))
    office.write(office.lea, written(replace(PAPER, staff_only=True), 1))
    assert [news.is_for_everyone for news in heard] == [True, False, True]


def test_a_writing_never_becomes_an_event_of_a_ticket(office: Office) -> None:
    ticket_id = office.open(office.ewa)
    accepted(office.ask(office.adam, change(ticket_id, written(PRINTERS))))
    ticket = office.reader(office.tom).read().tickets[ticket_id]
    assert ticket.version == 1
    office.do(office.tom, ticket_id, CommentAdded(body="nothing happened here"))
