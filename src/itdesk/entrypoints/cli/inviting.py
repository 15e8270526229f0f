"""Commands that let people choose their passwords themselves."""

from pathlib import Path

import click

from itdesk.domain.people import Role
from itdesk.entrypoints.cli.store_options import data_dir_option, database_option

ROLES = [role.value for role in Role if role is not Role.SYSTEM]


@click.command("invite")
@click.argument("login")
@click.option("--name", default="", help="Her name, if she is not known yet.")
@click.option("--role", default=Role.EMPLOYEE.value, type=click.Choice(ROLES), show_default=True)
@data_dir_option
@database_option
def invite(login: str, name: str, role: str, data_dir: Path | None, database: str | None) -> int:
    """Print a code with which a person chooses her password herself."""
    from itdesk.entrypoints import inviting as entry

    return entry.invite(login=login, name=name, role=Role(role), data_dir=data_dir, database=database)


@click.command("reset-password")
@click.argument("login")
@data_dir_option
@database_option
def reset_password(login: str, data_dir: Path | None, database: str | None) -> int:
    """Print a code with which a person chooses a new password herself."""
    from itdesk.entrypoints import inviting as entry

    return entry.reset_password(login=login, data_dir=data_dir, database=database)
