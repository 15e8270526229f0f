"""Running macros on the ticket that is shown: asks which, does it, says how it is taken back."""

from functools import partial

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtWidgets import QWidget

from itdesk.domain.documents import Macro, in_language
from itdesk.domain.ids import TicketId
from itdesk.domain.ticket import number_text
from itdesk.services import macro_undo, macros
from itdesk.services.asking import Saved
from itdesk.services.desk import Desk
from itdesk.services.macros import MacroPlan
from itdesk.services.reading import TicketPage
from itdesk.services.reply_guard import Doubt, doubt
from itdesk.ui.background import Runner
from itdesk.ui.console.macro_dialog import MacroChosen, MacroDialog
from itdesk.ui.console.undo_stack import Done

UNDO_S = 10


class MacroDoer(QObject):
    """Runs nothing that would say in public what was meant for IT alone: those words go into the reply box.

    Signals: `done(Done)`, `words_wanted(text, is_internal)` for the reply box, `doubted(str)` why nothing
    was run, `failed(Exception)`.
    """

    done = Signal(object)
    words_wanted = Signal(str, bool)
    doubted = Signal(str)
    failed = Signal(object)

    def __init__(self, desk: Desk, runner: Runner, language: str, window: QWidget) -> None:
        super().__init__(window)
        self._desk = desk
        self._runner = runner
        self._language = language
        self._window = window
        self._page: TicketPage | None = None
        self._words = ""
        self._text = ""

    def ask(self, page: TicketPage) -> None:
        """Ask which macro is run on the ticket of this page."""
        self._page = page
        fetch = partial(offered, self._desk, page.ticket.id, self._language)
        reference = number_text(page.ticket.number, page.ticket.id)
        dialog = MacroDialog(reference, self._runner, fetch, self._language, self._window)
        dialog.answered.connect(self._run)
        dialog.open()

    @Slot(object)
    def _run(self, chosen: MacroChosen) -> None:
        if self._page is None:
            return
        if chosen.only_says:
            self.words_wanted.emit(chosen.text, chosen.macro.is_internal)
            return
        ticket = self._page.ticket
        name = in_language(chosen.macro.name, self._language)
        self._words = f"{number_text(ticket.number, ticket.id)} · {name}"
        self._text = chosen.text
        call = partial(run_unless_doubted, self._desk, self._page, chosen, self._language)
        self._runner.run(call, then=self._tell, failed=self._fail)

    @Slot(object)
    def _tell(self, answer: tuple[Saved, ...] | Doubt) -> None:
        if isinstance(answer, Doubt):
            self.words_wanted.emit(self._text, False)
            self.doubted.emit(self.tr("Its words may be meant for IT alone. Look at them in the reply box."))
        else:
            self.done.emit(Done(self._words, partial(macro_undo.undo, self._desk, answer)))

    @Slot(object)
    def _fail(self, error: Exception) -> None:
        self.failed.emit(error)


def run_unless_doubted(
    desk: Desk, page: TicketPage, chosen: MacroChosen, language: str
) -> tuple[Saved, ...] | Doubt:
    """Run the macro, unless its public words are in doubt. Raises Refused and WorldFailed."""
    found = None if chosen.macro.is_internal else doubt(desk, page, chosen.text)
    if found is not None:
        return found
    return macros.apply(desk, page.ticket.id, chosen.macro, language, text=chosen.text, undo_s=UNDO_S)


def offered(desk: Desk, ticket_id: TicketId, language: str) -> tuple[tuple[Macro, MacroPlan], ...]:
    """Return the macros and what each would do, off the GUI thread."""
    return tuple((one, macros.preview(desk, ticket_id, one, language)) for one in macros.macros(desk))
