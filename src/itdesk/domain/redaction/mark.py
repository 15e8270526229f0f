"""What stands in the place of a secret, and how texts with such marks are taken apart."""

import re
from collections.abc import Iterable, Iterator

Span = tuple[int, int]
"""Start and end within a text."""

MARK_CHARACTER = "▇"
MARK = MARK_CHARACTER * 4
"""The same for every secret, whatever it was and however long."""
_UNMARKED = re.compile(f"[^{MARK_CHARACTER}]+")


def unmarked(text: str, spans: Iterable[Span]) -> Iterator[Span]:
    """Return the pieces of `spans`, in order and not overlapping, where no mark stands yet."""
    reached = 0
    for start, end in sorted(spans):
        for piece in _UNMARKED.finditer(text, max(start, reached), end):
            yield piece.span()
        reached = max(reached, end)


def covered(text: str, spans: Iterable[Span]) -> str:
    """Return `text`, as long as before, with mark characters over `spans`, which do not overlap."""
    pieces, reached = [], 0
    for start, end in sorted(spans):
        pieces += [text[reached:start], MARK_CHARACTER * (end - start)]
        reached = end
    return "".join([*pieces, text[reached:]])
