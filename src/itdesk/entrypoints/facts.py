"""Collecting the facts about this computer, with what only the other floors know handed in."""

from itdesk.diagnostics.base import Tier
from itdesk.diagnostics.collector import OnProbe, collect
from itdesk.diagnostics.facts import Facts
from itdesk.diagnostics.probes import chosen, every_probe
from itdesk.entrypoints.client import Client
from itdesk.entrypoints.reach import reach_probe
from itdesk.services.signing import current_account
from itdesk.workstation.device_id import read_device_id


def collect_facts(client: Client, on_probe: OnProbe | None = None, *, asks_server: bool) -> Facts:
    """Return what this computer says about itself within a second and a half.

    Where somebody is signed in and `asks_server`, the way to her server is one of the facts.
    """
    probes = list(chosen(every_probe(read_device_id(client.data)), Tier.ALWAYS))
    account = current_account(client.data) if asks_server else None
    if account is None:
        return collect(probes, on_probe=on_probe)
    with client.connection(account.server_url) as connection:
        return collect([*probes, reach_probe(connection)], on_probe=on_probe)
