"""How text is cut into words for search: folded runs of letters and digits.

SQLite's own folding does not find `lacze` in `Łącze`, because `ł` has no decomposition; so the
folding is ours, the same for every database.
"""

import unicodedata
from functools import lru_cache

LETTERS_WITHOUT_DECOMPOSITION = str.maketrans(
    {"ł": "l", "đ": "d", "ø": "o", "ħ": "h", "ı": "i", "ŧ": "t", "æ": "ae", "œ": "oe", "þ": "th", "ð": "d"}
)
WORD_CHARS = 64
"""Of a longer run of letters only so many are looked at: an index has no room for whole files in one word."""


def fold(text: str) -> str:
    """Return `text` without case, accents and compatibility forms: `Łącze` becomes `lacze`."""
    decomposed = unicodedata.normalize("NFKD", text.casefold())
    bare = "".join(character for character in decomposed if not unicodedata.combining(character))
    return unicodedata.normalize("NFKC", bare.casefold()).translate(LETTERS_WITHOUT_DECOMPOSITION)


def tokens(text: str) -> list[str]:
    """Return the words of `text` in order, folded; everything but letters and digits divides."""
    found: list[str] = []
    for run in text.split():
        found += _known_words(run) if len(run) <= WORD_CHARS else _words(run)
    return found


def _words(run: str) -> tuple[str, ...]:
    bare = "".join(character if character.isalnum() else " " for character in fold(run))
    return tuple(word[:WORD_CHARS] for word in bare.split())


@lru_cache(maxsize=16384)
def _known_words(run: str) -> tuple[str, ...]:
    """Return the words in a run of text without blanks: the same few thousand make up most text."""
    return _words(run)
