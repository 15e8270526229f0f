"""Commands that change something: saved first, then one exchange is tried."""

import math
from collections.abc import Callable
from pathlib import Path
from typing import Any

import click

from itdesk.domain.catalogue import Category
from itdesk.domain.documents import Symptom
from itdesk.domain.ids import PersonId
from itdesk.domain.priority import Urgency
from itdesk.domain.refusals import Code, refuse
from itdesk.domain.status import PendingReason, Status
from itdesk.domain.workflow import category_named
from itdesk.entrypoints.cli.answers import answer, as_json
from itdesk.entrypoints.cli.facts import gathered, symptom_named
from itdesk.entrypoints.cli.tickets import ticket_id_of
from itdesk.entrypoints.client import Client, open_client
from itdesk.services.desk import Desk
from itdesk.services.failures import WorldFailed
from itdesk.services.report import NewFile, Report, Saved, file_from_path, report_problem

DEFAULT_WAIT_S = 10.0
USUAL_TIER = 1


def _seconds(ctx: click.Context, param: click.Parameter, value: float) -> float:
    """Refuse `nan`, which is within every range."""
    if math.isnan(value):
        raise click.BadParameter("nan is not a number of seconds.", ctx, param)
    return value


wait = click.option(
    "--wait",
    "wait_s",
    default=DEFAULT_WAIT_S,
    type=click.FloatRange(0, 3600),
    callback=_seconds,
    metavar="S",
    show_default=True,
    help="Seconds to try to reach the server; 0 returns after saving.",
)


def changing(command: Callable[..., None]) -> Callable[..., None]:
    """Give a command the options and the object that every changing command has."""
    return as_json(wait(click.pass_obj(command)))


def finish(client: Client, desk: Desk, saved: Saved, wait_s: float, *, as_json: bool) -> None:
    """Try one exchange, then tell what became of the change. Raises Refused when it was refused."""
    from itdesk.services.receipt import outcome_of

    missed = _exchanged(client, desk, wait_s) if wait_s > 0 else None
    outcome = outcome_of(desk, saved.change_id)
    number = f"IT-{outcome.number}" if outcome.number is not None else None
    reason = outcome.refusal.sentence() if outcome.refusal else missed
    document = {"id": saved.ticket_id, "number": number, "state": outcome.state, "reason": reason}
    text = f"{number or saved.ticket_id}: {outcome.state}. {reason or ''}".rstrip()
    answer(document, text, as_json=as_json)
    if outcome.refusal:
        click.get_current_context().exit(3)


def _exchanged(client: Client, desk: Desk, wait_s: float) -> str | None:
    """Exchange once; return why it did not work. What was saved is safe, and goes out by itself later."""
    from itdesk.services.synchronising import exchange_now

    try:
        with client.connection_of(desk.account) as connection:
            exchange_now(desk, connection, wait_s=wait_s)
    except WorldFailed as error:
        return str(error)
    return None


@click.command("report")
@click.option("--title", help="What is wrong, in a few words.")
@click.option("--text", default="", help="The description.")
@click.option("--category", help="What it is about; the symptom's own where one is named.")
@click.option("--symptom", metavar="CODE", help="What hurts: asks what this symptom needs, and checks it.")
@click.option("--urgency", default="medium", help="high, medium or low.")
@click.option("--attach", multiple=True, metavar="FILE", help="A file to send along; may be repeated.")
@click.option("--no-facts", is_flag=True, help="Do not send facts about this computer.")
@changing
def report(data_dir: str | None, title: str | None, as_json: bool, wait_s: float, **given: Any) -> None:
    """Report a problem. Without any argument: open the window."""
    if not _has_arguments(click.get_current_context()):
        from itdesk.entrypoints.desktop import run_desktop

        click.get_current_context().exit(run_desktop(data_dir, show="report"))
    if title is None:
        raise click.UsageError("Say in --title what is wrong.")
    client = open_client(data_dir)
    desk = client.desk()
    code = given.pop("symptom")
    symptom = symptom_named(client, code) if code else None
    facts = None if given.pop("no_facts") else _facts(client, symptom, asks_server=wait_s > 0)
    saved = report_problem(desk, _report_of(title, facts, symptom, **given))
    finish(client, desk, saved, wait_s, as_json=as_json)


def _has_arguments(ctx: click.Context) -> bool:
    """Tell whether anything was said behind the command's name."""
    sources = (ctx.get_parameter_source(name) for name in ctx.params)
    return any(source is click.core.ParameterSource.COMMANDLINE for source in sources)


