"""The one counter: positions in the order of commits, and ticket numbers.

The counter's row stays locked until the transaction commits, so nobody can commit a higher position
before a lower one; that is why it is advanced last, when all other work is done.
"""

from dataclasses import dataclass

from sqlalchemy import Connection, insert, select, update

from itdesk.domain.audience import Audience
from itdesk.domain.ids import new_id
from itdesk.server.store.tables import counter, feed


@dataclass(frozen=True)
class Reserved:
    """The first position and the first ticket number of those that were asked for."""

    position: int
    number: int


def advance(connection: Connection, positions: int, numbers: int = 0, number_floor: int = 0) -> Reserved:
    """Reserve so many positions and so many ticket numbers, these above `number_floor`.

    To be called last, before the feed's rows are written and the transaction commits.
    """
    last = connection.execute(select(counter).with_for_update()).one()
    number = max(last.number, number_floor)
    connection.execute(update(counter).values(position=last.position + positions, number=number + numbers))
    return Reserved(position=last.position + 1, number=number + 1)


def publish_person(connection: Connection, person_id: str) -> int:
    """Tell the feed that a person's card changes with this transaction; return the position."""
    position = advance(connection, 1).position
    connection.execute(
        insert(feed).values(
            position=position,
            ordinal=0,
            kind="person",
            subject_id=person_id,
            audience=Audience.STAFF,
            change_id=new_id(),
        )
    )
    return position
