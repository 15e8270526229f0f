"""Where a person is signed in, on both databases: listed, ended one by one, over after sixty days unused."""

from datetime import timedelta

import pytest

from itdesk.domain.people import Person, Role
from itdesk.server.accounts.accounts import Accounts
from itdesk.server.accounts.sessions import Sessions
from itdesk.server.accounts.tokens import IDLE_END
from itdesk.server.store.audit import audit_page
from itdesk.server.store.store import Store
from tests.contract.clock import Clock
from tests.contract.weak_passwords import PASSWORD, CountingPasswords

SECOND, HOUR = timedelta(seconds=1), timedelta(hours=1)


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def accounts(store: Store, clock: Clock) -> Accounts:
    return Accounts(store, now=clock, passwords=CountingPasswords())


@pytest.fixture
def sessions(store: Store, clock: Clock) -> Sessions:
    return Sessions(store, now=clock)


@pytest.fixture
def maria(accounts: Accounts) -> Person:
    return accounts.add_user("maria", name="Maria", role=Role.EMPLOYEE, password=PASSWORD)


def let_in(accounts: Accounts, login: str = "maria", device: str = "laptop") -> str:
    return accounts.sign_in(login, PASSWORD, device, "192.0.2.1")[0]


def test_a_token_unused_for_sixty_days_is_over(accounts: Accounts, maria: Person, clock: Clock) -> None:
    token = let_in(accounts)
    digest = accounts.digest_of(token)
    clock.pass_by(IDLE_END - SECOND)
    assert accounts.valid_among({digest}) == {digest}
    clock.pass_by(SECOND)
    assert accounts.valid_among({digest}) == set()
    assert accounts.actor_for(token) is None


def test_each_use_begins_the_sixty_days_anew(accounts: Accounts, maria: Person, clock: Clock) -> None:
    token = let_in(accounts)
    for _ in range(3):
        clock.pass_by(IDLE_END - SECOND)
        assert accounts.actor_for(token) is not None


def test_she_sees_where_she_is_signed_in_and_which_one_asks(
    accounts: Accounts, sessions: Sessions, maria: Person, clock: Clock
) -> None:
    began = clock()
    laptop = let_in(accounts)
    clock.pass_by(HOUR)
    let_in(accounts, device="desktop")
    clock.pass_by(HOUR + SECOND)
    accounts.actor_for(laptop)
    first, second = sessions.of(maria.id, laptop)
    assert (first.device, first.created_at, first.last_used_at) == ("laptop", began, clock())
    assert (second.device, second.created_at, second.last_used_at) == (
        "desktop",
        began + HOUR,
        began + HOUR,
    )
    assert (first.is_current, second.is_current) == (True, False)
    assert len({first.id, second.id, laptop, accounts.digest_of(laptop)[:32]}) == 4


def test_what_is_over_is_not_listed(
    accounts: Accounts, sessions: Sessions, maria: Person, clock: Clock
) -> None:
    let_in(accounts, device="unused")
    clock.pass_by(IDLE_END)
    accounts.sign_out(let_in(accounts, device="signed out"))
    token = let_in(accounts, device="now")
    assert [one.device for one in sessions.of(maria.id, token)] == ["now"]
    accounts.disable("maria")
    assert sessions.of(maria.id, token) == []


def test_ending_one_leaves_the_others(accounts: Accounts, sessions: Sessions, maria: Person) -> None:
    lost, kept = let_in(accounts, device="lost"), let_in(accounts, device="kept")
    ids = {one.device: one.id for one in sessions.of(maria.id, kept)}
    assert sessions.end(maria.id, ids["lost"], by=maria.id)
    assert (accounts.actor_for(lost) is None, accounts.actor_for(kept) is None) == (True, False)
    assert not sessions.end(maria.id, ids["lost"], by=maria.id), "it is over already"


def test_nobody_ends_a_sign_in_of_another_by_its_id(
    accounts: Accounts, sessions: Sessions, maria: Person
) -> None:
    jan = accounts.add_user("jan", name="Jan", role=Role.EMPLOYEE, password=PASSWORD)
    his = let_in(accounts, "jan")
    (one,) = sessions.of(jan.id, his)
    for id in (one.id, accounts.digest_of(his), accounts.digest_of(his)[:32], his, "", "%"):
        assert not sessions.end(maria.id, id, by=maria.id)
    assert accounts.actor_for(his) is not None


def test_what_an_admin_ends_is_noted(
    store: Store, accounts: Accounts, sessions: Sessions, maria: Person
) -> None:
    adam = accounts.add_user("adam", name="Adam", role=Role.ADMIN, password=PASSWORD)
    token = let_in(accounts)
    (one,) = sessions.of(maria.id, token)
    assert sessions.end(maria.id, one.id, by=adam.id, request_id="r-1")
    with store.reading() as connection:
        deed, *_ = audit_page(connection, below=None, limit=9, actor_id="", object_id="")
    assert (deed.actor_id, deed.action, deed.object_id, deed.request_id) == (
        adam.id,
        "sign-in-ended",
        maria.id,
        "r-1",
    )
