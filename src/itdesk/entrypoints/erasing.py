"""Erases a person: for whoever runs the server, also while it runs."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from itdesk.domain.ids import PersonId
from itdesk.domain.logins import fold_login
from itdesk.entrypoints.server import FILES_FOLDER, Unusable, prepare_folder, utc_now, with_store
from itdesk.server.privacy.erasure import Erasure
from itdesk.server.store.audit import SERVER
from itdesk.server.store.people import find_account
from itdesk.server.store.store import Store
from itdesk.server.tickets.desk import TicketDesk


def erase(login: str, data_dir: Path | None, database: str | None, *, confirm: str | None) -> int:
    """Erase somebody, or say what would go; return the exit code. What prevents it is one sentence."""
    files = prepare_folder(data_dir) / FILES_FOLDER

    def done(store: Store) -> str:
        id = _person(store, login)
        with _erasure(store, files) as erasure:
            if confirm is None:
                return _counted(erasure, id, login)
            if fold_login(confirm) != fold_login(login):
                raise Unusable(f"--confirm says “{confirm}”, not “{login}”. Nothing was erased.")
            erasure.ask(id, by=SERVER)
            erasure.finish()
            return _told(erasure, id, login)

    return with_store(done, data_dir, database)


@contextmanager
def _erasure(store: Store, files: Path) -> Iterator[Erasure]:
    desk = TicketDesk(store, now=utc_now)
    desk.start()
    try:
        yield Erasure(store, desk, files, now=utc_now)
    finally:
        desk.stop()


def _person(store: Store, login: str) -> PersonId:
    with store.reading() as connection:
        account = find_account(connection, fold_login(login))
    if account is None:
        raise Unusable(f"There is nobody with the login “{login}”.")
    return account.person.id


def _counted(erasure: Erasure, id: PersonId, login: str) -> str:
    found = erasure.preview(id).counted
    return (
        f"Would go with {login}: {found.tickets} tickets, {found.events} events in tickets of others, "
        f"{found.files} files, {found.tokens} sign-ins. Nothing was erased; "
        f"add --confirm {login} to erase her for good."
    )


def _told(erasure: Erasure, id: PersonId, login: str) -> str:
    state = erasure.state(id)
    assert state is not None
    return (
        f"{login} is erased: {state.tickets} tickets, {state.events} events, {state.files} files. "
        f"Her id {id} stands in erased.jsonl; keep that file apart from backups."
    )
