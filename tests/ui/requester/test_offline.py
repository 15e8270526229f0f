"""The whole history without a network: small files are here before they are opened, the rest says so."""

from collections.abc import Callable
from hashlib import sha256
from typing import Any

from itdesk.domain.changes import CommentAdded, FileAttached
from itdesk.domain.ids import FileId, TicketId, new_id
from itdesk.services.keeping_files import SMALL_BYTES, missing_small_files
from itdesk.services.standing import standing
from itdesk.ui.requester.tickets_window import TicketsWindow
from tests.fakes import FakeFile
from tests.ui.requester.conftest import Rest
from tests.ui.requester.helpdesk import MAREK, Helpdesk, a_year

InBackground = Callable[[Callable[[], Any]], Any]


def attach(helpdesk: Helpdesk, ticket_id: TicketId, name: str, content: bytes) -> FileId:
    """Let Marek attach a file whose bytes the server has."""
    file_id, digest = FileId(new_id()), sha256(content).hexdigest()
    helpdesk.happen(MAREK, ticket_id, CommentAdded(body="Here it is"))
    payload = FileAttached(file_id=file_id, name=name, bytes=len(content), sha256=digest)
    helpdesk.happen(MAREK, ticket_id, payload)
    helpdesk.server.memory.files[file_id] = FakeFile(MAREK.id, len(content), digest, bytearray(content))
    return file_id


def labels(window: TicketsWindow) -> dict[str, str]:
    timeline = window.ticket.timeline
    entries = [timeline.entry_widget(one).entry for one in timeline.shown]
    return {file.name: file.size for entry in entries for file in entry.attachments}


def test_small_files_are_kept_and_large_ones_say_when_they_open(
    *,
    helpdesk: Helpdesk,
    open_tickets: Callable[[], TicketsWindow],
    in_background: InBackground,
    rest: Rest,
) -> None:
    def with_files() -> tuple[TicketId, FileId]:
        story = a_year(helpdesk)
        small = attach(helpdesk, story, "how to.pdf", b"small")
        attach(helpdesk, story, "film.mp4", bytes(SMALL_BYTES + 1))
        helpdesk.exchange()
        return story, small

    story, small = in_background(with_files)
    window = open_tickets()
    window.open_ticket(story)
    rest()
    assert labels(window)["how to.pdf"].endswith("opens when you are online")
    now = in_background(lambda: standing(helpdesk.desk))
    window.show_standing(now)
    rest()
    assert in_background(lambda: missing_small_files(helpdesk.desk)) == ()
    assert "online" not in labels(window)["how to.pdf"]
    assert labels(window)["film.mp4"].endswith("opens when you are online")
    with helpdesk.offline():
        assert in_background(lambda: helpdesk.fetch(small)) == b"small"


def test_a_server_that_is_away_costs_nothing_and_breaks_nothing(
    *,
    helpdesk: Helpdesk,
    open_tickets: Callable[[], TicketsWindow],
    in_background: InBackground,
    rest: Rest,
) -> None:
    def with_files() -> TicketId:
        story = a_year(helpdesk)
        for number in range(9):
            attach(helpdesk, story, f"{number}.txt", b"x")
        helpdesk.exchange()
        return story

    story = in_background(with_files)
    window = open_tickets()
    window.open_ticket(story)
    rest()
    now = in_background(lambda: standing(helpdesk.desk))
    with helpdesk.offline():
        before = len(helpdesk.connection.faults)
        window.show_standing(now)
        rest()
        assert before - len(helpdesk.connection.faults) <= 4
    assert not window.ticket.banner.isVisible()
    assert len(labels(window)) >= 9
