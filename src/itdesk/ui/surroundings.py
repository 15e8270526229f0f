"""What the windows need of the program around them, as calls that the entry point hands down."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any, Protocol

if TYPE_CHECKING:
    from itdesk.diagnostics.asking import Asking
    from itdesk.diagnostics.facts import Facts
    from itdesk.domain.ids import FileId, TicketId
    from itdesk.domain.presence import Doing
    from itdesk.domain.redaction import Rules
    from itdesk.services.code_use import CodeUse
    from itdesk.services.desk import Account, Desk
    from itdesk.services.doctor import Finding
    from itdesk.services.program_state import ProgramState
    from itdesk.services.server_search import ServerHits, ServerTicket
    from itdesk.services.server_state import ServerStanding
    from itdesk.services.sessions import Session
    from itdesk.services.signing import SignedOut
    from itdesk.settings import Settings
    from itdesk.workstation.autostart import Autostart

OnProbe = Callable[[str, Mapping[str, Any]], None]
"""Hears one probe's name and its facts as soon as they are there, on whatever thread."""


class Synchroniser(Protocol):
    """Keeps a desk and its server in step until it is stopped."""

    def start(self) -> None:
        """Begin."""

    def wake(self) -> None:
        """Look at once whether something waits to be sent."""

    def stop(self, deadline_s: float) -> bool:
        """End within `deadline_s` seconds; return whether it did."""


class History(Protocol):
    """Notes how this computer is doing until it is stopped."""

    def start(self) -> None:
        """Begin."""

    def note(self, probe: str, values: Mapping[str, object]) -> None:
        """Take what only the desktop knows."""

    def stop(self, deadline_s: float) -> bool:
        """End within `deadline_s` seconds; return whether it did."""


@dataclass(frozen=True, kw_only=True)
class Surroundings:
    """The world as the shell sees it. Every call may take long: none is made on the GUI thread."""

    open_desk: Callable[[Callable[[], None]], "Desk | None"]
    """Open the desk of the one who is signed in; the argument is called when something waits to go out."""
    close_desk: Callable[["Desk"], None]
    account_mark: Callable[[], object]
    """A mark of who is signed in here: another one after each sign-in or sign-out, by any program."""
    folder: Path
    """The data folder: something in it changes when somebody signs in or out."""
    sign_in: Callable[[str, str, str], "Account"]
    """Server's address, login, password."""
    use_code: Callable[[str, "CodeUse"], "Account"]
    """Server's address; a one-time code with what belongs to it."""
    sessions: Callable[[], "tuple[Session, ...]"]
    """Where the person is signed in. Raises WorldFailed, like the next, which ends one by its id."""
    end_session: Callable[[str], None]
    sign_out: Callable[[], "SignedOut"]
    synchroniser: Callable[["Desk", Callable[[], None], Callable[[object], None]], Synchroniser]
    """The second argument is called, on another thread, after anything changed; the third with the places
    (Presence) of all colleagues whenever one turns to another ticket."""
    tell_presence: Callable[["Desk", "TicketId | None", "Doing"], None]
    """Tell colleagues which ticket is before me. Raises WorldFailed."""
    search_server: Callable[["Desk", str], "ServerHits"]
    read_on_server: Callable[["Desk", str], "ServerTicket"]
    """What the server finds, and a ticket by its number; both raise WorldFailed."""
    server_standing: Callable[["Desk"], "ServerStanding"]
    """How the server stands, told to administrators alone. Raises WorldFailed."""
    attachment: Callable[["Desk", "FileId"], bytes]
    collect_facts: Callable[["Asking", OnProbe], "Facts"]
    """Ask this computer; what comes late is told too, after the call has returned."""
    redaction_rules: Callable[["Account | None"], "Rules"]
    """What looks private to this person's company."""
    history: Callable[[], "History"]
    """The thread that notes how this computer is doing."""
    may_take_screenshots: bool
    """Whether the company allows pictures of the screen to go along."""
    settings: Callable[[], "Settings"]
    write_setting: Callable[[str, "str | bool"], None]
    autostart: Callable[[], "Autostart"]
    """Whether the tray starts with the desktop, and who has decided. Raises OSError, like the next."""
    switch_autostart: Callable[[bool], "Autostart"]
    program_state: Callable[[], "ProgramState"]
    doctor: Callable[[], "tuple[Finding, ...]"]
    """Examine everything that the program needs here; takes up to 20 seconds."""
    geometry: Mapping[str, bytes]
    """The windows' places, as they were kept last."""
    keep_geometry: Callable[[Mapping[str, bytes]], None]
