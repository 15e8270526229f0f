"""Commands that tie tickets to each other, and untie them."""

import click

from itdesk.domain.ids import ChangeId
from itdesk.domain.relations import Relation
from itdesk.entrypoints.cli.changes import changing, finish
from itdesk.entrypoints.cli.tickets import ticket_id_of
from itdesk.entrypoints.client import open_client

messages = click.option(
    "--message", "ids", multiple=True, required=True, metavar="ID", help="As `ticket --json` names it."
)


@click.command("merge")
@click.argument("number")
@click.option("--into", required=True, metavar="NUMBER", help="The ticket in which it goes on.")
@click.option(
    "--across-requesters",
    is_flag=True,
    help="Different people reported them; later public replies go to both. For leads.",
)
@changing
def merge(
    data_dir: str | None, number: str, into: str, across_requesters: bool, as_json: bool, wait_s: float
) -> None:
    """Let a ticket go on in another one."""
    from itdesk.services.together import merge as merge_ticket

    client = open_client(data_dir)
    desk = client.desk()
    ticket_id, survivor_id = ticket_id_of(desk, number), ticket_id_of(desk, into)
    saved = merge_ticket(desk, ticket_id, survivor_id, across_requesters=across_requesters)
    finish(client, desk, saved, wait_s, as_json=as_json)


@click.command("unmerge")
@click.argument("number")
@changing
def unmerge(data_dir: str | None, number: str, as_json: bool, wait_s: float) -> None:
    """Take a merge back."""
    from itdesk.services.together import unmerge as take_back

    client = open_client(data_dir)
    desk = client.desk()
    saved = take_back(desk, ticket_id_of(desk, number))
    finish(client, desk, saved, wait_s, as_json=as_json)


@click.command("link")
@click.argument("number")
@click.option("--to", required=True, metavar="NUMBER")
@click.option("--as", "relation", type=click.Choice([*Relation]), default=Relation.RELATED, show_default=True)
@click.option("--remove", is_flag=True, help="Take the link away.")
@changing
def link(
    data_dir: str | None,
    number: str,
    to: str,
    relation: str,
    remove: bool,
    as_json: bool,
    wait_s: float,
) -> None:
    """Link two tickets: the first is this to the second."""
    from itdesk.services import together

    client = open_client(data_dir)
    desk = client.desk()
    ticket_id, other_id = ticket_id_of(desk, number), ticket_id_of(desk, to)
    if remove:
        saved = together.unlink(desk, ticket_id, other_id)
    else:
        saved = together.link(desk, ticket_id, other_id, Relation(relation))
    finish(client, desk, saved, wait_s, as_json=as_json)


@click.command("child")
@click.argument("number")
@click.option("--of", metavar="NUMBER", help="The parent; without it the ticket is nobody's child.")
@changing
def child(data_dir: str | None, number: str, of: str | None, as_json: bool, wait_s: float) -> None:
    """Make a ticket the child of another one."""
    from itdesk.services.together import set_parent

    client = open_client(data_dir)
    desk = client.desk()
    saved = set_parent(desk, ticket_id_of(desk, number), ticket_id_of(desk, of) if of else None)
    finish(client, desk, saved, wait_s, as_json=as_json)


@click.command("split")
@click.argument("number")
@messages
@click.option("--title", required=True, help="What the new ticket is about.")
@changing
def split(
    data_dir: str | None, number: str, ids: tuple[str, ...], title: str, as_json: bool, wait_s: float
) -> None:
    """Open a new ticket for the same person, and show these messages there."""
    from itdesk.services.together import split as split_ticket

    client = open_client(data_dir)
    desk = client.desk()
    saved = split_ticket(desk, ticket_id_of(desk, number), [ChangeId(id) for id in ids], title)
    finish(client, desk, saved, wait_s, as_json=as_json)


@click.command("move")
@click.argument("number")
@messages
@click.option("--to", metavar="NUMBER", help="Where to show them; without it, at home again.")
@changing
def move(
    data_dir: str | None, number: str, ids: tuple[str, ...], to: str | None, as_json: bool, wait_s: float
) -> None:
    """Show messages of a ticket in another one."""
    from itdesk.services.together import move_messages

    client = open_client(data_dir)
    desk = client.desk()
    target = ticket_id_of(desk, to) if to else None
    saved = move_messages(desk, ticket_id_of(desk, number), [ChangeId(id) for id in ids], target)
    finish(client, desk, saved[-1], wait_s, as_json=as_json)
