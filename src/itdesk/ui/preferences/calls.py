"""What the settings window asks of the program. Every call may take long: none is made on the GUI thread."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from itdesk.services.doctor import Finding
    from itdesk.services.program_state import ProgramState
    from itdesk.services.sessions import Session
    from itdesk.settings import Settings
    from itdesk.ui.surroundings import Surroundings
    from itdesk.workstation.autostart import Autostart


@dataclass(frozen=True, kw_only=True)
class SettingsCalls:
    """The calls by name; those about autostart may raise OSError."""

    settings: Callable[[], "Settings"]
    write_setting: Callable[[str, "str | bool"], None]
    autostart: Callable[[], "Autostart"]
    switch_autostart: Callable[[bool], "Autostart"]
    program_state: Callable[[], "ProgramState"]
    doctor: Callable[[], "tuple[Finding, ...]"]
    sessions: Callable[[], "tuple[Session, ...]"]
    """Where the person is signed in; the next ends one by its id. Both ask the server: WorldFailed."""
    end_session: Callable[[str], None]


def calls_of(around: "Surroundings") -> SettingsCalls:
    """Return those of the program's calls that the settings make."""
    return SettingsCalls(
        settings=around.settings,
        write_setting=around.write_setting,
        autostart=around.autostart,
        switch_autostart=around.switch_autostart,
        program_state=around.program_state,
        doctor=around.doctor,
        sessions=around.sessions,
        end_session=around.end_session,
    )
