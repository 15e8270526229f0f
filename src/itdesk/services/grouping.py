"""Lists divided under headings: what each group is called, and in which order the groups come."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from itdesk.domain.catalogue import Category
from itdesk.domain.documents import Queue, in_language
from itdesk.domain.ids import TicketId
from itdesk.domain.listing import Group, Grouping, Question
from itdesk.domain.priority import Priority
from itdesk.domain.status import Status
from itdesk.replica import contents, listing
from itdesk.services.desk import Desk

Value = Status | Priority | Category | str
"""A person or queue is told by name; an empty one is nobody, or none."""


@dataclass(frozen=True)
class Heading:
    """What a group is of, and how many tickets it has."""

    grouping: Grouping
    value: Value
    count: int


@dataclass(frozen=True)
class Divided:
    """The headings, each with its tickets, in order."""

    groups: tuple[tuple[Heading, tuple[TicketId, ...]], ...]


def divided(desk: Desk, language: str, question: Question) -> Divided:
    """Return the answer under headings; people and queues come by name, nobody last. Raises WorldFailed."""
    desk.replica.catch_up(desk.outbox)
    found = listing.grouped_ids(desk.replica, question, desk.now())
    value_of = VALUES.get(question.grouping)
    names = _names(desk, language, question.grouping) if value_of is None else {}
    groups = [(_heading(question.grouping, one, value_of, names), one.ids) for one in found]
    return Divided(tuple(sorted(groups, key=lambda group: _place(group[0].value))))


VALUES: Mapping[Grouping, Callable[[str], Value]] = {
    Grouping.STATUS: Status,
    Grouping.PRIORITY: lambda key: Priority(int(key)),
    Grouping.CATEGORY: Category,
}


def _heading(
    grouping: Grouping, group: Group, value_of: Callable[[str], Value] | None, names: Mapping[str, str]
) -> Heading:
    value = names.get(group.key, "") if value_of is None else value_of(group.key)
    return Heading(grouping, value, len(group.ids))


def _names(desk: Desk, language: str, grouping: Grouping) -> dict[str, str]:
    if grouping is Grouping.QUEUE:
        queues = contents.documents(desk.replica, Queue)
        return {queue.id: in_language(queue.name, language) for queue in queues}
    return {person.id: person.name or person.login for person in contents.people(desk.replica)}


def _place(value: Value) -> tuple[bool, int, str]:
    match value:
        case Priority():
            return False, value.value, ""
        case Status() | Category():
            return False, list(type(value)).index(value), ""
    return not value, 0, value.casefold()
