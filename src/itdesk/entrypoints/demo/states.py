"""The lists when there is nothing to show: nothing here, not yet here, not to be had."""

from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path
from typing import Any, NoReturn, TypeVar

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QAbstractScrollArea, QStackedWidget, QWidget

from itdesk.domain.ids import FileId, TicketId
from itdesk.domain.presence import Doing
from itdesk.entrypoints.demo.hands import ask, wait_until
from itdesk.entrypoints.demo.stage import Desktop, Stage
from itdesk.services.desk import Desk, close_desk, desk_of
from itdesk.services.failures import WorldFailed
from itdesk.ui.background import Runner
from itdesk.ui.console.calls import ConsoleCalls
from itdesk.ui.console.window import ConsoleWindow
from itdesk.ui.requester.consent_doer import Computer
from itdesk.ui.requester.knowledge_window import KnowledgeWindow
from itdesk.ui.requester.tickets_window import TicketsWindow
from itdesk.ui.widgets.banner import Banner
from itdesk.ui.widgets.empty_state import EmptyState
from itdesk.ui.widgets.skeleton import Skeleton
from itdesk.workstation.paths import DataFolder

Answer = TypeVar("Answer")
Then = Callable[[Any], object] | None
Failed = Callable[[Exception], object] | None
Make = Callable[[Desk, Runner], QWidget]


class SlowComputer(Runner):
    """A computer that answers the first calls and then no more."""

    def __init__(self, answers: int) -> None:
        super().__init__()
        self._answers = answers

    def run(self, call: Callable[[], Answer], *, then: Then = None, failed: Failed = None) -> None:
        """Answer, or keep the caller waiting."""
        self._answers -= 1
        if self._answers >= 0:
            super().run(call, then=then, failed=failed)
        else:
            self.refuse(failed)

    def refuse(self, failed: Failed) -> None:
        """Do nothing, for ever."""


class BrokenDisk(SlowComputer):
    """A computer on which, after the first calls, nothing can be read."""

    def refuse(self, failed: Failed) -> None:
        """Say what a broken disk says."""
        if failed is not None:
            QTimer.singleShot(0, partial(failed, WorldFailed("replica.db: disk I/O error.")))


def list_states(stage: Stage, scratch: Path) -> Iterator[tuple[str, QWidget]]:
    """Yield every window with a list in each of these states, with its name.

    The console asks for the layout of its table and for its views before it asks for the list.
    """
    for desktop, name, make, calls_before in (
        (stage.technician, "console", _console, 2),
        (stage.employee, "my-tickets", _tickets, 0),
        (stage.employee, "knowledge-base", KnowledgeWindow, 0),
    ):
        desk = _new_desk(desktop, scratch)
        for state, runner, is_shown in (
            ("empty", Runner(), _is_empty),
            ("loading", SlowComputer(calls_before), _is_loading),
            ("error", BrokenDisk(calls_before), _is_broken),
        ):
            window = make(desk, runner)
            window.show()
            wait_until(partial(is_shown, window), f"the {state} {name}")
            yield f"{name}-{state}", window
            window.close()
            wait_until(partial(_is_at_rest, runner), "a window at rest")
            window.deleteLater()
        ask(desktop.shell.runner, partial(close_desk, desk))


def _new_desk(desktop: Desktop, scratch: Path) -> Desk:
    """Return a desk that holds nothing: it has never heard of the server."""
    folder = DataFolder(scratch / f"new-{desktop.account.login}")
    return ask(desktop.shell.runner, partial(desk_of, folder, desktop.account))


def _is_empty(window: QWidget) -> bool:
    """The window has a list and says beside it what would stand there."""
    stacks = window.findChildren(QStackedWidget)
    return any(isinstance(stack.currentWidget(), EmptyState) and _is_list(stack) for stack in stacks)


def _is_list(stack: QStackedWidget) -> bool:
    return any(isinstance(stack.widget(place), QAbstractScrollArea) for place in range(stack.count()))


def _is_loading(window: QWidget) -> bool:
    return any(one.isVisible() and one.shows_rows for one in window.findChildren(Skeleton))


def _is_broken(window: QWidget) -> bool:
    return any(banner.isVisible() for banner in window.findChildren(Banner))


def _is_at_rest(runner: Runner) -> bool:
    return not runner.waiting


def _console(desk: Desk, runner: Runner) -> QWidget:
    calls = ConsoleCalls(
        attachment=_nothing,
        tell_presence=_nobody,
        search_server=_unreached,
        read_on_server=_unreached,
        server_standing=lambda: _unreached(None),
        remote_help=str,
    )
    return ConsoleWindow(desk, runner, calls)


def _tickets(desk: Desk, runner: Runner) -> QWidget:
    return TicketsWindow(
        desk, runner, attachment=_nothing, computer=Computer(_unasked, may_take_screenshots=False)
    )


def _unreached(_asked: object) -> NoReturn:
    raise WorldFailed("The server cannot be reached.")


def _unasked(_asking: object, _on_probe: object) -> NoReturn:
    raise WorldFailed("This computer is not asked.")


def _nobody(_ticket_id: TicketId | None, _doing: Doing) -> None:
    """Tell nobody."""


def _nothing(_file_id: FileId) -> bytes:
    raise WorldFailed("There is no such file that you may see.")
