"""How text is cut into words for search: folded runs of letters and digits.

SQLite's own folding does not find `lacze` in `Łącze`, because `ł` has no decomposition; so the
folding is ours, the same for every database.
"""

import unicodedata

LETTERS_WITHOUT_DECOMPOSITION = str.maketrans(
    {"ł": "l", "đ": "d", "ø": "o", "ħ": "h", "ı": "i", "ŧ": "t", "æ": "ae", "œ": "oe", "þ": "th", "ð": "d"}
)


def fold(text: str) -> str:
    """Return `text` without case, accents and compatibility forms: `Łącze` becomes `lacze`."""
    decomposed = unicodedata.normalize("NFKD", text.casefold())
    bare = "".join(character for character in decomposed if not unicodedata.combining(character))
    return unicodedata.normalize("NFKC", bare.casefold()).translate(LETTERS_WITHOUT_DECOMPOSITION)


def tokens(text: str) -> list[str]:
    """Return the words of `text` in order, folded; everything but letters and digits divides."""
    return "".join(character if character.isalnum() else " " for character in fold(text)).split()
