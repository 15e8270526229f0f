"""One-time codes on both databases: the first admin, invitations, resets. Each counts once, for one thing."""

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta

import pytest
from sqlalchemy import select

from itdesk.domain.people import Person, Role
from itdesk.domain.refusals import Refused
from itdesk.server.accounts.accounts import Accounts
from itdesk.server.accounts.code_text import GOOD_FOR
from itdesk.server.accounts.codes import Codes, FirstAdmin, made_for_set_up
from itdesk.server.accounts.errors import (
    BadAccount,
    BadCode,
    HasPassword,
    LoginTaken,
    SetUpDone,
    TooManyAttempts,
    UnknownLogin,
    WrongPassword,
)
from itdesk.server.store.audit import SERVER, audit_page
from itdesk.server.store.store import Store
from itdesk.server.store.tables import one_time_codes
from tests.contract.clock import Clock
from tests.contract.weak_passwords import PASSWORD, CountingPasswords

HERE = "192.0.2.1"
NEW_PASSWORD = "another battery staple"
SECOND = timedelta(seconds=1)
Spoil = Callable[[str], str]
SPOILT: dict[str, Spoil] = {
    "empty": lambda _: "",
    "a word alone": lambda code: code.partition("-")[0] + "-",
    "other case": str.swapcase,
    "lower case": str.lower,
    "space before": lambda code: " " + code,
    "line after": lambda code: code + "\n",
    "cut": lambda code: code[:-1],
    "longer": lambda code: code + "A",
    "null": lambda _: "None",
    "NUL": lambda code: code + "\0",
    "not ASCII": lambda code: code[:-1] + "ż",
    "without its word": lambda code: code.partition("-")[2],
}


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
def codes(store: Store, clock: Clock, passwords: CountingPasswords) -> Codes:
    return Codes(store, now=clock, passwords=passwords)


@pytest.fixture
def maria(accounts: Accounts) -> Person:
    """Somebody with a password."""
    return accounts.add_user("maria", name="Maria", role=Role.EMPLOYEE, password=PASSWORD)


@pytest.fixture
def jan(accounts: Accounts) -> Person:
    """Somebody without."""
    return accounts.add_person("jan", name="Jan", role=Role.TECHNICIAN)


def first(login: str = "adam", password: str = PASSWORD) -> FirstAdmin:
    return FirstAdmin(login=login, name="Adam", password=password, device="laptop")


def set_up_code(store: Store, clock: Clock) -> str:
    made = made_for_set_up(store, clock())
    assert made is not None
    return made.code


def choose(codes: Codes, code: str, password: str = NEW_PASSWORD) -> str:
    return codes.choose_password(code, password, "laptop", HERE)[0]


def test_the_set_up_code_makes_the_first_admin(
    store: Store, codes: Codes, accounts: Accounts, clock: Clock
) -> None:
    token, adam = codes.set_up(set_up_code(store, clock), first(" Adam "), HERE)
    assert (adam.login, adam.role, adam.version) == ("adam", Role.ADMIN, 1)
    actor = accounts.actor_for(token)
    assert actor is not None
    assert (actor.id, actor.role) == (adam.id, Role.ADMIN)
    assert accounts.sign_in("adam", PASSWORD, "", HERE)[1] == adam
    assert made_for_set_up(store, clock()) is None


def test_once_there_is_an_admin_the_set_up_code_makes_none(
    store: Store, codes: Codes, accounts: Accounts, clock: Clock
) -> None:
    code = set_up_code(store, clock)
    accounts.add_user("other", name="Other", role=Role.ADMIN, password=PASSWORD)
    with pytest.raises(SetUpDone):
        codes.set_up(code, first(), HERE)
    with pytest.raises(WrongPassword):
        accounts.sign_in("adam", PASSWORD, "", HERE)


def test_of_several_who_set_up_at_once_one_becomes_admin(store: Store, codes: Codes, clock: Clock) -> None:
    code = set_up_code(store, clock)

    def attempt(n: int) -> bool:
        try:
            codes.set_up(code, first(f"adam-{n}"), HERE)
        except (BadCode, SetUpDone):
            return False
        return True

    with ThreadPoolExecutor(4) as pool:
        assert sum(pool.map(attempt, range(4))) == 1


