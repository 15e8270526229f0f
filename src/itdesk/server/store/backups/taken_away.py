"""What was taken from people after a backup was made: bringing the backup back does not give it again."""

from collections.abc import Sequence
from datetime import datetime

from sqlalchemy import Connection, delete, select, update

from itdesk.server.store.tables import enrolment_keys, one_time_codes, people, tokens

ENDED = (
    (people, people.c.id, people.c.disabled_at),
    (tokens, tokens.c.digest, tokens.c.revoked_at),
    (enrolment_keys, enrolment_keys.c.id, enrolment_keys.c.revoked_at),
)
"""Who was shut out, which sign-ins and keys were ended: by what, and where it stands since when."""

TakenAway = Sequence[Sequence[tuple[str, datetime]]]
"""For each of ENDED the keys, with the moment at which it ended."""


def taken_away(connection: Connection) -> TakenAway:
    """Return all that is over in this store."""
    return [
        [(key, at) for key, at in connection.execute(select(name, over).where(over.is_not(None)))]
        for _, name, over in ENDED
    ]


def take_away_again(connection: Connection, taken: TakenAway) -> int:
    """End in this store what has ended there; return how much that was not over here."""
    count = 0
    for (table, name, over), ended in zip(ENDED, taken, strict=True):
        for key, at in ended:
            here = update(table).where(name == key, over.is_(None))
            count += connection.execute(here.values({over.name: at})).rowcount
    return count


def forget_codes(connection: Connection) -> None:
    """Delete every code: one that was used or replaced since would be good once more."""
    connection.execute(delete(one_time_codes))
