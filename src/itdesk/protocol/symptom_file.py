"""Symptoms as a file says them: the TOML that the program ships, and the form in which one is written."""

import tomllib
from importlib.resources import files

from msgspec import Struct, ValidationError, convert

from itdesk.domain.catalogue import Category
from itdesk.domain.documents import Question, Symptom, Words
from itdesk.domain.ids import ArticleId, SymptomId
from itdesk.domain.symptom_rules import BadSymptom, check_symptoms


class QuestionEntry(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A `[[symptom.question]]`."""

    id: str
    words: dict[str, str]
    choices: tuple[dict[str, str], ...] = ()


class SymptomEntry(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A `[[symptom]]`. The order of the file is the order behind the first screen."""

    code: str
    icon: str
    category: Category
    name: dict[str, str]
    keywords: dict[str, str] = {}
    first: int | None = None
    question: tuple[QuestionEntry, ...] = ()
    probes: tuple[str, ...] = ()
    checks: tuple[str, ...] = ()
    articles: tuple[str, ...] = ()
    collects: bool = True


def shipped_symptoms() -> tuple[Symptom, ...]:
    """Return the symptoms that travel with the program, in the order of the file."""
    return read_symptoms((files("itdesk.resources") / "symptoms.toml").read_text("utf-8"))


def read_symptoms(text: str) -> tuple[Symptom, ...]:
    """Return the symptoms that `text` says, in its order. Raises BadSymptom with one sentence."""
    try:
        rows = tomllib.loads(text).get("symptom", [])
    except tomllib.TOMLDecodeError as error:
        raise BadSymptom(f"The symptoms are not written in TOML: {error}.") from None
    if not isinstance(rows, list):
        raise BadSymptom("Every symptom begins with a line [[symptom]], in double brackets.")
    found = tuple(_symptom(_entry(row, number), number) for number, row in enumerate(rows, 1))
    check_symptoms(found)
    return found


def _entry(row: object, number: int) -> SymptomEntry:
    try:
        return convert(row, SymptomEntry)
    except ValidationError as error:
        code = row.get("code") if isinstance(row, dict) else None
        called = f"Symptom “{code}”" if isinstance(code, str) else f"Symptom {number} of the file"
        raise BadSymptom(f"{called} is not formed as expected: {error}.") from None


def _symptom(entry: SymptomEntry, number: int) -> Symptom:
    return Symptom(
        id=SymptomId(entry.code),
        icon=entry.icon,
        category=entry.category,
        name=entry.name,
        keywords=entry.keywords,
        first=entry.first,
        order=number,
        questions=tuple(_question(one) for one in entry.question),
        probes=entry.probes,
        checks=entry.checks,
        articles=tuple(ArticleId(id) for id in entry.articles),
        collects=entry.collects,
    )


def _question(entry: QuestionEntry) -> Question:
    choices: tuple[Words, ...] = entry.choices
    return Question(id=entry.id, words=entry.words, choices=choices)
