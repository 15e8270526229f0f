"""Real processes for end-to-end tests: a server, and clients each with a data folder of its own."""

import json
import os
import random
import signal
import socket
import subprocess
import sys
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Self

LIMIT_S = 60
PASSWORDS = {
    "joanna": "drukarka-312",
    "marek": "kabel-i-klucz",
    "piotr": "zarzad-0001",
    "barbara": "zespol-5000",
}
PEOPLE = {
    "joanna": ("Joanna Wiśniewska", "employee"),
    "piotr": ("Piotr Nowak", "employee"),
    "marek": ("Marek Zieliński", "technician"),
    "barbara": ("Barbara Kos", "lead"),
}


class CommandFailed(AssertionError):
    """A command ended otherwise than expected."""


@dataclass
class Server:
    """`itdesk server run` on a folder of its own, on one port from start to start."""

    folder: Path
    port: int = 0
    process: subprocess.Popen[str] | None = field(default=None, repr=False)

    @property
    def url(self) -> str:
        """Where it listens."""
        return f"http://127.0.0.1:{self.port}"

    @property
    def log(self) -> Path:
        """What it says on standard error."""
        return self.folder.parent / f"{self.folder.name}.log"

    def start(self) -> Self:
        """Start and wait for its first line."""
        self.port = self.port or lasting_port()
        with self.log.open("a") as log:
            self.process = subprocess.Popen(
                [*ITDESK, "server", "run", "--data-dir", str(self.folder), "--port", str(self.port)],
                stdout=subprocess.PIPE,
                stderr=log,
                text=True,
            )
        assert self.process.stdout is not None
        first = self.process.stdout.readline().strip()
        if not first.startswith("listening on http://127.0.0.1:"):
            raise CommandFailed(f"the server's first line was {first!r}")
        self.port = int(first.rsplit(":", 1)[1])
        return self

    def add_people(self) -> Self:
        """Add everybody whom the tests know."""
        for login, (name, role) in PEOPLE.items():
            arguments = ["server", "add-user", login, "--name", name, "--role", role, "--password-stdin"]
            itdesk(*arguments, "--data-dir", str(self.folder), given=PASSWORDS[login])
        return self

    def stop(self) -> int:
        """Ask it to end, and return its exit code."""
        return self._end(signal.SIGTERM)

    def kill(self) -> int:
        """End it without asking."""
        return self._end(signal.SIGKILL)

    def _end(self, number: signal.Signals) -> int:
        if self.process is None:
            return 0
        process, self.process = self.process, None
        process.send_signal(number)
        code = process.wait(LIMIT_S)
        if process.stdout is not None:
            process.stdout.close()
        return code


@dataclass
class Client:
    """One person's computer: the command line over a data folder."""

    folder: Path
    login: str

    @property
    def environment(self) -> dict[str, str]:
        """The environment of this computer's processes: no keyring of the machine is touched."""
        return client_environment(self.folder)

    def sign_in(self, server: Server) -> Self:
        """Sign in and fetch what is there."""
        arguments = ["sign-in", "--server", server.url, "--login", self.login, "--password-stdin"]
        self.run(*arguments, given=PASSWORDS[self.login])
        self.sync()
        return self

    def run(self, *arguments: str, code: int = 0, given: str = "") -> subprocess.CompletedProcess[str]:
        """Run a command that must end with `code`."""
        return itdesk(*arguments, code=code, given=given, environment=self.environment)

    def start(self, *arguments: str, **variables: str) -> "subprocess.Popen[str]":
        """Start a command and do not wait for it; `variables` are added to its environment."""
        return subprocess.Popen(
            [*ITDESK, *arguments],
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
            env=self.environment | variables,
        )

    def run_bytes(
        self, *arguments: str | bytes, given: bytes = b"", environment: dict[str, str] | None = None
    ) -> subprocess.CompletedProcess[bytes]:
        """Run a command whose words need not be Unicode; it may end as it likes."""
        return subprocess.run(
            [*ITDESK, *arguments],
            input=given,
            capture_output=True,
            timeout=LIMIT_S,
            env=environment or self.environment,
            check=False,
        )

    def ask(self, *arguments: str, code: int = 0) -> Any:
        """Run a command with --json and return its document."""
        return json.loads(self.run(*arguments, "--json", code=code).stdout)

    def sync(self) -> dict[str, int]:
        """Exchange with the server now."""
        done: dict[str, int] = self.ask("sync")
        return done

    def report(self, title: str, *more: str) -> dict[str, Any]:
        """Report a problem without facts, and return what became of it."""
        done: dict[str, Any] = self.ask("report", "--title", title, "--no-facts", *more)
        return done

    def kinds(self, number: str) -> list[str]:
        """Return the kinds of the events of one ticket, in order."""
        return [event["kind"] for event in self.ask("ticket", number)["timeline"]]


ITDESK = (sys.executable, "-m", "itdesk")
PORTS = range(20_000, 32_000)
"""Below those that Linux, macOS and Windows hand out of themselves."""


def lasting_port() -> int:
    """Return a free port that is free again when its server starts anew: nobody is given it meanwhile."""
    while True:
        with socket.socket() as probe, suppress(OSError):
            probe.bind(("127.0.0.1", port := random.choice(PORTS)))
            return port


def client_environment(folder: Path) -> dict[str, str]:
    """Return the environment for a client in `folder`, with its credentials in a file there."""
    return {**os.environ, "ITDESK_DATA_DIR": str(folder), "ITDESK_CREDENTIAL_STORE": "file"}


def itdesk(
    *arguments: str, code: int = 0, given: str = "", environment: dict[str, str] | None = None
) -> subprocess.CompletedProcess[str]:
    """Run one command of the program; raise CommandFailed when it does not end with `code`."""
    done = subprocess.run(
        [*ITDESK, *arguments],
        input=given,
        capture_output=True,
        text=True,
        timeout=LIMIT_S,
        env=environment or dict(os.environ),
        check=False,
    )
    if done.returncode != code:
        raise CommandFailed(f"{arguments} ended with {done.returncode}: {done.stdout}{done.stderr}")
    return done
