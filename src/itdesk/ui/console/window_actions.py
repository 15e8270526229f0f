"""The actions of one console: their keys, the palette, the sheet of keys, and where they lead."""

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, Slot
from PySide6.QtGui import QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QApplication, QWidget

from itdesk.domain.documents import Article, Device
from itdesk.domain.listing import TicketRow
from itdesk.domain.people import Person, Role
from itdesk.services.desk import Desk
from itdesk.ui.background import Runner
from itdesk.ui.console.actions import Action, Command, actions
from itdesk.ui.console.calls import ConsoleCalls
from itdesk.ui.console.keys import LetterKeys
from itdesk.ui.console.keys_dialog import KeysDialog
from itdesk.ui.console.palette_dialog import PaletteDialog
from itdesk.ui.console.palette_lines import Target
from itdesk.ui.console.server_dialog import ServerDialog

if TYPE_CHECKING:
    from itdesk.ui.console.window import ConsoleWindow


class WindowActions(QObject):
    """Everything that can be done in `window`, each thing once, in `every`."""

    def __init__(
        self, window: "ConsoleWindow", desk: Desk, runner: Runner, language: str, calls: ConsoleCalls
    ) -> None:
        super().__init__(window)
        self._window = window
        self._desk = desk
        self._runner = runner
        self._language = language
        self._program = calls
        window.navigation.server_wanted.connect(self._show_server)
        self.every = actions(self._calls(), window.do_to_chosen, lambda: window.page.header.deeds.offered)
        letters = {one.key: one.run for one in self.every if one.is_letter}
        self._keys = LetterKeys(window, letters)
        self._keys.watch(window.tickets.list, window.navigation.list)
        shortcuts = [(one.key, one.run) for one in self.every if one.key and not one.is_letter]
        for keys, run in shortcuts:
            QShortcut(QKeySequence(keys), window).activated.connect(run)
        QShortcut(QKeySequence(QKeySequence.StandardKey.Find), window).activated.connect(
            window.lead_to_search
        )

    def take(self, event: QKeyEvent) -> bool:
        """Do what a letter stands for; tell whether it stands for anything."""
        return self._keys.take(event)

    def _calls(self) -> dict[Command, Callable[[], object]]:
        window = self._window
        commands: dict[Command, Callable[[], object]] = {
            Command.NEXT: partial(window.tickets.step, 1),
            Command.PREVIOUS: partial(window.tickets.step, -1),
            Command.ENTER: window.enter_ticket,
            Command.TOGGLE: window.tickets.toggle,
            Command.TABLE: window.toggle_table,
            Command.FIND: window.lead_to_search,
            Command.SEARCH_SERVER: window.search_server,
            Command.PALETTE: self._open_palette,
            Command.NEXT_PANE: self._lead_on,
            Command.REPLY: partial(window.write, is_internal=False),
            Command.NOTE: partial(window.write, is_internal=True),
            Command.ARTICLE: window.insert_article,
            Command.STATUS: window.change_status,
            Command.LEDGER: window.page.show_ledger,
            Command.UNDO: window.undo_stack.undo,
            Command.CALL: window.intake.ask,
            Command.REPORT: window.report_wanted.emit,
            Command.SETTINGS: window.settings_wanted.emit,
            Command.KEYS: self._show_keys,
        }
        if self._desk.account.role is Role.ADMIN:  # the replica is not to be read here
            commands[Command.SERVER] = self._show_server
        return commands

    @Slot()
    def _show_server(self) -> None:
        ServerDialog(self._runner, self._program.server_standing, self._desk.now, self._window).show()

    @Slot()
    def _show_keys(self) -> None:
        KeysDialog(self.every, self._window).open()

    @Slot()
    def _open_palette(self) -> None:
        palette = PaletteDialog(self._desk, self._runner, self.every, self._language, self._window)
        palette.chosen.connect(self._go_to)
        palette.open()

    @Slot(object)
    def _go_to(self, chosen: Target) -> None:
        match chosen:
            case Action():
                chosen.run()
            case TicketRow():
                self._window.open_ticket(chosen.id)
            case Person():
                self._window.navigation.search_for(chosen.login)
            case Device():
                self._window.navigation.search_for(chosen.name)
            case Article():
                self._window.article_wanted.emit(chosen.id)

    @Slot()
    def _lead_on(self) -> None:
        """Lead the keyboard to the next part: views, tickets, conversation, what is written."""
        page = self._window.page
        parts: list[tuple[QWidget, QWidget]] = [
            (self._window.navigation, self._window.navigation.list),
            (self._window.tickets, self._window.tickets.list),
            (page.timeline, page.timeline),
            (page.reply_box, page.reply_box.composer.text),
        ]
        shown = [part for part in parts if part[0].isVisible()]
        here = QApplication.focusWidget()
        held = [place for place, (part, _) in enumerate(shown) if is_within(here, part)]
        following = shown[(held[0] + 1) % len(shown)] if held else shown[0]
        following[1].setFocus(Qt.FocusReason.ShortcutFocusReason)


def is_within(widget: QWidget | None, part: QWidget) -> bool:
    """Tell whether a widget is a part of the window, or lies in it."""
    return widget is not None and (widget is part or part.isAncestorOf(widget))
