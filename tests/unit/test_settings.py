"""Which value of a setting counts, and what happens to bad ones."""

import dataclasses
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from itdesk.settings import (
    DECLARATIONS,
    Layer,
    MaySet,
    Settings,
    Source,
    layer_of_environment,
    resolve,
)

DOCS = Path(__file__).parents[2] / "docs" / "settings.md"
NAMES = [declaration.name for declaration in DECLARATIONS]


def layer(source: Source, **values: object) -> Layer:
    return Layer(source=source, origin=f"/place/of/{source}", values=values)


def test_every_setting_is_in_the_docs_with_its_default_choices_and_who_may_set_it() -> None:
    text = DOCS.read_text("utf-8")
    who = {MaySet.PERSON: "everyone", MaySet.MACHINE: "machine", MaySet.START: "start"}
    rows = {line.split("`")[1]: line for line in text.splitlines() if line.startswith("| `")}
    assert list(rows) == NAMES
    for declaration in DECLARATIONS:
        row = rows[declaration.name]
        assert f"| {who[declaration.may_set]} |" in row
        assert all(f"`{choice}`" in row for choice in declaration.choices)
        default = str(declaration.default).lower()
        assert (f'`"{default}"`' in row or f"`{default}`" in row) if default else "| empty |" in row


def test_every_setting_has_a_field_with_its_default() -> None:
    settings = resolve([])
    fields = {field.name for field in dataclasses.fields(Settings)} - {"sources", "origins", "problems"}
    assert fields == set(NAMES)
    assert {name: getattr(settings, name) for name in NAMES} == {it.name: it.default for it in DECLARATIONS}
    assert set(settings.sources.values()) == {Source.DEFAULT}


@given(st.permutations(list(Source)[:-1]), st.integers(0, len(Source) - 2))
def test_the_stronger_source_wins_in_whatever_order_they_come(order: list[Source], silent: int) -> None:
    """The order is the one that administrators know from other programs: docs/settings.md."""
    speaking = [source for source in order if list(Source).index(source) >= silent]
    settings = resolve([layer(source, proxy=f"by {source}") for source in speaking])
    strongest = ["policy", "user_policy", "argument", "environment", "person", "installer"][silent]
    assert settings.proxy == f"by {strongest}"
    assert settings.sources["proxy"] == strongest
    assert settings.origins["proxy"] == f"/place/of/{strongest}"


@pytest.mark.parametrize("source", list(Source)[:-1])
def test_what_the_person_may_not_choose_against_is_told_with_who_decided(source: Source) -> None:
    over_her_head = {Source.POLICY, Source.USER_POLICY, Source.ARGUMENT, Source.ENVIRONMENT}
    settings = resolve([layer(source, theme="dark")])
    assert settings.decided_by("theme") == (source if source in over_her_head else None)


def test_policy_wins_over_the_person_and_locks_the_choice() -> None:
    settings = resolve(
        [layer(Source.PERSON, theme="dark", language="pl"), layer(Source.POLICY, theme="light")]
    )
    assert (settings.theme, settings.language) == ("light", "pl")
    assert settings.decided_by("theme") is Source.POLICY
    assert settings.decided_by("language") is None


@pytest.mark.parametrize(
    ("source", "key", "value", "got", "expected"),
    [
        (Source.POLICY, "colour", 1, "not known", "server_url"),
        (Source.POLICY, "theme", "pink", "“pink”", '"dark"'),
        (Source.POLICY, "theme", 5, "5", '"dark"'),
        (Source.POLICY, "allow_plain_http", "yes", "“yes”", "true or false"),
        (Source.POLICY, "allow_plain_http", 1, "1", "true or false"),
        (Source.POLICY, "proxy", True, "true", "text"),
        (Source.POLICY, "diagnostics_tier", 2, "2", '"none"'),
        (Source.PERSON, "quiet_from", "24:00", "“24:00”", '"18:00"'),
        (Source.PERSON, "quiet_until", "7", "“7”", '"07:00"'),
        (Source.POLICY, "quiet_until", 7, "7", '"07:00"'),
        (Source.PERSON, "screenshots", True, "set here", "policy"),
        (Source.POLICY, "data_dir", "/x", "set here", "environment"),
        (Source.USER_POLICY, "data_dir", "/x", "set here", "environment"),
        (Source.INSTALLER, "data_dir", "/x", "set here", "argument"),
        (Source.PERSON, "credential_store", "file", "set here", "policy"),
    ],
)
def test_a_bad_value_is_one_clear_problem_and_the_rest_applies(
    source: Source, key: str, value: object, got: str, expected: str
) -> None:
    settings = resolve([layer(source, **{key: value, "server_url": "https://h"})])
    assert settings.server_url == "https://h"
    (problem,) = settings.problems
    assert (problem.origin, problem.key) == (f"/place/of/{source}", key)
    assert got in problem.sentence()
    assert expected in problem.sentence()


def test_a_bad_value_leaves_the_weaker_one_in_force() -> None:
    settings = resolve([layer(Source.POLICY, language="xx"), layer(Source.PERSON, language="pl")])
    assert settings.language == "pl"
    assert settings.sources["language"] is Source.PERSON


def test_the_environment_is_read_by_name_and_type() -> None:
    environment = {
        "ITDESK_DATA_DIR": "/d",
        "ITDESK_ALLOW_PLAIN_HTTP": "Yes",
        "ITDESK_PROXY": "",
        "ITDESK_THEME": "pink",
        "ITDESK_UNKNOWN": "x",
        "PATH": "/bin",
    }
    settings = resolve([layer_of_environment(environment), layer(Source.PERSON, proxy="direct")])
    assert (settings.data_dir, settings.allow_plain_http, settings.proxy) == ("/d", True, "direct")
    assert [problem.key for problem in settings.problems] == ["theme"]


VALUES = (
    st.none()
    | st.booleans()
    | st.integers()
    | st.text(max_size=9)
    | st.lists(st.text(max_size=3), max_size=2)
)


@given(st.dictionaries(st.sampled_from(NAMES) | st.text(max_size=9), VALUES))
def test_whatever_stands_in_a_file_settings_are_whole(values: dict[str, object]) -> None:
    settings = resolve([Layer(source=Source.POLICY, origin="f", values=values)])
    assert all(it.accepts(getattr(settings, it.name)) for it in DECLARATIONS)
    kept = [key for key in values if settings.sources.get(key) is Source.POLICY]
    assert len(kept) + len(settings.problems) == len(values)
