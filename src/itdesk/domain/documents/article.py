"""Pages of the knowledge base."""

from dataclasses import dataclass, field

from itdesk.domain.documents.words import Words
from itdesk.domain.ids import ArticleId


@dataclass(frozen=True, kw_only=True)
class Article:
    """A page of the knowledge base."""

    id: ArticleId
    title: Words
    body: Words
    category: str = ""
    symptoms: tuple[str, ...] = ()
    staff_only: bool = False
    keywords: Words = field(default_factory=dict)
    """Other words by which people look for it, as one text a language."""