def _report_of(
    title: str,
    facts: str | None,
    symptom: Symptom | None,
    *,
    text: str,
    category: str | None,
    urgency: str,
    attach: tuple[str, ...],
) -> Report:
    usual = symptom.category if symptom else Category.OTHER
    return Report(
        title=title,
        description=text,
        symptom=symptom.code if symptom else "",
        category=category_named(category) if category else usual,
        urgency=urgency_named(urgency),
        files=_files(attach),
        facts=facts,
    )


def _files(paths: tuple[str, ...]) -> tuple[NewFile, ...]:
    return tuple(file_from_path(Path(path)) for path in paths)


def _facts(client: Client, symptom: Symptom | None, *, asks_server: bool) -> str | None:
    """Return the facts that go along, None for a symptom that collects nothing."""
    facts = gathered(client, USUAL_TIER, symptom, asks_server=asks_server)
    return facts.to_json().decode() if facts.facts else None


def urgency_named(text: str) -> Urgency:
    """Return the urgency with this name or number. Raises Refused."""
    names = {urgency.name.lower(): urgency for urgency in Urgency}
    names |= {str(urgency.value): urgency for urgency in Urgency}
    if text.lower() not in names:
        raise refuse(Code.OUT_OF_RANGE, field="urgency", limit="high, medium, low")
    return names[text.lower()]


@click.command("reply")
@click.argument("number")
@click.option("--text", required=True)
@click.option("--internal", is_flag=True, help="A note that only IT sees.")
@changing
def reply(data_dir: str | None, number: str, text: str, internal: bool, as_json: bool, wait_s: float) -> None:
    """Answer on a ticket."""
    from itdesk.services.conversation import reply as add_reply

    client = open_client(data_dir)
    desk = client.desk()
    saved = add_reply(desk, ticket_id_of(desk, number), text, internal=internal)
    finish(client, desk, saved, wait_s, as_json=as_json)


@click.command("assign")
@click.argument("number")
@click.option("--to", "login", required=True, metavar="LOGIN")
@changing
def assign(data_dir: str | None, number: str, login: str, as_json: bool, wait_s: float) -> None:
    """Give a ticket to a technician."""
    from itdesk.services.work import assign as assign_ticket

    client = open_client(data_dir)
    desk = client.desk()
    ticket_id = ticket_id_of(desk, number)
    saved = assign_ticket(desk, ticket_id, _person_with(desk, login))
    finish(client, desk, saved, wait_s, as_json=as_json)


def _person_with(desk: Desk, login: str) -> PersonId:
    from itdesk.services.reading import staff

    for person in staff(desk):
        if person.login.casefold() == login.casefold():
            return person.id
    raise refuse(Code.UNKNOWN_PERSON, yours=login)


@click.command("status-of")
@click.argument("number")
@click.option("--to", required=True, metavar="STATUS", help=", ".join(Status))
@click.option("--note", default="", help="What was done, or why.")
@click.option("--reason", metavar="REASON", help=f"For a pending ticket: {', '.join(PendingReason)}.")
@changing
def status_of(
    data_dir: str | None, number: str, to: str, note: str, reason: str | None, as_json: bool, wait_s: float
) -> None:
    """Move a ticket through the workflow."""
    from itdesk.services.work import change_status

    client = open_client(data_dir)
    desk = client.desk()
    saved = change_status(
        desk, ticket_id_of(desk, number), _status_named(to), note=note, reason=_reason_named(reason)
    )
    finish(client, desk, saved, wait_s, as_json=as_json)


def _status_named(text: str) -> Status:
    try:
        return Status(text.lower())
    except ValueError:
        raise refuse(Code.OUT_OF_RANGE, field="status", limit=", ".join(Status)) from None


def _reason_named(text: str | None) -> PendingReason | None:
    try:
        return PendingReason(text.lower()) if text else None
    except ValueError:
        raise refuse(Code.OUT_OF_RANGE, field="reason", limit=", ".join(PendingReason)) from None


@click.command("rate")
@click.argument("number")
@click.option("--score", required=True, type=int, help="1 (bad) to 5 (very good).")
@click.option("--comment", default="")
@changing
def rate(data_dir: str | None, number: str, score: int, comment: str, as_json: bool, wait_s: float) -> None:
    """Say how good the help was."""
    from itdesk.services.outcome import rate as rate_ticket

    client = open_client(data_dir)
    desk = client.desk()
    saved = rate_ticket(desk, ticket_id_of(desk, number), score, comment)
    finish(client, desk, saved, wait_s, as_json=as_json)
