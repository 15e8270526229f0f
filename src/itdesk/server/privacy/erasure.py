"""Erases people, piece by piece: each piece is one bounded transaction that also says how far it has come.

Whoever is killed in between goes on there. Done once more, nothing is left to be done.
"""

import logging
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path

from itdesk.domain.changes import Change, StatusChanged
from itdesk.domain.documents import Device
from itdesk.domain.erasing import GONE, is_own_word
from itdesk.domain.ids import ChangeId, PersonId, TicketId, new_id
from itdesk.domain.people import SYSTEM_ACTOR, Person
from itdesk.domain.status import Status
from itdesk.protocol.translation import change_message
from itdesk.server.store import audit, erasures
from itdesk.server.store.documents import Documents, read_documents
from itdesk.server.store.erased_list import ErasedList
from itdesk.server.store.erasing import Blanked, erase
from itdesk.server.store.erasures import Counted, ErasureState
from itdesk.server.store.people import held_people
from itdesk.server.store.scrubbing import overwriting, scrub
from itdesk.server.store.store import Store
from itdesk.server.tickets.desk import TicketDesk, utc_now

logger = logging.getLogger(__name__)

CARD, DOCUMENTS, OWN, OTHERS, NAMED, REFUSALS, SCRUB = (
    "card",
    "documents",
    "own",
    "others",
    "named",
    "refusals",
    "scrub",
)
FIRST, DONE = CARD, "done"
TICKETS_AT_ONCE = 25
ROWS_AT_ONCE = 500


class NobodyToErase(Exception):
    """There is no such person. The text is a sentence for a person."""

    def __init__(self) -> None:
        super().__init__("There is no such person. Nothing was erased.")


@dataclass(frozen=True)
class Preview:
    """Who would be erased, and what would go with her."""

    person: Person
    counted: Counted


