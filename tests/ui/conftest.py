"""What every ui test has: one dressed application, and the guard over the GUI thread."""

from collections.abc import Callable, Generator, Iterator
from contextlib import AbstractContextManager
from typing import Any, TypeVar

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot
from pytestqt.wait_signal import SignalBlocker

from itdesk.ui.icons import IconSet
from itdesk.ui.theme import Theme, apply_theme
from itdesk.ui.tokens import Scheme
from itdesk.ui.translation import Translation
from tests.ui import gui_guard
from tests.ui.gui_guard import PATIENCE_S

Answer = TypeVar("Answer")
GUARD = pytest.StashKey[gui_guard.GuiGuard]()


def pytest_configure(config: pytest.Config) -> None:
    """Begin to watch, once a process."""
    guard = gui_guard.GuiGuard()
    guard.watch()
    config.stash[GUARD] = guard


def pytest_itemcollected(item: pytest.Item) -> None:
    """Let the offscreen platform say that it has no window manager; any other warning of Qt fails a test."""
    item.add_marker(pytest.mark.qt_log_ignore("This plugin does not support", extend=True))


@pytest.hookimpl(wrapper=True)
def pytest_runtest_call(item: pytest.Item) -> Generator[None, None, None]:
    """Keep the guard on while the test itself runs; fixtures may do what they must."""
    guard = item.config.stash[GUARD]
    guard.violations.clear()
    guard.is_on = True
    try:
        yield
    finally:
        guard.is_on = False
    if guard.violations:
        pytest.fail(f"on the GUI thread: {'; '.join(guard.violations)}", pytrace=False)


class PatientBot(QtBot):
    """Waits for a fact as long as a test may take: five seconds on a busy computer prove nothing."""

    def waitUntil(self, callback: Callable[[], bool | None], *, timeout: int = PATIENCE_S * 1000) -> None:  # noqa: N802
        """Wait until `callback` holds, at most `timeout` milliseconds."""
        super().waitUntil(callback, timeout=timeout)

    def waitSignal(self, signal: Any, *, timeout: int = PATIENCE_S * 1000, **more: Any) -> SignalBlocker:  # noqa: N802
        """Return a context that waits for `signal`, at most `timeout` milliseconds."""
        return super().waitSignal(signal, timeout=timeout, **more)


@pytest.fixture
def qtbot(qapp: QApplication, request: pytest.FixtureRequest) -> QtBot:
    """The bot of pytest-qt, with patience."""
    return PatientBot(request)


@pytest.fixture(scope="session")
def qapp_cls() -> type[QApplication]:
    """Let pytest-qt make the one application."""
    return QApplication


@pytest.fixture(scope="session")
def dressed_app(qapp: QApplication) -> QApplication:
    """The application with its icons and its English loaded; it does not end with its last window."""
    qapp.setQuitOnLastWindowClosed(False)
    IconSet.load(qapp)
    Translation(qapp, "en")
    return qapp


@pytest.fixture(autouse=True)
def worn(dressed_app: QApplication) -> None:
    """Begin every test in light and at 100 %: an earlier test may have dressed the application."""
    wear(dressed_app, Theme(Scheme.LIGHT))


@pytest.fixture(autouse=True)
def in_english(dressed_app: QApplication) -> Iterator[None]:
    """End every test in English, whatever language its windows were left in."""
    yield
    for translation in dressed_app.findChildren(Translation):
        translation.use("en")


@pytest.fixture(params=[Scheme.LIGHT, Scheme.DARK], ids=str)
def theme(request: pytest.FixtureRequest, dressed_app: QApplication) -> Theme:
    """The application in light, then in dark."""
    chosen = Theme(request.param)
    wear(dressed_app, chosen)
    return chosen


@pytest.fixture(params=[1.0, 1.5], ids=["100%", "150%"])
def scale(request: pytest.FixtureRequest, dressed_app: QApplication) -> float:
    """The application at 100 and at 150 %; for windows on 1024 x 600, see `tests.ui.walk.SMALLEST_SCREEN`."""
    wear(dressed_app, Theme(Scheme.LIGHT, request.param))
    return float(request.param)


@pytest.fixture(params=["en", "pl"])
def language(request: pytest.FixtureRequest, dressed_app: QApplication) -> Iterator[str]:
    """The application in English, then in Polish."""
    translation = Translation(dressed_app, request.param)
    yield request.param
    translation.use("en")
    translation.setParent(None)


@pytest.fixture
def guard(pytestconfig: pytest.Config) -> gui_guard.GuiGuard:
    """The guard itself."""
    return pytestconfig.stash[GUARD]


@pytest.fixture
def off_guard(guard: gui_guard.GuiGuard) -> Callable[[], AbstractContextManager[None]]:
    """`with off_guard():` lets the test do what the program may not."""
    return guard.off


@pytest.fixture
def in_background() -> Callable[[Callable[[], Answer]], Answer]:
    """`in_background(call)` runs a call on another thread and returns its answer."""
    return gui_guard.in_background


def wear(app: QApplication, theme: Theme) -> None:
    """Dress the application, unless it wears that already: a style sheet takes its time."""
    if app.property("worn") != (str(theme.scheme), theme.scale):
        apply_theme(app, theme)
        app.setProperty("worn", (str(theme.scheme), theme.scale))
