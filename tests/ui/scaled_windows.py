"""Windows of the employee in a process that is truly scaled: `test_scaling.py` reads what it prints.

The desktop's scale is Qt's own (`QT_SCALE_FACTOR`), read once when a program starts. The screen is the one of
the offscreen platform's file; a window takes as much of it as it would take of a real one.
"""

import json
import sys
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from tempfile import TemporaryDirectory

from PySide6.QtCore import QSize, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QAbstractScrollArea, QApplication, QWidget

from itdesk.domain.documents import Announcement, AnnouncementKind
from itdesk.domain.ids import AnnouncementId
from itdesk.ui.background import Runner
from itdesk.ui.icons import IconSet
from itdesk.ui.preferences.about_window import AboutWindow
from itdesk.ui.preferences.settings_window import SettingsWindow
from itdesk.ui.preferences.sign_in_window import SignInWindow
from itdesk.ui.requester.knowledge_window import KnowledgeWindow
from itdesk.ui.requester.tickets_window import TicketsWindow
from itdesk.ui.theme import Theme, apply_theme
from itdesk.ui.tokens import Scheme
from itdesk.ui.translation import Translation
from itdesk.ui.widgets.announcement_panel import AnnouncementPanel
from itdesk.ui.widgets.house_window import FRAME, HouseWindow
from tests.ui import walk
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

MOST_STEPS = 150
"""More than any window has fields and buttons."""
Opening = Callable[[Helpdesk, Runner], HouseWindow]


def tickets(helpdesk: Helpdesk, runner: Runner) -> TicketsWindow:
    """My tickets: also what stands in for the tray where there is none."""
    return TicketsWindow(helpdesk.desk, runner, attachment=helpdesk.fetch, computer=COMPUTER)


def one_ticket(helpdesk: Helpdesk, runner: Runner) -> HouseWindow:
    """One ticket, with an answer begun."""
    window = tickets(helpdesk, runner)
    newest = next(iter(helpdesk.server.visible_to(helpdesk.desk.account.person_id)))
    window.open_ticket(newest)
    rest(runner)
    window.ticket.answer.add("Nadal nie działa")
    return window


def announcements(helpdesk: Helpdesk, runner: Runner) -> HouseWindow:
    """All that is announced, unfolded over the list."""
    window = tickets(helpdesk, runner)
    window.show()
    rest(runner)
    window.announcements.unfold()
    return window


def knowledge(helpdesk: Helpdesk, runner: Runner) -> HouseWindow:
    """The knowledge base, as it opens."""
    return KnowledgeWindow(helpdesk.desk, runner, attachment=helpdesk.fetch)


def article(helpdesk: Helpdesk, runner: Runner) -> HouseWindow:
    """One article."""
    window = KnowledgeWindow(helpdesk.desk, runner, attachment=helpdesk.fetch)
    window.open_article(QUEUE_ARTICLE.id)
    return window


def sign_in(_helpdesk: Helpdesk, runner: Runner) -> HouseWindow:
    """The first start."""
    return SignInWindow(
        runner, sign_in=FakeServer().sign_in, use_code=FakeServer().use_code, settings=settings
    )


def settings_page(number: int) -> Opening:
    """One page of the settings; half of them locked by IT."""

    def opened(_helpdesk: Helpdesk, runner: Runner) -> HouseWindow:
        program = FakeProgram(policy={"language": "pl", "autostart": "on"})
        window = SettingsWindow(runner, program.calls(), account=ACCOUNT)
        window.show_page(number)
        return window

    return opened


def about(_helpdesk: Helpdesk, _runner: Runner) -> HouseWindow:
    """What the program is."""
    return AboutWindow()


WINDOWS: dict[str, Opening] = {
    "tickets": tickets,
    "ticket": one_ticket,
    "announcements": announcements,
    "knowledge": knowledge,
    "article": article,
    "sign-in": sign_in,
    "general": settings_page(0),
    "notifications": settings_page(1),
    "account": settings_page(2),
    "diagnostics": settings_page(3),
    "about": about,
}


def rest(runner: Runner) -> None:
    """Let every call be answered, and the ones that follow from them."""
    for _ in range(4):
        while runner.waiting:
            QApplication.processEvents()
        QApplication.processEvents()


def room_on(window: QWidget) -> QSize:
    """Return what the screen leaves for a window's content."""
    return window.screen().availableGeometry().size() - QSize(0, FRAME)


def unusable(window: HouseWindow) -> Iterator[str]:
    """Yield what of a window cannot be seen, or not be reached by the keyboard."""
    room = room_on(window)
    least = window.minimumSizeHint().expandedTo(window.minimumSize())
    if least.width() > room.width() or least.height() > room.height():
        yield f"needs {least.width()}x{least.height()} of {room.width()}x{room.height()}"
    size = window.size().boundedTo(room)
    walk.settle(window, size)
    for widget in walk.every_widget(window):
        if walk.is_clipped(widget, window):
            yield f"clipped: {walk.called(widget)}"
    yield from unreachable(window)


