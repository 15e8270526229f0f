"""What must hold of a rule of routing."""

from collections.abc import Iterator

from itdesk.domain.document_rules.pieces import (
    Reference,
    check_count,
    check_id,
    check_ids,
    check_named,
    check_skills,
    check_tags,
    check_texts,
)
from itdesk.domain.documents.rule import Rule
from itdesk.domain.refusals import Code, refuse


def check_rule(rule: Rule) -> None:
    """Raise Refused for the first thing that is wrong."""
    check_named(rule.name, "name")
    conditions, effects = rule.conditions, rule.effects
    check_count(conditions.categories, "category")
    check_ids(conditions.symptoms, "symptoms")
    check_texts(conditions.sites, "site")
    check_texts(conditions.devices, "device")
    check_texts(conditions.words, "words")
    check_tags(effects.tags)
    check_skills(effects.skills)
    if effects.queue_id is not None:
        check_id(effects.queue_id, "queue")
    is_nothing = effects == type(effects)()
    if is_nothing and not rule.stops:
        raise refuse(Code.BAD_DOCUMENT, yours="A rule does something, or stops those that follow.")


def named_by_rule(rule: Rule) -> Iterator[Reference]:
    """Yield what must exist."""
    if rule.effects.queue_id is not None:
        yield Reference("queue", rule.effects.queue_id)
    yield from (Reference("symptom", id) for id in rule.conditions.symptoms)
