"""What must hold of a rule before anybody asks it. One sentence says what does not."""

from collections.abc import Iterator

from itdesk.domain.documents.rule import Rule
from itdesk.domain.limits import SHORT_TEXT_CHARS
from itdesk.domain.refusals import Refused
from itdesk.domain.text import check_text

MOST_VALUES = 50
"""Of one condition or effect: asking all rules must stay quick, however long a report is."""


class BadRule(ValueError):
    """A rule that cannot be used. The text is one sentence."""


def check_rule(rule: Rule) -> Rule:
    """Return `rule` unchanged. Raises BadRule with the first thing that is wrong."""
    for fault in _faults(rule):
        raise BadRule(f"Rule “{rule.id}”: {fault}")
    return rule


def _faults(rule: Rule) -> Iterator[str]:
    asked, done = rule.conditions, rule.effects
    listed = {
        "categories": asked.categories,
        "symptoms": asked.symptoms,
        "sites": asked.sites,
        "devices": asked.devices,
        "words": asked.words,
        "tags": done.tags,
        "skills": tuple(skill.name for skill in done.skills),
        "names": tuple(rule.name.values()),
    }
    for what, texts in listed.items():
        if len(texts) > MOST_VALUES:
            yield f"{len(texts)} {what} are too many; at most {MOST_VALUES} are kept."
        yield from _faults_of_texts(what, texts)


def _faults_of_texts(what: str, texts: tuple[str, ...]) -> Iterator[str]:
    for text in texts:
        try:
            check_text(text, f"text among its {what}", SHORT_TEXT_CHARS, required=True)
        except Refused as refused:
            yield str(refused)
