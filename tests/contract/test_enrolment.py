"""Enrolment on both databases: which key buys a token, whose reports they are, and what ends it."""

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from functools import partial

import pytest
from sqlalchemy import select

from itdesk.domain.audience import Audience
from itdesk.domain.changes import (
    Assigned,
    CommentAdded,
    FileAttached,
    ParticipantAdded,
    PersonWritten,
    TicketOpened,
)
from itdesk.domain.ids import FileId, PersonId, TicketId, new_id
from itdesk.domain.people import Actor, Person, Role
from itdesk.domain.proving import RequesterProved
from itdesk.domain.relations import TicketsMerged
from itdesk.server.accounts.accounts import Accounts
from itdesk.server.accounts.enrolments import BY_A_KEY, OF_AN_ADDRESS, Contact, Enrolments
from itdesk.server.accounts.errors import (
    EnrolmentOver,
    EnrolmentRefused,
    TooManyEnrolments,
    UnknownEnrolment,
    WrongPassword,
)
from itdesk.server.accounts.importing import Wishes, import_people
from itdesk.server.accounts.people_file import read_people
from itdesk.server.jobs.handing import hand_over_rest
from itdesk.server.store.audit import audit_page
from itdesk.server.store.store import Store
from itdesk.server.store.tables import enrolment_keys, enrolments, files, people, tokens
from itdesk.server.tickets.handing import hand_over
from tests.contract.office import Office, change, refused_for
from tests.contract.test_accounts import Clock
from tests.contract.weak_passwords import CountingPasswords

HERE = "192.0.2.1"
Knock = Callable[..., tuple[str, Person]]


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def enrolled(store: Store, clock: Clock) -> Enrolments:
    return Enrolments(store, now=clock)


@pytest.fixture
def accounts(store: Store, clock: Clock) -> Accounts:
    return Accounts(store, now=clock, passwords=CountingPasswords())


@pytest.fixture
def key(enrolled: Enrolments) -> str:
    return enrolled.new_key("Warsaw", 30)[0]


@pytest.fixture
def knock(enrolled: Enrolments, key: str) -> Knock:
    return partial(_knock, enrolled, key)


def _knock(
    enrolled: Enrolments, key: str, profile: str = "a" * 64, *, login: str = "Anna", address: str = HERE
) -> tuple[str, Person]:
    return enrolled.enrol(
        Contact(key=key, profile=profile, os_login=login, device="PC-0420", address=address)
    )


def _actor(accounts: Accounts, token: str) -> Actor:
    actor = accounts.actor_for(token)
    assert actor is not None
    return actor


def test_a_key_buys_a_token_for_a_login_that_is_only_claimed(accounts: Accounts, knock: Knock) -> None:
    token, person = knock()
    assert (person.name, person.role, person.site) == ("Anna", Role.CLAIMED, "Warsaw")
    assert person.login.startswith("anna@pc-0420#")
    assert accounts.actor_for(token) == Actor(id=person.id, role=Role.CLAIMED)
    with pytest.raises(WrongPassword):
        accounts.sign_in(person.login, "", "", HERE)


def test_neither_key_nor_profile_nor_token_is_in_the_store(store: Store, key: str, knock: Knock) -> None:
    token, _ = knock()
    with store.reading() as connection:
        tables = (enrolment_keys, enrolments, people, tokens)
        kept = repr([connection.execute(select(table)).all() for table in tables])
    assert not [secret for secret in (key, "a" * 64, token) if secret in kept]


def test_the_same_profile_is_the_same_one_and_has_one_token(accounts: Accounts, knock: Knock) -> None:
    first, person = knock()
    second, again = knock(login="somebody else")
    assert again.id == person.id
    assert accounts.actor_for(first) is None
    assert _actor(accounts, second).id == person.id


