"""What must hold of a symptom before anybody is asked by it. One sentence says what does not."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence

from itdesk.domain.document_rules.pieces import LANGUAGES
from itdesk.domain.documents import Question, Symptom, Words
from itdesk.domain.limits import SHORT_TEXT_CHARS
from itdesk.domain.refusals import Refused
from itdesk.domain.text import check_text

CODE = re.compile(r"[a-z0-9_-]{1,32}")
FIRST_PLACES = range(1, 10)
QUESTIONS = range(1, 4)
CHOICES = range(2, 6)
MOST_NAMES = 16


class BadSymptom(ValueError):
    """A symptom that cannot be used. The text is one sentence."""


def check_symptom(symptom: Symptom) -> Symptom:
    """Return `symptom` unchanged. Raises BadSymptom with the first thing that is wrong.

    Names of probes and checks that this program does not know are no fault: a newer one may know them.
    """
    for fault in _faults(symptom):
        raise BadSymptom(f"Symptom “{symptom.id}”: {fault}")
    return symptom


def check_symptoms(listed: Sequence[Symptom]) -> Sequence[Symptom]:
    """Return `listed` unchanged. Raises BadSymptom for one of them, or for two that cannot be told apart."""
    for symptom in listed:
        check_symptom(symptom)
    for code in _twice(symptom.id for symptom in listed):
        raise BadSymptom(f"Symptom “{code}”: there are two of this code.")
    for place in _twice(symptom.first for symptom in listed if symptom.first is not None):
        raise BadSymptom(f"Two symptoms have the place {place} on the first screen.")
    return listed


def _faults(symptom: Symptom) -> Iterator[str]:
    if not CODE.fullmatch(symptom.id):
        yield "a code has 1 to 32 of the signs a–z, 0–9, _ and -."
    if symptom.first is not None and symptom.first not in FIRST_PLACES:
        yield f"the first screen has no place {symptom.first}, only 1 to 9."
    yield from _faults_of_words(symptom.name, "name")
    yield from _faults_of_names([symptom.icon], "icon")
    for names, what in ((symptom.probes, "probe"), (symptom.checks, "check"), (symptom.articles, "article")):
        yield from _faults_of_names(names, what)
    if not symptom.collects and (symptom.probes or symptom.checks):
        yield "it collects nothing, so it cannot name probes or checks."
    yield from _faults_of_questions(symptom.questions)


def _faults_of_questions(questions: Sequence[Question]) -> Iterator[str]:
    if len(questions) not in QUESTIONS:
        yield f"one to three questions are asked, not {len(questions)}."
    for id in _twice(question.id for question in questions):
        yield f"two questions have the id “{id}”."
    for question in questions:
        if not CODE.fullmatch(question.id):
            yield f"the id of a question has 1 to 32 of the signs a–z, 0–9, _ and -, not “{question.id}”."
        yield from _faults_of_words(question.words, f"question “{question.id}”")
        yield from _faults_of_choices(question)


def _faults_of_choices(question: Question) -> Iterator[str]:
    if question.choices and len(question.choices) not in CHOICES:
        yield (
            f"the question “{question.id}” has two to five ready answers, or none for free text, "
            f"not {len(question.choices)}."
        )
    for choice in question.choices:
        yield from _faults_of_words(choice, f"ready answer of “{question.id}”")
    for language in LANGUAGES:
        for text in _twice(choice.get(language, "") for choice in question.choices):
            yield f"the question “{question.id}” has two ready answers “{text}”."


def _faults_of_words(words: Words, what: str) -> Iterator[str]:
    for language, called in LANGUAGES.items():
        if not words.get(language, "").strip():
            yield f"the {what} is missing in {called}."
    for text in words.values():
        try:
            check_text(text, what, SHORT_TEXT_CHARS)
        except Refused as refused:
            yield str(refused)


def _faults_of_names(names: Sequence[str], what: str) -> Iterator[str]:
    if len(names) > MOST_NAMES:
        yield f"{len(names)} names of a kind are too many ({what}); at most {MOST_NAMES} are kept."
    for name in names:
        if not CODE.fullmatch(name):
            yield f"“{name}” is no name of {'an' if what[0] in 'ai' else 'a'} {what}."


def _twice(values: Iterable[object]) -> list[object]:
    return [value for value, count in Counter(values).items() if count > 1]
