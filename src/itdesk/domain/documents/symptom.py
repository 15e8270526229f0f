"""What hurts, and what is then asked."""

from dataclasses import dataclass, field

from itdesk.domain.catalogue import Category
from itdesk.domain.documents.words import Words
from itdesk.domain.ids import ArticleId, SymptomId


@dataclass(frozen=True, kw_only=True)
class Question:
    """What is asked when a symptom was chosen. Without `choices` it is answered in free text."""

    id: str
    words: Words
    choices: tuple[Words, ...] = ()


@dataclass(frozen=True, kw_only=True)
class Symptom:
    """What hurts, in plain words: a card of the report window, and what is then asked and looked at.

    `first` is its place on the first screen (1 to 9); those without stand behind "More", by `order`.
    `probes`, `checks` and `articles` are names that this program may not know: it leaves those out.
    A symptom that does not `collect` sends neither facts nor a screenshot: only words and the time.
    `domain.symptom_rules` says what else must hold.
    """

    id: SymptomId
    icon: str
    category: Category
    name: Words
    keywords: Words = field(default_factory=dict)
    """Other words by which people call it, as one text a language."""
    first: int | None = None
    order: int = 0
    questions: tuple[Question, ...] = ()
    probes: tuple[str, ...] = ()
    checks: tuple[str, ...] = ()
    articles: tuple[ArticleId, ...] = ()
    collects: bool = True

    @property
    def code(self) -> str:
        """The name by which tickets and articles call it: its id."""
        return self.id
