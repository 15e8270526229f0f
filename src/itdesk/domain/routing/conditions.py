"""Whether a rule's conditions hold, and what in the report made them hold."""

from collections.abc import Sequence

from itdesk.domain.documents.rule import Conditions
from itdesk.domain.routing.look import Condition, Look
from itdesk.domain.routing.situation import Situation
from itdesk.domain.routing.wording import Wording
from itdesk.domain.tokeniser import tokens


def look(conditions: Conditions, at: Situation) -> tuple[Look, ...]:
    """Return every condition that was given, with what met it."""
    looked = {
        Condition.CATEGORY: (conditions.categories, _same(conditions.categories, at.category)),
        Condition.SYMPTOM: (conditions.symptoms, _same(conditions.symptoms, at.symptom)),
        Condition.SITE: (conditions.sites, _same_folded(conditions.sites, at.site)),
        Condition.DEVICE: (conditions.devices, _words_in(conditions.devices, at.computer_words)),
        Condition.WORDS: (conditions.words, _words_in(conditions.words, at.words)),
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


def _words_in(wanted: Sequence[str], texts: Sequence[Wording]) -> tuple[str, ...]:
    """Return the words of the texts that meet one that is wanted, each once, in the order of the wanted."""
    asked = [tokens(one) for one in wanted]
    found = (words for one in asked for text in texts for words in text.meetings(one))
    return tuple(dict.fromkeys(found))
