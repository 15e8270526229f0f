"""What must hold of a ticket that is put aside."""

from itdesk.domain.documents.snooze import Snooze
from itdesk.domain.ids import is_id
from itdesk.domain.refusals import Code, refuse


def check_snooze(snooze: Snooze) -> None:
    """Raise Refused for the first thing that is wrong. Of a ticket that is not seen nothing is shown."""
    if not is_id(snooze.ticket_id):
        raise refuse(
            Code.BAD_DOCUMENT, field="ticket_id", yours="A ticket’s id has 32 of the signs 0–9, a–f."
        )
    if snooze.until.tzinfo is None:
        raise refuse(Code.BAD_DOCUMENT, field="until", yours="The time has no zone.")
