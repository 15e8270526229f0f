"""What must hold of a queue."""

from collections.abc import Iterator

from itdesk.domain.document_rules.pieces import Reference, check_ids, check_named
from itdesk.domain.documents.queue import Queue
from itdesk.domain.limits import MEMBERS


def check_queue(queue: Queue) -> None:
    """Raise Refused for the first thing that is wrong."""
    check_named(queue.name, "name")
    check_ids(queue.members, "members", MEMBERS)


def named_by_queue(queue: Queue) -> Iterator[Reference]:
    """Yield what must exist."""
    yield from (Reference("person", id) for id in sorted(queue.members))
