"""`itdesk demo` by itself, as a person without a display would start it."""

import os
import re
import signal
import subprocess
import sys
from pathlib import Path

import pytest
from PySide6.QtGui import QImage

RUN = "import sys; from itdesk.entrypoints.cli.main import main; sys.exit(main())"
ROOT = Path(__file__).parents[3]
LIMIT_S = 110
LAST_LINE = "It ends by Quit in the tray, or with the last window where there is no tray.\n"
WINDOWS = ("report", "my-tickets", "console", "knowledge-base", "sign-in", "settings", "about")
MENUS = ("tray-menu", "tray-menu-staff")
LISTS = ("console", "my-tickets", "knowledge-base")
STATES = ("empty", "loading", "error")
STEPS = (
    "visible in the console",
    "Joanna sees the number",
    "Marek reads it",
    "he takes it",
    "he sets the priority",
    "he keeps a note for IT",
    "he answers Joanna",
    "Joanna sees the answer",
    "Marek has her answer",
    "Marek resolves it, and Joanna knows",
    "Joanna says that it works",
    "she rates the help 5 of 5",
    "Marek sees it in the console",
)


class Demo:
    """One run of the demo, ended."""

    def __init__(self, out: Path, language: str) -> None:
        self.out = out
        self.scratch = out.with_name("scratch")
        self.scratch.mkdir()
        # No display named: the demo has to find out by itself that nobody looks on.
        hidden = ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")
        environment = {name: value for name, value in os.environ.items() if name not in hidden}
        environment |= {"PYTHONUTF8": "1", "TMPDIR": str(self.scratch), "TEMP": str(self.scratch)}
        words = ["demo", "--lang", language, "--out", str(out)]
        if sys.platform != "linux":
            words.append("--headless")
        self.process = subprocess.run(
            [sys.executable, "-c", RUN, *words],
            env=environment,
            capture_output=True,
            text=True,
            encoding="utf-8",
            timeout=LIMIT_S,
            check=False,
        )

    @property
    def lines(self) -> list[str]:
        """What it printed."""
        return self.process.stdout.splitlines()


@pytest.fixture(scope="module")
def demo(tmp_path_factory: pytest.TempPathFactory) -> Demo:
    return Demo(tmp_path_factory.mktemp("demo") / "pictures", "pl")


def test_the_whole_story_happened(demo: Demo) -> None:
    assert demo.process.returncode == 0, demo.process.stderr
    assert "Traceback" not in demo.process.stderr


@pytest.mark.parametrize("step", STEPS)
def test_each_step_is_told_with_time_and_ticket(demo: Demo, step: str) -> None:
    assert [line for line in demo.lines if re.fullmatch(rf"\s*\d+ ms  IT-1201  {step}", line)]


def test_a_report_has_a_short_reference_before_it_has_a_number(demo: Demo) -> None:
    saved = next(line for line in demo.lines if line.endswith("the report is saved on her computer"))
    assert re.search(r" ms  #[0-9a-f]{5}  ", saved)


def test_everything_that_was_checked_holds(demo: Demo) -> None:
    told = next(line for line in demo.lines if "checks hold" in line)
    held = re.search(r"IT-1201  (\d+) of (\d+) checks hold", told)
    assert held is not None
    assert held[1] == held[2]
    assert int(held[1]) >= 25


def test_every_window_is_pictured_in_both_languages_light_and_dark(demo: Demo) -> None:
    names = {*WINDOWS, *MENUS, *(f"{one}-{state}" for one in LISTS for state in STATES)}
    wanted = {
        f"{name}-{theme}-{code}.png" for name in names for theme in ("light", "dark") for code in ("en", "pl")
    }
    assert {file.name for file in demo.out.iterdir()} == wanted | {"tray-icons.png"}


def test_no_picture_is_blank(demo: Demo) -> None:
    for file in sorted(demo.out.iterdir()):
        image = QImage(str(file))
        places = ((x, y) for x in range(0, image.width(), 3) for y in range(0, image.height(), 3))
        assert len({image.pixel(x, y) for x, y in places}) > 3, file.name


def test_light_and_dark_are_told_apart(demo: Demo) -> None:
    for window in WINDOWS:
        light, dark = (QImage(str(demo.out / f"{window}-{theme}-en.png")) for theme in ("light", "dark"))
        corner = light.width() - 2, 2
        assert light.pixelColor(*corner).lightness() > 200, window
        assert dark.pixelColor(*corner).lightness() < 60, window


def test_the_pictures_of_the_readme_are_of_this_program(demo: Demo) -> None:
    shown = re.findall(r"!\[[^\]]+\]\((docs/pictures/[^)]+\.png)\)", (ROOT / "README.md").read_text("utf-8"))
    assert {ROOT / path for path in shown} == set((ROOT / "docs" / "pictures").iterdir())
    for path in shown:
        kept, made = QImage(str(ROOT / path)), QImage(str(demo.out / Path(path).name))
        assert (ROOT / path).read_bytes().startswith(b"\x89PNG\r\n"), path
        assert not kept.isNull(), path
        assert kept.size() == made.size(), path


def test_nothing_is_left_behind(demo: Demo) -> None:
    assert list(demo.scratch.iterdir()) == []


def test_it_fails_when_something_else_was_said_than_is_found(tmp_path: Path) -> None:
    """The checks look for the words of another language than Joanna and Marek wrote in."""
    other = (
        "from itdesk.entrypoints.demo import alone\n"
        "from itdesk.entrypoints.demo.script import POLISH\n"
        "check = alone.check_story\n"
        "alone.check_story = lambda stage, lived, script: check(stage, lived, POLISH)\n"
    )
    process = subprocess.run(
        [sys.executable, "-c", other + RUN, "demo", "--headless", "--lang", "en"],
        env=os.environ | {"PYTHONUTF8": "1"},
        capture_output=True,
        text=True,
        encoding="utf-8",
        timeout=LIMIT_S,
        check=False,
    )
    assert process.returncode == 1
    assert "Not true: the server gives the note to Marek" in process.stderr
    assert "Not true: joanna: reply, answer, solution" in process.stderr


@pytest.mark.skipif(sys.platform == "win32", reason="there a program is ended otherwise")
def test_with_a_display_it_stays_open_until_it_is_ended(tmp_path: Path) -> None:
    shown = {
        "DISPLAY": ":0",
        "QT_QPA_PLATFORM": "offscreen",
        "TMPDIR": str(tmp_path),
        "PYTHONUNBUFFERED": "1",
    }
    with subprocess.Popen(
        [sys.executable, "-c", RUN, "demo"],
        env=os.environ | shown,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        encoding="utf-8",
    ) as process:
        assert process.stdout is not None
        told = list(iter(process.stdout.readline, LAST_LINE))
        assert process.poll() is None
        process.send_signal(signal.SIGTERM)
        _, complaints = process.communicate(timeout=30)
    assert process.returncode == 0, complaints
    assert "Traceback" not in complaints
    assert any(re.search(r"http://127\.0\.0\.1:\d+", line) for line in told)
    assert any("Joanna Wiśniewska" in line and "Marek Zieliński" in line for line in told)
    assert list(tmp_path.iterdir()) == []
