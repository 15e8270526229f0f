"""The demo by itself: lives the story, checks that it happened, makes pictures, and ends."""

import logging
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import partial
from pathlib import Path
from types import TracebackType

from PySide6.QtCore import QMessageLogContext, QtMsgType, qInstallMessageHandler

from itdesk.connection.errors import ExchangeFailed
from itdesk.entrypoints.demo.checks import Check, check_story
from itdesk.entrypoints.demo.hands import NeverHappened, ask, stopwatch
from itdesk.entrypoints.demo.pictures import take_pictures
from itdesk.entrypoints.demo.script import script_in
from itdesk.entrypoints.demo.stage import Stage, set_stage
from itdesk.entrypoints.demo.story import Lived, Story
from itdesk.entrypoints.desktop import new_application
from itdesk.services.failures import WorldFailed

logger = logging.getLogger(__name__)

DONE, FAILED = 0, 1
Say = Callable[[str], None]


def live_alone(scratch: Path, language: str, theme: str, out: Path | None, *, say: Say) -> int:
    """Do everything and return the exit code: 0 only if all of it happened."""
    qInstallMessageHandler(log_qt)
    app = new_application()
    with stopwatch() as passed, noticed_errors() as errors:
        try:
            with set_stage(app, scratch, language, theme) as stage:
                say(line(passed(), f"the store serves {stage.url}: 30 people, 200 tickets"))
                holds = _perform(stage, scratch, language, out, say)
        except (NeverHappened, ExchangeFailed, WorldFailed) as error:
            print(f"The story ended before its end: {error}", file=sys.stderr)
            return FAILED
    say(line(passed(), "in all"))
    return DONE if holds and not errors else FAILED


def line(ms: float, what: str, ticket: str = "") -> str:
    """Return what is printed of one step."""
    return f"{ms:7.0f} ms  {ticket:8} {what}"


def _perform(stage: Stage, scratch: Path, language: str, out: Path | None, say: Say) -> bool:
    script = script_in(language)
    lived = Story(stage, script, lambda step, ms: say(f"{ms:7.0f} ms  {step}")).live()
    holds = _check(stage, lived, partial(check_story, stage, lived, script), say)
    if out is not None:
        with stopwatch() as passed:
            made = take_pictures(stage, lived, scratch, out)
            say(line(passed(), f"{made} pictures in {out}"))
    return holds


def _check(stage: Stage, lived: Lived, look: Callable[[], list[Check]], say: Say) -> bool:
    with stopwatch() as passed:
        checks = ask(stage.technician.shell.runner, look)
        broken = [check.what for check in checks if not check.holds]
        held = f"{len(checks) - len(broken)} of {len(checks)} checks hold"
        say(line(passed(), held, f"IT-{lived.number}"))
    for what in broken:
        print(f"Not true: {what}", file=sys.stderr)
    return not broken


def log_qt(kind: QtMsgType, _context: QMessageLogContext, words: str) -> None:
    """Log what Qt says, but for what the platform without a display says it cannot do."""
    if not words.startswith("This plugin does not support"):
        logger.warning("Qt: %s (%s)", words, kind.name)


@contextmanager
def noticed_errors() -> Iterator[list[BaseException]]:
    """Collect what is raised where nobody can catch it, in slots and threads; tell it as usual."""
    errors: list[BaseException] = []
    usual = sys.excepthook

    def notice(kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        errors.append(error)
        usual(kind, error, trace)

    sys.excepthook = notice
    try:
        yield errors
    finally:
        sys.excepthook = usual
