"""Starting with the desktop: per person, reversible, and IT's decision is seen as IT's."""

import plistlib
import re
from dataclasses import dataclass
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from itdesk.workstation.autostart import Autostart, SetBy, autostart_state, follow_policy, tray_command
from itdesk.workstation.autostart_launch_agent import FILE_NAME as AGENT
from itdesk.workstation.autostart_launch_agent import LaunchAgents
from itdesk.workstation.autostart_registry import RegistryEntries, is_switched_off
from itdesk.workstation.autostart_xdg import FILE_NAME, DesktopEntries, entry, values_of

COMMAND = ("/opt/itdesk/itdesk-desktop",)
OFF = Autostart(is_on=False)
ON = Autostart(is_on=True)


@pytest.fixture
def linux(tmp_path: Path) -> DesktopEntries:
    """A person's folder, and one of IT's."""
    return DesktopEntries(tmp_path / "own", [tmp_path / "shared"], COMMAND)


def put_by_it(tmp_path: Path) -> None:
    (tmp_path / "shared").mkdir()
    (tmp_path / "shared" / FILE_NAME).write_text(entry(COMMAND), "utf-8")


def test_on_linux_it_is_switched_on_and_off_and_leaves_nothing(linux: DesktopEntries, tmp_path: Path) -> None:
    assert linux.state() == OFF
    linux.switch(is_on=True)
    assert linux.state() == ON
    assert values_of((tmp_path / "own" / FILE_NAME).read_text("utf-8"))["Exec"] == f'"{COMMAND[0]}"'
    linux.switch(is_on=False)
    assert linux.state() == OFF
    assert not (tmp_path / "own" / FILE_NAME).exists()


def test_on_linux_it_has_an_entry_which_the_person_hides_and_shows(
    linux: DesktopEntries, tmp_path: Path
) -> None:
    put_by_it(tmp_path)
    assert linux.state() == Autostart(is_on=True, set_by=SetBy.MACHINE)
    linux.switch(is_on=False)
    assert linux.state() == Autostart(is_on=False, set_by=SetBy.MACHINE)
    assert values_of((tmp_path / "own" / FILE_NAME).read_text("utf-8"))["Hidden"] == "true"
    linux.switch(is_on=True)
    assert linux.state() == Autostart(is_on=True, set_by=SetBy.MACHINE)
    assert not (tmp_path / "own" / FILE_NAME).exists()


@pytest.mark.parametrize("line", ["Hidden=true", "Hidden = true", "X-GNOME-Autostart-enabled=false"])
def test_on_linux_what_another_program_switched_off_is_off(
    linux: DesktopEntries, tmp_path: Path, line: str
) -> None:
    linux.switch(is_on=True)
    with (tmp_path / "own" / FILE_NAME).open("a") as file:
        file.write(f"{line}\n")
    assert linux.state() == OFF
    linux.switch(is_on=True)
    assert linux.state() == ON


@given(st.text(max_size=200))
def test_any_entry_can_be_read(text: str) -> None:
    values_of(f"[Desktop Entry]\n{text}")


@given(st.lists(st.text(st.characters(min_codepoint=32, max_codepoint=126), min_size=1), min_size=1))
def test_a_command_survives_the_entry(command: list[str]) -> None:
    value = values_of(entry(command))["Exec"]
    words = value.replace("%%", "%").replace("\\\\", "\\")
    quoted = re.findall(r'"((?:[^"\\]|\\.)*)"', words)
    assert [re.sub(r"\\(.)", r"\1", word) for word in quoted] == command


def test_on_a_mac_it_is_switched_on_and_off(tmp_path: Path) -> None:
    mac = LaunchAgents(COMMAND, own=tmp_path / "own", shared=tmp_path / "shared")
    assert mac.state() == OFF
    mac.switch(is_on=True)
    assert mac.state() == ON
    written = plistlib.loads((tmp_path / "own" / AGENT).read_bytes())
    assert written["ProgramArguments"] == list(COMMAND)
    mac.switch(is_on=False)
    assert mac.state() == OFF


def test_on_a_mac_it_may_have_decided_and_a_damaged_agent_starts_nothing(tmp_path: Path) -> None:
    mac = LaunchAgents(COMMAND, own=tmp_path / "own", shared=tmp_path / "shared")
    mac.switch(is_on=True)
    (tmp_path / "own" / AGENT).rename(tmp_path / AGENT)
    (tmp_path / "own" / AGENT).write_bytes(b"<plist><dict>")
    assert mac.state() == OFF
    (tmp_path / "shared").mkdir()
    (tmp_path / AGENT).rename(tmp_path / "shared" / AGENT)
    assert mac.state() == Autostart(is_on=True, set_by=SetBy.MACHINE, may_change=False)


@dataclass
class FakeRun:
    """A registry with one entry."""

    everybody: str | None = None
    hers: str | None = None
    noted: bytes | None = None

    def machine(self) -> object:
        """Return IT's entry."""
        return self.everybody

    def own(self) -> object:
        """Return the person's."""
        return self.hers

    def approved(self) -> object:
        """Return the task manager's note."""
        return self.noted

    def write(self, command: str) -> None:
        """Write the person's."""
        self.hers, self.noted = command, None

    def remove(self) -> None:
        """Remove the person's."""
        self.hers = self.noted = None


def test_on_windows_it_is_switched_on_and_off() -> None:
    run = FakeRun()
    windows = RegistryEntries(run, (r"C:\Program Files\itdesk\itdesk.exe", "tray"))
    assert windows.state() == OFF
    windows.switch(is_on=True)
    assert run.hers == r'"C:\Program Files\itdesk\itdesk.exe" tray'
    assert windows.state() == ON
    run.noted = b"\x03" + bytes(11)
    assert windows.state() == OFF, "switched off in the task manager"
    windows.switch(is_on=True)
    assert windows.state() == ON
    windows.switch(is_on=False)
    assert run == FakeRun()


def test_on_windows_it_may_have_decided() -> None:
    windows = RegistryEntries(FakeRun(everybody="itdesk"), COMMAND)
    assert windows.state() == Autostart(is_on=True, set_by=SetBy.MACHINE, may_change=False)


@given(st.none() | st.text() | st.integers() | st.binary())
def test_any_note_of_the_task_manager_can_be_read(noted: object) -> None:
    assert is_switched_off(noted) in (True, False)


@pytest.mark.parametrize("decided", ["on", "off"])
def test_the_policy_decides_and_is_followed(linux: DesktopEntries, decided: str) -> None:
    linux.switch(is_on=decided == "off")
    follow_policy(linux, decided)
    assert linux.state().is_on is (decided == "on")
    state = autostart_state(linux, decided)
    assert state == Autostart(is_on=decided == "on", set_by=SetBy.POLICY, may_change=False)


def test_without_a_decision_nothing_is_touched(linux: DesktopEntries, tmp_path: Path) -> None:
    follow_policy(linux, "")
    assert autostart_state(linux, "") == OFF
    assert list(tmp_path.iterdir()) == []


def test_the_launcher_beside_the_program_is_taken(tmp_path: Path) -> None:
    assert tray_command(tmp_path / "python") == (str(tmp_path / "python"), "-m", "itdesk", "tray")
    (tmp_path / "itdesk-desktop").touch()
    assert tray_command(tmp_path / "python") == (str(tmp_path / "itdesk-desktop"),)
