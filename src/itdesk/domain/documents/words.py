"""Words that people see, in every language in which they may read them."""

from collections.abc import Mapping

Words = Mapping[str, str]
"""The same words by language code: `{"en": "Hardware", "pl": "Sprzęt"}`."""


def in_language(words: Words, language: str) -> str:
    """Return the words in `language`, or in English, or in whatever there is."""
    return words.get(language) or words.get("en") or next(iter(words.values()), "")