def test_every_enrolment_and_its_end_stand_in_the_audit(
    store: Store, enrolled: Enrolments, knock: Knock
) -> None:
    _, anna = knock()
    knock()
    enrolled.revoke(anna.id, "adam")
    with store.reading() as connection:
        noted = audit_page(connection, below=None, limit=9, object_id=anna.id)
    assert [(one.actor_id, one.action) for one in noted] == [
        ("adam", "enrolment-revoked"),
        (anna.id, "enrolled"),
        (anna.id, "enrolled"),
    ]
    assert noted[-1].detail == f"by key {enrolled.every_key()[0].id}"


def test_another_profile_of_the_same_login_is_another_one(accounts: Accounts, knock: Knock) -> None:
    first, anna = knock()
    _, other = knock("b" * 64)
    assert (other.id != anna.id, other.login != anna.login) == (True, True)
    assert _actor(accounts, first).id == anna.id


def test_every_key_that_is_not_valid_is_refused_alike(
    enrolled: Enrolments, clock: Clock, key: str, knock: Knock
) -> None:
    revoked, made = enrolled.new_key("Warsaw", 365)
    enrolled.revoke_key(made.id)
    clock.move(days=30)
    sentences = set()
    for wrong in (key, revoked, "ite_unknown", ""):
        with pytest.raises(EnrolmentRefused) as refused:
            _knock(enrolled, wrong)
        sentences.add(str(refused.value))
    assert len(sentences) == 1
    with pytest.raises(UnknownEnrolment):
        enrolled.revoke_key(made.id)


def test_keys_rotate_without_anybody_noticing(
    enrolled: Enrolments, accounts: Accounts, clock: Clock, key: str, knock: Knock
) -> None:
    token, _ = knock()
    clock.move(days=20)
    accounts.actor_for(token)
    fresh, _ = enrolled.new_key("Warsaw", 30)
    assert knock("b" * 64)
    assert _knock(enrolled, fresh, "c" * 64)
    clock.move(days=20)
    assert _actor(accounts, token).role is Role.CLAIMED
    with pytest.raises(EnrolmentRefused):
        knock("d" * 64)
    assert _knock(enrolled, fresh, "d" * 64)
    assert [one.site for one in enrolled.every_key()] == ["Warsaw", "Warsaw"]


def test_two_first_contacts_at_once_make_one_person(store: Store, key: str, accounts: Accounts) -> None:
    at_once = Enrolments(store, now=lambda: datetime.now(UTC))
    fresh, _ = at_once.new_key("", 30)
    with ThreadPoolExecutor(6) as pool:
        found = list(pool.map(lambda _: _knock(at_once, fresh), range(6)))
    assert len({person.id for _, person in found}) == 1
    now = Accounts(store, now=lambda: datetime.now(UTC), passwords=CountingPasswords())
    assert len([token for token, _ in found if now.actor_for(token)]) == 1


