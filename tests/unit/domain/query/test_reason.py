"""Why a search found a ticket."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from itdesk.domain.query.parsing import parse
from itdesk.domain.query.reason import Passage, Place, Reason, reason, searched_in

TODAY = date(2026, 5, 25)


def why(typed: str, **texts: str) -> Reason | None:
    query = parse(typed, today=TODAY, unfinished=True)
    return reason(searched_in(query), [Passage(Place[place.upper()], text) for place, text in texts.items()])


def test_the_words_are_shown_as_they_are_written() -> None:
    found = why("lacze", title="Internet", reply="Dzień dobry,\nŁĄCZE nie działa od rana")
    assert found == Reason(
        place=Place.REPLY, before="Dzień dobry, ", hit="ŁĄCZE", after=" nie działa od rana"
    )


def test_the_text_with_most_of_the_words_is_shown() -> None:
    found = why("toner drum", title="The toner", description="Toner and drum are old", reply="drum toner")
    assert found is not None
    assert (found.place, found.hit) == (Place.DESCRIPTION, "Toner")


def test_where_the_title_says_so_nothing_else_is_looked_at() -> None:
    found = why("toner", title="The toner", reply="toner")
    assert found is not None
    assert found.place is Place.TITLE


@pytest.mark.parametrize(
    ("typed", "hit"),
    [('"does not print"', "does NOT print"), ("pri", "print"), ("pri*", "print"), ("not", "NOT")],
)
def test_phrases_and_beginnings(typed: str, hit: str) -> None:
    found = why(typed, reply="It does NOT print anything")
    assert found is not None
    assert found.hit == hit


@pytest.mark.parametrize("typed", ["status:open", "-toner", "missing", "is:open assignee:me"])
def test_what_no_text_shows(typed: str) -> None:
    assert why(typed, reply="toner") is None


def test_of_a_long_text_only_the_neighbours_are_shown() -> None:
    found = why("here", description="word " * 100 + "here" + " more" * 100)
    assert found is not None
    assert found.before == "…word word word "
    assert len(found.after) <= 80


@given(st.text(max_size=60), st.sampled_from(["łącze", "e\u0301cole", "ﬁle", "İstanbul", "ß"]))
def test_a_word_is_found_whatever_stands_around_it(around: str, word: str) -> None:
    found = (
        why(word.replace("\u0301", ""), reply=f"{around} {word} {around}")
        if word[0] != "e"
        else why("ecole", reply=f"{around} {word} {around}")
    )
    assert found is not None
    assert found.hit
