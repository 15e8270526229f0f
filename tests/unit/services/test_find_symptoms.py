"""A word finds a symptom by its name, its keywords and its questions, with or without accents."""

import pytest
from hypothesis import given
from hypothesis import strategies as some

from itdesk.services.symptoms import find_symptoms, symptoms

KNOWN = symptoms()


def found(words: str) -> list[str]:
    return [symptom.code for symptom in find_symptoms(KNOWN, words)]


@pytest.mark.parametrize(
    ("words", "code"),
    [
        ("Drukowanie", "printing"),
        ("drukarki", "printing"),
        ("TONER", "printing"),
        ("haslo", "login"),
        ("hasł", "login"),
        ("łącze", "network"),
        ("outlook", "mail"),
        ("nie włącza", "computer_off"),
        ("uprawnienia", "access"),
    ],
)
def test_what_people_call_it_comes_first(words: str, code: str) -> None:
    assert found(words)[0] == code


def test_every_word_must_be_there() -> None:
    assert found("toner outlook") == []


def test_every_symptom_is_found_by_its_own_name() -> None:
    for symptom in KNOWN:
        for name in symptom.name.values():
            assert symptom.code in found(name)


@given(some.text(max_size=40))
def test_any_text_finds_some_or_none_and_nothing_twice(words: str) -> None:
    codes = found(words)
    assert len(codes) == len(set(codes))
