"""Pictures of every window, as it is after the story, in both languages, light and dark.

The README's pictures are made this way and copied to docs/pictures:

    make demo ARGS="--headless --lang en --out demo-pictures/en"
    make demo ARGS="--headless --lang pl --out demo-pictures/pl"

The language says in which language Joanna and Marek write; the windows are drawn in both anyway.
"""

from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path
from typing import TypeVar

from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtGui import QColor, QImage, QPainter
from PySide6.QtWidgets import QWidget

from itdesk.domain.listing import View
from itdesk.domain.priority import Urgency
from itdesk.entrypoints.demo.hands import ask, drag, part, shows, wait_until
from itdesk.entrypoints.demo.png import write_png
from itdesk.entrypoints.demo.script import script_in
from itdesk.entrypoints.demo.stage import Stage
from itdesk.entrypoints.demo.states import list_states
from itdesk.entrypoints.demo.story import Lived, on_thumbnail
from itdesk.ui.console.window import ConsoleWindow
from itdesk.ui.models.ticket_list import TicketListModel, TicketRole
from itdesk.ui.report.window import ReportWindow
from itdesk.ui.report.words import Words
from itdesk.ui.requester.knowledge_window import KnowledgeWindow
from itdesk.ui.requester.tickets_window import TicketsWindow
from itdesk.ui.tokens import DARK, LIGHT
from itdesk.ui.translation import LANGUAGES
from itdesk.ui.tray_icon import TrayState, tray_icon
from itdesk.ui.widgets.screenshot_view import ScreenshotView

THEMES = ("light", "dark")
ICON_PX = 64
ROWS_IN_SIGHT = 20
Named = tuple[str, QWidget]
Window = TypeVar("Window", bound=QWidget)


def take_pictures(stage: Stage, lived: Lived, scratch: Path, out: Path) -> int:
    """Write all pictures to the folder `out` and return how many. Raises NeverHappened, OSError."""
    ask(stage.employee.shell.runner, partial(out.mkdir, parents=True, exist_ok=True))
    album = _Album(stage, out)
    album.add("tray-icons", tray_icons())
    for language in LANGUAGES:
        for theme in THEMES:
            stage.dress(language, theme)
            for name, window in _windows(stage, lived, language, scratch):
                album.add(f"{name}-{theme}-{language}", window.grab().toImage())
    return album.finish()


class _Album:
    """Writes pictures off the GUI thread while the next ones are taken."""

    def __init__(self, stage: Stage, out: Path) -> None:
        self._runner = stage.employee.shell.runner
        self._out = out
        self._count = 0

    def add(self, name: str, image: QImage) -> None:
        """Have the picture written."""
        self._count += 1
        self._runner.run(partial(write_png, image, self._out / f"{name}.png"))

    def finish(self) -> int:
        """Wait for all of them; return how many."""
        wait_until(lambda: not self._runner.waiting, "the last picture")
        return self._count


def _windows(stage: Stage, lived: Lived, language: str, scratch: Path) -> Iterator[Named]:
    """Yield each window when it shows what it is to show; it may be closed when the next is asked for."""
    yield "report", _report(stage, lived, language)
    yield "my-tickets", _tickets(stage, lived)
    yield "console", _console(stage, lived)
    yield "knowledge-base", _knowledge(stage)
    yield from _small_windows(stage)
    yield from _tray_menus(stage)
    yield from list_states(stage, scratch)


def _report(stage: Stage, lived: Lived, language: str) -> QWidget:
    script = script_in(language)
    stage.employee.shell.windows.show_report(lived.screen)
    window = _shown(stage.employee.shell.windows.window, "report", ReportWindow)
    window.form.show_words(
        Words(title=script.title, description=script.description, symptom="printing", urgency=Urgency.HIGH)
    )
    wait_until(lambda: not stage.employee.shell.runner.waiting, "the facts")
    view = part(window, ScreenshotView)
    view.draw(True)
    for area in lived.blacked_out:
        drag(view, *on_thumbnail(view, area))
    return window


def _tickets(stage: Stage, lived: Lived) -> QWidget:
    stage.employee.shell.windows.show_tickets(lived.ticket_id)
    window = _shown(stage.employee.shell.windows.window, "tickets", TicketsWindow)
    wait_until(lambda: shows(window, f"IT-{lived.number}"), "the story in my tickets")
    wait_until(partial(_has_rows, window.model), "the rows of my tickets")
    return _settled(stage, window)


def _console(stage: Stage, lived: Lived) -> QWidget:
    stage.technician.shell.windows.show_console()
    window = _shown(stage.technician.shell.windows.window, "console", ConsoleWindow)
    wait_until(lambda: window.navigation.model.rowCount() > len(View), "the console's queues")
    window.navigation.go_to(View.RECENT.value)
    window.open_ticket(lived.ticket_id)
    wait_until(lambda: shows(window, f"IT-{lived.number}"), "the story in the console")
    wait_until(partial(_has_rows, window.tickets.model), "the rows of the console's list")
    return _settled(stage, window)


def _knowledge(stage: Stage) -> QWidget:
    stage.employee.shell.windows.show_knowledge()
    window = _shown(stage.employee.shell.windows.window, "knowledge", KnowledgeWindow)
    wait_until(lambda: window.model.rowCount() > 0, "the articles")
    return _settled(stage, window)


def _small_windows(stage: Stage) -> Iterator[Named]:
    windows = stage.employee.shell.windows
    windows.show_sign_in()
    windows.show_settings()
    windows.show_about()
    for name, kind in (("sign-in", "sign_in"), ("settings", "settings"), ("about", "about")):
        window = _shown(windows.window, kind, QWidget)
        yield name, _settled(stage, window)
        window.hide()


def _tray_menus(stage: Stage) -> Iterator[Named]:
    for name, desktop in zip(("tray-menu", "tray-menu-staff"), stage.desktops, strict=True):
        menu = desktop.shell.tray.menu
        menu.popup(QPoint(100, 100))
        wait_until(menu.isVisible, "the tray's menu")
        yield name, menu
        menu.hide()


def _shown(window_of: Callable[[str], QWidget | None], kind: str, expected: type[Window]) -> Window:
    window = window_of(kind)
    assert isinstance(window, expected)
    return window


def _has_rows(model: TicketListModel) -> bool:
    """Tell whether every row that may be in sight has come."""
    rows = range(min(model.rowCount(), ROWS_IN_SIGHT))
    return bool(rows) and all(model.index(row, 0).data(TicketRole.ROW) is not None for row in rows)


def _settled(stage: Stage, window: QWidget) -> QWidget:
    """Let everything arrive that is on its way."""
    runners = [desktop.shell.runner for desktop in stage.desktops]
    wait_until(lambda: not any(runner.waiting for runner in runners), "a window at rest")
    return window


def tray_icons() -> QImage:
    """Return the icon's states side by side, on a light panel and on a dark one."""
    count = len(TrayState)
    image = QImage(QSize(count * 2, 4) * ICON_PX, QImage.Format.Format_RGB32)
    painter = QPainter(image)
    for row, tokens in enumerate((LIGHT, DARK)):
        band = QRect(0, row * 2 * ICON_PX, image.width(), 2 * ICON_PX)
        painter.fillRect(band, QColor(tokens.color("surface_window")))
        for column, state in enumerate(TrayState):
            place = QRect((column * 2) * ICON_PX + ICON_PX // 2, band.top() + ICON_PX // 2, ICON_PX, ICON_PX)
            tray_icon(state, 2).paint(painter, place, Qt.AlignmentFlag.AlignCenter)
    painter.end()
    return image
