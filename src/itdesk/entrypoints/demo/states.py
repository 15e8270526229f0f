"""The lists when there is nothing to show: nothing here, not yet here, not to be had."""

from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path
from typing import Any, TypeVar

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QWidget

from itdesk.domain.ids import FileId
from itdesk.entrypoints.demo.hands import ask, wait_until
from itdesk.entrypoints.demo.stage import Desktop, Stage
from itdesk.services.desk import Desk, close_desk, desk_of
from itdesk.services.failures import WorldFailed
from itdesk.ui.background import Runner
from itdesk.ui.console.window import ConsoleWindow
from itdesk.ui.requester.knowledge_window import KnowledgeWindow
from itdesk.ui.requester.tickets_window import TicketsWindow
from itdesk.workstation.paths import DataFolder

Answer = TypeVar("Answer")
Make = Callable[[Desk, Runner], QWidget]


class SlowComputer(Runner):
    """A computer on which nothing is ever answered."""

    def run(self, call: Callable[[], Answer], **_receivers: Any) -> None:
        """Keep the caller waiting."""


class BrokenDisk(Runner):
    """A computer on which nothing can be read."""

    def run(
        self,
        call: Callable[[], Answer],
        *,
        then: Callable[[Answer], object] | None = None,
        failed: Callable[[Exception], object] | None = None,
    ) -> None:
        """Answer every call with what a broken disk says."""
        if failed is not None:
            QTimer.singleShot(0, partial(failed, WorldFailed("replica.db: disk I/O error.")))


def list_states(stage: Stage, scratch: Path) -> Iterator[tuple[str, QWidget]]:
    """Yield every window with a list in each of these states, with its name."""
    for desktop, name, make in (
        (stage.technician, "console", _console),
        (stage.employee, "my-tickets", _tickets),
        (stage.employee, "knowledge-base", KnowledgeWindow),
    ):
        yield from _states_of(desktop, name, make, scratch)


def _states_of(desktop: Desktop, name: str, make: Make, scratch: Path) -> Iterator[tuple[str, QWidget]]:
    """A desk whose replica has never heard of the server holds nothing."""
    runner = desktop.shell.runner
    folder = DataFolder(scratch / f"new-{desktop.account.login}")
    desk = ask(runner, partial(desk_of, folder, desktop.account))
    for state, doing in (("empty", runner), ("loading", SlowComputer()), ("error", BrokenDisk())):
        window = make(desk, doing)
        window.show()
        _let_settle(runner, f"the {state} {name}")
        yield f"{name}-{state}", window
        window.close()
        window.deleteLater()
    ask(runner, partial(close_desk, desk))


def _let_settle(runner: Runner, what: str) -> None:
    """Let all that is on its way arrive: the answers, and what they ask for in turn."""
    turned: list[bool] = []
    QTimer.singleShot(0, partial(turned.append, True))
    wait_until(lambda: bool(turned) and not runner.waiting, what)


def _console(desk: Desk, runner: Runner) -> QWidget:
    return ConsoleWindow(desk, runner, attachment=_nothing)


def _tickets(desk: Desk, runner: Runner) -> QWidget:
    return TicketsWindow(desk, runner, attachment=_nothing)


def _nothing(_file_id: FileId) -> bytes:
    raise WorldFailed("There is no such file that you may see.")
