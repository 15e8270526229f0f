"""Network drives, sign-in script, policies, certificates."""

import base64
import sys
from collections.abc import Sequence
from datetime import UTC, datetime

import pytest

from itdesk.diagnostics.base import NotAvailable
from itdesk.diagnostics.windows import shares
from itdesk.diagnostics.windows.certificate_store import Certificate, read_certificates
from tests.unit.diagnostics.fake_registry import FakeRegistry
from tests.unit.diagnostics.windows.fake_wmi import FakeWmi

NOW = datetime(2024, 2, 14, 12, tzinfo=UTC)
NOTHING = FakeRegistry({})
# Win32_NetworkConnection as Windows 11 tells it for a mapped drive and for one without a letter.
CONNECTED = {
    "LocalName": "H:",
    "RemoteName": r"\\files01\home\anna",
    "ProviderName": "Microsoft Windows Network",
    "ConnectionState": "Connected",
}
WITHOUT_LETTER = CONNECTED | {"LocalName": None, "RemoteName": r"\\files01\IPC$"}
OWN = FakeRegistry(
    {
        r"Network\H": {"RemotePath": r"\\files01\home\anna", "ProviderName": "Microsoft Windows Network"},
        r"Network\p": {"RemotePath": r"\\files02\projects", "ProviderName": "Microsoft Windows Network"},
        rf"{shares.SCRIPTS_KEY}\0\0": {"Script": "map_drives.cmd"},
        rf"{shares.POLICY_KEY}\History\{{A}}\0": {"DisplayName": "Drives"},
    }
)
MACHINE = FakeRegistry(
    {
        rf"{shares.POLICY_KEY}\History\{{35378EAC}}\0": {"DisplayName": "Default Domain Policy"},
        rf"{shares.POLICY_KEY}\History\{{35378EAC}}\1": {"DisplayName": "Drives"},
    }
)
# A certificate made for this test; its key was thrown away.
CERTIFICATE = base64.b64decode(
    "MIIBGDCBv6ADAgECAgEHMAoGCCqGSM49BAMCMBYxFDASBgNVBAMMC2l0ZGVzayB0ZXN0MB4XDTI0MDIxNDEyMDAwMFoXDTM0"
    "MDIxMTEyMDAwMFowFjEUMBIGA1UEAwwLaXRkZXNrIHRlc3QwWTATBgcqhkjOPQIBBggqhkjOPQMBBwNCAAQzadKYqkVddObS"
    "/6DywvNvFPy3Ed4vUxZnbhVI3yXbloxj1TkGVEvgYnpTD2IwBgYOGczqyQHnTAUFgbR3XiEOMAoGCCqGSM49BAMCA0gAMEUC"
    "IQCTVFb1WNi8Hc4TusLKSmsykJCgpX3sRqG/tZw6NxoXHgIgUblAGh7Ip7gcoxBF4zwvj/SXjz5R2mRsEIRbx+YlOz8="
)


def none_held() -> Sequence[Certificate]:
    return []


def test_drives_connected_and_remembered() -> None:
    wmi = FakeWmi({"Win32_NetworkConnection": [CONNECTED, WITHOUT_LETTER]})
    told = shares.read(MACHINE, OWN, wmi, none_held, NOW)
    assert told["drives"] == [
        {"at": "H:", "path": r"\\files01\home\anna", "type": "SMB", "connected": True},
        {"at": "P:", "path": r"\\files02\projects", "type": "SMB", "connected": False},
    ]
    assert told["login_script"] == "map_drives.cmd"
    assert told["policies"] == ["Default Domain Policy", "Drives"]


def test_without_wmi_the_drives_are_remembered() -> None:
    drives = shares.read(NOTHING, OWN, FakeWmi({}), none_held, NOW)["drives"]
    assert isinstance(drives, list)
    assert [(drive["at"], drive["connected"]) for drive in drives] == [("H:", False), ("P:", False)]


def test_the_script_of_the_account_goes_first_and_nothing_else_of_the_environment() -> None:
    own = FakeRegistry({"Environment": {"UserInitMprLogonScript": r"\\dc\netlogon\a.bat", "TOKEN": "canary"}})
    told = shares.read(NOTHING, own, FakeWmi({}), none_held, NOW)
    assert told["login_script"] == r"\\dc\netlogon\a.bat"
    assert "canary" not in str(told)


def test_certificates_that_end_within_30_days_or_have_ended() -> None:
    held = [
        Certificate("later", datetime(2025, 2, 14, tzinfo=UTC)),
        Certificate("anna@corp", datetime(2024, 3, 1, 12, tzinfo=UTC)),
        Certificate("old", datetime(2024, 2, 13, tzinfo=UTC)),
    ]
    assert shares.read(NOTHING, NOTHING, FakeWmi({}), lambda: held, NOW)["certificates"] == [
        {"name": "old", "ends_at": "2024-02-13T00:00:00+00:00", "days_left": -2},
        {"name": "anna@corp", "ends_at": "2024-03-01T12:00:00+00:00", "days_left": 16},
    ]


@pytest.mark.skipif(sys.platform == "win32", reason="there is a store")
def test_elsewhere_there_is_no_store() -> None:
    with pytest.raises(NotAvailable):
        read_certificates()


@pytest.mark.skipif(sys.platform != "win32", reason="writes into the person's own certificate store")
def test_a_certificate_in_the_real_store_is_read_and_told() -> None:
    if sys.platform == "win32":
        import ctypes

        library = ctypes.WinDLL("crypt32")
        assert library.CertAddEncodedCertificateToSystemStoreW("MY", CERTIFICATE, len(CERTIFICATE))
        ends_at = datetime(2034, 2, 11, 12, tzinfo=UTC)
        assert Certificate("itdesk test", ends_at) in read_certificates()
        told = shares.read(NOTHING, NOTHING, FakeWmi({}), read_certificates, datetime(2034, 2, 1, tzinfo=UTC))
        assert {"name": "itdesk test", "ends_at": "2034-02-11T12:00:00+00:00", "days_left": 10} in rows(told)


def rows(told: dict[str, object]) -> list[object]:
    certificates = told["certificates"]
    assert isinstance(certificates, list)
    return certificates
