"""One of each window and dialog of the program, on a stage that stays while they come and go."""

import inspect
import pkgutil
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from importlib import import_module

from PySide6.QtCore import QDate, QSize
from PySide6.QtGui import QColor, QImage
from PySide6.QtWidgets import QDialog, QWidget

import itdesk.ui
from itdesk.diagnostics.facts import Facts
from itdesk.domain.ids import ChangeId, FileId
from itdesk.domain.priority import Impact, Ranking, Urgency
from itdesk.domain.status import PendingReason, Status
from itdesk.services.desk import Desk
from itdesk.services.server_state import ServerStanding
from itdesk.ui.background import Runner
from itdesk.ui.console.actions import Action, Command, actions
from itdesk.ui.console.choice_dialog import ChoiceDialog, Option
from itdesk.ui.console.consent_dialog import ConsentDialog
from itdesk.ui.console.fact_differences import ShownFacts
from itdesk.ui.console.facts_dialog import FactsDialog
from itdesk.ui.console.hold_dialog import HoldDialog
from itdesk.ui.console.incident_dialog import IncidentDialog
from itdesk.ui.console.intake_dialog import IntakeDialog
from itdesk.ui.console.keys_dialog import KeysDialog
from itdesk.ui.console.ledger_dialog import LedgerDialog
from itdesk.ui.console.macro_dialog import MacroDialog
from itdesk.ui.console.messages_dialog import Message, MessagesDialog
from itdesk.ui.console.note_dialog import NoteDialog
from itdesk.ui.console.palette_dialog import PaletteDialog
from itdesk.ui.console.preview_dialog import PreviewDialog
from itdesk.ui.console.priority_dialog import PriorityDialog
from itdesk.ui.console.server_dialog import ServerDialog
from itdesk.ui.console.server_search_dialog import ServerSearchDialog
from itdesk.ui.console.snooze_dialog import SnoozeDialog
from itdesk.ui.console.tag_dialog import TagDialog
from itdesk.ui.console.tie_dialog import Tie, TieDialog
from itdesk.ui.console.time_dialog import TimeDialog
from itdesk.ui.console.view_dialog import ViewDialog
from itdesk.ui.console.window import ConsoleWindow
from itdesk.ui.preferences.claim_window import ClaimWindow
from itdesk.ui.recorder.bar import RecorderBar
from itdesk.ui.recorder.recording import Recorded
from itdesk.ui.recorder.reel import Reel
from itdesk.ui.recorder.review_window import ReviewWindow
from itdesk.ui.report.exact_preview import ExactPreview
from itdesk.ui.report.pictures_screens import ScreenChooser
from itdesk.ui.widgets.house_window import HouseWindow
from itdesk.ui.widgets.picture_dialog import PictureDialog
from itdesk.ui.widgets.picture_editor_steps import Picture
from itdesk.ui.widgets.saving_as import SaveDialog
from tests.ui.console_calls import ALONE, calls_with
from tests.ui.requester.helpdesk import Helpdesk
from tests.ui.test_stretching import WINDOWS

NUMBER, NAME = "IT-1042", "Joanna Wiśniewska"
AT = datetime(2026, 5, 25, 8, 21, tzinfo=UTC)
FACTS = Facts(collected_in_ms=1, facts={"host": {"name": "PC-7"}, "machine": {"model": "OptiPlex 7010"}})


@dataclass(frozen=True, kw_only=True)
class Stage:
    """What the windows stand on: Joanna's desk, Marek's, a recording, and the window behind each dialog."""

    helpdesk: Helpdesk
    marek: Desk
    runner: Runner
    reel: Reel
    recorded: Recorded
    behind: QWidget
    picture_file: bytes


Opening = Callable[[Stage], QWidget]


def screen() -> QImage:
    """Return a picture of a screen."""
    image = QImage(QSize(1024, 600), QImage.Format.Format_RGB32)
    image.fill(QColor(40, 90, 160))
    return image


def console(stage: Stage) -> QWidget:
    return ConsoleWindow(stage.marek, stage.runner, calls_with(attachment=lambda _file: stage.picture_file))


def review(stage: Stage) -> QWidget:
    return ReviewWindow(stage.runner, stage.reel, stage.recorded)


def claim(stage: Stage) -> QWidget:
    """Return the question whether the reports from this computer are hers."""
    return ClaimWindow("anna", stage.behind)


def bar(_stage: Stage) -> QWidget:
    return RecorderBar()


def picture(stage: Stage) -> QWidget:
    return PictureDialog(Picture(screen()), stage.behind)


def screens(stage: Stage) -> QWidget:
    return ScreenChooser((screen(), screen()), stage.behind)


def preview(stage: Stage) -> QWidget:
    return ExactPreview(FACTS.to_json().decode(), (screen(),), (), ("steps.pdf",), stage.behind)


def large_picture(stage: Stage) -> QWidget:
    return PreviewDialog(
        FileId("5a" * 16), "screen.png", stage.runner, lambda _file: stage.picture_file, stage.behind
    )


def facts(stage: Stage) -> QWidget:
    shown = ShownFacts(reference=NUMBER, at=AT, text=FACTS.to_json().decode(), facts=FACTS)
    return FactsDialog(shown, stage.runner, tuple, lambda: AT, stage.behind)


