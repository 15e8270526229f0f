"""A language that needs two fifths more room, in brackets, and one that is read from right to left."""

import math
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QObject, QRect, Qt, QTranslator
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QLineEdit, QPlainTextEdit, QWidget
from pytestqt.qtbot import QtBot

from itdesk.diagnostics.facts import Facts
from itdesk.services.symptoms import symptoms
from itdesk.ui.background import Runner
from itdesk.ui.preferences.about_window import AboutWindow
from itdesk.ui.preferences.settings_window import SettingsWindow
from itdesk.ui.preferences.sign_in_window import SignInWindow
from itdesk.ui.report.window import ReportWindow
from itdesk.ui.requester.knowledge_window import KnowledgeWindow
from itdesk.ui.requester.tickets_window import TicketsWindow
from tests.ui.gui_guard import in_background
from tests.ui.preferences.settings_calls import FakeProgram
from tests.ui.preferences.test_preferences import ACCOUNT, FakeServer, settings
from tests.ui.requester.helpdesk import (
    COMPUTER,
    QUEUE_ARTICLE,
    Helpdesk,
    a_year,
    close_helpdesk,
    open_helpdesk,
)
from tests.ui.walk import assert_not_clipped, called, every_widget

SHARE = 0.4
FILLING = "aeiou lmnrst "
Opening = Callable[[Helpdesk, Runner], QWidget]


class Stretched(QTranslator):
    """Answers each sentence two fifths longer, in brackets. What is installed last is asked first."""

    def isEmpty(self) -> bool:  # noqa: N802 (Qt's name)
        """It knows everything."""
        return False

    def translate(self, _context: str, source: str, _disambiguation: str | None = None, n: int = -1) -> str:
        """Return the sentence, longer; its places and its & stay as they are."""
        more = math.ceil(len(source) * SHARE)
        filling = (FILLING * (more // len(FILLING) + 1))[:more].rstrip()
        return f"[{source.replace('%n', str(n))}{filling}]"


@pytest.fixture
def stretched(dressed_app: QApplication) -> Iterator[None]:
    """Everything that is made now speaks the stretched language."""
    translator = Stretched(dressed_app)
    dressed_app.installTranslator(translator)
    yield
    dressed_app.removeTranslator(translator)


@pytest.fixture
def right_to_left(dressed_app: QApplication) -> Iterator[None]:
    """Everything that is made now is read from right to left."""
    dressed_app.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    yield
    dressed_app.setLayoutDirection(Qt.LayoutDirection.LeftToRight)


@pytest.fixture
def helpdesk(tmp_path: Path, dressed_app: QApplication) -> Iterator[Helpdesk]:
    """Joanna's desk, with her tickets of some weeks."""
    helpdesk = open_helpdesk(tmp_path)
    a_year(helpdesk)
    yield helpdesk
    close_helpdesk(helpdesk)


@pytest.fixture
def runner(dressed_app: QApplication) -> Iterator[Runner]:
    """The windows' background."""
    runner = Runner()
    yield runner
    assert runner.shutdown()


def report(helpdesk: Helpdesk, runner: Runner) -> QWidget:
    return ReportWindow(
        helpdesk.desk,
        runner,
        collect_facts=lambda _asking, _on_probe: Facts(collected_in_ms=1, facts={"host": {"name": "PC-7"}}),
        symptoms=in_background(symptoms),
        picture=None,
        may_grab=False,
    )


def tickets(helpdesk: Helpdesk, runner: Runner) -> QWidget:
    return TicketsWindow(helpdesk.desk, runner, attachment=helpdesk.fetch, computer=COMPUTER)


def knowledge(helpdesk: Helpdesk, runner: Runner) -> QWidget:
    window = KnowledgeWindow(helpdesk.desk, runner, attachment=helpdesk.fetch)
    window.open_article(QUEUE_ARTICLE.id)
    return window


def sign_in(_helpdesk: Helpdesk, runner: Runner) -> QWidget:
    return SignInWindow(
        runner, sign_in=FakeServer().sign_in, use_code=FakeServer().use_code, settings=settings
    )


def settings_page(page: int) -> Opening:
    def opened(_helpdesk: Helpdesk, runner: Runner) -> QWidget:
        window = SettingsWindow(runner, FakeProgram().calls(), account=ACCOUNT)
        window.show_page(page)
        return window

    return opened


def about(_helpdesk: Helpdesk, _runner: Runner) -> QWidget:
    return AboutWindow()


WINDOWS = {
    "report": report,
    "tickets": tickets,
    "knowledge": knowledge,
    "sign-in": sign_in,
    "general": settings_page(0),
    "notifications": settings_page(1),
    "account": settings_page(2),
    "diagnostics": settings_page(3),
    "about": about,
}


@pytest.fixture(params=WINDOWS.values(), ids=list(WINDOWS))
def opening(request: pytest.FixtureRequest) -> Opening:
    """What makes one of the employee's windows."""
    made: Opening = request.param
    return made


def shown(opening: Opening, helpdesk: Helpdesk, runner: Runner, qtbot: QtBot) -> QWidget:
    """Show a window at its own size, and let it come to rest."""
    window = opening(helpdesk, runner)
    qtbot.addWidget(window)
    window.show()
    quiet = 0
    while quiet < 3:
        qtbot.waitUntil(lambda: runner.waiting == 0, timeout=20_000)
        QApplication.processEvents()
        quiet = quiet + 1 if runner.waiting == 0 else 0
    return window


@pytest.mark.usefixtures("stretched")
def test_a_longer_language_is_not_clipped(
    opening: Opening, helpdesk: Helpdesk, runner: Runner, qtbot: QtBot
) -> None:
    window = shown(opening, helpdesk, runner, qtbot)
    spoken = [one.text() for one in window.findChildren(QLabel) if one.isVisible()]
    assert any(text.startswith("[") and text.endswith("]") for text in spoken), spoken
    assert_not_clipped(window)


@pytest.mark.usefixtures("right_to_left")
def test_from_right_to_left_nothing_is_clipped_or_overlaps(
    opening: Opening, helpdesk: Helpdesk, runner: Runner, qtbot: QtBot
) -> None:
    window = shown(opening, helpdesk, runner, qtbot)
    assert_not_clipped(window)
    assert overlapping(window) == []


def test_an_overlap_is_noticed(qtbot: QtBot) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    for x in (0, 40):
        QLabel("words", window).setGeometry(x, 0, 50, 20)
    window.show()
    assert len(overlapping(window)) == 1


def overlapping(window: QWidget) -> list[str]:
    """Return the pairs of fields, labels and buttons of one parent that cover each other."""
    by_parent: dict[QObject | None, list[QWidget]] = {}
    for widget in every_widget(window):
        if isinstance(widget, QLabel | QAbstractButton | QLineEdit | QPlainTextEdit):
            by_parent.setdefault(widget.parent(), []).append(widget)
    return [
        f"{called(one)} and {called(other)}"
        for siblings in by_parent.values()
        for index, one in enumerate(siblings)
        for other in siblings[index + 1 :]
        if covers(one.geometry(), other.geometry())
    ]


def covers(one: QRect, other: QRect) -> bool:
    """Tell whether two share more than an edge."""
    shared = one.intersected(other)
    return shared.width() > 1 and shared.height() > 1
