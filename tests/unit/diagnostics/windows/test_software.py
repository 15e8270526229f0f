"""Installed programs, by the registry's Uninstall keys (documented as "Uninstall Registry Key")."""

from itdesk.diagnostics.anywhere.software import Program
from itdesk.diagnostics.windows import software
from tests.unit.diagnostics.fake_registry import FakeRegistry

KEY = software.KEY
SEVEN_ZIP: dict[str, object] = {
    "DisplayName": "7-Zip 23.01 (x64)",
    "DisplayVersion": "23.01",
    "Publisher": "Igor Pavlov",
    "InstallLocation": "C:\\Program Files\\7-Zip\\",
    "UninstallString": '"C:\\Program Files\\7-Zip\\Uninstall.exe"',
}
OFFICE: dict[str, object] = {
    "DisplayName": "Microsoft 365 Apps for business - en-us",
    "DisplayVersion": "16.0.17328.20162",
    "Publisher": "Microsoft Corporation",
    "InstallDate": "20240214",
    "DigitalProductId": b"never",
    "ProductID": "AAAAA-BBBBB",
}
HIDDEN: tuple[dict[str, object], ...] = (
    {"DisplayName": "Office 16 Click-to-Run Extensibility Component", "SystemComponent": 1},
    {"DisplayName": "Security Update for Office", "ParentKeyName": "Office16"},
    {"DisplayName": "Update for Windows", "ReleaseType": "Update"},
    {"DisplayVersion": "1.0"},
    {"DisplayName": 7},
)


def test_three_lists_in_one() -> None:
    machine = FakeRegistry({rf"{KEY}\7-Zip": SEVEN_ZIP, rf"{KEY}\O365": OFFICE})
    own = FakeRegistry({rf"{KEY}\Zoom": {"displayname": "Zoom Workplace", "displayversion": "6.0"}})
    told = software.read([("64-bit", machine), ("32-bit", FakeRegistry({})), ("user", own)])
    assert told["programs"] == [
        {
            "name": "7-Zip 23.01 (x64)",
            "version": "23.01",
            "publisher": "Igor Pavlov",
            "installed_at": "",
            "source": "64-bit",
        },
        {
            "name": "Microsoft 365 Apps for business - en-us",
            "version": "16.0.17328.20162",
            "publisher": "Microsoft Corporation",
            "installed_at": "2024-02-14",
            "source": "64-bit",
        },
        {"name": "Zoom Workplace", "version": "6.0", "publisher": "", "installed_at": "", "source": "user"},
    ]
    assert "never" not in str(told)
    assert "AAAAA" not in str(told)


def test_parts_and_updates_are_no_programs() -> None:
    assert [software.described(values) for values in HIDDEN] == [None] * len(HIDDEN)


def test_libraries_are_told_as_such() -> None:
    name = "Microsoft Visual C++ 2015-2022 Redistributable (x64) - 14.38.33135"
    assert software.described({"DisplayName": name}) == Program(name, is_library=True)


def test_a_day_that_is_none_is_left_out() -> None:
    for day in ("14.02.2024", "2024", 20240214, None):
        program = software.described({"DisplayName": "x", "InstallDate": day})
        assert program is not None
        assert program.installed_at == ""