def test_a_newer_set_up_code_ends_the_older(store: Store, codes: Codes, clock: Clock) -> None:
    older, newer = set_up_code(store, clock), set_up_code(store, clock)
    with pytest.raises(BadCode):
        codes.set_up(older, first(), HERE)
    codes.set_up(newer, first(), HERE)


def test_what_is_refused_does_not_use_the_code_up(
    store: Store, codes: Codes, maria: Person, clock: Clock
) -> None:
    code = set_up_code(store, clock)
    with pytest.raises(BadAccount):
        codes.set_up(code, first(password="short"), HERE)
    with pytest.raises(LoginTaken):
        codes.set_up(code, first("Maria"), HERE)
    with pytest.raises(Refused):
        codes.set_up(code, first("  "), HERE)
    codes.set_up(code, first(), HERE)


def test_who_is_invited_chooses_a_password(codes: Codes, accounts: Accounts, jan: Person) -> None:
    with pytest.raises(WrongPassword):
        accounts.sign_in("jan", "", "", HERE)
    token = choose(codes, codes.invite(jan.id, by=SERVER).code)
    actor = accounts.actor_for(token)
    assert actor is not None
    assert (actor.id, actor.role) == (jan.id, Role.TECHNICIAN)
    assert accounts.sign_in("jan", NEW_PASSWORD, "", HERE)[1] == jan


def test_a_reset_ends_the_old_password_and_every_sign_in(
    codes: Codes, accounts: Accounts, maria: Person
) -> None:
    before = accounts.sign_in("maria", PASSWORD, "", HERE)[0]
    code = codes.reset(maria.id, by=SERVER).code
    assert accounts.actor_for(before) is not None, "only its use counts"
    token = choose(codes, code)
    assert accounts.actor_for(before) is None
    assert accounts.actor_for(token) is not None
    with pytest.raises(WrongPassword):
        accounts.sign_in("maria", PASSWORD, "", HERE)
    accounts.sign_in("maria", NEW_PASSWORD, "", HERE)


@pytest.mark.parametrize("spoil", SPOILT.values(), ids=SPOILT)
def test_a_code_that_is_not_exactly_it_is_refused(
    codes: Codes, maria: Person, jan: Person, spoil: Spoil
) -> None:
    for code in (codes.invite(jan.id, by=SERVER).code, codes.reset(maria.id, by=SERVER).code):
        with pytest.raises(BadCode):
            choose(codes, spoil(code))
        choose(codes, code)


@pytest.mark.parametrize("spoil", SPOILT.values(), ids=SPOILT)
def test_a_set_up_code_that_is_not_exactly_it_is_refused(
    store: Store, codes: Codes, clock: Clock, spoil: Spoil
) -> None:
    code = set_up_code(store, clock)
    with pytest.raises(BadCode):
        codes.set_up(spoil(code), first(), HERE)
    codes.set_up(code, first(), HERE)


def test_a_code_counts_once(store: Store, codes: Codes, jan: Person, clock: Clock) -> None:
    code = codes.invite(jan.id, by=SERVER).code
    choose(codes, code)
    with pytest.raises(BadCode):
        choose(codes, code)
    set_up = set_up_code(store, clock)
    codes.set_up(set_up, first(), HERE)
    with pytest.raises(BadCode):
        codes.set_up(set_up, first("eva"), HERE)


def test_of_several_who_use_one_code_at_once_one_is_let_in(codes: Codes, maria: Person) -> None:
    code = codes.reset(maria.id, by=SERVER).code

    def attempt(n: int) -> bool:
        try:
            choose(codes, code, f"password number {n}")
        except BadCode:
            return False
        return True

    with ThreadPoolExecutor(4) as pool:
        assert sum(pool.map(attempt, range(4))) == 1


def test_a_code_counts_for_a_day(codes: Codes, maria: Person, jan: Person, clock: Clock) -> None:
    made = codes.invite(jan.id, by=SERVER)
    assert made.ends_at == clock() + timedelta(hours=24)
    reset = codes.reset(maria.id, by=SERVER).code
    clock.pass_by(GOOD_FOR - SECOND)
    choose(codes, reset)
    clock.pass_by(SECOND)
    with pytest.raises(BadCode):
        choose(codes, made.code)


def test_the_set_up_code_counts_for_a_day(store: Store, codes: Codes, clock: Clock) -> None:
    code = set_up_code(store, clock)
    clock.pass_by(GOOD_FOR)
    with pytest.raises(BadCode):
        codes.set_up(code, first(), HERE)


