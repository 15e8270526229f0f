"""What was opened here is kept until the server was told, and told once."""

from datetime import UTC, datetime, timedelta
from pathlib import Path

from itdesk.domain.ids import TicketId, new_id
from itdesk.replica.opened import Opened, forget_told, note_opened, opened_since
from itdesk.replica.outbox import Outbox

AT = datetime(2026, 11, 25, 9, tzinfo=UTC)


def test_what_was_opened_waits_for_the_exchange(tmp_path: Path) -> None:
    outbox = Outbox(tmp_path)
    first, second = TicketId(new_id()), TicketId(new_id())
    note_opened(outbox, first, AT)
    note_opened(outbox, second, AT + timedelta(seconds=1))
    note_opened(outbox, first, AT + timedelta(hours=1))
    told = opened_since(outbox)
    assert told == (Opened(first, AT), Opened(second, AT + timedelta(seconds=1)))
    forget_told(outbox, told[:1])
    assert opened_since(outbox) == told[1:]
    outbox.close()
