"""The draft and the proposed title."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from itdesk.domain.catalogue import Category, Concerns
from itdesk.domain.limits import TITLE_CHARS
from itdesk.domain.priority import Urgency
from itdesk.ui.report.words import Words, draft_of, proposed_title, words_of

every_words = st.builds(
    Words,
    title=st.text(),
    description=st.text(),
    symptom=st.text(),
    category=st.sampled_from(Category),
    urgency=st.sampled_from(Urgency),
    concerns=st.sampled_from(Concerns),
    place=st.text(),
    contact=st.text(),
)


@given(every_words)
def test_a_draft_gives_back_every_word(words: Words) -> None:
    assert words_of(draft_of(words)) == words


@given(st.text())
def test_a_damaged_draft_is_an_empty_one(text: str) -> None:
    assert isinstance(words_of(text), Words)


@pytest.mark.parametrize(
    ("description", "title"),
    [
        ("Nie mogę wydrukować faktur. Drukarka miga.", "Nie mogę wydrukować faktur"),
        ("No sound!\nIt worked yesterday", "No sound"),
        ("   ", ""),
        ("Version 2.5 does not start", "Version 2.5 does not start"),
    ],
)
def test_the_first_sentence_makes_the_title(description: str, title: str) -> None:
    assert proposed_title(description) == title


@given(st.text())
def test_a_proposed_title_is_one_line_that_can_be_sent(description: str) -> None:
    title = proposed_title(description)
    assert len(title) <= TITLE_CHARS
    assert "\n" not in title
