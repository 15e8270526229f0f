"""Local accounts on both databases: who is let in, who has to wait, whose token ends when."""

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime, timedelta

import pytest
from sqlalchemy import select

from itdesk.domain.people import Person, Role
from itdesk.domain.refusals import Refused
from itdesk.server.accounts.accounts import Accounts
from itdesk.server.accounts.errors import (
    BadAccount,
    LoginTaken,
    TooManyAttempts,
    UnknownLogin,
    WrongPassword,
)
from itdesk.server.accounts.provider import Proof
from itdesk.server.store.people import Account, find_account
from itdesk.server.store.store import Store
from itdesk.server.store.tables import counter, people, sign_in_attempts, tokens
from itdesk.server.tickets.desk import TicketDesk
from tests.contract.office import Office
from tests.contract.weak_passwords import PASSWORD, CountingPasswords

HERE = "192.0.2.1"


class Clock:
    """A clock that is moved by hand."""

    def __init__(self) -> None:
        self.now = datetime(2026, 3, 2, 9, tzinfo=UTC)

    def __call__(self) -> datetime:
        return self.now

    def move(self, **by: float) -> None:
        self.now += timedelta(**by)


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def passwords() -> CountingPasswords:
    return CountingPasswords()


@pytest.fixture
def accounts(store: Store, clock: Clock, passwords: CountingPasswords) -> Accounts:
    return Accounts(store, now=clock, passwords=passwords)


@pytest.fixture
def maria(accounts: Accounts) -> Person:
    return accounts.add_user("maria", name="Maria Nowak", role=Role.TECHNICIAN, password=PASSWORD)


def let_in(accounts: Accounts, login: str = "maria") -> str:
    return accounts.sign_in(login, PASSWORD, "laptop", HERE)[0]


def guess(accounts: Accounts, login: str = "maria", address: str = HERE) -> None:
    with pytest.raises(WrongPassword):
        accounts.sign_in(login, "a guess", "laptop", address)


def test_a_token_stands_for_who_signed_in(accounts: Accounts, maria: Person) -> None:
    token, person = accounts.sign_in("maria", PASSWORD, "laptop", HERE)
    assert person == maria
    actor = accounts.actor_for(token)
    assert actor is not None
    assert (actor.id, actor.role) == (maria.id, Role.TECHNICIAN)


@pytest.mark.parametrize("typed", ["MARIA", "  maria ", "ｍａｒｉａ"])
def test_a_login_is_one_however_it_is_typed(accounts: Accounts, maria: Person, typed: str) -> None:
    assert accounts.sign_in(typed, PASSWORD, "", HERE)[1] == maria
    with pytest.raises(LoginTaken):
        accounts.add_user(typed, name="Another", role=Role.EMPLOYEE, password=PASSWORD)


def test_neither_token_nor_password_is_in_the_store(store: Store, accounts: Accounts, maria: Person) -> None:
    token = let_in(accounts)
    with store.reading() as connection:
        kept = repr([connection.execute(select(table)).all() for table in (tokens, people)])
    assert token not in kept
    assert PASSWORD not in kept
    assert "argon2id" in kept


def test_a_token_of_another_store_is_nobody(accounts: Accounts, maria: Person) -> None:
    token = let_in(accounts)
    for wrong in (None, "", "x", token[:-1], token + "x", token.upper(), "itd_" + "ż" * 40, "\0"):
        assert accounts.actor_for(wrong) is None


def test_signing_out_ends_this_token_alone(accounts: Accounts, maria: Person) -> None:
    one, other = let_in(accounts), let_in(accounts)
    digests = {accounts.digest_of(one), accounts.digest_of(other)}
    assert accounts.valid_among(digests) == digests
    accounts.sign_out(one)
    assert accounts.actor_for(one) is None
    assert accounts.actor_for(other) is not None
    assert accounts.valid_among(digests) == {accounts.digest_of(other)}


def test_disabling_ends_every_token_and_lets_nobody_in(accounts: Accounts, maria: Person) -> None:
    token = let_in(accounts)
    accounts.disable("Maria")
    assert accounts.actor_for(token) is None
    assert accounts.valid_among({accounts.digest_of(token)}) == set()
    with pytest.raises(WrongPassword):
        let_in(accounts)


def test_nobody_can_be_disabled_who_does_not_exist(accounts: Accounts) -> None:
    with pytest.raises(UnknownLogin):
        accounts.disable("nobody")


def test_a_new_password_ends_the_old_one_and_every_token(accounts: Accounts, maria: Person) -> None:
    token = let_in(accounts)
    assert accounts.set_password("Maria", "another battery staple") == maria
    assert accounts.actor_for(token) is None
    with pytest.raises(WrongPassword):
        let_in(accounts)
    fresh, person = accounts.sign_in("maria", "another battery staple", "", HERE)
    assert person == maria
    assert accounts.actor_for(fresh) is not None