def test_one_address_enrols_so_many_and_then_waits(
    store: Store, enrolled: Enrolments, clock: Clock, key: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("itdesk.server.accounts.enrolments.OF_AN_ADDRESS", replace(OF_AN_ADDRESS, most=3))
    for _ in range(3):
        with pytest.raises(EnrolmentRefused):
            _knock(enrolled, "ite_guess")
    with pytest.raises(TooManyEnrolments) as refused:
        _knock(enrolled, key)
    assert refused.value.wait_s == OF_AN_ADDRESS.window.total_seconds()
    assert _knock(enrolled, key, address="192.0.2.2")
    clock.move(seconds=refused.value.wait_s)
    assert _knock(enrolled, key)


def test_one_key_enrols_so_many_from_wherever(
    enrolled: Enrolments, clock: Clock, key: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("itdesk.server.accounts.enrolments.BY_A_KEY", replace(BY_A_KEY, most=2))
    for n in range(2):
        _knock(enrolled, key, f"{n:064x}", address=f"192.0.2.{n}")
    with pytest.raises(TooManyEnrolments):
        _knock(enrolled, key, "b" * 64, address="192.0.2.9")
    other, _ = enrolled.new_key("Gdynia", 30)
    assert _knock(enrolled, other, "b" * 64, address="192.0.2.9")
    clock.move(hours=1)
    assert _knock(enrolled, key, "c" * 64)


def test_a_revoked_enrolment_ends_at_once_and_for_good(
    enrolled: Enrolments, accounts: Accounts, knock: Knock
) -> None:
    token, person = knock()
    enrolled.revoke(person.id)
    assert accounts.actor_for(token) is None
    with pytest.raises(EnrolmentOver):
        knock()
    (shown,) = enrolled.after("", 10)
    assert (shown.os_login, shown.device, shown.revoked_at is not None) == ("Anna", "PC-0420", True)
    with pytest.raises(UnknownEnrolment):
        enrolled.revoke(new_id())


def test_it_reads_back_its_own_and_nothing_else(office: Office, accounts: Accounts, knock: Knock) -> None:
    claimed = _actor(accounts, knock()[0])
    foreign = office.open(office.ewa, "A canary of Ewa's")
    own = office.open(claimed, "No network")
    office.do(office.tom, own, CommentAdded(body="A canary for staff", audience=Audience.STAFF))
    office.do(office.tom, own, CommentAdded(body="Is the cable in?"))
    reader = office.reader(claimed).read()
    assert set(reader.tickets) == {own}
    assert {person.login for person in reader.people.values()} == {"tom", _login(office, claimed)}
    assert b"canary" not in reader.answers
    assert refused_for(office.ask(claimed, change(foreign, CommentAdded(body="Hello?")))) == "not_found"


def _login(office: Office, actor: Actor) -> str:
    with office.store.reading() as connection:
        return str(connection.scalar(select(people.c.login).where(people.c.id == actor.id)))


def test_nobody_can_bring_it_into_a_ticket_or_give_it_work(
    office: Office, accounts: Accounts, knock: Knock
) -> None:
    claimed = _actor(accounts, knock()[0])
    login, ticket = _login(office, claimed), office.open(office.ewa)
    for actor, payload in (
        (office.ewa, ParticipantAdded(person_id=claimed.id)),
        (office.ewa, ParticipantAdded(login=login)),
        (office.tom, ParticipantAdded(person_id=claimed.id)),
        (office.tom, Assigned(to=claimed.id)),
    ):
        assert refused_for(office.ask(actor, change(ticket, payload))) in ("unknown_person", "unknown_login")
    opened = TicketOpened(title="For her", requester_id=claimed.id)
    assert (
        refused_for(office.ask(office.tom, change(ticket_id := TicketId(new_id()), opened)))
        == "unknown_person"
    )
    assert ticket_id not in office.reader(claimed).read().tickets


def test_its_card_can_be_disabled_and_nothing_else(office: Office, accounts: Accounts, knock: Knock) -> None:
    token, person = knock()
    for wrong in (
        replace(person, role=Role.EMPLOYEE),
        replace(person, role=Role.ADMIN, is_disabled=True),
        replace(person, name="Anna Nowak"),
        replace(person, login="anna"),
    ):
        assert refused_for(office.write(office.adam, PersonWritten(person=wrong, seen_version=1))) == (
            "bad_document"
        )
    new = replace(person, id=PersonId(new_id()), login="new")
    assert refused_for(office.write(office.adam, PersonWritten(person=new))) == "bad_document"
    disabled = replace(person, is_disabled=True)
    assert office.write(office.adam, PersonWritten(person=disabled, seen_version=1)).receipt is not None
    assert accounts.actor_for(token) is None
    with pytest.raises(EnrolmentOver):
        knock()


def test_a_file_of_people_leaves_it_alone(store: Store, office: Office, clock: Clock, knock: Knock) -> None:
    _, person = knock()
    wishes = Wishes(disable_others=True)
    file = read_people(b"login,name\newa,Ewa\n")
    assert not import_people(store, file, wishes, clock).faults
    assert _is_enabled(store, person)
    taken = read_people(f"login,name\n{person.login},Ewa\n".encode())
    assert [fault.column for fault in import_people(store, taken, wishes, clock).faults] == ["login"]


def _is_enabled(store: Store, person: Person) -> bool:
    with store.reading() as connection:
        question = select(people.c.disabled_at).where(people.c.id == person.id)
        return connection.scalar(question) is None


def test_what_was_reported_is_hers_when_she_has_signed_in_and_said_so(
    office: Office, enrolled: Enrolments, accounts: Accounts, knock: Knock
) -> None:
    token, person = knock()
    claimed = _actor(accounts, token)
    ticket = office.open(claimed, "No network")
    file = FileAttached(file_id=FileId(new_id()), name="a.txt", bytes=3, sha256="0" * 64)
    office.do(claimed, ticket, file)
    before, hers = office.reader(claimed).read(), office.reader(office.ewa).read()
    assert enrolled.link(token, office.ewa) == person.id
    assert accounts.actor_for(token) is None
    assert hand_over(office.store, office.desk, person.id, office.ewa.id) == 1
    assert hers.read().tickets[ticket].requester_id == office.ewa.id
    assert [one.kind for one in hers.events[ticket].values()][-1] == "RequesterProved"
    assert hers.visible[ticket] == len(hers.events[ticket])
    assert before.read().tickets == {}
    office.do(office.ewa, ticket, CommentAdded(body="It works again."))
    with office.store.reading() as connection:
        assert connection.scalar(select(files.c.owner_id)) == office.ewa.id


def test_linking_twice_is_safe_and_nobody_else_can(
    office: Office, enrolled: Enrolments, accounts: Accounts, knock: Knock
) -> None:
    token, person = knock()
    office.open(_actor(accounts, token))
    enrolled.link(token, office.ewa)
    hand_over(office.store, office.desk, person.id, office.ewa.id)
    assert enrolled.link(token, office.ewa) == person.id
    assert hand_over(office.store, office.desk, person.id, office.ewa.id) == 0
    for wrong in (token, "itd_unknown"):
        with pytest.raises(UnknownEnrolment):
            enrolled.link(wrong, office.jan)
    with pytest.raises(EnrolmentOver):
        knock()


def test_a_token_that_has_ended_proves_nothing(
    office: Office, enrolled: Enrolments, accounts: Accounts, knock: Knock
) -> None:
    token, _ = knock()
    accounts.sign_out(token)
    with pytest.raises(UnknownEnrolment):
        enrolled.link(token, office.ewa)
    signed_in = knock("b" * 64)[0]
    knock("b" * 64)
    with pytest.raises(UnknownEnrolment):
        enrolled.link(signed_in, office.ewa)


def test_what_was_cut_off_is_handed_over_later(
    office: Office, enrolled: Enrolments, accounts: Accounts, knock: Knock
) -> None:
    token, _ = knock()
    ticket = office.open(_actor(accounts, token))
    enrolled.link(token, office.ewa)
    assert ticket not in office.reader(office.ewa).read().tickets
    assert hand_over_rest(office.store, office.desk, datetime.now(UTC)) == 1
    assert ticket in office.reader(office.ewa).read().tickets
    assert hand_over_rest(office.store, office.desk, datetime.now(UTC) + timedelta(minutes=1)) == 0


def test_nobody_but_the_house_says_whose_a_ticket_is(
    office: Office, accounts: Accounts, knock: Knock
) -> None:
    ticket = office.open(_actor(accounts, knock()[0]))
    for actor in (office.tom, office.lea, office.adam):
        proved = change(ticket, RequesterProved(person_id=actor.id))
        assert refused_for(office.ask(actor, proved)) == "not_allowed"


def test_a_merge_shows_it_nothing_of_the_other_ticket(
    office: Office, accounts: Accounts, knock: Knock
) -> None:
    claimed = _actor(accounts, knock()[0])
    own, other = office.open(claimed, "No network"), office.open(office.ewa, "A canary of Ewa's")
    office.do(office.lea, own, TicketsMerged(into=other, across_requesters=True))
    reader = office.reader(claimed).read()
    assert set(reader.tickets) == {own}
    assert b"canary" not in reader.answers
