"""Writes what is kept of a person into a file: for whoever runs the server."""

from pathlib import Path

from itdesk.domain.logins import fold_login
from itdesk.entrypoints.server import FILES_FOLDER, Unusable, prepare_folder, utc_now, with_store
from itdesk.server.privacy.export import export_person
from itdesk.server.store.audit import SERVER
from itdesk.server.store.people import find_account
from itdesk.server.store.store import Store


def export(login: str, out: Path, data_dir: Path | None, database: str | None) -> int:
    """Write the ZIP; return the exit code. What prevents it is one sentence."""
    files = prepare_folder(data_dir) / FILES_FOLDER

    def done(store: Store) -> str:
        with store.reading() as connection:
            account = find_account(connection, fold_login(login))
        if account is None:
            raise Unusable(f"There is nobody with the login “{login}”.")
        try:
            with out.open("xb") as target:
                out.chmod(0o600)
                export_person(store, files, account.person.id, target, by=SERVER, at=utc_now())
        except FileExistsError:
            raise Unusable(f"The file {out} exists already; nothing was written.") from None
        except OSError as error:
            raise Unusable(f"The file {out} cannot be written: {error.strerror or error}.") from error
        return f"What is kept of {login} is in {out}."

    return with_store(done, data_dir, database)
