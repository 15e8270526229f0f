"""The words of a text, folded once and sorted: so that many rules can ask quickly what it says."""

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence

from itdesk.domain.tokeniser import fold

BEGINNING = 4
"""A shorter word meets only itself: "net" is not the beginning of what "netto" says."""
NO_WORD = re.compile(r"[\W_]+")


class Wording:
    """One text, asked for folded words."""

    def __init__(self, text: str) -> None:
        self._said = [word for word in NO_WORD.split(text) if word]
        self._folded = [fold(word) for word in self._said]
        self._sorted = sorted((word, place) for place, word in enumerate(self._folded))

    def meetings(self, wanted: Sequence[str]) -> Iterator[str]:
        """Yield where the text says these words in a row, in its own spelling; the last may go on."""
        for start in self._places(wanted[0], is_last=len(wanted) == 1) if wanted else ():
            if self._goes_on(start, wanted):
                yield " ".join(self._said[start : start + len(wanted)])

    def _goes_on(self, start: int, wanted: Sequence[str]) -> bool:
        said = self._folded[start : start + len(wanted)]
        if len(said) < len(wanted):
            return False
        return said[:-1] == [*wanted[:-1]] and _begins(said[-1], wanted[-1])

    def _places(self, word: str, *, is_last: bool) -> list[int]:
        """Return where the word stands, or one that it is the beginning of, in the order of the text."""
        found, index = list[int](), bisect_left(self._sorted, (word, 0))
        while index < len(self._sorted) and self._sorted[index][0].startswith(word):
            said, place = self._sorted[index]
            if said == word or (is_last and _begins(said, word)):
                found.append(place)
            elif len(word) < BEGINNING or not is_last:
                break  # those that are the word itself come first
            index += 1
        return sorted(found)


def _begins(word: str, wanted: str) -> bool:
    return word == wanted or (len(wanted) >= BEGINNING and word.startswith(wanted))
