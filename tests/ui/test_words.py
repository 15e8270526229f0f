"""The domain's names have words, times and sizes are read as people write them."""

import ast
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from enum import Enum
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QApplication

from itdesk.domain.judgement import FIELD_WORDS
from itdesk.domain.refusals import Code, Refusal
from itdesk.domain.status import Status
from itdesk.ui.times import bytes_text, day_and_time, duration_text, short_time
from itdesk.ui.translation import LANGUAGES, Translation, language_for
from itdesk.ui.words import FIELD, NAMES, REFUSAL, name_of, refusal_sentence

DOMAIN = Path(__file__).parents[2] / "src" / "itdesk" / "domain"

NOW = datetime.now(UTC).astimezone().replace(hour=12, minute=30, second=0, microsecond=0)
EVERY_NAME = [value for names in NAMES for value in names]


@pytest.mark.parametrize("value", EVERY_NAME, ids=str)
def test_everything_that_is_shown_has_a_name(value: Enum) -> None:
    assert name_of(value)


@pytest.mark.parametrize("code", Code, ids=str)
def test_every_refusal_is_a_sentence(code: Code) -> None:
    refusal = Refusal(code=code, field="title", limit="25 MB", theirs="open", yours="closed")
    sentence = refusal_sentence(refusal)
    assert sentence.rstrip("”.: ")
    assert "{" not in sentence
    assert set(REFUSAL) == set(Code)


def test_values_of_a_conflict_are_told_in_words() -> None:
    refusal = Refusal(code=Code.ILLEGAL_TRANSITION, theirs=Status.OPEN.value, yours=Status.NEW.value)
    assert name_of(Status.OPEN) in refusal_sentence(refusal)


def test_curly_brackets_of_a_person_are_only_text() -> None:
    refusal = Refusal(code=Code.CONFLICT, field="title", theirs="{yours}", yours="{0.__class__}")
    assert "{yours}" in refusal_sentence(refusal)
    assert "{0.__class__}" in refusal_sentence(refusal)


def test_a_time_of_today_is_a_clock_time(language: str) -> None:
    assert short_time(NOW - timedelta(minutes=5), NOW).startswith("12:25")


def test_a_time_of_this_week_is_a_weekday(language: str) -> None:
    assert not any(digit.isdigit() for digit in short_time(NOW - timedelta(days=2), NOW))


def test_today_and_yesterday() -> None:
    assert day_and_time(NOW, NOW).startswith("today ")
    assert day_and_time(NOW - timedelta(days=1), NOW).startswith("yesterday ")


@pytest.mark.parametrize(
    ("minutes", "text"), [(0, "0 min"), (42, "42 min"), (70, "1 h 10"), (60, "1 h"), (200, "3 h")]
)
def test_durations(minutes: int, text: str) -> None:
    assert duration_text(timedelta(minutes=minutes)) == text


def test_sizes(language: str) -> None:
    point = "." if language == "en" else ","
    assert bytes_text(512) == "512 B"
    assert bytes_text(3_240_000) == f"3{point}2 MB"
    assert bytes_text(25_000_000) == "25 MB"


def test_languages() -> None:
    assert language_for("pl") == "pl"
    assert language_for("xx") == "en"
    assert language_for("system") in LANGUAGES


@pytest.fixture
def translation(dressed_app: QApplication) -> Iterator[Translation]:
    made = Translation(dressed_app, "en")
    yield made
    made.use("en")
    made.setParent(None)


def test_the_language_is_changed_at_run_time(translation: Translation) -> None:
    for choice, word in (("en", "Cancel"), ("pl", "Anuluj"), ("en", "Cancel")):
        translation.use(choice)
        assert QCoreApplication.translate("QPlatformTheme", "Cancel") == word


def fields_of(path: Path) -> set[str]:
    """The words by which a module of the domain names the field of a refusal."""
    tree = ast.parse(path.read_text())
    calls = [node for node in ast.walk(tree) if isinstance(node, ast.Call)]
    checked = [
        call.args[1]
        for call in calls
        if getattr(call.func, "id", "").startswith("check_") and len(call.args) > 1
    ]
    refusing = [call for call in calls if getattr(call.func, "id", "") in ("refuse", "Refusal")]
    named = [word.value for call in refusing for word in call.keywords if word.arg == "field"]
    return {str(node.value) for node in (*checked, *named) if isinstance(node, ast.Constant)}


def test_every_field_that_a_refusal_names_has_a_name_for_people() -> None:
    found = set().union(*(fields_of(path) for path in DOMAIN.rglob("*.py"))) | set(FIELD_WORDS.values())
    assert {"reply", "file name", "until"} <= found
    assert found <= set(FIELD)
