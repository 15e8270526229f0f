"""The command that exchanges with the server now."""

import click

from itdesk.entrypoints.cli.answers import answer, as_json
from itdesk.entrypoints.cli.changes import wait
from itdesk.entrypoints.client import open_client


@click.command("sync")
@wait
@as_json
@click.pass_obj
def sync(data_dir: str | None, wait_s: float, as_json: bool) -> None:
    """Send what waits and fetch what is new."""
    from itdesk.services.synchronising import exchange_now

    client = open_client(data_dir)
    desk = client.desk()
    with client.connection_of(desk.account) as connection:
        done = exchange_now(desk, connection, wait_s=wait_s)
    document = {
        "sent": done.sent,
        "refused": done.refused,
        "received": done.received,
        "pending": done.pending,
    }
    text = ", ".join(f"{name} {count}" for name, count in document.items())
    answer(document, text, as_json=as_json)
