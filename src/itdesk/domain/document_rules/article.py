"""What must hold of an article."""

from collections.abc import Iterator

from itdesk.domain.catalogue import Category
from itdesk.domain.document_rules.pieces import Reference, check_ids, check_told, check_words
from itdesk.domain.documents.article import Article
from itdesk.domain.limits import SHORT_TEXT_CHARS, TEXT_CHARS, TITLE_CHARS
from itdesk.domain.refusals import Code, refuse
from itdesk.domain.text import check_text


def check_article(article: Article) -> None:
    """Raise Refused for the first thing that is wrong. One language is enough: it helps already."""
    check_told(article.title, "title", TITLE_CHARS)
    check_told(article.body, "text", TEXT_CHARS)
    check_words(article.keywords, "keywords", TEXT_CHARS)
    check_ids(article.symptoms, "symptoms")
    check_text(article.category, "category", SHORT_TEXT_CHARS)
    if article.category and article.category not in list(Category):
        raise refuse(
            Code.UNKNOWN_CATEGORY, yours=article.category, limit=", ".join(category for category in Category)
        )


def named_by_article(article: Article) -> Iterator[Reference]:
    """Yield what must exist."""
    yield from (Reference("symptom", id) for id in article.symptoms)
