"""Reporting before anybody has signed in, on the computer itself."""

from pathlib import Path

import pytest

from itdesk.domain.enrolment import person_of_profile
from itdesk.domain.people import Role
from itdesk.services.claimed import Claimed, claimed_here, decline, keep_claimed, open_question
from itdesk.services.desk import Account, close_desk, current_account, open_desk, write_account
from itdesk.services.enrolment import claim_login, renew
from itdesk.services.program_state import setting_states
from itdesk.services.report import Report, report_problem
from itdesk.settings import Layer, Source, resolve
from itdesk.workstation.credential_store import MemoryStore
from itdesk.workstation.log import hide_secrets
from itdesk.workstation.paths import DataFolder
from itdesk.workstation.profile import forget_profile, read_profile

SERVER = "https://help.example.com"


@pytest.fixture
def data(tmp_path: Path) -> DataFolder:
    return DataFolder(tmp_path / "data")


def hers(data: DataFolder) -> Account:
    account = Account(
        server_url=SERVER,
        person_id=person_of_profile("b" * 64),
        login="anna",
        name="Anna",
        role=Role.EMPLOYEE,
    )
    write_account(data, account)
    return account


def test_a_report_needs_neither_a_server_nor_a_sign_in(data: DataFolder) -> None:
    claimed = claim_login(data, SERVER, "ANNA")
    assert claimed is not None
    assert claimed.person_id == person_of_profile(read_profile(data))
    desk = open_desk(data)
    assert desk is not None
    report_problem(desk, Report(title="No network"))
    assert desk.replica.actor().role is Role.CLAIMED
    close_desk(desk)
    assert (claim_login(data, SERVER, "ANNA"), current_account(data)) == (None, claimed)


def test_who_is_signed_in_is_left_alone(data: DataFolder) -> None:
    data.create()
    account = hers(data)
    assert claim_login(data, SERVER, "ANNA") is None
    assert current_account(data) == account


def test_she_is_asked_once_and_only_about_what_was_reported(data: DataFolder) -> None:
    claimed = claim_login(data, SERVER, "ANNA")
    assert claimed is not None
    keep_claimed(data, Claimed(account=claimed))
    assert open_question(data) is None
    desk = open_desk(data)
    assert desk is not None
    hers(data)
    assert open_question(data) is None
    report_problem(desk, Report(title="No network"))
    close_desk(desk)
    assert open_question(data) == claimed
    decline(data)
    assert open_question(data) is None
    found = claimed_here(data)
    assert found is not None
    assert found.account == claimed


def test_a_damaged_note_asks_nobody(data: DataFolder) -> None:
    data.create()
    (data.root / "claimed.json").write_text("{")
    assert claimed_here(data) is None


def test_only_a_claimed_login_with_a_key_buys_another_token(data: DataFolder) -> None:
    credentials, claimed = MemoryStore(), claim_login(data, SERVER, "ANNA")
    assert claimed is not None
    credentials.set(claimed.key, "old")
    assert not renew(credentials, claimed, "")
    assert credentials.get(claimed.key) == "old"
    assert renew(credentials, claimed, "ite_key")
    assert credentials.get(claimed.key) is None
    assert not renew(credentials, hers(data), "ite_key")


def test_a_profile_is_kept_by_its_owner_alone_and_forgotten_whole(data: DataFolder) -> None:
    first = read_profile(data)
    assert read_profile(data) == first
    assert data.profile_file.stat().st_mode & 0o077 == 0
    data.profile_file.write_text("damaged")
    second = read_profile(data)
    assert second not in (first, "damaged")
    forget_profile(data)
    assert read_profile(data) != second


def test_the_key_is_shown_nowhere() -> None:
    key = "ite_" + "k" * 43
    settings = resolve([Layer(source=Source.POLICY, origin="policy", values={"enrolment_key": key})])
    assert settings.enrolment_key == key
    (shown,) = [one.value for one in setting_states(settings) if one.name == "enrolment_key"]
    assert shown == "•••"
    assert key not in hide_secrets(f"the policy has {key} for this site")
