"""The columns of the tickets as a table: what each is called, what stands in it, how it is sorted."""

from collections.abc import Mapping
from datetime import datetime
from enum import StrEnum

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication

from itdesk.domain.ids import QueueId
from itdesk.domain.listing import Order, TicketRow
from itdesk.ui.console.ticket_clock import ticket_clock
from itdesk.ui.times import day_and_time
from itdesk.ui.words import name_of, person_name


class Column(StrEnum):
    """The columns, as they stand until somebody moves them."""

    NUMBER = "number"
    TITLE = "title"
    STATUS = "status"
    PRIORITY = "priority"
    DUE = "due"
    REQUESTER = "requester"
    ASSIGNEE = "assignee"
    QUEUE = "queue"
    CREATED = "created"
    CHANGED = "changed"


COLUMNS = tuple(Column)
NAMES: dict[Column, object] = {
    Column.NUMBER: QT_TRANSLATE_NOOP("Columns", "Number"),
    Column.TITLE: QT_TRANSLATE_NOOP("Columns", "Title"),
    Column.STATUS: QT_TRANSLATE_NOOP("Columns", "Status"),
    Column.PRIORITY: QT_TRANSLATE_NOOP("Columns", "Priority"),
    Column.DUE: QT_TRANSLATE_NOOP("Columns", "Due"),
    Column.REQUESTER: QT_TRANSLATE_NOOP("Columns", "Requester"),
    Column.ASSIGNEE: QT_TRANSLATE_NOOP("Columns", "Who has it"),
    Column.QUEUE: QT_TRANSLATE_NOOP("Columns", "Queue"),
    Column.CREATED: QT_TRANSLATE_NOOP("Columns", "Created"),
    Column.CHANGED: QT_TRANSLATE_NOOP("Columns", "Changed"),
}
ORDERS = {
    Column.NUMBER: Order.NEWEST_FIRST,
    Column.TITLE: Order.TITLE,
    Column.STATUS: Order.STATUS,
    Column.PRIORITY: Order.URGENT_FIRST,
    Column.DUE: Order.DUE_FIRST,
    Column.REQUESTER: Order.REQUESTER,
    Column.ASSIGNEE: Order.ASSIGNEE,
    Column.QUEUE: Order.QUEUE,
    Column.CREATED: Order.NEWEST_FIRST,
    Column.CHANGED: Order.CHANGED_LAST_FIRST,
}
WIDTHS_PX = {
    Column.NUMBER: 84,
    Column.TITLE: 280,
    Column.STATUS: 116,
    Column.PRIORITY: 110,
    Column.DUE: 120,
    Column.REQUESTER: 160,
    Column.ASSIGNEE: 150,
    Column.QUEUE: 130,
    Column.CREATED: 120,
    Column.CHANGED: 120,
}


def column_name(column: Column) -> str:
    """Return what a column is called."""
    return QCoreApplication.translate("Columns", str(NAMES[column]))


def cell_text(column: Column, row: TicketRow, queues: Mapping[QueueId, str], now: datetime) -> str:
    """Return what stands in a column of a row."""
    match column:
        case Column.NUMBER:
            return row.reference
        case Column.TITLE:
            return row.title
        case Column.STATUS:
            return name_of(row.status)
        case Column.PRIORITY:
            return name_of(row.priority)
        case Column.QUEUE:
            return queues.get(row.queue_id, "") if row.queue_id else ""
        case Column.REQUESTER | Column.ASSIGNEE:
            name = person_name(row.requester_name, is_verified=row.requester_is_verified)
            return name if column is Column.REQUESTER else row.assignee_name or ""
        case Column.DUE:
            return ticket_clock(row, now).words if row.due_at is not None else ""
    return day_and_time(row.created_at if column is Column.CREATED else row.updated_at, now)
