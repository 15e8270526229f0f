"""A symptom is whole, or one sentence says what it lacks."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as some

from itdesk.domain.catalogue import Category
from itdesk.domain.documents import Question, Symptom, is_for_everyone, kind_of_document
from itdesk.domain.ids import ArticleId, SymptomId
from itdesk.domain.symptom_rules import BadSymptom, check_symptom, check_symptoms

YES, NO = {"en": "Yes", "pl": "Tak"}, {"en": "No", "pl": "Nie"}
ASKED = Question(id="which", words={"en": "Which printer is it?", "pl": "Która to drukarka?"})
PRINTING = Symptom(
    id=SymptomId("printing"),
    icon="printer",
    category=Category.HARDWARE_FAILURE,
    name={"en": "Printing", "pl": "Drukowanie"},
    first=1,
    questions=(ASKED,),
    probes=("system_log",),
    checks=("printing",),
    articles=(ArticleId("starter-printer-queue"),),
)
OTHER = replace(PRINTING, id=SymptomId("other"), first=None)

some_words = some.dictionaries(some.sampled_from(["en", "pl", "de"]), some.text(max_size=210))
some_names = some.lists(some.text(max_size=34), max_size=18).map(tuple)
some_questions = some.builds(
    Question,
    id=some.text(max_size=34),
    words=some_words,
    choices=some.lists(some_words, max_size=7).map(tuple),
)
some_symptoms = some.builds(
    Symptom,
    id=some.text(max_size=34),
    icon=some.text(max_size=34),
    category=some.sampled_from(Category),
    name=some_words,
    first=some.none() | some.integers(-1, 11),
    questions=some.lists(some_questions, max_size=4).map(tuple),
    probes=some_names,
    checks=some_names,
    articles=some_names,
    collects=some.booleans(),
)


def _told_of(symptom: Symptom) -> str:
    """Return what is wrong, "" for nothing."""
    try:
        check_symptom(symptom)
    except BadSymptom as error:
        return str(error)
    return ""


def test_a_whole_symptom_passes() -> None:
    assert check_symptom(PRINTING) is PRINTING
    assert check_symptoms([PRINTING, OTHER]) == [PRINTING, OTHER]


def test_a_symptom_is_a_document_for_everyone_and_is_called_by_its_code() -> None:
    assert kind_of_document(PRINTING) == "symptom"
    assert is_for_everyone(PRINTING)
    assert PRINTING.code == "printing"


def test_names_that_only_a_newer_program_knows_are_kept() -> None:
    newer = replace(PRINTING, probes=("telepathy",), checks=("aura", "printing"))
    assert check_symptom(newer) == newer


@pytest.mark.parametrize(
    ("changed", "sentence"),
    [
        ({"id": "Print jobs"}, "a code has 1 to 32 of the signs a–z, 0–9, _ and -."),
        ({"id": "printing\n"}, "a code has 1 to 32 of the signs a–z, 0–9, _ and -."),
        ({"first": 0}, "the first screen has no place 0, only 1 to 9."),
        ({"first": 10}, "the first screen has no place 10, only 1 to 9."),
        ({"name": {"en": "Printing"}}, "the name is missing in Polish."),
        ({"name": {"en": " ", "pl": "Druk"}}, "the name is missing in English."),
        ({"name": {"en": "x" * 201, "pl": "x"}}, "The name is too long: at most 200 characters can be sent."),
        ({"name": {"en": "a\0b", "pl": "x"}}, "The name contains a NUL character, which cannot be stored."),
        ({"icon": "../x"}, "“../x” is no name of an icon."),
        ({"probes": ("system log",)}, "“system log” is no name of a probe."),
        (
            {"checks": tuple("abcdefghijklmnopq")},
            "17 names of a kind are too many (check); at most 16 are kept.",
        ),
        ({"articles": ("",)}, "“” is no name of an article."),
        ({"collects": False}, "it collects nothing, so it cannot name probes or checks."),
        ({"questions": ()}, "one to three questions are asked, not 0."),
        (
            {"questions": tuple(replace(ASKED, id=id) for id in "abcd")},
            "one to three questions are asked, not 4.",
        ),
        ({"questions": (ASKED, ASKED)}, "two questions have the id “which”."),
        (
            {"questions": (replace(ASKED, id="Which?"),)},
            "the id of a question has 1 to 32 of the signs a–z, 0–9, _ and -, not “Which?”.",
        ),
        (
            {"questions": (replace(ASKED, words={"pl": "Która?"}),)},
            "the question “which” is missing in English.",
        ),
        (
            {"questions": (replace(ASKED, choices=(YES,)),)},
            "the question “which” has two to five ready answers, or none for free text, not 1.",
        ),
        (
            {"questions": (replace(ASKED, choices=({"en": "Yes"}, NO)),)},
            "the ready answer of “which” is missing in Polish.",
        ),
        (
            {"questions": (replace(ASKED, choices=(YES, {"en": "Sure", "pl": "Tak"})),)},
            "the question “which” has two ready answers “Tak”.",
        ),
    ],
)
def test_what_is_wrong_is_one_sentence(changed: dict[str, object], sentence: str) -> None:
    with pytest.raises(BadSymptom) as caught:
        check_symptom(replace(PRINTING, **changed))  # type: ignore[arg-type]
    assert str(caught.value) == f"Symptom “{changed.get('id', 'printing')}”: {sentence}"


def test_symptoms_can_be_told_apart() -> None:
    with pytest.raises(BadSymptom, match=r"Symptom “printing”: there are two of this code\."):
        check_symptoms([PRINTING, replace(PRINTING, first=2)])
    with pytest.raises(BadSymptom, match=r"Two symptoms have the place 1 on the first screen\."):
        check_symptoms([PRINTING, replace(OTHER, first=1)])


@given(some_symptoms)
def test_any_symptom_passes_or_is_told_why_not(symptom: Symptom) -> None:
    sentence = _told_of(symptom)
    assert sentence.endswith(".") or not sentence
    if sentence:
        return
    assert 1 <= len(symptom.questions) <= 3
    assert all(words["en"] and words["pl"] for words in (symptom.name, symptom.questions[0].words))