class Erasure:
    """The erasures of one store. `files`: the folder of attached bytes; its parent keeps the list apart."""

    def __init__(
        self, store: Store, desk: TicketDesk, files: Path, *, now: Callable[[], datetime] = utc_now
    ) -> None:
        self._store = store
        self._desk = desk
        self._files = files
        self._now = now
        self._listed = ErasedList(files.parent)

    def preview(self, person_id: PersonId) -> Preview:
        """Return what erasing somebody would take; nothing is changed. Raises NobodyToErase."""
        with self._store.reading() as connection:
            held = held_people(connection, [person_id]).get(person_id)
            if held is None or held.person is None:
                raise NobodyToErase
            return Preview(held.person, erasures.count_all(connection, person_id))

    def ask(self, person_id: PersonId, *, by: str, request_id: str = "") -> None:
        """From now on somebody is erased, whatever happens to this process or to the database.

        Raises NobodyToErase, StoreUnavailable, OSError.
        """
        self.preview(person_id)
        self._listed.add(person_id, self._now())
        self._begin(person_id, by=by, request_id=request_id)

    def state(self, person_id: PersonId) -> ErasureState | None:
        """Return how an erasure stands; `None` when nobody asked for it."""
        with self._store.reading() as connection:
            return erasures.state_of(connection, person_id)

    def work(self, _now: datetime) -> int:
        """Do one piece of what waits; return 1, or 0 when nothing does. Raises StoreUnavailable, OSError."""
        with self._store.reading() as connection:
            state = erasures.waiting(connection)
        if state is None:
            return 0
        stages = {
            CARD: self._card,
            DOCUMENTS: self._documents,
            OWN: self._own,
            OTHERS: self._others,
            NAMED: self._named,
            REFUSALS: self._refusals,
            SCRUB: self._scrub,
        }
        stages[state.stage](state)
        return 1

    def finish(self) -> None:
        """Do all that waits. Raises StoreUnavailable, OSError."""
        while self.work(self._now()):
            pass

    def catch_up(self) -> int:
        """Erase again whom the database does not know to be erased, as after a restore; return how many."""
        with self._store.reading() as connection:
            known = erasures.known_erasures(connection)
            missing = [id for id in self._listed.ids() if id not in known]
            here = held_people(connection, missing) if missing else {}
        for id in missing:
            if id in here:
                logger.warning("the database does not know that %s was erased: it is done again", id)
            self._begin(id, by=audit.SERVER, detail="again: the database did not know of it")
        if missing:
            self.finish()
        return len(missing)

    def _begin(self, person_id: PersonId, *, by: str, request_id: str = "", detail: str = "") -> None:
        with self._store.writing() as connection:
            erasures.ask(connection, person_id, by, self._now(), FIRST)
            audit.note(
                connection,
                actor_id=by,
                action="person-erased",
                object_kind="person",
                object_id=person_id,
                at=self._now(),
                request_id=request_id,
                detail=detail,
            )

    def _card(self, state: ErasureState) -> None:
        with overwriting(self._store) as connection:
            erasures.erase_card(connection, state.person_id, self._now())
            erasures.move_on(connection, state, stage=DOCUMENTS)

    def _documents(self, state: ErasureState) -> None:
        with self._store.reading() as connection:
            own = erasures.own_documents(connection, state.person_id)
        documents = Documents(self._store)
        for kind, id in own:
            documents.delete(kind, id)
        for device in read_documents(self._store, Device):
            if device.owner_id == state.person_id:
                documents.put(_without_owner(device))
        self._move_on(state, OWN)

    def _own(self, state: ErasureState) -> None:
        with self._store.reading() as connection:
            ids = erasures.own_tickets(connection, state.person_id, state.beyond, TICKETS_AT_ONCE)
            still = erasures.not_over(connection, ids)
        self._end(still)
        self._erase(state, ids, following=OTHERS)

    def _others(self, state: ErasureState) -> None:
        with self._store.reading() as connection:
            ids = erasures.written_in(connection, state.person_id, state.beyond, TICKETS_AT_ONCE)
        self._erase(state, ids, following=NAMED, only_of=state.person_id)

    def _named(self, state: ErasureState) -> None:
        with overwriting(self._store) as connection:
            done = erasures.rename_on(connection, state.person_id, state.beyond, TICKETS_AT_ONCE)
            erasures.count_on(connection, state, done, REFUSALS)

    def _refusals(self, state: ErasureState) -> None:
        with overwriting(self._store) as connection:
            erasures.count_on(
                connection, state, erasures.blank_refusals(connection, state.beyond, ROWS_AT_ONCE), SCRUB
            )

    def _scrub(self, state: ErasureState) -> None:
        scrub(self._store)
        with self._store.writing() as connection:
            erasures.move_on(connection, state, stage=DONE, done_at=self._now())

    def _end(self, still: Mapping[TicketId, Status]) -> None:
        """Nobody has to work any more on what nobody can read: clocks and announcements end with it."""
        changes = [
            Change(
                id=ChangeId(new_id()),
                ticket_id=id,
                payload=StatusChanged(to=_end_of(status), note=GONE),
                seen=2**31,
                made_at=self._now(),
            )
            for id, status in still.items()
        ]
        self._desk.submit(SYSTEM_ACTOR, [change_message(one) for one in changes])

    def _erase(
        self, state: ErasureState, ids: Sequence[TicketId], *, following: str, only_of: PersonId | None = None
    ) -> None:
        done = Blanked()
        with overwriting(self._store) as connection:
            if ids and only_of is None:
                done = erase(connection, self._files, ids, None, self._now())
            elif ids:
                done = erase(
                    connection,
                    self._files,
                    ids,
                    lambda event: event.actor_id == only_of and is_own_word(event.payload),
                    self._now(),
                )
            stage, beyond = (state.stage, ids[-1]) if ids else (following, "")
            took = done.tickets if only_of is None else 0, done.events, done.files
            erasures.move_on(connection, state, stage=stage, beyond=beyond, took=took)
        if done.news is not None:
            self._desk.tell(done.news)

    def _move_on(self, state: ErasureState, stage: str) -> None:
        with self._store.writing() as connection:
            erasures.move_on(connection, state, stage=stage)


def _end_of(status: Status) -> Status:
    return Status.CLOSED if status is Status.RESOLVED else Status.CANCELLED


def _without_owner(device: Device) -> Device:
    return replace(device, owner_id=None)
