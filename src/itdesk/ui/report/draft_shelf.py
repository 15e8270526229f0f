"""Where the unfinished report lies on the disk: words in the outbox, pictures and files beside it.

Nothing here is called on the GUI thread: it codes pictures and writes files.
"""

import logging
from collections.abc import Mapping
from dataclasses import dataclass
from threading import Lock

from itdesk.services import drafts
from itdesk.services.desk import Desk
from itdesk.services.draft_files import DraftFiles
from itdesk.services.failures import WorldFailed
from itdesk.services.report import NewFile
from itdesk.ui.report.draft_text import Along, NamedThing, along_of
from itdesk.ui.report.pictures_kept import Source
from itdesk.ui.report.pictures_reading import picture_from
from itdesk.ui.report.sending import DRAFT
from itdesk.ui.report.things import Thing
from itdesk.ui.report.words import Words, words_of
from itdesk.ui.widgets.picture_editor_steps import Picture
from itdesk.ui.widgets.picture_file import png

logger = logging.getLogger(__name__)


@dataclass(frozen=True, kw_only=True)
class Unfinished:
    """A report at one moment; a later one has a higher number.

    `text` names all that is in `things`. Without a text there is no draft, while files may still be kept:
    those of a report that was sent a moment ago, and can be undone.
    """

    number: int
    text: str
    things: Mapping[str, Thing]


@dataclass(frozen=True, kw_only=True)
class TakenUp:
    """A draft as it was found: `along` is `None` where it says nothing of what goes along."""

    words: Words
    along: Along | None
    things: Mapping[str, Thing]


class DraftShelf:
    """Puts and takes, from any thread, one at a time; the newest stays. All calls may raise WorldFailed."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk
        self._files = DraftFiles(desk.outbox.path.parent)
        self._turn = Lock()
        self._newest = 0
        self._number = 0

    def next_number(self) -> int:
        """Return a number above all before. Called on one thread only, the one that makes drafts."""
        self._number += 1
        return self._number

    def put(self, unfinished: Unfinished, words_alone: str = "") -> int:
        """Keep the report, and return its number. `words_alone` is safe first: coding pictures takes long.

        What was drawn on a picture is part of its pixels here. What was blacked out is nowhere on the disk
        any more, and cannot be brought back once the program has ended: a draft may lie for weeks.
        """
        with self._turn:
            if unfinished.number <= self._newest:
                return unfinished.number
            self._newest = unfinished.number
            if words_alone and words_alone != unfinished.text:
                drafts.save_draft(self._desk, DRAFT, words_alone)
            for name, thing in unfinished.things.items():
                if not self._files.has(name):
                    self._files.put(name, _bytes_of(thing))
            if unfinished.text:
                drafts.save_draft(self._desk, DRAFT, unfinished.text)
            else:
                drafts.drop_draft(self._desk, DRAFT)
            self._files.keep_only(unfinished.things)
        return unfinished.number

    def take(self) -> TakenUp:
        """Return what is kept. Files that the draft does not name are removed."""
        with self._turn:
            text, along = self._swept()
            things = {one.name: self._thing(one) for one in along.things} if along else {}
        found = {name: thing for name, thing in things.items() if thing is not None}
        return TakenUp(words=words_of(text) if text else Words(), along=along, things=found)

    def sweep(self) -> None:
        """Remove files that no draft names: a program may have ended between Send and their end."""
        with self._turn:
            self._swept()

    def _swept(self) -> tuple[str, Along | None]:
        text = drafts.draft(self._desk, DRAFT)
        along = along_of(text)
        self._files.keep_only({one.name for one in along.things} if along else ())
        return text, along

    def _thing(self, named: NamedThing) -> Thing | None:
        content = self._files.get(named.name)
        if content is None:
            logger.warning("a file of the draft is not there any more")
            return None
        if not named.source:
            return Thing(NewFile(named.label, content))
        try:
            return Thing(Picture(picture_from(content)), Source(named.source), named.label)
        except (WorldFailed, ValueError):
            logger.warning("a picture of the draft cannot be read any more", exc_info=True)
            return None


def _bytes_of(thing: Thing) -> bytes:
    return thing.content.content if isinstance(thing.content, NewFile) else png(thing.content)
