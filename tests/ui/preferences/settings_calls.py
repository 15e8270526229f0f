"""A program behind the settings window, in memory."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path

from itdesk.connection.errors import Cause, Unreachable
from itdesk.services.doctor import Finding, Verdict, finding
from itdesk.services.failures import WorldFailed
from itdesk.services.program_state import ProgramState, SettingState
from itdesk.services.sessions import Session
from itdesk.settings import DECLARATIONS, Layer, Settings, Source, resolve
from itdesk.ui.preferences.calls import SettingsCalls
from itdesk.workstation.autostart import Autostart, SetBy

LAST_SYNC = datetime(2026, 3, 2, 9, 12, tzinfo=UTC)
FINDINGS = (
    finding("store", Verdict.OK, "sound"),
    finding("outbox", Verdict.WARN, "waits", waiting=3, since="2026-03-02 08:00"),
    Finding(
        step="server",
        verdict=Verdict.FAIL,
        code="way.answer",
        values={"server": "https://help.example.com", "reason": "it sent a web page", "ms": 3},
    ),
)
SESSIONS = (
    Session(
        id="1" * 32, device="joanna-laptop", created_at=LAST_SYNC, last_used_at=LAST_SYNC, is_current=True
    ),
    Session(id="2" * 32, device="reception", created_at=LAST_SYNC, last_used_at=LAST_SYNC, is_current=False),
    Session(id="3" * 32, device="", created_at=LAST_SYNC, last_used_at=LAST_SYNC, is_current=False),
)


@dataclass
class FakeProgram:
    """What was decided by IT, chosen by the person, and written meanwhile."""

    policy: Mapping[str, object] = field(default_factory=dict)
    chosen: dict[str, object] = field(default_factory=dict)
    starts: Autostart = field(default_factory=lambda: Autostart(is_on=False))
    autostart_fails: bool = False
    sessions: list[Session] = field(default_factory=lambda: list(SESSIONS))
    network_fails: bool = False

    def calls(self) -> SettingsCalls:
        """Return the calls that a window makes."""
        return SettingsCalls(
            settings=self.settings,
            write_setting=self.write,
            autostart=self.autostart,
            switch_autostart=self.switch,
            program_state=self.state,
            doctor=lambda: FINDINGS,
            sessions=self.listed,
            end_session=self.end,
        )

    def settings(self) -> Settings:
        """Return what holds now."""
        policy = Layer(source=Source.POLICY, origin="/etc/itdesk/policy.toml", values=self.policy)
        return resolve([policy, Layer(source=Source.PERSON, origin="settings.toml", values=self.chosen)])

    def write(self, name: str, value: str | bool) -> None:
        """Keep the person's choice."""
        self.chosen[name] = value

    def autostart(self) -> Autostart:
        """Return whether it starts with the desktop."""
        decided = self.policy.get("autostart")
        if decided:
            return Autostart(is_on=decided == "on", set_by=SetBy.POLICY, may_change=False)
        return self.starts

    def switch(self, is_on: bool) -> Autostart:
        """Switch it."""
        if self.autostart_fails:
            raise PermissionError(13, "Permission denied")
        self.starts = Autostart(is_on=is_on)
        return self.starts

    def listed(self) -> tuple[Session, ...]:
        """Return where the person is signed in."""
        if self.network_fails:
            raise WorldFailed("away") from Unreachable("https://help.example.com", Cause.NAME)
        return tuple(self.sessions)

    def end(self, id: str) -> None:
        """End one sign-in."""
        self.listed()
        self.sessions = [one for one in self.sessions if one.id != id]

    def state(self) -> ProgramState:
        """Return how it stands."""
        settings = self.settings()
        return ProgramState(
            versions=(("itdesk", "1.0"), ("Python", "3.11.2"), ("Linux", "6.1.0-18-amd64")),
            settings=tuple(
                SettingState(
                    name=one.name,
                    value=str(getattr(settings, one.name)),
                    source=settings.sources[one.name],
                    origin=settings.origins[one.name],
                )
                for one in DECLARATIONS
            ),
            folder=Path("/home/joanna/.local/share/itdesk"),
            log=Path("/home/joanna/.local/share/itdesk/logs/desktop.log"),
            person="Joanna Wiśniewska",
            server="https://help.example.com",
            last_sync=LAST_SYNC,
            problem=Unreachable("https://help.example.com", Cause.NAME),
            waiting=3,
        )