def test_a_password_that_cannot_be_set_changes_nothing(accounts: Accounts, maria: Person) -> None:
    token = let_in(accounts)
    with pytest.raises(BadAccount):
        accounts.set_password("maria", "short")
    with pytest.raises(UnknownLogin):
        accounts.set_password("nobody", PASSWORD)
    assert accounts.actor_for(token) is not None
    let_in(accounts)


def test_a_new_password_opens_no_disabled_account(accounts: Accounts, maria: Person) -> None:
    accounts.disable("maria")
    with pytest.raises(BadAccount):
        accounts.set_password("maria", "another battery staple")


def test_every_unknown_login_costs_the_same_check(
    accounts: Accounts, maria: Person, passwords: CountingPasswords
) -> None:
    accounts.disable("maria")
    for login in ("maria", "nobody"):
        before = passwords.checks
        guess(accounts, login)
        assert passwords.checks == before + 1


def test_guessing_waits_longer_and_longer_and_success_forgives(
    accounts: Accounts, maria: Person, clock: Clock, passwords: CountingPasswords
) -> None:
    for _ in range(6):
        guess(accounts)
    waits = []
    for _ in range(9):
        checks = passwords.checks
        with pytest.raises(TooManyAttempts) as refused:
            accounts.sign_in("maria", PASSWORD, "", HERE)
        assert passwords.checks == checks
        waits.append(refused.value.wait_s)
        clock.move(seconds=refused.value.wait_s)
        guess(accounts)
    assert waits == [1, 2, 4, 8, 16, 32, 60, 60, 60]
    clock.move(seconds=60)
    let_in(accounts)
    guess(accounts)
    guess(accounts)


def test_an_unknown_login_waits_like_a_known_one(accounts: Accounts, maria: Person) -> None:
    for login in ("maria", "nobody"):
        for _ in range(6):
            guess(accounts, login)
        with pytest.raises(TooManyAttempts):
            accounts.sign_in(login, PASSWORD, "", HERE)


def test_an_address_that_tries_many_logins_waits(accounts: Accounts, maria: Person, clock: Clock) -> None:
    for n in range(51):
        guess(accounts, f"login-{n}")
    with pytest.raises(TooManyAttempts):
        let_in(accounts)
    assert accounts.sign_in("maria", PASSWORD, "", "192.0.2.2")
    clock.move(hours=2)
    let_in(accounts)


def test_an_office_behind_one_address_is_not_shut_out(accounts: Accounts, maria: Person) -> None:
    for _ in range(60):
        let_in(accounts)


def test_guessing_at_once_is_no_way_around_the_wait(
    accounts: Accounts, maria: Person, passwords: CountingPasswords
) -> None:
    def attempt(_: int) -> bool:
        try:
            accounts.sign_in("maria", "a guess", "", HERE)
        except WrongPassword:
            return True
        except TooManyAttempts:
            return False
        raise AssertionError("let in")

    with ThreadPoolExecutor(12) as pool:
        judged = list(pool.map(attempt, range(24)))
    assert sum(judged) == passwords.checks <= 6


def test_colleagues_who_sign_in_at_once_do_not_wait(
    store: Store, maria: Person, passwords: CountingPasswords
) -> None:
    accounts = Accounts(store, now=lambda: datetime.now(UTC), passwords=passwords)
    with ThreadPoolExecutor(4) as pool:
        tokens_given = list(pool.map(lambda _: let_in(accounts), range(60)))
    assert len(set(tokens_given)) == 60


def test_passwords_typed_as_logins_are_not_kept(store: Store, accounts: Accounts) -> None:
    guess(accounts, "my secret password")
    with store.reading() as connection:
        keys = connection.scalars(select(sign_in_attempts.c.key)).all()
    assert len(keys) == 2
    assert all(len(key) == 64 for key in keys)


def test_use_is_noted_at_most_once_an_hour(
    store: Store, accounts: Accounts, maria: Person, clock: Clock
) -> None:
    token, signed_in_at = let_in(accounts), clock()

    def last_used() -> datetime | None:
        with store.reading() as connection:
            return connection.scalar(select(tokens.c.last_used_at))

    clock.move(minutes=59)
    accounts.actor_for(token)
    assert last_used() == signed_in_at
    clock.move(minutes=2)
    accounts.actor_for(token)
    assert last_used() == clock()


