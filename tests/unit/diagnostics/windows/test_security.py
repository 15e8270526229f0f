"""Protection: products of the Security Center, the firewall's registry, BitLocker and the TPM."""

import pytest

from itdesk.diagnostics.base import NotAvailable
from itdesk.diagnostics.windows import security
from tests.unit.diagnostics.fake_registry import FakeRegistry
from tests.unit.diagnostics.windows.fake_wmi import FakeWmi

DEFENDER = {"displayName": "Windows Defender", "productState": 397568}
NOTHING = FakeRegistry({})


def unknown() -> int:
    raise NotAvailable("This is not told.")


def profiles(
    domain: object, private: object, public: object, key: str = security.FIREWALL_KEY
) -> dict[str, dict[str, object]]:
    states = zip(security.PROFILES, (domain, private, public), strict=True)
    return {rf"{key}\{name}": {"EnableFirewall": state} for name, state in states}


# Numbers that Defender and others are known to say; what their parts mean stands in security.py.
@pytest.mark.parametrize(
    ("state", "enabled", "up_to_date"),
    [
        (397568, True, True),  # 0x061100
        (397584, True, False),  # 0x061110
        (393472, False, True),  # 0x060100
        (266240, True, True),  # 0x041000
        (266256, True, False),  # 0x041010
        (262144, False, True),  # 0x040000
        (270336, False, True),  # 0x042000, snoozed
        (274448, False, False),  # 0x043010, expired
    ],
)
def test_the_state_of_a_product(state: int, enabled: bool, up_to_date: bool) -> None:
    assert security.product_state(state) == {"enabled": enabled, "up_to_date": up_to_date}


def test_a_protected_laptop() -> None:
    registry = FakeRegistry(profiles(1, 1, 1) | {security.SECURE_BOOT_KEY: {"UEFISecureBootEnabled": 1}})
    wmi = FakeWmi({"AntiVirusProduct": [DEFENDER], "FirewallProduct": []})
    assert security.read(registry, wmi, lambda: 2, lambda: 1) == {
        "antivirus": [{"name": "Windows Defender", "enabled": True, "up_to_date": True}],
        "firewall": True,
        "firewall_name": "Windows Firewall",
        "disk_encrypted": True,
        "secure_boot": True,
        "tpm": "2.0",
    }
    assert {namespace for namespace, _ in wmi.asked} == {security.CENTER}


def test_a_server_that_tells_little() -> None:
    told = security.read(NOTHING, FakeWmi({}), unknown, unknown)
    assert told == {
        "antivirus": [],
        "firewall": None,
        "firewall_name": "Windows Firewall",
        "disk_encrypted": None,
        "secure_boot": None,
        "tpm": None,
    }


def test_a_firewall_of_somebody_else_takes_over() -> None:
    wmi = FakeWmi({"FirewallProduct": [{"displayName": "ESET Firewall", "productState": 266240}]})
    told = security.read(FakeRegistry(profiles(0, 0, 0)), wmi, unknown, unknown)
    assert (told["firewall"], told["firewall_name"]) == (True, "ESET Firewall")


def test_one_open_profile_is_an_open_firewall_and_a_policy_goes_first() -> None:
    assert security.windows_firewall(FakeRegistry(profiles(1, 1, 0))) is False
    by_policy = profiles(1, 1, 0) | profiles(None, None, 1, security.POLICY_KEY)
    assert security.windows_firewall(FakeRegistry(by_policy)) is True


@pytest.mark.parametrize(
    ("number", "is_protected"), [(1, True), (2, False), (3, False), (5, False), (6, True), (99, None)]
)
def test_what_the_shell_says_of_the_drive(number: int, is_protected: bool | None) -> None:
    told = security.read(NOTHING, FakeWmi({}), unknown, lambda: number)
    assert told["disk_encrypted"] is is_protected


def test_an_administrator_is_told_by_wmi() -> None:
    volumes = [{"DriveLetter": "D:", "ProtectionStatus": 0}, {"DriveLetter": "C:", "ProtectionStatus": 1}]
    told = security.read(NOTHING, FakeWmi({"Win32_EncryptableVolume": volumes}), unknown, unknown)
    assert told["disk_encrypted"] is True
