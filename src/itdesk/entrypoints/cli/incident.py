"""The command by which those who lead tell everybody that many have the trouble of one ticket."""

import click

from itdesk.entrypoints.cli.changes import changing, finish
from itdesk.entrypoints.cli.facts import symptom_named
from itdesk.entrypoints.cli.tickets import ticket_id_of
from itdesk.entrypoints.client import open_client


@click.command("incident")
@click.argument("number")
@click.option("--title-en", metavar="TEXT", help="What everybody is told, in a few words.")
@click.option("--title-pl", metavar="TEXT")
@click.option("--body-en", metavar="TEXT", help="What it means and what people can do.")
@click.option("--body-pl", metavar="TEXT")
@click.option(
    "--symptom",
    "codes",
    multiple=True,
    metavar="CODE",
    help="What it explains; repeatable. Else the ticket's own.",
)
@click.option("--end", "is_over", is_flag=True, help="It is over for everybody.")
@changing
def incident(
    data_dir: str | None,
    number: str,
    codes: tuple[str, ...],
    is_over: bool,
    as_json: bool,
    wait_s: float,
    **words: str | None,
) -> None:
    """Declare a ticket a major incident, of which everybody is told, or end it."""
    from itdesk.services.incidents import declare_incident, end_incident

    if is_over and (codes or any(words.values())):
        raise click.UsageError("--end needs only the ticket's number.")
    client = open_client(data_dir)
    desk = client.desk()
    ticket_id = ticket_id_of(desk, number)
    if is_over:
        saved = end_incident(desk, ticket_id)
    else:
        symptoms = tuple(symptom_named(client, code).code for code in codes) or None
        title, body = _told("title", words), _told("body", words)
        saved = declare_incident(desk, ticket_id, title, body, symptoms)
    finish(client, desk, saved, wait_s, as_json=as_json)


def _told(what: str, words: dict[str, str | None]) -> dict[str, str]:
    """Return the words in those of our languages in which they were given."""
    given = {language: words.get(f"{what}_{language}") for language in ("en", "pl")}
    return {language: text for language, text in given.items() if text}
