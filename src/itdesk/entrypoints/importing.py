"""Takes people from a file into the store, from the command line."""

import sys
from pathlib import Path

from itdesk.entrypoints.server import WORLD_FAILED, Unusable, utc_now, with_store
from itdesk.server.accounts.importing import Plan, Wishes, import_people
from itdesk.server.accounts.people_file import MOST_BYTES, MOST_FAULTS, PeopleFile, read_people
from itdesk.server.store.store import Store


def run(
    path: Path,
    wishes: Wishes,
    *,
    encoding: str | None,
    delimiter: str | None,
    data_dir: Path | None,
    database: str | None,
) -> int:
    """Import, or say what it would do; return the exit code. Each fault is one line on standard error."""
    try:
        with path.open("rb") as opened:
            content = opened.read(MOST_BYTES + 1)
    except OSError as error:
        print(f"{path} cannot be read: {error.strerror or error}.", file=sys.stderr)
        return WORLD_FAILED

    def take(store: Store) -> str:
        file = read_people(content, encoding=encoding, delimiter=delimiter)
        plan = import_people(store, file, wishes, utc_now)
        if plan.faults:
            raise Unusable(_told(plan, path))
        return _summary(file, plan, wishes)

    return with_store(take, data_dir, database)


def _told(plan: Plan, path: Path) -> str:
    for fault in plan.faults:
        print(f"{path}, {fault}", file=sys.stderr)
    count = len(plan.faults)
    faults = "1 fault" if count == 1 else f"{count} faults"
    more = ", perhaps more" if count >= MOST_FAULTS else ""
    return f"Nothing was written: {faults}{more}. Without them it would {_counts(plan)}."


def _summary(file: PeopleFile, plan: Plan, wishes: Wishes) -> str:
    read = f"Read as {file.encoding}, divided by “{file.delimiter}”."
    if wishes.dry_run:
        return f"{read} This would {_counts(plan)}. Nothing was written: add --apply to do it."
    return f"{read} Done: {_counts(plan)}."


def _counts(plan: Plan) -> str:
    return (
        f"create {len(plan.created)}, change {len(plan.changed)}, disable {len(plan.disabled)}"
        f" and leave {plan.unchanged} as they are"
    )
