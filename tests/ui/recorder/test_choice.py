"""Which pictures of a recording are kept, for any sequence of looks."""

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from itdesk.ui.recorder.choice import (
    MOST_BYTES,
    MOST_FRAME_BYTES,
    MOST_FRAMES,
    SHORTEST_GAP_MS,
    Kept,
    Shot,
    differs,
    wants,
    with_shot,
)

GREYS = [bytes([level] * 64 * 36) for level in (0, 3, 120, 255)]
LOOKS = st.lists(
    st.tuples(
        st.integers(min_value=0, max_value=2_500),  # since the look before
        st.sampled_from(GREYS),
        st.booleans(),
        st.integers(min_value=1, max_value=MOST_FRAME_BYTES),
    ),
    max_size=150,
)


def shot(number: int, at_ms: int, grey: bytes = GREYS[0], *, is_marked: bool = False) -> Shot:
    return Shot(number=number, at_ms=at_ms, grey=grey, is_marked=is_marked)


def keep(kept: Kept, one: Shot, size: int = 1_000) -> Kept:
    return with_shot(kept, one, size) if wants(kept, one) else kept


@given(LOOKS)
def test_bounds_hold_for_any_sequence(looks: list[tuple[int, bytes, bool, int]]) -> None:
    kept, at_ms = Kept(), 0
    for number, (later, grey, is_marked, size) in enumerate(looks):
        at_ms += later
        kept = keep(kept, shot(number, at_ms, grey, is_marked=is_marked), size)
        assert len(kept.frames) <= MOST_FRAMES
        assert kept.bytes <= MOST_BYTES


@given(LOOKS)
def test_at_most_one_a_second_but_for_marks(looks: list[tuple[int, bytes, bool, int]]) -> None:
    kept, at_ms = Kept(), 0
    for number, (later, grey, is_marked, size) in enumerate(looks):
        at_ms += later
        kept = keep(kept, shot(number, at_ms, grey, is_marked=is_marked), size)
    for earlier, later_frame in pairwise(kept.frames):
        assert later_frame.number > earlier.number
        assert later_frame.is_marked or later_frame.at_ms - earlier.at_ms >= SHORTEST_GAP_MS


@given(LOOKS)
def test_marks_are_always_kept_until_it_is_full(looks: list[tuple[int, bytes, bool, int]]) -> None:
    kept, at_ms, marks = Kept(), 0, []
    for number, (later, grey, is_marked, size) in enumerate(looks):
        at_ms += later
        if is_marked and not kept.is_full:
            marks.append(number)
        kept = keep(kept, shot(number, at_ms, grey, is_marked=is_marked), size)
    assert [frame.number for frame in kept.frames if frame.is_marked] == marks


def test_what_did_not_change_is_not_kept_again() -> None:
    kept = keep(Kept(), shot(1, 0))
    assert not wants(kept, shot(2, 5_000))
    assert wants(kept, shot(3, 5_000, GREYS[2]))


def test_a_mark_takes_the_place_of_the_same_picture_before_it() -> None:
    kept = keep(keep(Kept(), shot(1, 0)), shot(2, 400, is_marked=True))
    assert [frame.number for frame in kept.frames] == [2]


def test_a_mark_leaves_an_earlier_mark_of_the_same_picture_alone() -> None:
    kept = keep(keep(Kept(), shot(1, 0, is_marked=True)), shot(2, 400, is_marked=True))
    assert [frame.number for frame in kept.frames] == [1, 2]


def test_a_blinking_cursor_is_no_change_and_a_small_window_is() -> None:
    before = bytearray(64 * 36)
    cursor, window = bytearray(before), bytearray(before)
    cursor[700] = 255
    window[700:708] = bytes([60] * 8)
    assert not differs(bytes(before), bytes(cursor))
    assert differs(bytes(before), bytes(window))


def test_it_says_in_time_that_it_will_be_full() -> None:
    kept, at_ms = Kept(), 0
    while not kept.is_full:
        was_near = kept.is_nearly_full
        at_ms += SHORTEST_GAP_MS
        kept = keep(kept, shot(at_ms, at_ms, GREYS[2 + len(kept.frames) % 2]), MOST_FRAME_BYTES)
    assert was_near
    assert not wants(kept, shot(99_999, at_ms + 5_000, is_marked=True))
