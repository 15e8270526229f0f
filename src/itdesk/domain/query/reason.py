"""Why a search found a ticket: where the searched words stand, with what stands around them."""

import re
import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum

from itdesk.domain.query.terms import Query, Words
from itdesk.domain.tokeniser import tokens

WORD = re.compile(r"[^\W_]+")
BEFORE_CHARS, AFTER_CHARS = 20, 80


class Place(StrEnum):
    """Where words of a ticket stand."""

    TITLE = "title"
    DESCRIPTION = "description"
    REPLY = "reply"
    NOTE = "note"
    SOLUTION = "solution"
    FILE = "file"
    TAG = "tag"
    PERSON = "person"
    FIELD = "field"


@dataclass(frozen=True)
class Passage:
    """A text of a ticket; `author` wrote it, nobody in particular where that is empty."""

    place: Place
    text: str
    author: str = ""


@dataclass(frozen=True, kw_only=True)
class Reason:
    """The words that were found, as they are written there, between what stands before and after them."""

    place: Place
    before: str
    hit: str
    after: str
    author: str = ""


def searched_in(query: Query) -> tuple[Words, ...]:
    """Return the words that a hit must have: only these can be shown."""
    terms = (term for term in query.terms if not term.is_negated)
    return tuple(one for term in terms for one in term.any_of if isinstance(one, Words))


def reason(wanted: Sequence[Words], passages: Iterable[Passage]) -> Reason | None:
    """Return where most of the words stand, the first such passage; `None` where none of them does.

    The title comes first, and where it has all of them nothing else is looked at.
    """
    best: tuple[int, Passage, tuple[int, int]] | None = None
    for passage in passages:
        text = unicodedata.normalize("NFC", passage.text)
        found = [span for one in wanted if (span := _span(one, text)) is not None]
        if found and (best is None or len(found) > best[0]):
            best = (len(found), Passage(passage.place, text, passage.author), min(found))
        if len(found) == len(wanted):
            break
    return None if best is None else _cut(best[1], best[2])


def _span(words: Words, text: str) -> tuple[int, int] | None:
    """Return from where to where the words stand in the text, as it is written."""
    there = [(token, *match.span()) for match in WORD.finditer(text) for token in tokens(match[0])]
    for start in range(len(there) - len(words.tokens) + 1):
        run = there[start : start + len(words.tokens)]
        if _is_run(words, [token for token, _, _ in run]):
            return run[0][1], run[-1][2]
    return None


def _is_run(words: Words, run: list[str]) -> bool:
    *whole, last = words.tokens
    return run[:-1] == whole and (run[-1].startswith(last) if words.is_beginning else run[-1] == last)


def _cut(passage: Passage, span: tuple[int, int]) -> Reason:
    start, end = span
    text = passage.text
    return Reason(
        place=passage.place,
        before=_end_of(text[:start]),
        hit=text[start:end],
        after=" ".join(text[end : end + AFTER_CHARS].split("\n")),
        author=passage.author,
    )


def _end_of(text: str) -> str:
    """Return the last few words of a text, with dots for what was before."""
    flat = " ".join(_lines(text))
    if len(flat) <= BEFORE_CHARS:
        return flat
    return "…" + flat[-BEFORE_CHARS:].partition(" ")[2]


def _lines(text: str) -> Iterator[str]:
    """Yield the text as one line; a blank at its end, which divides it from what follows, stays."""
    yield from text.split("\n")