def save(stage: Stage) -> QWidget:
    return SaveDialog(FileId("5a" * 16), "screen.png", stage.behind)


def note(stage: Stage) -> QWidget:
    return NoteDialog(Status.RESOLVED, NUMBER, NAME, stage.behind)


def hold(stage: Stage) -> QWidget:
    dialog = HoldDialog(NUMBER, NAME, QDate(2026, 5, 25), stage.behind)
    dialog.choose(PendingReason.SCHEDULED)
    return dialog


def priority(stage: Stage) -> QWidget:
    return PriorityDialog(NUMBER, Ranking(Impact.LOW, Urgency.HIGH), stage.behind)


def choice(stage: Stage) -> QWidget:
    options = [Option(str(one), f"Somebody {one}", "IT") for one in range(9)]
    return ChoiceDialog("Who takes it?", "Assign", options, None, stage.behind)


def some_actions() -> tuple[Action, ...]:
    return actions(dict.fromkeys(Command, bool), bool, tuple)


def palette(stage: Stage) -> QWidget:
    return PaletteDialog(stage.marek, stage.runner, some_actions(), "en", stage.behind)


def keys(stage: Stage) -> QWidget:
    return KeysDialog(some_actions(), stage.behind)


def ledger(stage: Stage) -> QWidget:
    return LedgerDialog(NUMBER, stage.runner, tuple, stage.behind)


def server_search(stage: Stage) -> QWidget:
    return ServerSearchDialog("printer", stage.runner, ALONE, stage.behind)


def server_standing(stage: Stage) -> QWidget:
    """Return how a server stands that was not backed up for days: the most words that it can say."""
    told = ServerStanding(
        address="https://helpdesk.example.com",
        version="1.0.0",
        is_sqlite=True,
        schema="0012",
        is_schema_right=True,
        last_backup=AT,
        waiting=3,
        failing=("back-up", "delete-files"),
    )
    return ServerDialog(stage.runner, lambda: told, lambda: AT + timedelta(days=3), stage.behind)


def snooze(stage: Stage) -> QWidget:
    return SnoozeDialog(NUMBER, datetime(2026, 5, 25, 9, 0, tzinfo=UTC), stage.behind)


def consent(stage: Stage) -> QWidget:
    return ConsentDialog(NUMBER, "Joanna", stage.behind)


def tie(stage: Stage) -> QWidget:
    return TieDialog(Tie.MERGE, NUMBER, stage.runner, lambda _words: (), stage.behind)


def messages(stage: Stage) -> QWidget:
    some = [Message(ChangeId(f"{one:032x}"), NAME, "It blinks red.") for one in range(9)]
    return MessagesDialog(NUMBER, some, stage.runner, lambda _words: (), stage.behind)


def tag(stage: Stage) -> QWidget:
    return TagDialog(NUMBER, stage.behind)


def call(stage: Stage) -> QWidget:
    return IntakeDialog(stage.runner, lambda _words: (), stage.behind)


def time_spent(stage: Stage) -> QWidget:
    return TimeDialog(NUMBER, stage.behind)


def view(stage: Stage) -> QWidget:
    return ViewDialog("printer", stage.behind, may_share=True)


def macro(stage: Stage) -> QWidget:
    return MacroDialog(NUMBER, stage.runner, tuple, "en", stage.behind)


def incident(stage: Stage) -> QWidget:
    return IncidentDialog(NUMBER, stage.behind)


def on_joannas_desk(opening: Callable[[Helpdesk, Runner], QWidget]) -> Opening:
    """Return the opening of a window that needs no more than her desk."""
    return lambda stage: opening(stage.helpdesk, stage.runner)


OPENINGS: dict[str, Opening] = {
    **{name: on_joannas_desk(opening) for name, opening in WINDOWS.items()},
    "console": console,
    "claim": claim,
    "recorder's bar": bar,
    "recorder's review": review,
    "picture editor": picture,
    "which screen": screens,
    "exact preview": preview,
    "large picture": large_picture,
    "all facts": facts,
    "save as": save,
    "note": note,
    "hold": hold,
    "priority": priority,
    "choice": choice,
    "major incident": incident,
    "palette": palette,
    "keys": keys,
    "ledger": ledger,
    "server_search": server_search,
    "server": server_standing,
    "snooze": snooze,
    "consent": consent,
    "call": call,
    "time spent": time_spent,
    "view": view,
    "macro": macro,
    "tag": tag,
    "tie": tie,
    "messages": messages,
}


def window_classes() -> set[type[QWidget]]:
    """Return every class of ours that is shown as a window or a dialog; bases of others are none."""
    found = {kind for module in modules() for kind in classes(module)}
    bases = {base for kind in found for base in kind.__mro__[1:]}
    return (found - bases) | {RecorderBar}


def modules() -> Iterator[str]:
    """Yield the modules of the windows."""
    for module in pkgutil.walk_packages(itdesk.ui.__path__, "itdesk.ui."):
        yield module.name


def classes(module: str) -> Iterator[type[QWidget]]:
    """Yield the windows and dialogs of a module."""
    for _, kind in inspect.getmembers(import_module(module), inspect.isclass):
        if issubclass(kind, HouseWindow | QDialog) and kind.__module__ == module:
            yield kind
