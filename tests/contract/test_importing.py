"""People from a file: all or nothing, by login, never more than was asked for."""

from collections.abc import Callable
from datetime import UTC, datetime

import pytest

from itdesk.domain.ids import PersonId
from itdesk.domain.people import Person, Role
from itdesk.server.accounts.accounts import Accounts
from itdesk.server.accounts.importing import Plan, Wishes, import_people
from itdesk.server.accounts.passwords import Passwords
from itdesk.server.accounts.people_file import BadFile, read_people
from itdesk.server.store.store import Store
from tests.contract.office import Office

NOW = datetime(2026, 3, 2, tzinfo=UTC)
Take = Callable[..., Plan]


@pytest.fixture
def take(store: Store, office: Office) -> Take:
    """Import a text; the office is there already."""

    def importing(text: str | bytes, **wishes: bool) -> Plan:
        content = text.encode() if isinstance(text, str) else text
        return import_people(store, read_people(content), Wishes(**wishes), lambda: NOW)

    return importing


def people(office: Office) -> dict[str, Person]:
    """Return everybody by login, as IT is told."""
    return {one.login: one for one in office.reader(office.adam).read().people.values()}


def counts(plan: Plan) -> tuple[int, int, int, int]:
    return len(plan.created), len(plan.changed), plan.unchanged, len(plan.disabled)


def faults(plan: Plan) -> list[str]:
    return [str(fault) for fault in plan.faults]


def test_people_are_made_and_changed_by_their_logins(take: Take, office: Office) -> None:
    before = people(office)["ewa"]
    plan = take("login;name;department;role\nNORA;Nora Łoś;HR;technician\n EWA ;Ewa Lis;IT;\njan;Jan;;\n")
    assert (counts(plan), plan.faults) == ((1, 1, 1, 0), [])
    found = people(office)
    nora, ewa = found["nora"], found["ewa"]
    assert (nora.name, nora.department, nora.role, nora.version) == ("Nora Łoś", "HR", Role.TECHNICIAN, 1)
    assert (ewa.id, ewa.name, ewa.department) == (before.id, "Ewa Lis", "IT")
    assert ewa.version == before.version + 1


def test_taking_it_again_changes_nothing(take: Take, office: Office) -> None:
    text = "login,name,phone,disabled\nnora,Nora,12,no\newa,Ewa L.,,tak\n"
    take(text)
    head, found = office.desk.head(), people(office)
    assert counts(take(text)) == (0, 0, 2, 0)
    assert office.desk.head() == head
    assert people(office) == found


def test_a_dry_run_says_the_same_and_writes_nothing(take: Take, office: Office) -> None:
    text, head = "login;name\nnora;Nora\newa;Ewa L.\n", office.desk.head()
    assert counts(take(text, dry_run=True)) == (1, 1, 0, 0)
    assert office.desk.head() == head
    assert "nora" not in people(office)
    assert counts(take(text)) == (1, 1, 0, 0)


def test_one_fault_and_nobody_is_written(take: Take, office: Office) -> None:
    head = office.desk.head()
    plan = take("login;name;role;disabled\nnora;Nora;;\nx;;boss;perhaps\nNora;Again;;\n;No login;;\ny;Y\n")
    assert faults(plan) == [
        "line 3, column “name”: The name is empty.",
        "line 3, column “role”: “boss” is no role; known are employee, technician, lead, admin.",
        "line 3, column “disabled”: “perhaps” is neither yes nor no.",
        "line 4, column “login”: “nora” stands in line 2 already.",
        "line 5, column “login”: The login is empty.",
        "line 6: it has 2 cells, the header has 4.",
    ]
    assert office.desk.head() == head


def test_what_the_file_has_no_column_for_stays(take: Take, office: Office) -> None:
    take("login;name;phone;site\newa;Ewa;12;Kraków\n")
    take("login;name\newa;Ewa L.\n")
    ewa = people(office)["ewa"]
    assert (ewa.name, ewa.phone, ewa.site) == ("Ewa L.", "12", "Kraków")
    take("login;name;phone\newa;Ewa L.;\n")
    assert people(office)["ewa"].phone == ""


