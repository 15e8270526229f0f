"""The file of symptoms is read or refused in a sentence; those that are shipped are whole and well said."""

import re
from importlib.resources import files

import pytest
from hypothesis import example, given
from hypothesis import strategies as some

from itdesk.domain.catalogue import Category
from itdesk.domain.documents import Symptom, Words
from itdesk.domain.symptom_rules import BadSymptom
from itdesk.protocol.symptom_file import read_symptoms, shipped_symptoms
from tests.unit.test_translations import NEVER_IN_POLISH, _glossary

NAMED_BY_TICKETS_AND_ARTICLES = {
    "printing", "network", "wifi", "vpn", "slow", "program", "program_start", "login", "mail", "monitor",
    "phone", "shared_drive", "sound_camera", "access", "software", "equipment", "advice", "security",
    "computer_off", "other",
}  # fmt: skip
PROBES = {"system_log", "software", "adapters", "disk_health", "sound", "usb", "shares", "vpn"}
CHECKS = {"network", "printing", "vpn", "disk", "memory", "sound", "camera"}
ONE = """
[[symptom]]
code = "printing"
icon = "printer"
category = "hardware_failure"
first = 1
name = { en = "Printing", pl = "Drukowanie" }
checks = ["printing", "aura"]
[[symptom.question]]
id = "others"
words = { en = "Does it print for others?", pl = "Czy drukuje innym?" }
choices = [{ en = "Yes", pl = "Tak" }, { en = "No", pl = "Nie" }]
"""


def _said(symptom: Symptom) -> list[Words]:
    asked = [words for question in symptom.questions for words in (question.words, *question.choices)]
    return [symptom.name, *asked]


def test_a_symptom_is_read_as_it_is_written() -> None:
    (symptom,) = read_symptoms(ONE)
    assert (symptom.code, symptom.icon, symptom.category) == (
        "printing",
        "printer",
        Category.HARDWARE_FAILURE,
    )
    assert (symptom.first, symptom.order, symptom.collects) == (1, 1, True)
    assert symptom.checks == ("printing", "aura")
    assert symptom.questions[0].choices[1] == {"en": "No", "pl": "Nie"}


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("[[symptom", r"The symptoms are not written in TOML: .+\."),
        ("symptom = 1", r"Every symptom begins with a line \[\[symptom\]\], in double brackets\."),
        ("symptom = [1]", r"Symptom 1 of the file is not formed as expected: .+\."),
        (
            ONE.replace("hardware_failure", "magic"),
            r"Symptom “printing” is not formed .+ 'magic'.+category.*\.",
        ),
        (ONE.replace("first = 1", 'first = "1"'), r"Symptom “printing” is not formed .+ `int .+first.*\."),
        (ONE.replace("checks", "chekcs"), r"Symptom “printing” is not formed .+ unknown field `chekcs`\."),
        (ONE.replace('icon = "printer"', ""), r"Symptom “printing” is not formed .+ required field `icon`\."),
        (
            ONE.replace("first = 1", "first = 12"),
            r"Symptom “printing”: the first screen has no place 12, .+\.",
        ),
        (ONE + ONE, r"Symptom “printing”: there are two of this code\."),
    ],
)
def test_what_is_wrong_in_the_file_is_one_sentence(text: str, sentence: str) -> None:
    with pytest.raises(BadSymptom) as caught:
        read_symptoms(text)
    assert re.fullmatch(sentence, str(caught.value)), caught.value


@given(some.text())
@example("symptom = {}")
@example("[[symptom]]\nname = 1979-05-27")
def test_any_text_is_symptoms_or_a_sentence(text: str) -> None:
    try:
        found, sentence = read_symptoms(text), ""
    except BadSymptom as error:
        found, sentence = (), str(error)
    assert found == ()
    assert sentence.endswith(".") or not sentence


def test_the_shipped_symptoms_keep_their_codes_and_fill_the_first_screen() -> None:
    shipped = shipped_symptoms()
    assert {symptom.code for symptom in shipped} == NAMED_BY_TICKETS_AND_ARTICLES
    assert [symptom.first for symptom in shipped if symptom.first] == list(range(1, 10))


@pytest.mark.parametrize("symptom", shipped_symptoms(), ids=lambda symptom: symptom.code)
def test_a_shipped_symptom_is_whole(symptom: Symptom) -> None:
    assert files("itdesk.resources").joinpath("icons", f"{symptom.icon}.svg").is_file()
    assert set(symptom.probes) <= PROBES
    assert set(symptom.checks) <= CHECKS
    for words in _said(symptom):
        assert words.keys() == {"en", "pl"}
        assert all(text == text.strip() for text in words.values())
        assert not NEVER_IN_POLISH.search(words["pl"]), words
        assert not re.search(r"\b(Ty|Twoj\w*|Twój|Ciebie|Ci)\b", words["pl"]), "“ty” is written small"
    for question in symptom.questions:
        assert all(re.search(r"[.?]$", text) for text in question.words.values())
        assert not any(re.search(r"[.?:]$", text) for choice in question.choices for text in choice.values())


def test_the_words_of_the_glossary_are_used() -> None:
    said = [words for symptom in shipped_symptoms() for words in _said(symptom)]
    for word, stems in _glossary().items():
        spoken = [words for words in said if re.search(rf"\b{word}s?\b", words["en"], re.IGNORECASE)]
        assert not [words for words in spoken if not any(stem in words["pl"].lower() for stem in stems)]


def test_a_security_worry_sends_nothing_but_words_and_the_time() -> None:
    assert [symptom.code for symptom in shipped_symptoms() if not symptom.collects] == ["security"]
