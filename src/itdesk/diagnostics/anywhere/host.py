"""The computer's name in the network."""

import socket
from collections.abc import Callable

from itdesk.diagnostics.base import Field, Privacy, Probe

FIELDS = (
    Field(name="name", description="Name of the computer", privacy=Privacy.MACHINE),
    Field(name="domain", description="Network domain, where the name tells one", privacy=Privacy.MACHINE),
)


def host_probe(read_domain: Callable[[], str] = str) -> Probe:
    """Return the probe; `read_domain` says the domain where the computer's name does not carry it."""
    # gethostname asks this computer alone; getfqdn would ask the network and may take seconds.
    return Probe(name="host", fields=FIELDS, measure=lambda: describe(socket.gethostname(), read_domain()))


def describe(full: str, domain: str = "") -> dict[str, object]:
    """Return name and domain; the one in the full name wins."""
    name, _, own_domain = full.partition(".")
    return {"name": name, "domain": own_domain or domain} if own_domain or domain else {"name": name}
