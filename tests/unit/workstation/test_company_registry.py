"""What the company and the installer say on Windows, over a registry of the test's own."""

from collections.abc import Mapping

from itdesk.settings import Settings, Source, resolve
from itdesk.workstation.company_registry import INSTALLED, POLICIES, Hive, registry_layers

Keys = dict[tuple[Hive, str], Mapping[str, object]]


class FakeRegistry:
    """Keys in memory; `closed` ones cannot be read."""

    def __init__(self, keys: Keys, closed: tuple[Hive, str] | None = None) -> None:
        self.keys = keys
        self.closed = closed

    def values(self, hive: Hive, path: str) -> Mapping[str, object]:
        if (hive, path) == self.closed:
            raise PermissionError("Access is denied")
        return self.keys.get((hive, path), {})


def settled(keys: Keys, closed: tuple[Hive, str] | None = None) -> Settings:
    reads = registry_layers(FakeRegistry(keys, closed))
    return resolve([layer for layer, _ in reads], [problem for _, problems in reads for problem in problems])


def test_the_machine_is_above_the_user_and_both_above_the_installer() -> None:
    settings = settled(
        {
            (Hive.MACHINE, POLICIES): {"theme": "dark"},
            (Hive.USER, POLICIES): {"theme": "light", "language": "pl"},
            (Hive.MACHINE, INSTALLED): {"theme": "system", "language": "en", "server_url": "https://h"},
        }
    )
    assert (settings.theme, settings.language, settings.server_url) == ("dark", "pl", "https://h")
    assert [settings.sources[name] for name in ("theme", "language", "server_url")] == [
        Source.POLICY,
        Source.USER_POLICY,
        Source.INSTALLER,
    ]
    assert settings.origins["language"] == r"HKCU\Software\Policies\itdesk"


def test_numbers_are_truth_values_lists_are_lines_and_names_have_no_case() -> None:
    settings = settled(
        {
            (Hive.MACHINE, POLICIES): {
                "Screenshots": 0,
                "notifications": "no",
                "allow_plain_http": 1,
                "redaction_patterns": ["EMP-1", "PRJ-2"],
                "proxy": "",
            }
        }
    )
    assert settings.problems == ()
    assert (settings.screenshots, settings.notifications, settings.allow_plain_http) == (False, False, True)
    assert settings.redaction_patterns == "EMP-1\nPRJ-2"
    assert settings.sources["proxy"] is Source.DEFAULT


def test_what_is_wrong_is_named_and_the_rest_applies() -> None:
    settings = settled({(Hive.MACHINE, POLICIES): {"screenshots": 7, "theme": b"\x00", "language": "pl"}})
    assert settings.language == "pl"
    assert {problem.key for problem in settings.problems} == {"screenshots", "theme"}
    assert all(r"HKLM\Software\Policies\itdesk" in problem.sentence() for problem in settings.problems)


def test_a_key_that_cannot_be_read_is_a_problem_and_the_others_apply() -> None:
    settings = settled({(Hive.USER, POLICIES): {"language": "pl"}}, closed=(Hive.MACHINE, POLICIES))
    assert settings.language == "pl"
    assert "Access is denied" in settings.problems[0].sentence()
