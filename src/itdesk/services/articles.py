"""The knowledge base as it is searched and read here, without a network; and whether an article helped."""

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

import msgspec

from itdesk.connection.connection import Connection
from itdesk.domain.catalogue import Category
from itdesk.domain.documents import Article, Symptom, Words, in_language
from itdesk.domain.ids import ArticleId, FileId, SymptomId, is_id
from itdesk.domain.limits import FILE_BYTES
from itdesk.domain.tokeniser import fold, tokens
from itdesk.replica import article_files, contents
from itdesk.services import announcements
from itdesk.services.desk import Desk
from itdesk.services.failures import WorldFailed, network_told_plainly

DEADLINE_S = 60.0
KEPT_AT_ONCE = 40
VERDICTS = "articles that helped"
PICTURE = re.compile(r"!\[[^\]\n]*\]\(file:([0-9a-f]{32})\)")
SHOWN = re.compile(r"!\[([^\]\n]*)\]\([^)\n]*\)")
HEADING = re.compile(r"^#+\s*", re.MULTILINE)
WORD = re.compile(r"[^\W_]+")

IN_TITLE, IN_KEYWORDS, IN_BODY = 100, 40, 10
"""How much a word found there is worth; twice in the reader's language."""
WHOLE_WORD, BEGINNING, STEM = 3, 2, 1
"""And by how much of it is the same: Polish bends its words at their end."""
ENDING, SHORTEST_STEM = 2, 4


@dataclass(frozen=True, kw_only=True)
class Page:
    """An article under the category in which it is listed."""

    article: Article
    category: Category


def pages(desk: Desk) -> tuple[Page, ...]:
    """Return all articles, in the order of the categories, then as they are kept. Raises WorldFailed.

    An article that names no category stands under that of its first symptom.
    """
    symptoms = {one.id: one for one in contents.documents(desk.replica, Symptom)}
    listed = [Page(article=one, category=_category(one, symptoms)) for one in _articles(desk)]
    order = list(Category)
    return tuple(sorted(listed, key=lambda page: order.index(page.category)))


def search(desk: Desk, words: str, language: str) -> tuple[Page, ...]:
    """Return the articles with all these words, each perhaps unfinished or bent otherwise, the best first.

    Where none has them all, those with most of them, if that is more than half: people write sentences.
    Accents and case do not matter. Titles weigh more than keywords, those more than the text; what is in
    the reader's `language` more than what is in another. Without a word it is `pages`. Raises WorldFailed.
    """
    wanted = tokens(words)
    if not wanted:
        return pages(desk)
    symptoms = {one.id: one for one in contents.documents(desk.replica, Symptom)}
    weighed = [(_weights(page.article, wanted, language, symptoms), page) for page in pages(desk)]
    most = max((_found(weights) for weights, _ in weighed), default=0)
    if most * 2 <= len(wanted):
        return ()
    best = [(sum(weights), page) for weights, page in weighed if _found(weights) == most]
    return tuple(page for _, page in sorted(best, key=lambda one: -one[0]))


def marks(text: str, words: str) -> tuple[tuple[int, int], ...]:
    """Return where `text` has words that are searched, as beginnings and ends of characters."""
    wanted = tuple(_stem(word) for word in tokens(words))
    if not wanted:
        return ()
    return tuple(match.span() for match in WORD.finditer(text) if fold(match[0]).startswith(wanted))


def pictures_of(article: Article, language: str) -> tuple[FileId, ...]:
    """Return the files of the store that the article shows in `language`, each once, in order."""
    found = PICTURE.findall(in_language(article.body, language))
    return tuple(dict.fromkeys(FileId(id) for id in found))


def as_text(article: Article, language: str) -> str:
    """Return an article's title and words as plain text, pictures by what they show."""
    words = SHOWN.sub(r"\1", in_language(article.body, language))
    plain = HEADING.sub("", words).replace("**", "")
    return f"{in_language(article.title, language)}\n\n{plain.strip()}\n"


def picture(desk: Desk, connection: Connection, file_id: FileId) -> bytes:
    """Return the bytes of a file that an article shows: from here, or fetched once and kept.

    Nothing is fetched that no article names. Raises WorldFailed.
    """
    if not is_id(file_id) or not is_shown(desk, file_id):
        raise WorldFailed("There is no such picture in the knowledge base.")
    here = contents.cached_file(desk.replica, file_id)
    if here is not None:
        return here
    with network_told_plainly():
        answer = connection.request(
            "GET", f"/v1/files/{file_id}", expect=None, deadline_s=DEADLINE_S, max_bytes=FILE_BYTES
        )
    article_files.keep(desk.replica, file_id, answer.body, desk.now())
    return answer.body


