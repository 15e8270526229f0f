"""The computer's name in the network."""

import socket
from collections.abc import Callable

from itdesk.diagnostics.base import Field, Privacy, Probe

FIELDS = (
    Field(name="name", description="Name of the computer", privacy=Privacy.MACHINE),
    Field(name="domain", description="Network domain", privacy=Privacy.MACHINE),
    Field(name="joined", description="Member of", choices=("domain", "workgroup", "entra")),
)


def host_probe(read_domain: Callable[[], str] = str, read_joined: Callable[[], str] = str) -> Probe:
    """Return the probe; `read_domain` says the domain where the computer's name does not carry it.

    `read_joined` says what the computer is a member of, "" where nothing is known.
    """
    # gethostname asks this computer alone; getfqdn would ask the network and may take seconds.
    return Probe(
        name="host",
        why="So that IT finds this computer.",
        fields=FIELDS,
        measure=lambda: describe(socket.gethostname(), read_domain(), read_joined()),
    )


def describe(full: str, domain: str = "", joined: str = "") -> dict[str, object]:
    """Return name, domain and membership; the domain in the full name wins."""
    name, _, own_domain = full.partition(".")
    told = {"name": name, "domain": own_domain or domain, "joined": joined}
    return {field: value for field, value in told.items() if value}
