"""The guard of public replies: it finds what was meant for IT alone, and nothing else."""

import pytest
from hypothesis import given
from hypothesis import strategies as some

from itdesk.domain.leaking import RUN, quoted

NOTE = "Same on two other 7010s since today’s HP driver. I would go back to 7.0."
words = some.lists(some.from_regex(r"[a-z]{1,8}", fullmatch=True), min_size=1, max_size=20)


@pytest.mark.parametrize(
    "reply",
    [
        "Hello, same on two other 7010s since yesterday.",
        "It is the SAME on two other 7010s, since today!",
        "> I would go back to 7.0.\nThat is what we do.",
    ],
)
def test_words_of_a_note_are_found_whatever_their_signs(reply: str) -> None:
    assert quoted(reply, [NOTE], []) is not None


@pytest.mark.parametrize(
    "reply",
    ["I went back to driver 7.0.", "Same on two other computers.", "", "Thank you for your patience."],
)
def test_a_few_words_in_common_are_no_quotation(reply: str) -> None:
    assert quoted(reply, [NOTE], []) is None


def test_what_she_said_herself_is_no_secret() -> None:
    hers = "The printer blinks red and this morning it still worked."
    note = f"She says: {hers} I doubt it."
    assert quoted(f"You wrote: {hers}", [note], [hers]) is None
    assert quoted("I doubt it", [note], [hers]) is None


@given(words, words, words)
def test_a_run_of_a_note_is_found_wherever_it_stands(
    before: list[str], note: list[str], after: list[str]
) -> None:
    reply = " ".join((*before, *note, *after))
    found = quoted(reply, [" ".join(note)], [])
    assert (found is not None) >= (len(note) >= RUN)
    if found is not None:
        assert found in " ".join(note)


@given(words)
def test_what_is_public_is_never_found(note: list[str]) -> None:
    text = " ".join(note)
    assert quoted(text, [text], [text]) is None
