"""Words are found as people type them: without accents, in any case, in any width."""

import pytest
from hypothesis import given
from hypothesis import strategies as some

from itdesk.domain.tokeniser import fold, tokens


@pytest.mark.parametrize(
    ("typed", "written"),
    [
        ("lacze", "Łącze"),
        ("lacze", "ŁĄCZE"),
        ("dziala", "działa"),
        ("zazolc gesla jazn", "Zażółć gęślą jaźń"),
        ("kowalski", "jan.kowalski@example.com"),
        ("0123456789", "０１２３４５６７８９"),
        ("word", "Ｗｏｒｄ"),
        ("strasse", "Straße"),
        ("file", "ﬁle"),
        ("smorrebrod", "smørrebrød"),
        ("istanbul", "İstanbul"),
        ("e", "e\u0301"),
        ("0x80070005", "Error 0x80070005!"),
        ("wi fi", "Wi-Fi"),
    ],
)
def test_what_is_typed_finds_what_is_written(typed: str, written: str) -> None:
    found = tokens(written)
    assert set(tokens(typed)) <= set(found)


def test_words_come_in_their_order() -> None:
    assert tokens("  Drukarka: nie działa (3. piętro) ") == ["drukarka", "nie", "dziala", "3", "pietro"]
    assert tokens("") == tokens("… — !") == []


@given(some.text())
def test_words_are_letters_and_digits_only_and_folding_is_final(text: str) -> None:
    for word in tokens(text):
        assert word.isalnum()
        assert tokens(word) == [word]


@given(some.text(alphabet="aąbcćdeęłńoóśźżAĄŁÓ "))
def test_polish_text_folds_to_ascii(text: str) -> None:
    assert fold(text).isascii()
    assert tokens(text) == tokens(text.upper())
