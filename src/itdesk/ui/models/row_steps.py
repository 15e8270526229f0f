"""How one list of ids becomes another, in steps that a Qt model can announce one by one."""

from collections.abc import Hashable, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import Generic, TypeVar

Span = tuple[int, int]
"""First and last row, both included."""


Id = TypeVar("Id", bound=Hashable)


@dataclass(frozen=True)
class RowSteps(Generic[Id]):
    """Remove the spans (last first), put what is left in the order `kept`, insert the spans (first first)."""

    removed: tuple[Span, ...]
    kept: tuple[Id, ...]
    reordered: bool
    inserted: tuple[Span, ...]

    @property
    def count(self) -> int:
        """How many announcements it takes."""
        return len(self.removed) + len(self.inserted) + self.reordered


def row_steps(old: Sequence[Id], new: Sequence[Id]) -> RowSteps[Id]:
    """Return the steps from `old` to `new`; neither holds an id twice.

    What both begin and end with is told apart at the speed of a comparison: of long lists little changes.
    """
    head = same_head(old, new)
    tail = same_head(old[head:][::-1], new[head:][::-1])
    before, after = old[head : len(old) - tail], new[head : len(new) - tail]
    before_ids, after_ids = frozenset(before), frozenset(after)
    kept_before = [one for one in before if one in after_ids]
    kept_after = [one for one in after if one in before_ids]
    gone = [head + row for row, one in enumerate(before) if one not in after_ids]
    come = [head + row for row, one in enumerate(after) if one not in before_ids]
    return RowSteps(
        removed=tuple(reversed(spans(gone))),
        kept=(*old[:head], *kept_after, *old[len(old) - tail :]),
        reordered=kept_before != kept_after,
        inserted=tuple(spans(come)),
    )


def same_head(one: Sequence[Id], other: Sequence[Id]) -> int:
    """Return how many items both begin with, by halving: slices are compared in C."""
    low, high = 0, min(len(one), len(other))
    while low < high:
        middle = (low + high + 1) // 2
        if one[low:middle] == other[low:middle]:
            low = middle
        else:
            high = middle - 1
    return low


def spans(rows: Sequence[int]) -> list[Span]:
    """Return rising row numbers as spans of neighbours: `[1, 2, 5]` is `[(1, 2), (5, 5)]`."""
    groups = groupby(enumerate(rows), key=lambda pair: pair[1] - pair[0])
    runs = [[row for _, row in run] for _, run in groups]
    return [(run[0], run[-1]) for run in runs]
