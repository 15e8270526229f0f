"""Whether a rule's conditions hold, and what in the report made them hold."""

import re
from collections.abc import Iterator, Sequence

from itdesk.domain.documents.rule import Conditions
from itdesk.domain.routing.look import Condition, Look
from itdesk.domain.routing.situation import Situation
from itdesk.domain.tokeniser import fold, tokens

BEGINNING = 4
"""A shorter word meets only itself: "net" is not the beginning of what "netto" says."""
NO_WORD = re.compile(r"[\W_]+")


def look(conditions: Conditions, at: Situation) -> tuple[Look, ...]:
    """Return every condition that was given, with what met it."""
    looked = {
        Condition.CATEGORY: (conditions.categories, _same(conditions.categories, at.category)),
        Condition.SYMPTOM: (conditions.symptoms, _same(conditions.symptoms, at.symptom)),
        Condition.SITE: (conditions.sites, _same_folded(conditions.sites, at.site)),
        Condition.DEVICE: (conditions.devices, _words_in(conditions.devices, at.computer)),
        Condition.WORDS: (conditions.words, _words_in(conditions.words, (at.title, at.description))),
    }
    return tuple(
        Look(condition=condition, wanted=tuple(map(str, wanted)), found=found)
        for condition, (wanted, found) in looked.items()
        if wanted
    )


def _same(wanted: Sequence[str], value: str) -> tuple[str, ...]:
    return (str(value),) if value and value in wanted else ()


def _same_folded(wanted: Sequence[str], value: str) -> tuple[str, ...]:
    is_wanted = tokens(value) in [tokens(one) for one in wanted]
    return (value,) if value.strip() and is_wanted else ()


def _words_in(wanted: Sequence[str], texts: Sequence[str]) -> tuple[str, ...]:
    """Return the words of the texts that meet one that is wanted, each once, in the order of the wanted."""
    found = (words for one in wanted for text in texts for words in _meetings(tokens(one), text))
    return tuple(dict.fromkeys(found))


def _meetings(wanted: Sequence[str], text: str) -> Iterator[str]:
    """Yield where the text says the wanted words one after the other; the last may go on."""
    said = [word for word in NO_WORD.split(text) if word]
    folded = [fold(word) for word in said]
    for start in range(len(said) - len(wanted) + 1) if wanted else ():
        end = start + len(wanted)
        if folded[start : end - 1] == [*wanted[:-1]] and _begins(folded[end - 1], wanted[-1]):
            yield " ".join(said[start:end])


def _begins(word: str, wanted: str) -> bool:
    return word == wanted or (len(wanted) >= BEGINNING and word.startswith(wanted))
