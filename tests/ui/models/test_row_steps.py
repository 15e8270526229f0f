from hypothesis import given
from hypothesis import strategies as st

from itdesk.ui.models.row_steps import RowSteps, row_steps, spans

lists = st.lists(st.integers(0, 30), unique=True)


def walked(old: list[int], new: list[int], steps: RowSteps[int]) -> list[object]:
    now: list[object] = list(old)
    for first, last in steps.removed:
        del now[first : last + 1]
    assert sorted(map(str, now)) == sorted(map(str, steps.kept))
    assert steps.reordered == (now != list(steps.kept))
    now = list(steps.kept)
    for first, last in steps.inserted:
        now[first:first] = new[first : last + 1]
    return now


@given(lists, lists)
def test_the_steps_lead_from_one_list_to_the_other(old: list[int], new: list[int]) -> None:
    assert walked(old, new, row_steps(old, new)) == new


def test_nothing_changed_takes_no_step() -> None:
    assert row_steps([1, 2, 3], [1, 2, 3]).count == 0


def test_neighbours_are_one_span() -> None:
    assert spans([1, 2, 5, 6, 7, 9]) == [(1, 2), (5, 7), (9, 9)]
