"""The catalogue holds every sentence of the windows, each translated; what is compiled is what is written."""

import shutil
import subprocess
import sysconfig
import xml.etree.ElementTree as ET
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
CATALOGUE = ROOT / "resources" / "translations" / "itdesk_pl.ts"
SCRIPTS = Path(sysconfig.get_path("scripts"))


def _run(tool: str, *arguments: str | Path) -> None:
    command = [str(SCRIPTS / tool), *map(str, arguments)]
    outcome = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, timeout=100, check=False)
    assert outcome.returncode == 0, outcome.stdout + outcome.stderr


def _sentences(catalogue: Path) -> dict[tuple[str, str, str], str]:
    """Answer (context, sentence, comment) -> how its translation stands: "" when it is finished."""
    found = {}
    for context in ET.parse(catalogue).getroot().iter("context"):
        for message in context.iter("message"):
            key = (
                context.findtext("name", ""),
                message.findtext("source", ""),
                message.findtext("comment", ""),
            )
            translation = message.find("translation")
            found[key] = "unfinished" if translation is None else translation.get("type", "")
    return found


@pytest.fixture
def collected(tmp_path: Path) -> Path:
    """Give a copy of the catalogue into which the sentences of today's windows were collected."""
    copy = Path(shutil.copy(CATALOGUE, tmp_path))
    windows = sorted((ROOT / "src" / "itdesk" / "ui").rglob("*.py"))
    _run("pyside6-lupdate", *windows, "-no-obsolete", "-locations", "none", "-ts", copy)
    return copy


def test_the_catalogue_is_up_to_date(collected: Path) -> None:
    known, today = _sentences(CATALOGUE), _sentences(collected)
    assert today
    assert not today.keys() - known.keys(), "run: make translations, then translate what is new"
    assert not known.keys() - today.keys(), "run: make translations; these sentences are gone"


def test_every_sentence_is_translated() -> None:
    assert not [key for key, state in _sentences(CATALOGUE).items() if state]


def test_the_compiled_catalogue_is_that_of_its_source(tmp_path: Path) -> None:
    compiled = tmp_path / "itdesk_pl.qm"
    _run("pyside6-lrelease", CATALOGUE, "-qm", compiled)
    assert compiled.read_bytes() == CATALOGUE.with_suffix(".qm").read_bytes(), "run: make translations"
