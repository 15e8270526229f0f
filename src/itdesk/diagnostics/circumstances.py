"""What the probes must be told from outside: they cannot find it out on this computer."""

from dataclasses import dataclass
from datetime import datetime


@dataclass(frozen=True, kw_only=True)
class Circumstances:
    """What is known of the trouble and of the help desk before anything is measured.

    `server_host` is the host of the person's server, "" when she is signed in at none: then no way to it is
    traced. `broke_at` is when the trouble began (aware), None for just now.
    """

    server_host: str = ""
    broke_at: datetime | None = None


UNKNOWN = Circumstances()
"""Signed in at no server; the trouble is there now."""
