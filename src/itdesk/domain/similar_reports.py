"""Which reports are probably about one trouble: they say the same, or their computers do.

Points for what two reports share: the symptom 3, the first check that failed 3, a third of their words 2, the
site 1, the category 1. From 5 points on they are similar; who is similar to any of a group belongs to it.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime

from itdesk.domain.ids import PersonId, TicketId
from itdesk.domain.tokeniser import tokens

SIMILAR_FROM = 5
LEAST_PEOPLE = 3
WORDS_ALIKE = 1 / 3
SHORT = 3
"""Words of up to so many letters say nothing."""


@dataclass(frozen=True, kw_only=True)
class Traits:
    """What is compared of one report."""

    ticket_id: TicketId
    requester_id: PersonId
    created_at: datetime
    category: str
    symptom: str = ""
    fault: str = ""
    """The first check that failed on the computer."""
    site: str = ""
    words: frozenset[str] = frozenset()


def telling_words(*texts: str) -> frozenset[str]:
    """Return the words of texts that can tell one trouble from another."""
    return frozenset(word for text in texts for word in tokens(text) if len(word) > SHORT)


def points(one: Traits, other: Traits) -> int:
    """Return how much two reports have in common."""
    shared = one.words & other.words
    every = one.words | other.words
    return (
        3 * (bool(one.symptom) and one.symptom == other.symptom)
        + 3 * (bool(one.fault) and one.fault == other.fault)
        + 2 * (bool(every) and len(shared) >= WORDS_ALIKE * len(every))
        + (bool(one.site) and one.site == other.site)
        + (one.category == other.category)
    )


def suggested(reports: Iterable[Traits]) -> tuple[Traits, ...]:
    """Return the largest group of similar reports by three people or more, oldest first; none: nothing.

    It does not matter in which order they are given.
    """
    ordered = sorted(reports, key=lambda one: (one.created_at, one.ticket_id))
    groups = [group for group in _groups(ordered) if _people(group) >= LEAST_PEOPLE]
    return max(groups, key=lambda group: (_people(group), len(group)), default=())


def _groups(ordered: Sequence[Traits]) -> list[tuple[Traits, ...]]:
    groups: list[tuple[Traits, ...]] = []
    for report in ordered:
        near = [group for group in groups if any(points(report, one) >= SIMILAR_FROM for one in group)]
        groups = [group for group in groups if group not in near]
        groups.append((*(one for group in near for one in group), report))
    return [tuple(sorted(group, key=lambda one: (one.created_at, one.ticket_id))) for group in groups]


def _people(group: Sequence[Traits]) -> int:
    return len({one.requester_id for one in group})
