"""What must hold of a symptom: `domain.symptom_rules` says it."""

from collections.abc import Iterator

from itdesk.domain.document_rules.pieces import Reference, check_words
from itdesk.domain.documents.symptom import Symptom
from itdesk.domain.limits import TEXT_CHARS
from itdesk.domain.refusals import Code, refuse
from itdesk.domain.symptom_rules import BadSymptom, check_symptom


def check_as_document(symptom: Symptom) -> None:
    """Raise Refused for the first thing that is wrong."""
    check_words(symptom.keywords, "keywords", TEXT_CHARS)
    try:
        check_symptom(symptom)
    except BadSymptom as error:
        raise refuse(Code.BAD_DOCUMENT, yours=str(error)) from None


def named_by_symptom(symptom: Symptom) -> Iterator[Reference]:
    """Yield what must exist."""
    yield from (Reference("article", id) for id in symptom.articles)
