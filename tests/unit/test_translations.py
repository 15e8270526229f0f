"""The catalogues hold every sentence of the windows, each translated; what is compiled is what is written."""

import ast
import re
import shutil
import subprocess
import sysconfig
import xml.etree.ElementTree as ET
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from PySide6.QtCore import QTranslator

from itdesk.diagnostics.__main__ import CONTEXT, declared_sentences, sentences_source
from itdesk.ui.translation import catalogues

ROOT = Path(__file__).parents[2]
WINDOWS = sorted((ROOT / "src" / "itdesk" / "ui").rglob("*.py"))
CATALOGUES = ROOT / "resources" / "translations"
SCRIPTS = Path(sysconfig.get_path("scripts"))
ONLY_PLURALS = {"pl": (), "en": ("-pluralonly",)}
FORMS = {"pl": 3, "en": 2}

PLACEHOLDER = re.compile(r"\{\w*\}|%n|%\d|&(?=\w)|\n")
ENDING = re.compile(r"[.?:…]$")
GLOSSARY_ROW = re.compile(r"^\| (?P<english>[^|]+) \| [^|]+ \| (?P<stems>[^|]+) \|$", re.MULTILINE)
NEVER_IN_POLISH = re.compile(
    # words that have a better one, and the past tense of "you", which has a gender
    r"\bt[iy]c?ket|\brequest|zgłaszając(?:y|ego|emu|ym)\b|użytkowni|\bprosz|błędn|operacj|\w+(?:łeś|łaś|łbyś|łabyś)\b"
    r'|["“!]|\s-\s|—',
    re.IGNORECASE,
)

Key = tuple[str, str]


@dataclass(frozen=True)
class Sentence:
    """One entry: `forms` are its translation, several where it has plural forms."""

    context: str
    source: str
    comment: str
    forms: tuple[str, ...]
    is_plural: bool
    is_finished: bool

    @property
    def key(self) -> Key:
        """What Qt finds it by."""
        return self.context, self.source


def _path(language: str) -> Path:
    return CATALOGUES / f"itdesk_{language}.ts"


def _run(tool: str, *arguments: str | Path) -> None:
    command = [str(SCRIPTS / tool), *map(str, arguments)]
    outcome = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, timeout=100, check=False)
    assert outcome.returncode == 0, outcome.stdout + outcome.stderr


def _sentences(catalogue: Path) -> Iterator[Sentence]:
    for context in ET.parse(catalogue).getroot().iter("context"):
        for message in context.iter("message"):
            translation = message.find("translation")
            assert translation is not None
            is_plural = message.get("numerus") == "yes"
            forms = [form.text or "" for form in translation] if is_plural else [translation.text or ""]
            yield Sentence(
                context=context.findtext("name", ""),
                source=message.findtext("source", ""),
                comment=message.findtext("comment", ""),
                forms=tuple(forms),
                is_plural=is_plural,
                is_finished=translation.get("type") is None and all(forms),
            )


def _said_in(file: Path) -> Iterator[tuple[Key, str]]:
    """Answer what the code of a window asks Qt to translate, and where; sentences are constants there."""
    for context, call in _calls(ast.parse(file.read_text(encoding="utf-8"))):
        called = call.func.attr if isinstance(call.func, ast.Attribute) else getattr(call.func, "id", "")
        first = [str(argument.value) for argument in call.args[:2] if isinstance(argument, ast.Constant)]
        where = f"{file.relative_to(ROOT)}:{call.lineno}"
        if called == "tr":
            assert first, f"{where} translates what no catalogue can hold"
            yield (context, first[0]), where
        elif called in ("translate", "QT_TRANSLATE_NOOP") and len(first) == 2:
            yield (first[0], first[1]), where


def _calls(tree: ast.AST, inside: str = "") -> Iterator[tuple[str, ast.Call]]:
    for node in ast.iter_child_nodes(tree):
        if isinstance(node, ast.Call):
            yield inside, node
        yield from _calls(node, node.name if isinstance(node, ast.ClassDef) else inside)


def _glossary() -> dict[str, tuple[str, ...]]:
    """Read English -> the stems of its Polish word, from the page that translators read."""
    page = (ROOT / "docs" / "translating.md").read_text(encoding="utf-8")
    rows = [(row["english"], row["stems"]) for row in GLOSSARY_ROW.finditer(page)]
    return {english: tuple(stems.lower().split(", ")) for english, stems in rows if english != "English"}


