"""A program around the console that is alone in the world: for windows that ask nothing of it."""

from collections.abc import Callable
from dataclasses import replace
from typing import Any

from itdesk.domain.ids import FileId, TicketId
from itdesk.domain.presence import Doing
from itdesk.services.failures import WorldFailed
from itdesk.services.server_search import ServerHits, ServerTicket
from itdesk.services.server_state import ServerStanding
from itdesk.ui.console.calls import ConsoleCalls


def _nobody(_ticket_id: TicketId | None, _doing: Doing) -> None:
    """Tell nobody."""


def _no_file(_id: FileId) -> bytes:
    raise WorldFailed("The server cannot be reached, and the file is not on this computer.")


def _no_hits(_text: str) -> ServerHits:
    raise WorldFailed("The server cannot be reached.")


def _no_ticket(_number: str) -> ServerTicket:
    raise WorldFailed("The server cannot be reached.")


def _no_standing() -> ServerStanding:
    raise WorldFailed("The server cannot be reached.")


ALONE = ConsoleCalls(
    attachment=_no_file,
    tell_presence=_nobody,
    search_server=_no_hits,
    read_on_server=_no_ticket,
    server_standing=_no_standing,
    remote_help=str,
)


def calls_with(**changes: Callable[..., Any]) -> ConsoleCalls:
    """Return the calls of a lonely console, but for these."""
    return replace(ALONE, **changes)
