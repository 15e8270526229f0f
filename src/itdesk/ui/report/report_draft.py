"""Keeps everything she has made of a report, a moment after she pauses, until it is sent."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from itdesk.services.draft_files import new_name
from itdesk.ui.background import Runner
from itdesk.ui.report.draft_shelf import DraftShelf, TakenUp, Unfinished
from itdesk.ui.report.draft_text import Along, HeldBack, NamedThing, draft_text
from itdesk.ui.report.things import Thing
from itdesk.ui.report.words import Words

PAUSE_MS = 500


@dataclass(frozen=True, kw_only=True)
class Unsent:
    """What the form holds now. `is_touched` is false where all that goes along came by itself."""

    words: Words
    things: tuple[Thing, ...]
    held_back: HeldBack
    is_touched: bool

    @property
    def is_empty(self) -> bool:
        """Whether nothing would be missed."""
        return self.words.is_empty and not self.is_touched


class ReportDraft(QObject):
    """Nothing is kept before the draft of last time was taken up: it would be lost.

    Signals: saved() when the newest is safe; failed(error); taken_up(TakenUp).
    """

    saved = Signal()
    failed = Signal(object)
    taken_up = Signal(object)

    def __init__(
        self, shelf: DraftShelf, runner: Runner, unsent: Callable[[], Unsent], parent: QObject
    ) -> None:
        super().__init__(parent)
        self._shelf = shelf
        self._runner = runner
        self._unsent = unsent
        self._names: Mapping[str, Thing] = {}
        self._newest = 0
        self._was_kept = False
        self._is_read = False
        self._is_over = False
        self._pause = QTimer(self, singleShot=True, interval=PAUSE_MS)
        self._pause.timeout.connect(self.keep)

    @property
    def is_read(self) -> bool:
        """Whether the draft of last time was looked for."""
        return self._is_read

    def begin(self) -> None:
        """Take up what was kept."""
        self._runner.run(self._shelf.take, then=self._on_taken, failed=self._on_untaken)

    @Slot()
    def touch(self) -> None:
        """Something is another: keep it at the next pause."""
        if not self._is_over:
            self._pause.start()

    @Slot()
    def keep(self) -> None:
        """Keep what the form holds now."""
        if self._is_over or not self._is_read:
            return
        self._pause.stop()
        unsent = self._unsent()
        if not unsent.is_empty:
            before, self._names = self._names, self._named(unsent.things)
            known = {name: thing for name, thing in self._names.items() if name in before}
            self._put(_text(unsent, self._names), self._names, words_alone=_text(unsent, known))
            self._was_kept = True
        elif self._was_kept:
            self.discard()

    def text(self, words: Words) -> str:
        """Return the draft that Undo has to bring back, with these words."""
        unsent = self._unsent()
        self._names = self._named(unsent.things)
        return draft_text(words, _along(self._names, unsent.held_back))

    @Slot()
    def discard(self) -> None:
        """There is no draft any more."""
        self._names = {}
        self._was_kept = False
        self._put("", {})

    def end(self) -> None:
        """It was sent: there is no draft, but its files stay as long as it can be undone."""
        self._pause.stop()
        self._is_over = True
        self._put("", self._names)

    @Slot()
    def let_go(self) -> None:
        """It cannot be undone any more."""
        if self._is_over:
            self.discard()

    def go_on(self) -> None:
        """It is a draft again."""
        self._is_over = False
        self.keep()

    def _put(self, text: str, things: Mapping[str, Thing], *, words_alone: str = "") -> None:
        self._newest = self._shelf.next_number()
        unfinished = Unfinished(number=self._newest, text=text, things=things)
        call = partial(self._shelf.put, unfinished, words_alone)
        self._runner.run(call, then=self._on_put, failed=self._on_failed)

    def _named(self, things: tuple[Thing, ...]) -> Mapping[str, Thing]:
        """Return the things by name; what is kept already keeps its name, and is not written again."""
        return {self._name_of(thing) or new_name(): thing for thing in things}

    def _name_of(self, thing: Thing) -> str:
        return next((name for name, kept in self._names.items() if kept.is_same(thing)), "")

    @Slot(object)
    def _on_taken(self, found: TakenUp) -> None:
        self._is_read = True
        self._names = found.things
        self._was_kept = not found.words.is_empty or bool(found.things)
        if self._was_kept:
            self.taken_up.emit(found)
        self.touch()

    @Slot(object)
    def _on_untaken(self, error: Exception) -> None:
        """What she writes now matters more than what cannot be read."""
        self._is_read = True
        self.failed.emit(error)

    @Slot(object)
    def _on_put(self, number: int) -> None:
        if number == self._newest and self._was_kept and not self._is_over:
            self.saved.emit()

    @Slot(object)
    def _on_failed(self, error: Exception) -> None:
        self.failed.emit(error)


def _text(unsent: Unsent, named: Mapping[str, Thing]) -> str:
    return draft_text(unsent.words, _along(named, unsent.held_back))


def _along(named: Mapping[str, Thing], held_back: HeldBack) -> Along:
    things = tuple(
        NamedThing(name=name, source=thing.source or "", label=thing.label) for name, thing in named.items()
    )
    return Along(things=things, held_back=held_back)
