"""A file of settings with faults: each is named by its line, and the rest still applies."""

from pathlib import Path

import pytest
from hypothesis import HealthCheck, given
from hypothesis import settings as hypothesis_settings
from hypothesis import strategies as st

from itdesk.settings import Source, resolve
from itdesk.workstation.settings_toml import BAD_LINES, read_layer


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "policy.toml"


def sentences(path: Path) -> list[str]:
    layer, problems = read_layer(path, Source.POLICY)
    return [problem.sentence() for problem in resolve([layer], problems).problems]


def test_a_bad_value_is_told_by_path_line_key_what_was_found_and_what_was_expected(path: Path) -> None:
    path.write_text('theme = "dark"\n\nlanguage = "polish"\n')
    (sentence,) = sentences(path)
    assert sentence == (
        f"{path}, line 3: the setting “language” is “polish”, "
        'expected one of "auto", "en", "pl"; it is ignored.'
    )


@pytest.mark.parametrize(
    ("bad", "key"),
    [
        ("language = pl", "language"),
        ("language = 'pl", "language"),
        ("language", "language"),
        ("= 5", "= 5"),
        ("theme = 'light'", "theme"),
        ("\x01", "\x01"),
        ("language = [", "language"),
    ],
)
def test_a_line_that_is_no_toml_is_passed_over_and_the_others_apply(path: Path, bad: str, key: str) -> None:
    path.write_text(f"theme = 'dark'\nproxy = 'direct'\n{bad}\n")
    layer, problems = read_layer(path, Source.POLICY)
    assert layer.values == {"theme": "dark", "proxy": "direct"}
    (problem,) = problems
    assert (problem.key, problem.line) == (key, 3)
    assert str(path) in problem.sentence()
    assert "expected a line like" in problem.sentence()


def test_lines_after_the_bad_one_apply_too(path: Path) -> None:
    path.write_text(
        "theme = dark\r\nscreenshots = false\r\nlanguage = 'pl\r\nlog_level = 'debug'\r\n", newline=""
    )
    layer, problems = read_layer(path, Source.POLICY)
    assert layer.values == {"screenshots": False, "log_level": "debug"}
    assert [problem.line for problem in problems] == [1, 3]


def test_something_else_than_settings_is_given_up_on(path: Path) -> None:
    path.write_text("<xml>\n" * 5000)
    layer, problems = read_layer(path, Source.POLICY)
    assert layer.values == {}
    assert len(problems) == BAD_LINES


@hypothesis_settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(st.text("ab='\"[]#\\\n \t=.{}1,", max_size=12), max_size=8))
def test_whatever_stands_there_reading_ends_and_good_lines_before_it_count(
    path: Path, rest: list[str]
) -> None:
    path.write_text("\n".join(["screenshots = false", *rest]), "utf-8")
    layer, problems = read_layer(path, Source.POLICY)
    assert layer.values.get("screenshots") is False or len(problems) > 0
    assert len(problems) <= BAD_LINES
