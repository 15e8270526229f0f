"""IT announces something, and says how it is reached, from the command line."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from itdesk.entrypoints.cli.main import DONE, REFUSED, USAGE, run

Ask = Callable[..., tuple[int, str, str]]


@pytest.fixture
def ask(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Ask:
    """Run `itdesk server …` in this process; return code, output and error."""

    def asked(*words: str) -> tuple[int, str, str]:
        code = run(["server", *words, "--data-dir", str(tmp_path)])
        said = capsys.readouterr()
        return code, said.out, said.err

    return asked


def _announced(ask: Ask) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = json.loads(ask("announcements", "--json")[1])
    return found


def test_an_announcement_is_made_changed_and_ended(ask: Ask) -> None:
    assert ask("announcements")[1] == "Nothing is announced.\n"
    words = ("--title-en", "VPN is down", "--title-pl", "Nie działa VPN", "--body-en", "Wait.")
    code, out, _ = ask("announce", *words, "--kind", "outage", "--symptom", "vpn", "--id", "vpn")
    assert (code, out) == (DONE, "Announced until it is ended, as vpn.\n")
    (before,) = _announced(ask)
    assert (before["kind"], before["symptoms"], before["is_current"]) == ("outage", ["vpn"], True)

    assert ask("announce", "--id", "vpn", "--until", "2099-11-26T12:00+01:00", "--title-pl", "")[0] == DONE
    (after,) = _announced(ask)
    assert (after["ends_at"], after["title"]) == ("2099-11-26T11:00:00Z", {"en": "VPN is down"})
    assert after["begins_at"] == before["begins_at"]

    assert ask("announce", "--end", "vpn")[1] == "vpn is not announced any more.\n"
    assert not _announced(ask)[0]["is_current"]
    assert ask("announce", "--end", "vpn")[1] == "vpn has ended already.\n"


def test_times_are_by_the_helpdesks_clock(ask: Ask) -> None:
    hours = ("--hours", "mon-fri 08:00-16:00", "--hours", "sat 10:00-14:00")
    code, out, _ = ask(
        "helpdesk", "--phone", "4410", *hours, "--zone", "Europe/Warsaw", "--closed", "2026-12-24"
    )
    assert (code, out) == (
        DONE,
        "The helpdesk has the phone 4410 and 6 opening hours a week in Europe/Warsaw.\n",
    )
    ask("announce", "--title-en", "Works", "--from", "2099-07-01T10:00", "--until", "2099-07-01T12:00")
    assert _announced(ask)[0]["begins_at"] == "2099-07-01T08:00:00Z"


def test_what_is_not_given_stays_and_none_takes_away(ask: Ask) -> None:
    ask("helpdesk", "--phone", "4410", "--hours", "mon 08:00-16:00", "--zone", "Europe/Warsaw")
    ask("helpdesk", "--name-pl", "Pomoc IT", "--closed", "2026-12-24")
    told = json.loads(ask("helpdesk", "--json")[1])
    assert (told["phone"], told["name"], told["closed_days"]) == ("4410", {"pl": "Pomoc IT"}, ["2026-12-24"])
    assert len(told["hours"]) == 1
    ask("helpdesk", "--hours", "none", "--closed", "none")
    told = json.loads(ask("helpdesk", "--json")[1])
    assert (told["hours"], told["closed_days"]) == ([], [])


@pytest.mark.parametrize(
    "words",
    [
        ("announce", "--kind", "outage"),
        ("announce", "--title-en", "x", "--until", "tomorrow"),
        ("announce", "--title-en", "x", "--until", "2001-01-01T00:00"),
        ("announce", "--title-en", "x" * 201),
        ("announce", "--title-en", "x", "--id", "not an id"),
        ("announce", "--title-en", "x", "--symptom", "no code"),
        ("announce", "--end", "nothing"),
        ("helpdesk", "--hours", "mon-fri 08:00-16:00"),
        ("helpdesk", "--hours", "whenever", "--zone", "Europe/Warsaw"),
        ("helpdesk", "--zone", "Mars/Olympus"),
        ("helpdesk", "--closed", "christmas"),
    ],
)
def test_what_cannot_be_is_one_sentence_and_changes_nothing(ask: Ask, words: tuple[str, ...]) -> None:
    code, out, err = ask(*words)
    assert (code, out) == (REFUSED, "")
    assert err.strip().endswith(".")
    assert err.count("\n") == 1
    assert _announced(ask) == []


def test_ending_stands_alone(ask: Ask) -> None:
    code, _, err = ask("announce", "--end", "vpn", "--title-en", "x")
    assert (code, err) == (USAGE, "--end stands alone: it needs only the id.\n")
