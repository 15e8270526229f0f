"""What the console asks of the program around it. Each call may take long: none is made on the GUI thread."""

from collections.abc import Callable
from dataclasses import dataclass

from itdesk.domain.ids import FileId, TicketId
from itdesk.domain.presence import Doing
from itdesk.services.server_search import ServerHits, ServerTicket


@dataclass(frozen=True, kw_only=True)
class ConsoleCalls:
    """The calls by name; all raise WorldFailed where the server is not reached."""

    attachment: Callable[[FileId], bytes]
    tell_presence: Callable[[TicketId | None, Doing], None]
    search_server: Callable[[str], ServerHits]
    read_on_server: Callable[[str], ServerTicket]
