"""Opens the report in Polish on a small screen, scaled by QT_SCALE_FACTOR, and prints what does not fit.

Arguments: a folder for data, then the screen's width and height in its own pixels, pair by pair.
"""

import json
import sys
from collections.abc import Iterator
from pathlib import Path

from PySide6.QtCore import QPoint, QSize
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication, QDialog, QPushButton, QScrollArea, QWidget

from itdesk.diagnostics.facts import Facts
from itdesk.domain.ids import PersonId
from itdesk.domain.people import Role
from itdesk.entrypoints.desktop import new_application
from itdesk.services.desk import Account, Desk, desk_of
from itdesk.services.symptoms import symptoms
from itdesk.ui.background import Runner
from itdesk.ui.report.window import ReportWindow
from itdesk.ui.theme import Theme, apply_theme
from itdesk.ui.tokens import Scheme
from itdesk.ui.translation import Translation
from itdesk.ui.widgets.house_window import FRAME
from itdesk.workstation.paths import DataFolder
from tests.ui.walk import called, every_widget, is_clipped, settle

ACCOUNT = Account(
    server_url="http://127.0.0.1:1",
    person_id=PersonId("0a" * 16),
    login="joanna",
    name="Joanna",
    role=Role.EMPLOYEE,
)


def opened(desk: Desk, runner: Runner) -> ReportWindow:
    """Return a report as it is shortly before Send."""
    screen = QImage(1366, 768, QImage.Format.Format_RGB32)
    screen.fill(0x446688)
    window = ReportWindow(
        desk,
        runner,
        collect_facts=lambda _asking, _tell: Facts(collected_in_ms=0, facts={"host": {"name": "PC-07"}}),
        symptoms=symptoms(),
        picture=screen,
    )
    window.form.around.show_reach("pokój 312", "wew. 4410")
    window.phone.show_number("4400")
    return window


def faults(window: QWidget, room: QSize) -> Iterator[str]:
    """Yield what does not fit into the room, or cannot be scrolled to."""
    settle(window, room)
    if window.width() > room.width() or window.height() > room.height():
        yield f"the window is {window.size().toTuple()}, the screen {room.toTuple()}"
    for area in window.findChildren(QScrollArea):
        page = area.widget()
        if area.isVisible() and page is not None and page.width() > area.viewport().width():
            yield f"{called(area)} would have to be scrolled sideways"
    for widget in every_widget(window):
        if is_clipped(widget, window):
            yield f"{called(widget)} is clipped"


def out_of_sight(window: QWidget, *widgets: QWidget) -> Iterator[str]:
    """Yield those of which not everything is in sight without scrolling."""
    for widget in widgets:
        place = widget.rect().translated(widget.mapTo(window, QPoint(0, 0)))
        if not widget.isVisible() or widget.visibleRegion().boundingRect() != widget.rect():
            yield f"{called(widget)} at {place.getRect()} is not in sight"


def button(window: QWidget, words: str) -> QPushButton:
    """Return the button with these words."""
    return next(one for one in window.findChildren(QPushButton) if one.text() == words)


def look(desk: Desk, runner: Runner, room: QSize) -> Iterator[str]:
    """Yield every fault on the way through a report."""
    window = opened(desk, runner)
    yield from faults(window, room)
    send = button(window, "Wyślij zgłoszenie")
    first = (window.form.description, window.form.search.field, send)
    yield from out_of_sight(window, *first)
    window.form.search.field.setText("druk")
    settle(window)
    yield from out_of_sight(window, window.form.symptoms.cards_in_sight()[0], send)
    window.form.search.chosen.emit("")
    window.form.symptoms.choose("printing")
    window.form.description.setPlainText("Drukarka miga")
    window.phone.toggle()
    yield from faults(window, room)
    yield from out_of_sight(window, *first)
    if not window.along.isVisible():
        window.show_what_goes_along()
        yield from faults(window, room)
        yield from out_of_sight(window, send)
        window.show_what_goes_along()
    window.along.screenshot.edit()
    [editor] = window.findChildren(QDialog)
    yield from faults(editor, editor.size())
    if editor.width() > room.width() or editor.height() > room.height():
        yield f"the editor is {editor.width()} x {editor.height()}"
    yield from out_of_sight(editor, button(editor, "Użyj tego obrazu"))
    editor.reject()
    window.submit()
    while not window.after.is_over:
        QApplication.processEvents()
    yield from faults(window, room)
    yield from out_of_sight(window, window.after.receipt.undo_button, window.after.receipt.close_button)
    window.close()
    window.deleteLater()


def main() -> None:
    """Print the faults of each screen as a line of JSON."""
    folder, *sides = sys.argv[1:]
    app = new_application()
    translation = Translation(app, "pl")
    apply_theme(app, Theme(Scheme.LIGHT))
    desk, runner = desk_of(DataFolder(Path(folder)).create(), ACCOUNT), Runner()
    ratio = app.devicePixelRatio()
    for width, height in zip(sides[::2], sides[1::2], strict=True):
        room = QSize(int(int(width) / ratio), int(int(height) / ratio) - FRAME)
        print(
            json.dumps(
                {"ratio": ratio, "screen": f"{width} x {height}", "faults": list(look(desk, runner, room))}
            )
        )
    runner.shutdown()
    translation.setParent(None)


if __name__ == "__main__":
    main()