def keep_pictures(desk: Desk, fetch: Callable[[FileId], bytes]) -> int:
    """Fetch the pictures of all articles that are not here yet, so that they are read offline.

    Returns how many came: at most KEPT_AT_ONCE, and none after the first that cannot be had. Raises
    WorldFailed when this computer's own files fail.
    """
    named = {
        FileId(id) for one in _articles(desk) for body in one.body.values() for id in PICTURE.findall(body)
    }
    missing = sorted(named - article_files.kept(desk.replica))[:KEPT_AT_ONCE]
    for number, file_id in enumerate(missing):
        try:
            fetch(file_id)
        except WorldFailed:
            return number
    return len(missing)


def is_shown(desk: Desk, file_id: FileId) -> bool:
    """Tell whether an article shows this file, in any language. Raises WorldFailed."""
    bodies = (body for article in _articles(desk) for body in article.body.values())
    return any(file_id in PICTURE.findall(body) for body in bodies)


def verdict(desk: Desk, article_id: ArticleId) -> bool | None:
    """Return whether this person said that the article helped, `None` when she was not asked yet."""
    return _verdicts(desk).get(article_id)


def say(desk: Desk, article_id: ArticleId, *, helped: bool, language: str) -> bool:
    """Keep whether the article helped, and return it. The first yes counts as a report that was not needed.

    Raises Refused and WorldFailed.
    """
    verdicts = _verdicts(desk)
    article = contents.document(desk.replica, Article, article_id)
    if helped and article is not None and not verdicts.get(article_id):
        symptom = next(iter(article.symptoms), "")
        announcements.spared(desk, by=article_id, symptom=symptom, has_it_too=False, language=language)
    kept = verdicts | {article_id: helped}
    desk.outbox.take_note(VERDICTS, msgspec.json.encode(kept).decode(), is_news=True)
    return helped


def _verdicts(desk: Desk) -> dict[str, bool]:
    try:
        return msgspec.json.decode(desk.outbox.note(VERDICTS) or "{}", type=dict[str, bool])
    except msgspec.MsgspecError:
        return {}


def _articles(desk: Desk) -> tuple[Article, ...]:
    return contents.documents(desk.replica, Article)


def _category(article: Article, symptoms: Mapping[SymptomId, Symptom]) -> Category:
    if article.category in set(Category):
        return Category(article.category)
    found = [one.category for one in _symptoms_of(article, symptoms)]
    return next(iter(found), Category.OTHER)


def _weights(
    article: Article, wanted: Sequence[str], language: str, symptoms: Mapping[SymptomId, Symptom]
) -> list[int]:
    """Return how well the article answers each word; 0 for one that is nowhere in it."""
    places = [(IN_TITLE, article.title), (IN_BODY, article.body), (IN_KEYWORDS, article.keywords)]
    places += [(IN_KEYWORDS, one.name) for one in _symptoms_of(article, symptoms)]
    return [sum(_worth(word, words, value, language) for value, words in places) for word in wanted]


def _found(weights: Sequence[int]) -> int:
    return sum(weight > 0 for weight in weights)


def _symptoms_of(article: Article, symptoms: Mapping[SymptomId, Symptom]) -> list[Symptom]:
    return [symptoms[SymptomId(one)] for one in article.symptoms if one in symptoms]


def _worth(word: str, words: Words, value: int, language: str) -> int:
    """Return what a word found in any language of a text is worth."""
    return sum(
        value * _hit(word, _tokens(text)) * (2 if spoken == language else 1) for spoken, text in words.items()
    )


def _hit(word: str, found: frozenset[str]) -> int:
    if word in found:
        return WHOLE_WORD
    if any(one.startswith(word) for one in found):
        return BEGINNING
    return STEM if any(one.startswith(_stem(word)) for one in found) else 0


def _stem(word: str) -> str:
    """Return the word without the end that bends; a short one has none."""
    return word[: max(SHORTEST_STEM, len(word) - ENDING)]


@lru_cache(maxsize=2048)
def _tokens(text: str) -> frozenset[str]:
    """Return the words of a text: the same few hundred texts are searched at every key."""
    return frozenset(tokens(text))
