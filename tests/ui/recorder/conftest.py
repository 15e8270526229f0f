"""A screen that shows what the test paints, and a recording of it."""

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Protocol, TypeVar

import pytest
from PySide6.QtCore import QRect, QSize
from PySide6.QtGui import QColor, QImage, QPainter
from pytestqt.qtbot import QtBot

from itdesk.ui.background import Runner
from itdesk.ui.recorder.choice import Kept
from itdesk.ui.recorder.recording import Ending, Recorded
from itdesk.ui.recorder.reel import Look, Reel

SCREEN = QSize(640, 400)
SECRET = QRect(80, 60, 200, 40)
RED, GREEN = QColor(220, 20, 20), QColor(20, 160, 60)

Answer = TypeVar("Answer")


class InBackground(Protocol):
    """Runs a call on another thread and returns its answer."""

    def __call__(self, call: Callable[[], Answer]) -> Answer:
        """Run it."""


def screen(ground: QColor, size: QSize = SCREEN) -> QImage:
    """Return what a screen shows: a ground, and a red secret in one place of it."""
    image = QImage(size, QImage.Format.Format_RGB32)
    image.fill(ground)
    painter = QPainter(image)
    painter.fillRect(SECRET, RED)
    painter.end()
    return image


def looks(count: int) -> list[Look]:
    """Return looks two seconds apart, each other than the one before; the second is marked."""
    grounds = (QColor(40, 40, 90), QColor(230, 230, 230))
    return [
        Look(image=screen(grounds[number % 2]), at_ms=2_000 * number, is_marked=number == 1)
        for number in range(count)
    ]


@pytest.fixture
def runner(qtbot: QtBot) -> Iterator[Runner]:
    """The background."""
    made = Runner()
    yield made
    assert made.shutdown()


@pytest.fixture
def reel(tmp_path: Path) -> Reel:
    """A recording that has not begun."""
    return Reel(tmp_path)


@pytest.fixture
def recorded(reel: Reel, in_background: InBackground) -> Recorded:
    """A recording of four pictures."""

    def take_all() -> Kept:
        return [reel.take(look) for look in looks(4)][-1]

    return Recorded(kept=in_background(take_all), ending=Ending.ASKED)
