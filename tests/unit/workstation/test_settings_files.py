"""The settings' files."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from itdesk.settings import Settings, Source
from itdesk.workstation.paths import DataFolder
from itdesk.workstation.settings_files import SettingNotSaved, read_settings, write_setting
from itdesk.workstation.settings_toml import read_layer


@pytest.fixture
def folder(tmp_path: Path) -> DataFolder:
    return DataFolder(tmp_path / "data").create()


def read(folder: DataFolder) -> Settings:
    return read_settings(
        folder, environment={}, company=[read_layer(folder.root / "policy.toml", Source.POLICY)]
    )


def test_all_sources_in_their_order(folder: DataFolder) -> None:
    folder.settings_file.write_text('theme = "dark"\nlanguage = "pl"\nproxy = "p"\nlog_level = "debug"\n')
    policy, provisioned = folder.root / "policy.toml", folder.root / "provisioned.toml"
    policy.write_text('\ufefftheme = "light"\n', "utf-8")
    provisioned.write_text('log_level = "error"\nserver_url = "https://h"\n', "utf-8")
    environment = {"ITDESK_LANGUAGE": "auto", "ITDESK_PROXY": "r", "ITDESK_THEME": "system"}
    company = [read_layer(policy, Source.POLICY), read_layer(provisioned, Source.INSTALLER)]
    settings = read_settings(folder, environment=environment, arguments={"proxy": "s"}, company=company)
    told = (settings.proxy, settings.language, settings.theme, settings.log_level, settings.server_url)
    assert told == ("s", "auto", "light", "debug", "https://h")
    assert settings.origins["theme"] == str(policy)
    assert settings.sources["log_level"] is Source.PERSON
    assert settings.problems == ()


@pytest.mark.parametrize(
    "content", [b"theme = ", b"\xff\xfe", b"x" * 300_000, b"theme = 'dark'\ntheme = 'dark'"]
)
def test_a_damaged_file_is_one_problem_and_the_other_counts(folder: DataFolder, content: bytes) -> None:
    folder.settings_file.write_bytes(content)
    (folder.root / "policy.toml").write_text('theme = "light"')
    settings = read(folder)
    assert settings.theme == "light"
    (problem,) = settings.problems
    assert str(folder.settings_file) in problem.sentence()


def test_a_folder_in_place_of_the_file_is_a_problem(folder: DataFolder) -> None:
    folder.settings_file.mkdir()
    assert len(read(folder).problems) == 1


def test_writing_one_setting_keeps_all_else(folder: DataFolder) -> None:
    folder.settings_file.write_text('# mine\ntheme = "dark"  # nicer\nfuture = [1]\n[table]\ntheme = "x"\n')
    write_setting(folder, name="theme", value="light")
    write_setting(folder, name="language", value="pl")
    text = folder.settings_file.read_text()
    assert (read(folder).theme, read(folder).language) == ("light", "pl")
    assert "# mine" in text
    assert "future = [1]" in text
    assert '[table]\ntheme = "x"' in text
    assert folder.settings_file.stat().st_mode & 0o077 == 0


@given(st.text(alphabet=st.characters(exclude_categories=["Cs"])))
def test_any_text_is_read_back_as_it_was_written(
    tmp_path_factory: pytest.TempPathFactory, value: str
) -> None:
    folder = DataFolder(tmp_path_factory.mktemp("data"))
    try:
        write_setting(folder, name="proxy", value=value)
    except SettingNotSaved:
        assert "\x7f" in value
        return
    assert read(folder).proxy == value


@pytest.mark.parametrize("content", ['theme = """\na\n"""\n', "broken", '[a]\ntheme = "dark"\n'])
def test_a_file_that_cannot_be_changed_safely_stays_as_it_is(folder: DataFolder, content: str) -> None:
    folder.settings_file.write_text(content)
    with pytest.raises(SettingNotSaved, match=r"settings\.toml"):
        write_setting(folder, name="theme", value="light")
    assert folder.settings_file.read_text() == content


def test_a_value_that_is_not_allowed_is_our_own_mistake(folder: DataFolder) -> None:
    with pytest.raises(ValueError, match="theme"):
        write_setting(folder, name="theme", value="pink")
    assert not folder.settings_file.exists()