def test_a_code_is_good_for_its_own_purpose_alone(
    store: Store, codes: Codes, jan: Person, maria: Person, clock: Clock
) -> None:
    set_up = set_up_code(store, clock)
    reset, invitation = codes.reset(maria.id, by=SERVER).code, codes.invite(jan.id, by=SERVER).code
    for code in (
        reset,
        invitation,
        reset.replace("reset", "set-up"),
        invitation.replace("invitation", "set-up"),
    ):
        with pytest.raises(BadCode):
            codes.set_up(code, first(), HERE)
    for code in (set_up, set_up.replace("set-up", "reset"), reset.replace("reset", "invitation")):
        with pytest.raises(BadCode):
            choose(codes, code)


def test_a_new_code_ends_the_older_of_its_purpose_and_person(
    codes: Codes, maria: Person, jan: Person
) -> None:
    invitation = codes.invite(jan.id, by=SERVER).code
    older, newer = codes.reset(maria.id, by=SERVER).code, codes.reset(maria.id, by=SERVER).code
    with pytest.raises(BadCode):
        choose(codes, older)
    choose(codes, newer)
    choose(codes, invitation)


def test_a_password_set_meanwhile_ends_the_codes(codes: Codes, accounts: Accounts, jan: Person) -> None:
    made = [codes.invite(jan.id, by=SERVER).code, codes.reset(jan.id, by=SERVER).code]
    accounts.set_password("jan", PASSWORD)
    for code in made:
        with pytest.raises(BadCode):
            choose(codes, code)


def test_disabling_ends_the_codes_for_good(codes: Codes, accounts: Accounts, maria: Person) -> None:
    code = codes.reset(maria.id, by=SERVER).code
    accounts.disable("maria")
    with pytest.raises(BadCode):
        choose(codes, code)
    for make in (codes.reset, codes.invite):
        with pytest.raises(BadAccount):
            make(maria.id, by=SERVER)


def test_who_has_a_password_is_not_invited(codes: Codes, maria: Person) -> None:
    with pytest.raises(HasPassword):
        codes.invite(maria.id, by=SERVER)
    with pytest.raises(UnknownLogin):
        codes.person_of("nobody")


def test_guessing_codes_waits_by_address_and_right_ones_do_not_count(
    codes: Codes, maria: Person, clock: Clock
) -> None:
    for _ in range(60):
        choose(codes, codes.reset(maria.id, by=SERVER).code)
    code = codes.reset(maria.id, by=SERVER).code
    for _ in range(51):
        with pytest.raises(BadCode):
            choose(codes, "reset-guess")
    with pytest.raises(TooManyAttempts):
        choose(codes, code)
    codes.choose_password(code, PASSWORD, "", "192.0.2.2")


def test_no_code_is_in_the_store(store: Store, codes: Codes, maria: Person, clock: Clock) -> None:
    made = [codes.reset(maria.id, by=SERVER).code, set_up_code(store, clock)]
    with store.reading() as connection:
        kept = repr(connection.execute(select(one_time_codes)).all())
        deeds = repr(audit_page(connection, below=None, limit=10, actor_id="", object_id=""))
    for code in made:
        assert code not in kept + deeds
        assert code.partition("-")[2] not in kept + deeds


def test_what_was_done_with_codes_is_noted(
    store: Store, codes: Codes, maria: Person, jan: Person, clock: Clock
) -> None:
    _, adam = codes.set_up(set_up_code(store, clock), first(), HERE)
    choose(codes, codes.invite(jan.id, by=adam.id).code)
    codes.reset(maria.id, by=SERVER)
    with store.reading() as connection:
        noted = audit_page(connection, below=None, limit=10, actor_id="", object_id="")
    told = [one for one in reversed(noted) if one.action != "person-added"]
    assert [(one.actor_id, one.action, one.object_id) for one in told] == [
        (adam.id, "set-up", adam.id),
        (adam.id, "invitation-made", jan.id),
        (jan.id, "password-chosen", jan.id),
        (SERVER, "reset-made", maria.id),
    ]


def test_a_used_code_ends_the_others_of_its_person(codes: Codes, jan: Person) -> None:
    invitation, reset = codes.invite(jan.id, by=SERVER).code, codes.reset(jan.id, by=SERVER).code
    choose(codes, reset)
    with pytest.raises(BadCode):
        choose(codes, invitation)
