"""The command that shows the facts about this computer."""

import json

import click

from itdesk.entrypoints.cli.answers import answer, as_json
from itdesk.entrypoints.client import open_client


@click.command("diagnostics")
@as_json
@click.pass_obj
def diagnostics(data_dir: str | None, as_json: bool) -> None:
    """Show what a report would tell about this computer."""
    from itdesk.entrypoints.facts import collect_facts

    document = json.loads(collect_facts(open_client(data_dir), asks_server=False).to_json())
    facts = document["facts"].items()
    text = "\n".join(f"{name}: {json.dumps(values, ensure_ascii=False)}" for name, values in facts)
    answer(document, text, as_json=as_json)
