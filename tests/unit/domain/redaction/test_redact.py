"""What holds for every text and every kind."""

import time
import tomllib
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from itdesk.domain.redaction import MARK, Finding, Secret, find, hidden, rules_of
from tests.unit.domain.redaction.surroundings import RULES

RESOURCES = Path(__file__).parents[4] / "resources"
TEXT_CHARS = 200_000
FRAGMENTS = (
    *(
        "hasło: ",
        "PIN=",
        "token => ",
        "--password ",
        "hasło to ",
        "key",
        "AWS_X=",
        "api_key:'",
        "„",
        "”",
        '"',
        "'",
    ),
    *(
        "44051401359",
        "61 1090 1014 0000 0712 1981 2874",
        "PL61109010140000071219812874",
        "4111 1111 1111 1111",
        "12",
    ),
    *(
        "https://",
        "jan:x@",
        "example.com",
        "?token=",
        "&a=b",
        "jan.k@example.com",
        "@",
        ".pl",
        "/home/",
        "C:\\Users\\",
    ),
    *(
        "aa:bb:cc:dd:ee:ff",
        ":",
        "-",
        "SSID: ",
        'ESSID:"',
        "eyJhbGciOiJIUzI1NiJ9.eyJhIjox.c",
        "ghp_" + "a" * 36,
        "Bearer abc12345",
    ),
    *(
        "-----BEGIN PRIVATE KEY-----",
        "-----END PRIVATE KEY-----",
        " ",
        "\n",
        ".",
        ",",
        "kot",
        MARK,
        "▇",
        "EMP-1",
    ),
)
mixtures = st.lists(st.sampled_from(FRAGMENTS) | st.text(max_size=4), max_size=14).map("".join)
WITH_OWN_PATTERNS, _ = rules_of(["jan.k@example.com"], "EMP-\\d+\n[a-z]{3}\\b")


@given(mixtures)
@settings(max_examples=400)
def test_findings_are_in_order_apart_and_gone_once_hidden(text: str) -> None:
    for rules in (RULES, WITH_OWN_PATTERNS):
        findings = find(text, rules)
        ends = [0]
        for finding in findings:
            assert ends[-1] <= finding.start < finding.end <= len(text)
            assert "▇" not in text[finding.start : finding.end]
            ends.append(finding.end)
        once = hidden(text, findings)
        assert find(once, rules) == ()
        assert hidden(once, find(once, rules)) == once


def test_every_kind_is_looked_for() -> None:
    rules, _ = rules_of([], "EMP-\\d+")
    text = " ".join(FRAGMENTS) + "\nSSID: biuro\nhasło: kot\nAZURE_ID=x\nhttps://a:b@c.pl/ /home/jan"
    text = text.replace("-----BEGIN", "\n-----BEGIN").replace("KEY----- ", "KEY-----\n")
    assert {it.secret for it in find(text, rules)} == set(Secret)


@pytest.mark.parametrize("length", [1, 4, 5, 300])
def test_the_mark_tells_neither_kind_nor_length(length: int) -> None:
    text = f"hasło: {'k' * length} SSID"
    assert hidden(text, find(text, RULES)) == f"hasło: {MARK} SSID"


def test_those_that_touch_share_a_mark_and_those_not_given_stay() -> None:
    text = "ala ma kota"
    findings = [Finding(7, 9, Secret.ADMIN), Finding(4, 7, Secret.TOKEN), Finding(5, 8, Secret.ADMIN)]
    assert hidden(text, findings) == f"ala {MARK}ta"
    assert hidden(text, []) == text


def _texts(value: object) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        for inner in value.values():
            yield from _texts(inner)
    elif isinstance(value, list):
        for inner in value:
            yield from _texts(inner)


FILES = (
    *sorted((RESOURCES / "demo" / "tickets").glob("*.toml")),
    *sorted((RESOURCES / "demo" / "articles").glob("*.toml")),
    RESOURCES / "symptoms.toml",
)


@pytest.mark.parametrize("file", FILES, ids=lambda path: path.stem)
def test_ordinary_texts_hold_no_secrets(file: Path) -> None:
    texts = list(_texts(tomllib.loads(file.read_text("utf-8"))))
    assert len(texts) > 3
    assert [(text, text[it.start : it.end]) for text in texts for it in find(text, RULES)] == []
    together = "\n".join(texts)
    assert [together[it.start : it.end] for it in find(together, RULES)] == []


HOSTILE = (
    *("a", "1", "12 ", "1111 ", "ab 12 3456 ", "PL61", "a@", "a.a-", "a@a-", "eyJ", "eyJaaaaaaaaa."),
    *(
        "-----BEGIN PRIVATE KEY",
        "-----END ",
        "pin:'",
        "pin:„",
        "hasło a b c d ",
        "key",
        "http://a@",
        "?a=",
        "aa:",
    ),
    *("SSID ", "C:\\Users\\a ", "--a", "basic a", "ghp_", "▇a", " ", "password\"'"),
)


@pytest.fixture(scope="module")
def ordinary_s() -> float:
    """The processor time that ordinary prose of the same length takes."""
    return _time_of("Drukarka na drugim piętrze nie drukuje od rana, 12 stron czeka. ")


def _time_of(fragment: str) -> float:
    text = (fragment * (TEXT_CHARS // len(fragment) + 1))[:TEXT_CHARS]
    begun = time.thread_time()
    find(text, RULES)
    return time.thread_time() - begun


@pytest.mark.parametrize("fragment", HOSTILE)
def test_no_text_takes_for_ever(fragment: str, ordinary_s: float) -> None:
    assert _time_of(fragment) < 40 * ordinary_s  # were it quadratic, it would be ten thousands of times
