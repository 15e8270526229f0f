"""Answering what IT asks of this computer: looks at it only once she has agreed."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QWidget

from itdesk.diagnostics.asking import Asking
from itdesk.diagnostics.base import Tier
from itdesk.diagnostics.facts import Facts
from itdesk.domain.consents import ConsentRequest, Wanted
from itdesk.domain.ids import TicketId
from itdesk.domain.limits import FACTS_BYTES
from itdesk.services import consents
from itdesk.services.asking import NewFile
from itdesk.services.desk import Desk
from itdesk.services.failures import WorldFailed
from itdesk.ui.background import Runner
from itdesk.ui.screen_capture import SteppingAside
from itdesk.ui.surroundings import OnProbe, Surroundings
from itdesk.ui.widgets.picture_dialog import PictureDialog
from itdesk.ui.widgets.picture_editor_steps import Picture
from itdesk.ui.widgets.picture_file import png

CollectFacts = Callable[[Asking, OnProbe], Facts]


@dataclass(frozen=True)
class Computer:
    """What this computer gives: its facts, and whether the company allows pictures of its screen."""

    collect_facts: CollectFacts
    may_take_screenshots: bool


class ConsentDoer(QObject):
    """Signals: `begun()` when an answer is on its way, `ended()`, `failed(Exception)`."""

    begun = Signal()
    ended = Signal()
    failed = Signal(object)

    def __init__(self, desk: Desk, runner: Runner, computer: Computer, parent: QWidget) -> None:
        super().__init__(parent)
        self._desk = desk
        self._runner = runner
        self._computer = computer
        self._widget = parent
        self._asked: tuple[TicketId, ConsentRequest] | None = None
        self._aside = SteppingAside(self)
        self._aside.taken.connect(self._show_picture)

    def answer(self, ticket_id: TicketId, request: ConsentRequest, *, agreed: bool) -> None:
        """Agree or not; facts and pictures are taken now."""
        self._asked = (ticket_id, request)
        if not agreed or request.wants is Wanted.REMOTE_HELP:
            self._do(partial(consents.answer, self._desk, ticket_id, request.id, agreed=agreed))
        elif request.wants is Wanted.FACTS:
            self._do(partial(give_facts, self._desk, self._computer.collect_facts, ticket_id, request))
        elif self._computer.may_take_screenshots:
            self._aside.take(self._widget.window())
        else:
            self.failed.emit(WorldFailed("Your company does not allow pictures of the screen."))

    @Slot(object)
    def _show_picture(self, images: tuple[QImage, ...]) -> None:
        if not images:
            self.failed.emit(
                WorldFailed("Nothing could be seen of the screen: your desktop does not allow it.")
            )
            return
        dialog = PictureDialog(Picture(images[0]), self._widget.window())
        dialog.edited.connect(self._give_picture)
        dialog.open()

    @Slot(object)
    def _give_picture(self, picture: Picture) -> None:
        if self._asked is not None:
            ticket_id, request = self._asked
            self._do(partial(give_picture, self._desk, ticket_id, request, picture))

    def _do(self, call: Callable[[], object]) -> None:
        self.begun.emit()
        self._runner.run(call, then=self._end, failed=self._fail)

    @Slot(object)
    def _end(self, _answer: object) -> None:
        self.ended.emit()

    @Slot(object)
    def _fail(self, error: Exception) -> None:
        self.failed.emit(error)


def give_facts(desk: Desk, collect: CollectFacts, ticket_id: TicketId, request: ConsentRequest) -> None:
    """Look at the computer and let it go along, off the GUI thread. Raises Refused and WorldFailed.

    What the company's policy forbids is not looked at, whatever was asked.
    """
    usual = not request.probes
    asking = Asking(tier=Tier.USUAL if usual else None, probes=request.probes)
    facts = collect(asking, _nobody).fitting(FACTS_BYTES)
    consents.give_facts(desk, ticket_id, request.id, facts.to_json().decode())


def give_picture(desk: Desk, ticket_id: TicketId, request: ConsentRequest, picture: Picture) -> None:
    """Render the picture and let it go along, off the GUI thread. Raises Refused and WorldFailed."""
    file = NewFile("screen.png", png(picture), is_screenshot=True)
    consents.give_picture(desk, ticket_id, request.id, file)


def _nobody(_probe: str, _values: object) -> None:
    """Nobody waits for single answers."""


def computer_of(around: Surroundings) -> Computer:
    """Return this computer, as the program around knows it."""
    return Computer(around.collect_facts, around.may_take_screenshots)
