"""Where a report belongs, as the company says it."""

from dataclasses import dataclass, field

from itdesk.domain.catalogue import Category
from itdesk.domain.documents.words import Words
from itdesk.domain.ids import QueueId, RuleId
from itdesk.domain.priority import Impact, Priority, Urgency
from itdesk.domain.skills import Skill


@dataclass(frozen=True, kw_only=True)
class Conditions:
    """What a report must be for a rule to hold. All that are given must be met; of one's values, any.

    `sites` are those of the requester; `devices` are words of her computer's name or model; `words` stand in
    the title or the description, where a word of at least four letters also meets those that begin with it.
    Case and accents never count.
    """

    categories: tuple[Category, ...] = ()
    symptoms: tuple[str, ...] = ()
    sites: tuple[str, ...] = ()
    devices: tuple[str, ...] = ()
    words: tuple[str, ...] = ()


@dataclass(frozen=True, kw_only=True)
class Effects:
    """What a rule does. What is not given stays; an override stands over what impact and urgency come to."""

    queue_id: QueueId | None = None
    impact: Impact | None = None
    urgency: Urgency | None = None
    override: Priority | None = None
    tags: tuple[str, ...] = ()
    skills: tuple[Skill, ...] = ()
    """What whoever takes it has to know."""


@dataclass(frozen=True, kw_only=True)
class Rule:
    """One rule. They are asked by `order`, then by id; what an earlier one has said, later ones leave alone.

    One that `stops` is the last when it holds. `domain.routing` says what they come to.
    """

    id: RuleId
    name: Words
    order: int = 0
    is_on: bool = True
    conditions: Conditions = field(default_factory=Conditions)
    effects: Effects = field(default_factory=Effects)
    stops: bool = False
