"""How one list of ids becomes another, in steps that a Qt model can announce one by one."""

from collections.abc import Hashable, Sequence
from dataclasses import dataclass
from itertools import groupby

Span = tuple[int, int]
"""First and last row, both included."""


@dataclass(frozen=True)
class RowSteps:
    """Remove the spans (last first), put what is left in the order `kept`, insert the spans (first first)."""

    removed: tuple[Span, ...]
    kept: tuple[Hashable, ...]
    reordered: bool
    inserted: tuple[Span, ...]

    @property
    def count(self) -> int:
        """How many announcements it takes."""
        return len(self.removed) + len(self.inserted) + self.reordered


def row_steps(old: Sequence[Hashable], new: Sequence[Hashable]) -> RowSteps:
    """Return the steps from `old` to `new`; neither holds an id twice."""
    old_ids, new_ids = frozenset(old), frozenset(new)
    kept_before = tuple(one for one in old if one in new_ids)
    kept_after = tuple(one for one in new if one in old_ids)
    return RowSteps(
        removed=tuple(reversed(spans([row for row, one in enumerate(old) if one not in new_ids]))),
        kept=kept_after,
        reordered=kept_before != kept_after,
        inserted=tuple(spans([row for row, one in enumerate(new) if one not in old_ids])),
    )


def spans(rows: Sequence[int]) -> list[Span]:
    """Return rising row numbers as spans of neighbours: `[1, 2, 5]` is `[(1, 2), (5, 5)]`."""
    groups = groupby(enumerate(rows), key=lambda pair: pair[1] - pair[0])
    runs = [[row for _, row in run] for _, run in groups]
    return [(run[0], run[-1]) for run in runs]
