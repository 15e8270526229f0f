"""The company's own patterns."""

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from itdesk.domain.redaction import Finding, Secret, find, hidden, rules_of


def test_they_find_what_the_company_says() -> None:
    rules, complaints = rules_of(["Joanna@Example.com "], "EMP-\\d{6}\n\n  projekt (?:Orzeł|Kruk)  \n")
    assert complaints == ()
    assert rules.own_addresses == {"joanna@example.com"}
    text = "EMP-123456, projekt Orzeł, joanna@example.com\nEMP-12"
    assert hidden(text, find(text, rules)) == "▇▇▇▇, ▇▇▇▇, joanna@example.com\nEMP-12"
    assert find("EMP-123456", rules) == (Finding(0, 10, Secret.ADMIN),)


@pytest.mark.parametrize(
    ("line", "why"),
    [
        ("(abc", "no regular expression (missing ), unterminated subpattern"),
        ("*", "nothing to repeat"),
        ("a*", "matches where there is nothing"),
        ("x|", "matches where there is nothing"),
        (r"\b", "matches where there is nothing"),
        ("(?=a)", "matches where there is nothing"),
        ("(?x) a b", "the flag x"),
        ("(a+)+b", "may take for ever"),
        ("(a|aa)*b", "may take for ever"),
        ("((ab)?c)+", "may take for ever"),
        (r"(?:\d{1,3}\.)*x", "may take for ever"),
        ("a" * 1001, "longer than 1000 characters"),
        ("a{99999999999}", "no regular expression"),
    ],
)
def test_a_bad_one_is_one_clear_sentence_and_the_others_apply(line: str, why: str) -> None:
    rules, (sentence,) = rules_of([], f"good-\\d\n{line}\n\nbest")
    assert [pattern.pattern for pattern in rules.patterns] == ["good-\\d", "best"]
    assert sentence.startswith("Line 2 of the redaction patterns is not used: ")
    assert why in sentence
    assert sentence.endswith(".")


@pytest.mark.parametrize(
    "line", [r"(?:\d{4} ){3}\d{4}", r"\(\d+\)+", "[(+]+x", "(abc)+", "(?i:kruk)s?", r"a{2,3}b"]
)
def test_ordinary_repetitions_are_good(line: str) -> None:
    assert rules_of([], line)[1] == ()


@given(st.text("()[]{}|*+?^$\\.,-=!<>:#aAbB12dwsPx\n \u2587", max_size=24))
def test_whatever_stands_there_is_used_or_complained_of(text: str) -> None:
    rules, complaints = rules_of([], text)
    lines = [line for line in text.splitlines() if line.strip()]
    assert len(rules.patterns) + len(complaints) == len(lines)
    for finding in find("ab (12) Aa-Bb\nbbb aaa = 1", rules):
        assert finding.start < finding.end


@pytest.mark.parametrize("pattern", [".{8}", r"\w+$", ".+", r"\S", "[^x]{3}", r"\d{4}$", "^a.*", "k.t"])
@pytest.mark.parametrize(
    "text", ["abcdefghijkl", "a kot\nkot a@b.pl kot", "12345678\na1234", "x" * 5_000, "▇▇ab▇"]
)
def test_once_hidden_it_is_found_no_more(pattern: str, text: str) -> None:
    rules, _ = rules_of([], pattern)
    once = hidden(text, find(text, rules))
    assert find(once, rules) == ()


def test_they_reach_over_what_is_known_and_leave_nothing_of_it() -> None:
    rules, _ = rules_of([], r"klient .*? koniec")
    text = "klient jan@example.com, dług 100 koniec dnia"
    assert hidden(text, find(text, rules)) == "▇▇▇▇ dnia"


def test_a_slow_pattern_looks_at_short_pieces_only() -> None:
    rules, complaints = rules_of([], "a.*c")  # over a whole text of such letters it would be quadratic
    assert complaints == ()
    begun = time.thread_time()
    find("ab" * 2_000, rules)
    short_s = time.thread_time() - begun
    begun = time.thread_time()
    find("ab" * 40_000, rules)
    assert time.thread_time() - begun < 100 * max(short_s, 0.001)  # quadratic: 400
