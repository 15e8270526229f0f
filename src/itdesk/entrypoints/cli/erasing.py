"""The command that erases a person."""

from pathlib import Path

import click

from itdesk.entrypoints.cli.store_options import data_dir_option, database_option


@click.command("erase")
@click.argument("login")
@click.option("--confirm", metavar="LOGIN", help="The login once more. Without it, it is only counted.")
@data_dir_option
@database_option
def erase(login: str, confirm: str | None, data_dir: Path | None, database: str | None) -> int:
    """Erase a person for good: her words, files, card and sign-ins."""
    from itdesk.entrypoints import erasing as entry

    return entry.erase(login, data_dir, database, confirm=confirm)
