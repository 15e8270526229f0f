"""Commands for what IT notes beside a ticket."""

import click

from itdesk.entrypoints.cli.changes import changing, finish
from itdesk.entrypoints.cli.tickets import ticket_id_of
from itdesk.entrypoints.client import open_client


@click.command("tag")
@click.argument("number")
@click.option("--add", "added", multiple=True, metavar="TAG", help="May be repeated.")
@click.option("--remove", "removed", multiple=True, metavar="TAG", help="May be repeated.")
@changing
def tag(
    data_dir: str | None,
    number: str,
    added: tuple[str, ...],
    removed: tuple[str, ...],
    as_json: bool,
    wait_s: float,
) -> None:
    """Give a ticket tags, or take them away."""
    from itdesk.services.worklog import change_tags

    client = open_client(data_dir)
    desk = client.desk()
    saved = change_tags(desk, ticket_id_of(desk, number), added=added, removed=removed)
    finish(client, desk, saved, wait_s, as_json=as_json)


@click.command("time-spent")
@click.argument("number")
@click.option("--minutes", required=True, type=int)
@click.option("--note", default="")
@changing
def time_spent(
    data_dir: str | None, number: str, minutes: int, note: str, as_json: bool, wait_s: float
) -> None:
    """Note how long you worked on a ticket."""
    from itdesk.services.worklog import note_time

    client = open_client(data_dir)
    desk = client.desk()
    saved = note_time(desk, ticket_id_of(desk, number), minutes, note)
    finish(client, desk, saved, wait_s, as_json=as_json)
