"""Collecting the facts about this computer, with what only the other floors know handed in."""

import logging
from collections.abc import Mapping
from datetime import UTC, datetime
from functools import partial
from urllib.parse import urlsplit

from itdesk.diagnostics.anywhere.changes import changes_probe
from itdesk.diagnostics.anywhere.displays import displays_probe
from itdesk.diagnostics.anywhere.server import server_probe
from itdesk.diagnostics.asking import Asking
from itdesk.diagnostics.base import Probe
from itdesk.diagnostics.circumstances import Circumstances
from itdesk.diagnostics.collector import WHOLE_LIMIT_S, OnProbe, collect
from itdesk.diagnostics.facts import Facts
from itdesk.diagnostics.history.reading import read_changes
from itdesk.diagnostics.policy import permitted, policy_of
from itdesk.diagnostics.probes import chosen, every_probe
from itdesk.diagnostics.redaction import findings_in, with_hidden
from itdesk.domain.redaction import Rules, rules_of
from itdesk.entrypoints.client import Client
from itdesk.services.desk import Account
from itdesk.services.signing import current_account
from itdesk.settings import Settings
from itdesk.workstation.device_id import read_device_id

logger = logging.getLogger(__name__)

FOREIGN_LINES = frozenset({"system_log", "faulty_devices"})
"""Probes that pass on whole lines of others: what looks private in them never reaches the form."""


def collect_facts(
    client: Client, asking: Asking, on_probe: OnProbe | None = None, *, asks_server: bool
) -> Facts:
    """Return what this computer says about itself within a second and a half; `on_probe` hears the rest too.

    What only a symptom asks may take as long as its slowest probe. Where somebody is signed in and
    `asks_server`, the way to her server is one of the facts. What the company's policy forbids is not asked.
    """
    account = current_account(client.data)
    probes = asked(client, asking, account)
    rules = redaction_rules(client.settings, account)
    tell = None if on_probe is None else partial(_tell_redacted, on_probe, rules)
    limit_s = WHOLE_LIMIT_S if asking.tier is not None else max((one.limit_s for one in probes), default=0.0)
    if account is None or not asks_server:
        return _redacted(collect(probes, on_probe=tell, on_late=tell, whole_limit_s=limit_s), rules)
    with client.connection(account.server_url) as connection:
        own = _permitted(client, chosen([server_probe(connection)], asking.tier, asking.probes))
        found = collect([*probes, *own], on_probe=tell, on_late=tell, whole_limit_s=limit_s)
    return _redacted(found, rules)


def asked(client: Client, asking: Asking, account: Account | None) -> tuple[Probe, ...]:
    """Return the probes that are to be asked, those of the server left out."""
    host = urlsplit(account.server_url).hostname or "" if account else ""
    around = Circumstances(server_host=host, broke_at=asking.broke_at)
    here = every_probe(read_device_id(client.data), circumstances=around)
    history = partial(read_changes, client.data.history, datetime.now(UTC), asking.broke_at)
    own = [changes_probe(history)]
    if asking.displays:
        own.append(displays_probe(lambda: asking.displays))
    return _permitted(client, chosen([*here, *own], asking.tier, asking.probes))


def redaction_rules(settings: Settings, account: Account | None) -> Rules:
    """Return what looks private here: the house's rules and the company's. A bad pattern is logged."""
    own = {account.login} if account else set()
    rules, problems = rules_of(frozenset(own), settings.redaction_patterns)
    for problem in problems:
        logger.warning("the setting redaction_patterns: %s", problem)
    return rules


def _permitted(client: Client, probes: tuple[Probe, ...]) -> tuple[Probe, ...]:
    policy, problems = policy_of(client.settings)
    for problem in problems:
        logger.warning("%s", problem)
    return permitted(probes, policy)


def _redacted(facts: Facts, rules: Rules) -> Facts:
    for name in FOREIGN_LINES & facts.facts.keys():
        facts = facts.with_probe(name, _without_secrets(name, facts.facts[name], rules))
    return facts


def _tell_redacted(on_probe: OnProbe, rules: Rules, name: str, values: Mapping[str, object]) -> None:
    on_probe(name, _without_secrets(name, values, rules) if name in FOREIGN_LINES else values)


def _without_secrets(name: str, values: Mapping[str, object], rules: Rules) -> Mapping[str, object]:
    document = {name: values}
    return with_hidden(document, findings_in(document, rules))[name]
