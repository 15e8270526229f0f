"""Why a fact could not be found out, in the person's language: the probes say it in English."""

import re
from collections.abc import Mapping

from itdesk.diagnostics.reasons import REASONS, WAY_REASONS
from itdesk.ui.card_words import declared_words

EVERY = (*REASONS, *WAY_REASONS)
PLACE = re.compile(r"\{(\w+)\}")


def reason_words(sentence: str) -> str:
    """Return the sentence in the person's language; one that is not known is shown as it came."""
    if sentence in EVERY:
        return declared_words(sentence)
    for template in EVERY:
        found = _pattern(template).fullmatch(sentence) if "{" in template else None
        if found is not None:
            return _filled(declared_words(template), found.groupdict())
    return sentence


def _filled(words: str, values: Mapping[str, str]) -> str:
    return PLACE.sub(lambda place: values.get(place[1], place[0]), words)


def _pattern(template: str) -> re.Pattern[str]:
    pieces = PLACE.split(template)
    fixed = [f"(?P<{piece}>.*)" if place % 2 else re.escape(piece) for place, piece in enumerate(pieces)]
    return re.compile("".join(fixed))
