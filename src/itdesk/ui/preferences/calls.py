"""What the settings window asks of the program. Every call may take long: none is made on the GUI thread."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from itdesk.services.doctor import Finding
    from itdesk.services.program_state import ProgramState
    from itdesk.settings import Settings
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
