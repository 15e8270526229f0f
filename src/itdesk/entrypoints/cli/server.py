"""Commands for whoever runs the central ticket store."""

from pathlib import Path
from typing import Any

import click

from itdesk.domain.people import Role
from itdesk.entrypoints.cli.announcing import announce, announcements, helpdesk
from itdesk.entrypoints.cli.auditing import audit, check_audit
from itdesk.entrypoints.cli.backups import backup, check, restore
from itdesk.entrypoints.cli.calendars import import_holidays
from itdesk.entrypoints.cli.certificate import certificate
from itdesk.entrypoints.cli.config_file import take_config
from itdesk.entrypoints.cli.enrolling import enrolment_key, enrolments, revoke_enrolment
from itdesk.entrypoints.cli.erasing import erase
from itdesk.entrypoints.cli.exporting import export_person
from itdesk.entrypoints.cli.facing_options import facing_options
from itdesk.entrypoints.cli.importing import import_people
from itdesk.entrypoints.cli.inviting import invite, reset_password
from itdesk.entrypoints.cli.password import given_password, password_stdin
from itdesk.entrypoints.cli.store_options import data_dir_option, database_option
from itdesk.entrypoints.cli.watching import taken_from, watching_options


@click.group("server")
@click.option(
    "--config",
    type=click.Path(path_type=Path, dir_okay=False),
    envvar="ITDESK_SERVER_CONFIG",
    metavar="FILE",
    callback=take_config,
    help="TOML with the options of `run`, by their names; those that are given count more.",
)
def server(config: Path | None) -> None:
    """Run and look after the central ticket store."""


for command in (
    announce,
    announcements,
    audit,
    backup,
    check,
    certificate,
    check_audit,
    erase,
    export_person,
    enrolment_key,
    enrolments,
    helpdesk,
    import_holidays,
    import_people,
    restore,
    revoke_enrolment,
):
    server.add_command(command)
server.add_command(invite)
server.add_command(reset_password)


@server.command("run")
@data_dir_option
@database_option
@click.option("--host", default="127.0.0.1", show_default=True)
@click.option("--port", default=8470, type=click.IntRange(0, 65535), show_default=True, help="0 picks one.")
@click.option("--no-backups", is_flag=True, help="An SQLite store does not back itself up every night.")
@watching_options
@facing_options
def run(
    data_dir: Path | None, database: str | None, host: str, port: int, *, no_backups: bool, **asked: Any
) -> int:
    """Serve until SIGTERM."""
    from itdesk.entrypoints import server as entry
    from itdesk.entrypoints.facing import Asked

    backups, watching = not no_backups, taken_from(asked)
    return entry.run(data_dir, database, host, port, Asked(**asked), backups=backups, watching=watching)


@server.command("add-user")
@click.argument("login")
@click.option("--name", required=True)
@click.option("--role", required=True, type=click.Choice([role.value for role in Role if role.is_given]))
@password_stdin
@data_dir_option
@database_option
def add_user(login: str, name: str, role: str, **given: Any) -> int:
    """Add a person who may sign in."""
    from itdesk.entrypoints import server as entry

    return entry.add_user(
        login=login,
        name=name,
        role=Role(role),
        password=given_password(),
        data_dir=given["data_dir"],
        database=given["database"],
    )


@server.command("set-password")
@click.argument("login")
@password_stdin
@data_dir_option
@database_option
def set_password(login: str, data_dir: Path | None, database: str | None) -> int:
    """Give a person a new password; she is signed out everywhere."""
    from itdesk.entrypoints import server as entry

    return entry.set_password(login=login, password=given_password(), data_dir=data_dir, database=database)


@server.command("disable")
@click.argument("login")
@data_dir_option
@database_option
def disable(login: str, data_dir: Path | None, database: str | None) -> int:
    """Shut a person out: nobody can sign in as her any more."""
    from itdesk.entrypoints import server as entry

    return entry.disable(login=login, data_dir=data_dir, database=database)


@server.command("migrate-to")
@click.argument("url")
@data_dir_option
def migrate_to(url: str, data_dir: Path | None) -> int:
    """Move the tickets from SQLite into the empty PostgreSQL database at URL, and read back every row."""
    from itdesk.entrypoints import moving as entry

    return entry.run(url, data_dir)


@server.command("jobs")
@click.option("--json", "as_json", is_flag=True, help="As JSON.")
@data_dir_option
@database_option
def jobs(as_json: bool, data_dir: Path | None, database: str | None) -> int:
    """Show what the server does by itself: when last, when next, what failed."""
    from itdesk.entrypoints import jobs as entry

    return entry.list_jobs(data_dir, database, as_json=as_json)


@server.command("run-job")
@click.argument("name")
@data_dir_option
@database_option
def run_job(name: str, data_dir: Path | None, database: str | None) -> int:
    """Do one of the jobs now, also while the server runs."""
    from itdesk.entrypoints import jobs as entry

    return entry.run_job(name, data_dir, database)
