"""What the console asks of the program around it. Each call may take long: none is made on the GUI thread."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial

from itdesk.domain.ids import FileId, TicketId
from itdesk.domain.presence import Doing
from itdesk.services.desk import Desk
from itdesk.services.server_search import ServerHits, ServerTicket
from itdesk.services.server_state import ServerStanding
from itdesk.ui.surroundings import Surroundings


@dataclass(frozen=True, kw_only=True)
class ConsoleCalls:
    """The calls by name; all raise WorldFailed where the server is not reached."""

    attachment: Callable[[FileId], bytes]
    tell_presence: Callable[[TicketId | None, Doing], None]
    search_server: Callable[[str], ServerHits]
    read_on_server: Callable[[str], ServerTicket]
    server_standing: Callable[[], ServerStanding]
    """How the server stands; told to administrators alone."""
    remote_help: Callable[[], str]
    """The template of the program by which IT helps from afar; empty where none was chosen."""


def calls_of(around: Surroundings, desk: Desk) -> ConsoleCalls:
    """Return the calls of the program around, for one person's desk."""
    return ConsoleCalls(
        attachment=partial(around.attachment, desk),
        tell_presence=partial(around.tell_presence, desk),
        search_server=partial(around.search_server, desk),
        read_on_server=partial(around.read_on_server, desk),
        server_standing=partial(around.server_standing, desk),
        remote_help=lambda: around.settings().remote_help,
    )
