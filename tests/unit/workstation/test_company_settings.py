"""Where the company's word stands on Linux and macOS."""

import plistlib
from pathlib import Path

import pytest

from itdesk.settings import Settings, Source, resolve
from itdesk.workstation.company_settings import BUNDLE, linux_layers, macos_layers
from itdesk.workstation.settings_toml import Read


def settled(reads: list[Read]) -> Settings:
    return resolve([layer for layer, _ in reads], [problem for _, problems in reads for problem in problems])


def write(path: Path, content: str | bytes) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content if isinstance(content, bytes) else content.encode())


def test_nothing_is_said_where_nothing_stands(tmp_path: Path) -> None:
    assert settled(linux_layers(tmp_path)) == resolve([])
    assert settled(macos_layers(tmp_path, "anna")) == resolve([])


def test_on_linux_the_policy_is_above_what_the_installer_was_given(tmp_path: Path) -> None:
    write(tmp_path / "itdesk" / "policy.toml", 'language = "pl"')
    write(tmp_path / "itdesk" / "provisioned.toml", 'language = "en"\nserver_url = "https://h"')
    settings = settled(linux_layers(tmp_path))
    assert (settings.language, settings.server_url) == ("pl", "https://h")
    assert (settings.sources["language"], settings.sources["server_url"]) == (Source.POLICY, Source.INSTALLER)
    assert settings.origins["server_url"] == str(tmp_path / "itdesk" / "provisioned.toml")


def test_on_macos_the_machines_profile_is_above_the_file_and_the_persons_own_profile(tmp_path: Path) -> None:
    managed = tmp_path / "Managed Preferences"
    write(tmp_path / "Application Support" / "itdesk" / "policy.toml", 'theme = "light"\nlog_level = "error"')
    write(managed / f"{BUNDLE}.plist", plistlib.dumps({"theme": "dark", "PayloadUUID": "x"}))
    write(managed / "anna" / f"{BUNDLE}.plist", plistlib.dumps({"theme": "system", "language": "pl"}))
    write(managed / "ewa" / f"{BUNDLE}.plist", plistlib.dumps({"language": "en"}))
    settings = settled(macos_layers(tmp_path, "anna"))
    assert (settings.theme, settings.log_level, settings.language) == ("dark", "error", "pl")
    assert settings.sources["language"] is Source.USER_POLICY
    assert settings.problems == ()


@pytest.mark.parametrize("content", [b"", b"not a list", b"<plist><dict><key>", b"bplist00\xff", b"[]"])
def test_a_damaged_profile_is_one_problem(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "Managed Preferences" / f"{BUNDLE}.plist"
    write(path, content)
    (problem,) = settled(macos_layers(tmp_path, "anna")).problems
    assert str(path) in problem.sentence()


def test_a_profile_that_is_no_dictionary_is_one_problem(tmp_path: Path) -> None:
    write(tmp_path / "Managed Preferences" / f"{BUNDLE}.plist", plistlib.dumps(["server_url"]))
    assert len(settled(macos_layers(tmp_path, "anna")).problems) == 1