@pytest.mark.parametrize(
    "row", ["nora;Nora;admin;", "ewa;Ewa;admin;", "adam;Adam;lead;", "adam;Adam;;yes", "adam;Adam;employee;"]
)
def test_administrators_are_nobodys_by_the_way(take: Take, office: Office, row: str) -> None:
    plan = take(f"login;name;role;disabled\n{row}\n")
    assert len(plan.faults) == 1
    assert "--allow-admins" in faults(plan)[0]
    assert people(office)["adam"].role is Role.ADMIN


def test_an_administrators_other_details_may_change(take: Take, office: Office) -> None:
    assert counts(take("login;name;role\nadam;Adam K.;admin\n")) == (0, 1, 0, 0)


def test_administrators_change_when_that_is_said_and_one_is_left(take: Take, office: Office) -> None:
    last = take("login;name;role\nadam;Adam;lead\n", allow_admins=True)
    assert "nobody would be left as administrator" in faults(last)[0]
    plan = take("login;name;role\nadam;Adam;lead\newa;Ewa;admin\n", allow_admins=True)
    assert plan.faults == []
    assert {login for login, one in people(office).items() if one.role is Role.ADMIN} == {"ewa"}


def test_who_is_not_in_it_is_shut_out_only_when_asked(take: Take, office: Office) -> None:
    text = "login;name\newa;Ewa\ntom;Tom\n"
    assert counts(take(text)) == (0, 0, 2, 0)
    assert counts(take(text, disable_others=True, dry_run=True)) == (0, 0, 2, 3)
    assert counts(take(text, disable_others=True)) == (0, 0, 2, 3)
    out = {login for login, one in people(office).items() if one.is_disabled}
    assert out == {"jan", "ola", "lea"}, "administrators stay"
    assert counts(take(text, disable_others=True)) == (0, 0, 2, 0)


def test_who_is_disabled_is_signed_out_and_may_come_back(take: Take, office: Office, store: Store) -> None:
    accounts = Accounts(store, now=lambda: NOW, passwords=Passwords(time_cost=1, memory_kib=8))
    accounts.set_password("ewa", "a good password")
    token, _ = accounts.sign_in("ewa", "a good password", "", "here")
    take("login;name;disabled\newa;Ewa;yes\n")
    assert accounts.actor_for(token) is None
    take("login;name;disabled\newa;Ewa;nie\n")
    assert accounts.actor_for(token) is None, "she signs in anew"
    assert accounts.sign_in("ewa", "a good password", "", "here")[1].name == "Ewa"


def test_formulas_are_only_text(take: Take, office: Office) -> None:
    take("login;name;department\nnora;\"=cmd|' /C calc'!A1\";@SUM(1+1)\n")
    assert people(office)["nora"].name == "=cmd|' /C calc'!A1"


def test_many_are_taken_at_once(take: Take, office: Office) -> None:
    rows = "".join(f"p{n};Person {n}\n" for n in range(3_000))
    head = office.desk.head()
    assert counts(take(f"login;name\n{rows}")) == (3_000, 0, 0, 0)
    assert office.desk.head() == head + 3_000
    assert len(people(office)) == 3_000 + 6
    assert counts(take(f"login;name\n{rows}")) == (0, 0, 3_000, 0)


def test_an_import_and_an_admin_at_work_meet_in_versions(take: Take, office: Office) -> None:
    person_id = PersonId(people(office)["ewa"].id)
    take("login;name;phone\newa;Ewa;12\n")
    found = office.reader(office.adam).read().people[person_id]
    assert found.version == 2


@pytest.mark.parametrize(
    "content", [b"", b"\n", b"\xff\xfel\0o\0", b"login\n", b"name;login;nmae\n", b"a,b\n"]
)
def test_what_is_no_table_of_people_is_told_at_once(take: Take, content: bytes) -> None:
    with pytest.raises(BadFile):
        take(content)
