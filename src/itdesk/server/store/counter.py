"""The one counter: positions in the order of commits, and ticket numbers.

The counter's row stays locked until the transaction commits, so nobody can commit a higher position
before a lower one; that is why it is advanced last, when all other work is done.
"""

from dataclasses import dataclass

from sqlalchemy import BigInteger, Connection, bindparam, case, insert, update

from itdesk.domain.audience import Audience
from itdesk.domain.ids import new_id
from itdesk.server.store.tables import counter, feed

NUMBERS_SKIPPED = 1_000

_RECEIPT = bindparam("receipt", type_=BigInteger)
_ABOVE = case((counter.c.number < _RECEIPT, _RECEIPT + NUMBERS_SKIPPED), else_=counter.c.number)
ADVANCE = (
    update(counter)
    .values(
        position=counter.c.position + bindparam("positions", type_=BigInteger),
        number=_ABOVE + bindparam("numbers", type_=BigInteger),
    )
    .returning(counter.c.position, counter.c.number)
)
"""Built once: every transaction does it."""


@dataclass(frozen=True)
class Reserved:
    """The first position and the first ticket number of those that were asked for."""

    position: int
    number: int


def advance(connection: Connection, positions: int, numbers: int = 0, highest_receipt: int = 0) -> Reserved:
    """Reserve so many positions and so many ticket numbers.

    A receipt for a number above the counter proves that the database was restored from a backup: numbers
    go on well above it, because others may have been given that nobody has told us of yet.

    To be called last, before the feed's rows are written and the transaction commits.
    """
    asked = {"positions": positions, "numbers": numbers, "receipt": highest_receipt}
    last = connection.execute(ADVANCE, asked).one()
    return Reserved(position=last.position - positions + 1, number=last.number - numbers + 1)


def publish(connection: Connection, kind: str, subject_id: str, audience: Audience) -> int:
    """Tell the feed that something changes with this transaction, by no event; return the position."""
    position = advance(connection, 1).position
    connection.execute(
        insert(feed).values(
            position=position,
            ordinal=0,
            kind=kind,
            subject_id=subject_id,
            audience=audience,
            change_id=new_id(),
        )
    )
    return position
