"""The command that shows the facts about this computer."""

import json
from pathlib import Path
from typing import TYPE_CHECKING

import click

from itdesk.entrypoints.cli.answers import answer, as_json, harmless
from itdesk.entrypoints.client import Client, open_client

if TYPE_CHECKING:
    from itdesk.diagnostics.facts import Facts
    from itdesk.domain.documents import Symptom

NETWORK_CHECKS = frozenset({"network", "vpn"})
"""Checks that walk to the server."""


@click.command("diagnostics")
@click.option(
    "--tier",
    type=click.Choice(["0", "1", "2"]),
    default="1",
    show_default=True,
    help="0: which computer it is; 1: how it has been working; 2: everything that a symptom may ask.",
)
@click.option("--symptom", "code", metavar="CODE", help="Ask what this symptom needs too, and check it.")
@click.option(
    "--compare",
    "earlier",
    type=click.Path(path_type=Path, dir_okay=False),
    metavar="FILE",
    help="Show what differs from earlier facts, as --json printed them.",
)
@as_json
@click.pass_obj
def diagnostics(
    data_dir: str | None, tier: str, code: str | None, earlier: Path | None, as_json: bool
) -> None:
    """Show what a report would tell about this computer.

    Nothing is sent. Only a symptom of the network asks whether the help desk's server can be reached.
    """
    from itdesk.entrypoints.cli.differences import difference_lines, differences, earlier_facts
    from itdesk.entrypoints.cli.fact_lines import facts_lines

    before = earlier_facts(earlier) if earlier is not None else None
    client = open_client(data_dir)
    symptom = symptom_named(client, code) if code else None
    asks_server = symptom is not None and not NETWORK_CHECKS.isdisjoint(symptom.checks)
    facts = gathered(client, int(tier), symptom, asks_server=asks_server)
    if before is not None:
        rows = differences(before, facts)
        answer(rows, "\n".join(map(harmless, difference_lines(rows))), as_json=as_json)
        return
    answer(json.loads(facts.to_json()), "\n".join(facts_lines(facts)), as_json=as_json)


def symptom_named(client: Client, code: str) -> "Symptom":
    """Return the symptom with this code. Raises click.UsageError, which names those that there are."""
    from itdesk.services.desk import close_desk, open_desk
    from itdesk.services.symptoms import symptoms

    desk = open_desk(client.data)
    try:
        known = {symptom.code: symptom for symptom in symptoms(desk)}
    finally:
        if desk is not None:
            close_desk(desk)
    if code not in known:
        raise click.UsageError(f"There is no symptom “{code}”. There are: {', '.join(known)}.")
    return known[code]


def gathered(client: Client, tier: int, symptom: "Symptom | None", *, asks_server: bool) -> "Facts":
    """Return the facts up to `tier`, with what the symptom needs and what its checks have found.

    A symptom that collects nothing has no facts at all.
    """
    from itdesk.diagnostics.asking import Asking
    from itdesk.diagnostics.base import Tier
    from itdesk.diagnostics.checks import findings_fact, run_checks
    from itdesk.diagnostics.facts import Facts
    from itdesk.domain.limits import FACTS_BYTES
    from itdesk.entrypoints.facts import collect_facts

    if symptom is not None and not symptom.collects:
        return Facts(collected_in_ms=0, facts={})
    facts = collect_facts(client, Asking(tier=Tier(min(tier, Tier.USUAL))), asks_server=asks_server)
    names = probes_of(tier, symptom)
    if names:
        late = collect_facts(client, Asking(tier=None, probes=names), asks_server=asks_server)
        for name, values in late.facts.items():
            facts = facts.with_probe(name, values)
    if symptom is not None and symptom.checks:
        facts = facts.with_probe("checks", findings_fact(run_checks(symptom.checks, facts.facts)))
    return facts.fitting(FACTS_BYTES)


def probes_of(tier: int, symptom: "Symptom | None") -> tuple[str, ...]:
    """Return the names of the probes that are asked beyond the usual ones."""
    from itdesk.diagnostics.base import Tier
    from itdesk.diagnostics.checks import needed_probes
    from itdesk.diagnostics.declarations import declarations

    declared = declarations()
    names = [name for name, probe in declared.items() if probe.tier is Tier.SYMPTOM and tier == Tier.SYMPTOM]
    if symptom is not None:
        names += [*symptom.probes, *needed_probes(symptom.checks)]
    late = {name for name in names if name in declared and declared[name].tier > min(tier, Tier.USUAL)}
    return tuple(sorted(late - {"checks"}))
