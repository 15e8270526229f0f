"""What went wrong is told in the person's language wherever we know what it was."""

import logging
import sqlite3
from pathlib import Path

import pytest

from itdesk.connection.errors import (
    ADVICE,
    Cause,
    ExchangeFailed,
    NotItdesk,
    Problem,
    SignInNeeded,
    TooOld,
    Unreachable,
)
from itdesk.domain.refusals import Code, refuse
from itdesk.services.failures import WorldFailed
from itdesk.ui.failure_words import PROBLEM, UNREACHABLE, WORLD, failure_sentence, known_sentence
from itdesk.ui.words import refusal_sentence

SERVER = "https://help.example.com"
SOURCES = Path(__file__).parents[2] / "src" / "itdesk"


def problem(code: str, kind: type[Problem] = Problem) -> Problem:
    return kind(SERVER, status=400, code=code, title="In the server's words.")


def raised_from(cause: Exception) -> WorldFailed:
    try:
        raise WorldFailed("In English.") from cause
    except WorldFailed as error:
        return error


@pytest.mark.parametrize("cause", Cause)
def test_every_way_of_not_reaching_the_server_has_words(cause: Cause) -> None:
    error = Unreachable(SERVER, cause, "because")
    assert failure_sentence(error) == str(error)
    assert UNREACHABLE[cause] == ADVICE[cause]


@pytest.mark.parametrize(
    "error", [NotItdesk(SERVER, "a web page"), problem("x", TooOld), problem("x", SignInNeeded)]
)
def test_every_class_of_failed_exchange_has_words(error: ExchangeFailed) -> None:
    assert known_sentence(error)


def test_what_stands_behind_a_failure_is_what_is_told() -> None:
    behind = Unreachable(SERVER, Cause.NAME)
    assert failure_sentence(raised_from(behind)) == failure_sentence(behind)


@pytest.mark.parametrize("code", PROBLEM)
def test_the_servers_codes_are_codes_that_it_sends(code: str) -> None:
    sources = [path.read_text() for path in (SOURCES / "server").rglob("*.py")]
    assert any(f'"{code}"' in source for source in sources) or code == Code.NOT_FOUND
    assert failure_sentence(problem(code)) == PROBLEM[code]


def test_what_nobody_knows_keeps_its_own_words() -> None:
    assert failure_sentence(problem("novelty")) == "In the server's words."
    assert failure_sentence(WorldFailed("The sun went out.")) == "The sun went out."


@pytest.mark.parametrize("sentence", WORLD)
def test_sentences_of_the_services_are_the_very_ones_that_they_say(sentence: str) -> None:
    said = "\n".join(path.read_text() for path in SOURCES.rglob("*.py") if path.name != "failure_words.py")
    assert f'"{sentence}"' in said


def test_a_full_disk_and_a_forbidden_file_are_told() -> None:
    full = sqlite3.OperationalError("database or disk is full")
    full.sqlite_errorname = "SQLITE_FULL"
    assert failure_sentence(raised_from(full)).startswith("The disk is full.")
    forbidden = PermissionError(13, "Permission denied", "/tmp/report.pdf")
    assert failure_sentence(raised_from(forbidden)) == "“/tmp/report.pdf” cannot be used: Permission denied."


def test_a_refusal_is_told_as_a_refusal() -> None:
    error = refuse(Code.TEXT_EMPTY, field="title")
    assert failure_sentence(error) == refusal_sentence(error.refusal)


def test_a_fault_of_our_own_is_logged_whole(caplog: pytest.LogCaptureFixture) -> None:
    with caplog.at_level(logging.ERROR):
        assert "itdesk itself" in failure_sentence(KeyError("oops"))
    assert "KeyError" in caplog.text
