"""Who is signed in, and how."""

import os
import sys
from collections.abc import Callable, Mapping

from itdesk.diagnostics.anywhere import clock
from itdesk.diagnostics.base import Field, Privacy, Probe

FIELDS = (
    Field(name="login", description="Login on this computer", privacy=Privacy.PERSON),
    Field(name="display_name", description="Name of the person", privacy=Privacy.PERSON),
    Field(
        name="kind", description="Kind of session", choices=("x11", "wayland", "console", "remote", "text")
    ),
    Field(name="desktop", description="Desktop environment"),
    Field(name="language", description="Language of the session"),
    *clock.FIELDS,
)


def session_probe(read: Callable[[], Mapping[str, object]]) -> Probe:
    """Return the probe; `read` says what this platform knows, nothing where it is None or empty."""
    return Probe(
        name="session",
        why="Rights and settings belong to the account; some faults come only from afar.",
        fields=FIELDS,
        measure=lambda: _measure(read),
    )


def _measure(read: Callable[[], Mapping[str, object]]) -> dict[str, object]:
    known = {name: value for name, value in read().items() if value}
    return {**known, "utc_offset_min": clock.utc_offset_min()}


def posix_account() -> dict[str, object]:
    """Return login and display name of who runs this program, by the system's accounts alone.

    getpass.getuser would believe the environment.
    """
    account: dict[str, object] = {}
    if sys.platform != "win32":
        import pwd

        try:
            entry = pwd.getpwuid(os.getuid())
        except KeyError:
            return account  # a container may run under a number without a name
        account = {"login": entry.pw_name, "display_name": entry.pw_gecos.partition(",")[0]}
    return account
