"""Where programs cannot see the screen, the desktop's portal is asked: it answers, refuses, or is missing."""

import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from PySide6.QtGui import QImage

from tests.system.conftest import Environment

pytestmark = pytest.mark.system

HERE = Path(__file__).parent


@contextmanager
def portal(session: Environment, response: str, uri: str = "") -> Iterator[subprocess.Popen[str]]:
    """Run a portal that answers each request in the same way."""
    command = [sys.executable, str(HERE / "screenshot_portal.py"), response, uri]
    with subprocess.Popen(command, env=session, stdout=subprocess.PIPE, text=True) as process:
        try:
            assert process.stdout is not None
            assert process.stdout.readline().strip() == "ready"
            yield process
        finally:
            process.kill()


def asked(session: Environment, *arguments: str) -> str:
    """Ask as the report does; return what came of it."""
    command = [sys.executable, str(HERE / "portal_asker.py"), *arguments]
    run = subprocess.run(command, env=session, capture_output=True, text=True, timeout=60, check=True)
    assert "Traceback" not in run.stderr
    return run.stdout.strip()


def test_a_desktop_without_a_portal_is_missing(session_bus: Environment) -> None:
    assert asked(session_bus) == "missing"


def test_the_picture_is_read_and_does_not_stay_on_the_disk(session_bus: Environment, tmp_path: Path) -> None:
    file = tmp_path / "Zrzut ekranu 1.png"
    image = QImage(640, 400, QImage.Format.Format_RGB32)
    image.fill(0xFF2060C0)
    assert image.save(str(file))
    with portal(session_bus, "0", file.as_uri()):
        assert asked(session_bus) == "taken 640x400"
    assert not file.exists()


def test_a_file_that_is_no_picture_is_left_alone(session_bus: Environment, tmp_path: Path) -> None:
    file = tmp_path / "letter.txt"
    file.write_text("Dear Joanna")
    with portal(session_bus, "0", file.as_uri()):
        assert asked(session_bus) == "unreadable"
    assert file.exists()


@pytest.mark.parametrize(("response", "uri"), [("1", ""), ("2", ""), ("0", "")])
def test_a_person_who_says_no_is_understood(session_bus: Environment, response: str, uri: str) -> None:
    with portal(session_bus, response, uri):
        assert asked(session_bus) == "refused"


def test_a_question_without_an_answer_is_taken_back(session_bus: Environment) -> None:
    with portal(session_bus, "never") as desktop:
        assert asked(session_bus, "cancel") == "refused"
        assert desktop.stdout is not None
        assert [desktop.stdout.readline().strip() for _ in range(2)] == ["Screenshot", "Close"]