def _declared(folder: Path) -> Path:
    """Write what the declarations of facts say to people where Qt's tool can read it."""
    file = folder / "declared_sentences.py"
    file.write_text(sentences_source(), encoding="utf-8")
    return file


def _translator(language: str) -> tuple[QTranslator, bytes]:
    """Load what the windows load: our catalogue is the last. The bytes must outlive the translator."""
    data = catalogues(language)[-1]
    translator = QTranslator()
    assert translator.load(data)
    return translator, data


@pytest.mark.parametrize("language", ONLY_PLURALS)
def test_the_catalogue_is_up_to_date(language: str, tmp_path: Path) -> None:
    copy = Path(shutil.copy(_path(language), tmp_path))
    options = ("-no-obsolete", "-locations", "none", *ONLY_PLURALS[language])
    _run("pyside6-lupdate", *WINDOWS, _declared(tmp_path), *options, "-ts", copy)
    known, today = ({(*one.key, one.comment) for one in _sentences(path)} for path in (_path(language), copy))
    assert today
    assert not today - known, "run: make translations, then translate what is new"
    assert not known - today, "run: make translations; these sentences are gone"


def test_no_sentence_of_the_declarations_escapes_the_catalogue() -> None:
    collected = {one.key for one in _sentences(_path("pl"))}
    declared = set(declared_sentences()) - {""}
    assert len(declared) > 200
    assert not {text for text in declared if (CONTEXT, text) not in collected}


def test_no_sentence_of_the_windows_escapes_the_catalogue() -> None:
    collected = {one.key for one in _sentences(_path("pl"))}
    said = dict(sentence for file in WINDOWS for sentence in _said_in(file))
    assert said
    assert not {key: where for key, where in said.items() if key not in collected}, "see docs/translating.md"


@pytest.mark.parametrize("language", ONLY_PLURALS)
def test_every_sentence_is_translated(language: str) -> None:
    assert not [one.key for one in _sentences(_path(language)) if not one.is_finished]


@pytest.mark.parametrize("language", ONLY_PLURALS)
def test_the_compiled_catalogue_is_that_of_its_source(language: str, tmp_path: Path) -> None:
    compiled = tmp_path / "compiled.qm"
    _run("pyside6-lrelease", _path(language), "-qm", compiled)
    kept = _path(language).with_suffix(".qm")
    assert compiled.read_bytes() == kept.read_bytes(), "run: make translations"


@pytest.mark.parametrize("language", ONLY_PLURALS)
def test_nothing_that_is_filled_in_gets_lost(language: str) -> None:
    for one in _sentences(_path(language)):
        for form in one.forms:
            assert sorted(PLACEHOLDER.findall(form)) == sorted(PLACEHOLDER.findall(one.source)), one
            assert ENDING.findall(form) == ENDING.findall(one.source), one
            assert form == form.strip(), one


@pytest.mark.parametrize("language", ONLY_PLURALS)
def test_plurals_have_every_form(language: str) -> None:
    plurals = [one for one in _sentences(_path(language)) if one.is_plural]
    assert plurals
    assert not [one for one in plurals if len(one.forms) != FORMS[language]]
    assert not [one for one in plurals for form in one.forms if "(s)" in form]


def test_the_words_of_the_glossary_are_used() -> None:
    glossary = _glossary()
    assert glossary["ticket"] == ("zgłosze",)
    strays = [
        (word, one.source, form)
        for one in _sentences(_path("pl"))
        for word, stems in glossary.items()
        if re.search(rf"\b{word}s?\b", one.source, re.IGNORECASE)
        for form in one.forms
        if not any(stem in form.lower() for stem in stems)
    ]
    assert not strays


def test_words_that_are_never_used_in_polish() -> None:
    strays = [(one.source, form) for one in _sentences(_path("pl")) for form in one.forms]
    assert not [stray for stray in strays if NEVER_IN_POLISH.search(stray[1])]


@pytest.mark.parametrize(
    ("language", "count", "words"),
    [
        ("en", 1, "1 thing will be sent · Show"),
        ("en", 8, "8 things will be sent · Show"),
        ("pl", 1, "Wyślemy 1 rzecz · Pokaż"),
        ("pl", 8, "Wyślemy 8 rzeczy · Pokaż"),
    ],
)
def test_the_windows_count_in_words(language: str, count: int, words: str) -> None:
    translator, _data = _translator(language)
    said = translator.translate("FormSheet", "%n thing(s) will be sent · Show", "", count)
    assert said is not None
    assert said.replace("%n", str(count)) == words
