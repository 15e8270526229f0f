"""What can be done in the console, each thing once: for its key, the palette and the sheet of keys."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum
from functools import partial

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication

from itdesk.ui.console.deeds import Deed, look_of


class Group(StrEnum):
    """Under which heading an action stands."""

    GOING = "going"
    WRITING = "writing"
    DEEDS = "deeds"
    WINDOW = "window"


class Command(StrEnum):
    """What can be done beside the deeds, in the order of the sheet."""

    NEXT = "next"
    PREVIOUS = "previous"
    ENTER = "enter"
    TOGGLE = "toggle"
    TABLE = "table"
    FIND = "find"
    SEARCH_SERVER = "search_server"
    PALETTE = "palette"
    NEXT_PANE = "next_pane"
    REPLY = "reply"
    NOTE = "note"
    ARTICLE = "article"
    STATUS = "status"
    LEDGER = "ledger"
    UNDO = "undo"
    CALL = "call"
    REPORT = "report"
    SERVER = "server"
    SETTINGS = "settings"
    KEYS = "keys"


@dataclass(frozen=True, kw_only=True)
class Action:
    """One thing to do. `key` is one letter or sign, or a shortcut such as `Ctrl+K`; empty: none."""

    name: str
    text: str
    group: Group
    icon: str = ""
    key: str = ""
    run: Callable[[], object]
    is_possible: Callable[[], bool]

    @property
    def is_letter(self) -> bool:
        """Whether its key is one sign, which keeps out of the way of somebody who writes."""
        return len(self.key) == 1


@dataclass(frozen=True)
class Look:
    """How a command looks; `text` is translated where it is shown, and marked for it by an untyped call."""

    text: object
    group: Group
    icon: str
    key: str = ""


LOOKS = {
    Command.NEXT: Look(QT_TRANSLATE_NOOP("Actions", "Next ticket"), Group.GOING, "ticket", "J"),
    Command.PREVIOUS: Look(QT_TRANSLATE_NOOP("Actions", "Previous ticket"), Group.GOING, "ticket", "K"),
    Command.ENTER: Look(QT_TRANSLATE_NOOP("Actions", "Go into the ticket"), Group.GOING, "ticket", "O"),
    Command.TOGGLE: Look(
        QT_TRANSLATE_NOOP("Actions", "Choose one more, or one less"), Group.GOING, "check", "X"
    ),
    Command.TABLE: Look(QT_TRANSLATE_NOOP("Actions", "Tickets as a table"), Group.GOING, "table", "V"),
    Command.FIND: Look(QT_TRANSLATE_NOOP("Actions", "Search tickets"), Group.GOING, "search", "/"),
    Command.SEARCH_SERVER: Look(
        QT_TRANSLATE_NOOP("Actions", "Search everything on the server"), Group.GOING, "network"
    ),
    Command.PALETTE: Look(
        QT_TRANSLATE_NOOP("Actions", "Go anywhere, do anything"), Group.GOING, "search", "Ctrl+K"
    ),
    Command.NEXT_PANE: Look(
        QT_TRANSLATE_NOOP("Actions", "Next part of the window"), Group.GOING, "filter", "F6"
    ),
    Command.REPLY: Look(QT_TRANSLATE_NOOP("Actions", "Write a reply"), Group.WRITING, "reply", "R"),
    Command.NOTE: Look(
        QT_TRANSLATE_NOOP("Actions", "Write a note that only IT sees"), Group.WRITING, "lock", "N"
    ),
    Command.ARTICLE: Look(QT_TRANSLATE_NOOP("Actions", "Insert an article…"), Group.WRITING, "book", "I"),
    Command.STATUS: Look(QT_TRANSLATE_NOOP("Actions", "Change where it stands…"), Group.DEEDS, "check", "S"),
    Command.LEDGER: Look(QT_TRANSLATE_NOOP("Actions", "How its time is counted"), Group.DEEDS, "clock", "C"),
    Command.UNDO: Look(
        QT_TRANSLATE_NOOP("Actions", "Take back what I did last"), Group.DEEDS, "undo", "Ctrl+Z"
    ),
    Command.CALL: Look(QT_TRANSLATE_NOOP("Actions", "Take a call…"), Group.WINDOW, "phone", "Ctrl+N"),
    Command.REPORT: Look(QT_TRANSLATE_NOOP("Actions", "Report for somebody"), Group.WINDOW, "plus"),
    Command.SERVER: Look(QT_TRANSLATE_NOOP("Actions", "How the server stands"), Group.WINDOW, "network"),
    Command.SETTINGS: Look(QT_TRANSLATE_NOOP("Actions", "Settings"), Group.WINDOW, "settings"),
    Command.KEYS: Look(QT_TRANSLATE_NOOP("Actions", "Show all keys"), Group.WINDOW, "key", "?"),
}
HEADINGS = {
    Group.GOING: QT_TRANSLATE_NOOP("Actions", "Going around"),
    Group.WRITING: QT_TRANSLATE_NOOP("Actions", "Writing"),
    Group.DEEDS: QT_TRANSLATE_NOOP("Actions", "The ticket"),
    Group.WINDOW: QT_TRANSLATE_NOOP("Actions", "The console"),
}


def group_name(group: Group) -> str:
    """Return what a heading says."""
    return QCoreApplication.translate("Actions", str(HEADINGS[group]))


def actions(
    calls: Mapping[Command, Callable[[], object]],
    do: Callable[[Deed], object],
    allowed: Callable[[], Iterable[Deed]],
) -> tuple[Action, ...]:
    """Return every action: the commands by their calls, and the deeds, possible while they are allowed."""
    commands = (_of_command(command, call) for command, call in calls.items())
    return (*commands, *(_of_deed(deed, do, allowed) for deed in Deed))


def _of_command(command: Command, call: Callable[[], object]) -> Action:
    shown = LOOKS[command]
    return Action(
        name=command.value,
        text=QCoreApplication.translate("Actions", str(shown.text)),
        group=shown.group,
        icon=shown.icon,
        key=shown.key,
        run=call,
        is_possible=always,
    )


def _of_deed(deed: Deed, do: Callable[[Deed], object], allowed: Callable[[], Iterable[Deed]]) -> Action:
    shown = look_of(deed)
    return Action(
        name=deed.value,
        text=shown.text,
        group=Group.DEEDS,
        icon=shown.icon,
        key=shown.key,
        run=partial(do, deed),
        is_possible=lambda: deed in allowed(),
    )


def always() -> bool:
    """Tell that a thing can be done at any time."""
    return True
