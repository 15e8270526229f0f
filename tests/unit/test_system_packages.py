"""What the set-up does where packages of the system are missing. Nothing is installed here."""

import os
import re
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

import pytest

SCRIPT = Path(__file__).parents[2] / "installer" / "system_packages.sh"
LIBRARIES = re.findall(r"^library (\S+)", SCRIPT.read_text("utf-8"), re.MULTILINE)
COMMAND = "apt-get update && apt-get install --no-install-recommends libegl1"
UPDATE, INSTALL = "apt-get update", "apt-get install --yes --no-install-recommends libegl1"
LIMIT_S = 30
pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="elsewhere Qt's wheels bring everything")


def _run_without_terminal(command: list[str], environment: dict[str, str]) -> tuple[int, str]:
    done = subprocess.run(
        command,
        env=environment,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        timeout=LIMIT_S,
        check=False,
    )
    return done.returncode, done.stdout


@dataclass
class Computer:
    """Programs of our own before those of the system; those that change something only note their words."""

    programs: Path

    def holds(self, libraries: list[str], *, user: int) -> None:
        """Say which libraries are here, and whose commands these are."""
        known = "".join(f"echo '\t{name} (libc6) => /lib/{name}'\n" for name in libraries)
        self._program("ldconfig", known)
        self._program("id", f"echo {user}")
        self._program("find", "echo font.ttf")
        self._program("apt-cache", "")
        self._program("python3", "")
        for name in ("apt-get", "sudo"):
            self._program(name, f'echo "{name} $*" >> "{self._written_down}"')

    def run(self, answer: str | None = None) -> tuple[int, str]:
        """Run the script, at a terminal where there is an `answer`; return its exit code and words."""
        command = ["sh", str(SCRIPT), "python3", "desktop"]
        environment = {"PATH": f"{self.programs}:{os.environ['PATH']}"}
        if answer is None:
            return _run_without_terminal(command, environment)
        ours, theirs = os.openpty()
        os.write(ours, f"{answer}\n".encode())
        with os.fdopen(ours, "rb", buffering=0) as terminal, os.fdopen(theirs, "rb", buffering=0) as end:
            done = subprocess.run(
                command,
                env=environment,
                stdin=end,
                stdout=end,
                stderr=subprocess.STDOUT,
                timeout=LIMIT_S,
                check=False,
            )
            said: bytes = terminal.read(65_536)
        return done.returncode, said.decode().replace("\r\n", "\n")

    def done(self) -> list[str]:
        """Return what would have changed the computer, in order."""
        return self._written_down.read_text("utf-8").splitlines() if self._written_down.exists() else []

    @property
    def _written_down(self) -> Path:
        return self.programs / "written-down"

    def _program(self, name: str, body: str) -> None:
        (self.programs / name).write_text(f"#!/bin/sh\n{body}\n", "utf-8")
        (self.programs / name).chmod(0o755)


@pytest.fixture
def computer(tmp_path: Path) -> Computer:
    return Computer(tmp_path)


def without_egl() -> list[str]:
    return [name for name in LIBRARIES if name != "libEGL.so.1"]


@pytest.mark.parametrize("user", [0, 1000])
def test_what_is_there_is_left_alone(computer: Computer, user: int) -> None:
    computer.holds(LIBRARIES, user=user)
    assert computer.run() == (0, "")
    assert computer.done() == []


def test_root_installs_and_names_what_is_missing(computer: Computer) -> None:
    computer.holds(without_egl(), user=0)
    code, said = computer.run()
    assert (code, said) == (0, "Installing system packages: libegl1\n")
    assert computer.done() == [UPDATE, INSTALL]


def test_where_nobody_may_the_command_is_printed_and_nothing_else_happens(computer: Computer) -> None:
    computer.holds(without_egl(), user=1000)
    code, said = computer.run()
    assert code == 1
    assert said.splitlines()[-1].strip() == COMMAND
    assert computer.done() == []


def test_a_person_at_a_terminal_is_asked_and_may_say_no(computer: Computer) -> None:
    computer.holds(without_egl(), user=1000)
    code, said = computer.run("n")
    assert code == 1
    assert "Install them now with sudo? [y/N]" in said
    assert COMMAND in said
    assert computer.done() == []


def test_who_says_yes_installs_by_sudo(computer: Computer) -> None:
    computer.holds(without_egl(), user=1000)
    code, said = computer.run("y")
    assert code == 0, said
    assert computer.done() == [f"sudo {UPDATE}", f"sudo env DEBIAN_FRONTEND=noninteractive {INSTALL}"]
