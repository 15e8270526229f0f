"""Articles that may spare a report: what somebody writes, beside what the knowledge base says."""

from collections.abc import Iterable
from dataclasses import dataclass

from itdesk.domain.documents import Article, Symptom
from itdesk.domain.tokeniser import tokens
from itdesk.services.desk import Desk
from itdesk.services.reading import articles

SHORTEST_WORD = 4
"""Shorter words stand in everything that people write."""
STEM = 5
"""Polish words end in many ways: those that begin alike count as the same."""
IN_TITLE, IN_KEYWORDS, IN_BODY, NAMED = 3, 2, 1, 4
ENOUGH = 3.5
MOST = 3
FEW = 10
"""Among fewer articles than these, how many have a word says nothing of it."""


@dataclass(frozen=True)
class Wanted:
    """What is searched for: the chosen symptom, and the stems of the words."""

    symptom: Symptom | None
    stems: frozenset[str]


def fitting_articles(desk: Desk, symptom: Symptom | None, words: str) -> tuple[Article, ...]:
    """Return at most three articles that fit, the best first. Raises WorldFailed.

    An article fits that the symptom names or that names the symptom, and one that has enough of the words.
    A word that stands in many articles says little and counts less.
    """
    known = articles(desk)
    wanted = Wanted(symptom, _stems((words,)))
    texts = {article.id: _texts(article) for article in known}
    spread = {
        stem: sum(any(stem in text for _, text in one) for one in texts.values()) / max(len(known), FEW)
        for stem in wanted.stems
    }
    scored = [
        (_named(article, wanted.symptom) + _hits(texts[article.id], spread), article) for article in known
    ]
    fitting = sorted((one for one in scored if one[0] >= ENOUGH), key=lambda one: -one[0])
    return tuple(article for _, article in fitting[:MOST])


def _named(article: Article, symptom: Symptom | None) -> float:
    """Return the score for belonging to the symptom; what it names first comes first."""
    if symptom is None:
        return 0
    if article.id in symptom.articles:
        return NAMED + 1 - symptom.articles.index(article.id) / 10
    return NAMED if symptom.id in article.symptoms else 0


def _texts(article: Article) -> tuple[tuple[int, frozenset[str]], ...]:
    """Return the stems of the article's texts with what one of them is worth, the best first."""
    texts = ((IN_TITLE, article.title), (IN_KEYWORDS, article.keywords), (IN_BODY, article.body))
    return tuple((worth, _stems(words.values())) for worth, words in texts)


def _hits(texts: tuple[tuple[int, frozenset[str]], ...], spread: dict[str, float]) -> float:
    rare = {stem: 1 - share / 2 for stem, share in spread.items()}
    best = {stem: next((worth for worth, text in texts if stem in text), 0) for stem in rare}
    return sum(weight * best[stem] for stem, weight in rare.items())


def _stems(texts: Iterable[str]) -> frozenset[str]:
    return frozenset(word[:STEM] for text in texts for word in tokens(text) if len(word) >= SHORTEST_WORD)
