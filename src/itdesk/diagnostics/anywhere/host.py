"""The computer's name in the network."""

import socket

from itdesk.diagnostics.base import Field, Privacy, Probe

FIELDS = (
    Field(name="name", description="Name of the computer", privacy=Privacy.MACHINE),
    Field(name="domain", description="Network domain, where the name tells one", privacy=Privacy.MACHINE),
)


def split_name(full: str) -> dict[str, object]:
    """Return name and domain of a full host name."""
    name, _, domain = full.partition(".")
    return {"name": name, "domain": domain} if domain else {"name": name}


# gethostname asks this computer alone; getfqdn would ask the network and may take seconds.
PROBE = Probe(name="host", fields=FIELDS, measure=lambda: split_name(socket.gethostname()))
