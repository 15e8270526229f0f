"""Commands for tickets that go up a line, and for help that went wrong."""

import click

from itdesk.entrypoints.cli.answers import answer, as_json, lines, row_document, row_line
from itdesk.entrypoints.cli.changes import changing, finish
from itdesk.entrypoints.cli.tickets import queue_names, ticket_id_of
from itdesk.entrypoints.client import open_client


@click.command("escalate")
@click.argument("number")
@click.option("--reason", required=True, help="Why this line cannot solve it; only IT reads it.")
@changing
def escalate(data_dir: str | None, number: str, reason: str, as_json: bool, wait_s: float) -> None:
    """Hand a ticket on to the line of support above."""
    from itdesk.services.escalating import escalate as hand_on

    client = open_client(data_dir)
    desk = client.desk()
    saved = hand_on(desk, ticket_id_of(desk, number), reason)
    finish(client, desk, saved, wait_s, as_json=as_json)


@click.command("follow-ups")
@as_json
@click.pass_obj
def follow_ups(data_dir: str | None, as_json: bool) -> None:
    """List the tickets whose requester somebody who leads has yet to talk with."""
    from itdesk.services.follow_ups import open_follow_ups

    desk = open_client(data_dir).desk()
    rows, names = open_follow_ups(desk), queue_names(desk)
    text = lines([row_line(row) for row in rows], "There is nothing to follow up.")
    answer([row_document(row, names) for row in rows], text, as_json=as_json)


@click.command("follow-up")
@click.argument("number")
@click.option("--outcome", metavar="TEXT", help="What came of it, which closes it; without it you take it.")
@changing
def follow_up(data_dir: str | None, number: str, outcome: str | None, as_json: bool, wait_s: float) -> None:
    """Take a follow-up, or say what came of it. For those who lead."""
    from itdesk.services.follow_ups import close_follow_up, take_follow_up

    client = open_client(data_dir)
    desk = client.desk()
    ticket_id = ticket_id_of(desk, number)
    saved = take_follow_up(desk, ticket_id) if outcome is None else close_follow_up(desk, ticket_id, outcome)
    finish(client, desk, saved, wait_s, as_json=as_json)