@pytest.mark.parametrize("login", ["", "  ", "x" * 201, "a\0b", "\ud800"])
def test_a_login_that_cannot_be_stored_is_refused(accounts: Accounts, login: str) -> None:
    with pytest.raises(Refused):
        accounts.add_user(login, name="Somebody", role=Role.EMPLOYEE, password=PASSWORD)
    with pytest.raises(Refused):
        accounts.sign_in(login, PASSWORD, "", HERE)


@pytest.mark.parametrize("password", ["", "1234567", "x" * 1_001])
def test_a_bad_password_is_not_taken(accounts: Accounts, password: str) -> None:
    with pytest.raises(BadAccount):
        accounts.add_user("jan", name="Jan", role=Role.EMPLOYEE, password=password)


def test_nobody_becomes_the_system(accounts: Accounts) -> None:
    with pytest.raises(BadAccount):
        accounts.add_user("jan", name="Jan", role=Role.SYSTEM, password=PASSWORD)


def test_staff_learn_of_new_people_by_the_feed(
    store: Store, desk: TicketDesk, office: Office, accounts: Accounts
) -> None:
    reader = office.reader(office.tom).read()
    with store.reading() as connection:
        before = connection.scalar(select(counter.c.position))
    maria = accounts.add_user("maria", name="Maria", role=Role.EMPLOYEE, password=PASSWORD)
    assert maria.id in reader.read().people
    assert desk.head() == (before or 0) + 1


class SlowPasswords(CountingPasswords):
    """Something happens while a password is checked."""

    def __init__(self) -> None:
        super().__init__()
        self.meanwhile: Callable[[], object] = lambda: None

    def fits(self, password: str, kept: str | None) -> bool:
        fits = super().fits(password, kept)
        self.meanwhile()
        return fits


def test_a_password_that_ended_while_it_was_checked_lets_nobody_in(store: Store, clock: Clock) -> None:
    slow = SlowPasswords()
    accounts = Accounts(store, now=clock, passwords=slow)
    accounts.add_user("maria", name="Maria", role=Role.EMPLOYEE, password=PASSWORD)
    slow.meanwhile = lambda: accounts.set_password("maria", "another battery staple")
    with pytest.raises(WrongPassword):
        let_in(accounts)
    with store.reading() as connection:
        assert connection.execute(select(tokens)).all() == []


def test_who_is_disabled_while_her_password_is_checked_stays_out(store: Store, clock: Clock) -> None:
    slow = SlowPasswords()
    accounts = Accounts(store, now=clock, passwords=slow)
    accounts.add_user("maria", name="Maria", role=Role.EMPLOYEE, password=PASSWORD)
    slow.meanwhile = lambda: accounts.disable("maria")
    with pytest.raises(WrongPassword):
        let_in(accounts)
    with store.reading() as connection:
        assert connection.execute(select(tokens)).all() == []


class Directory:
    """A provider that knows one secret, and looks the account up in the store."""

    def __init__(self, store: Store) -> None:
        self._store = store
        self.asked: list[Proof] = []

    def verify(self, proof: Proof) -> Account | None:
        self.asked.append(proof)
        with self._store.reading() as connection:
            account = find_account(connection, proof.login)
        return account if proof.secret == "known elsewhere" else None


def test_another_provider_says_who_somebody_is_and_the_house_rules_the_rest(
    store: Store, accounts: Accounts, maria: Person, clock: Clock, passwords: CountingPasswords
) -> None:
    directory = Directory(store)
    door = Accounts(store, now=clock, passwords=passwords, provider=directory)
    token, person = door.sign_in("Maria", "known elsewhere", "", HERE)
    assert (person, door.actor_for(token) is not None) == (maria, True)
    for _ in range(6):
        with pytest.raises(WrongPassword):
            door.sign_in("maria", PASSWORD, "", HERE)
    with pytest.raises(TooManyAttempts):
        door.sign_in("maria", "known elsewhere", "", HERE)
    assert len(directory.asked) == 7
    clock.move(minutes=2)
    door.disable("maria")
    with pytest.raises(WrongPassword):
        door.sign_in("maria", "known elsewhere", "", HERE)


def test_an_address_that_guesses_many_logins_at_once_on_two_nodes_waits(
    store: Store, clock: Clock, passwords: CountingPasswords
) -> None:
    nodes = [Accounts(store, now=clock, passwords=passwords) for _ in range(2)]

    def attempt(n: int) -> bool:
        try:
            nodes[n % 2].sign_in(f"login-{n}", "a guess", "", HERE)
        except WrongPassword:
            return True
        except TooManyAttempts:
            return False
        raise AssertionError("let in")

    with ThreadPoolExecutor(8) as pool:
        judged = list(pool.map(attempt, range(70)))
    assert sum(judged) == passwords.checks == 51