def unreachable(window: HouseWindow) -> Iterator[str]:
    """Yield the buttons to which Tab does not lead, or which are out of sight when it does."""
    window.activateWindow()
    QApplication.processEvents()
    panels = [one for one in window.findChildren(AnnouncementPanel) if one.isVisible()]
    within: QWidget = panels[0] if panels else window  # it lies over the rest until it is folded
    missing = {one for one in within.findChildren(QAbstractButton) if is_of_tab(one)}
    for _ in range(MOST_STEPS):
        focused = QApplication.focusWidget() or window
        QTest.keyClick(focused, Qt.Key.Key_Tab, Qt.KeyboardModifier.NoModifier)
        QApplication.processEvents()
        here = QApplication.focusWidget()
        if isinstance(here, QAbstractButton) and here in missing:
            missing -= stop_of(here)
            if not is_in_sight(here):
                yield f"out of sight with the keyboard in it: {walk.called(here)}"
    for one in missing:
        yield f"not reached by Tab: {walk.called(one)}"


def is_of_tab(button: QAbstractButton) -> bool:
    """Tell whether Tab should lead to a button: it does something now."""
    has_tab = bool(button.focusPolicy() & Qt.FocusPolicy.TabFocus)
    return button.isVisible() and button.isEnabled() and has_tab and not button.objectName().startswith("qt_")


def stop_of(button: QAbstractButton) -> set[QAbstractButton]:
    """Return what Tab reaches with the button: in a row of stars or choices the arrows go on."""
    if type(button).__name__ not in {"Star", "Segment"}:
        return {button}
    row = button.parentWidget() or button
    return {button, *row.findChildren(type(button))}


def is_in_sight(button: QAbstractButton) -> bool:
    """Tell whether all of a button is seen, or as much of a large one as its view has room for."""
    seen = button.visibleRegion().boundingRect().size()
    view: QWidget | None = button
    while view is not None and not isinstance(view.parentWidget(), QAbstractScrollArea):
        view = view.parentWidget()
    room = view.size() if view is not None else button.window().size()
    return seen == button.size().boundedTo(room)


def announce(helpdesk: Helpdesk) -> None:
    """Let IT announce an outage and a maintenance."""
    outage = Announcement(
        id=AnnouncementId("vpn"),
        title={"en": "VPN connections break off", "pl": "Połączenia VPN są zrywane"},
        body={"en": "We are on it. " * 8, "pl": "Pracujemy nad tym. " * 8},
        kind=AnnouncementKind.OUTAGE,
        begins_at=helpdesk.clock() - timedelta(hours=1),
        ends_at=helpdesk.clock() + timedelta(days=400),
        people=14,
    )
    mail = replace(outage, id=AnnouncementId("mail"), kind=AnnouncementKind.MAINTENANCE)
    for one in (outage, mail):
        helpdesk.server.publish(one)


def look_at_all(app: QApplication, helpdesk: Helpdesk, pictures: Path | None) -> Iterator[str]:
    """Open every window in both languages and yield what is wrong with each."""
    runner = Runner()
    translation = Translation(app, "en")
    for language in ("en", "pl"):
        translation.use(language)
        for name, opening in WINDOWS.items():
            window = opening(helpdesk, runner)
            window.show()
            rest(runner)
            yield from (f"{name}, {language}: {one}" for one in unusable(window))
            if pictures is not None:
                window.grab().save(str(pictures / f"{name}-{language}-{window.devicePixelRatio():g}.png"))
            window.close()
            window.deleteLater()
            rest(runner)
    runner.shutdown()


def main(pictures: Path | None = None) -> None:
    """Print as JSON how much this process is scaled, its screen, and what is not usable."""
    app = QApplication([])
    app.setQuitOnLastWindowClosed(False)
    IconSet.load(app)
    apply_theme(app, Theme(Scheme.LIGHT))
    with TemporaryDirectory() as folder:
        helpdesk = open_helpdesk(Path(folder))
        announce(helpdesk)
        a_year(helpdesk)
        problems = list(look_at_all(app, helpdesk, pictures))
        close_helpdesk(helpdesk)
    screen = app.primaryScreen()
    size = screen.availableGeometry().size()
    told = {"scale": screen.devicePixelRatio(), "screen": [size.width(), size.height()], "problems": problems}
    print(json.dumps(told))


if __name__ == "__main__":
    main(Path(sys.argv[1]) if len(sys.argv) > 1 else None)
