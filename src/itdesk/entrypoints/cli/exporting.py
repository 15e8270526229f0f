"""The command that hands out what is kept of a person."""

from pathlib import Path

import click

from itdesk.entrypoints.cli.store_options import data_dir_option, database_option


@click.command("export-person")
@click.argument("login")
@click.option("--out", required=True, type=click.Path(path_type=Path, dir_okay=False), metavar="FILE.zip")
@data_dir_option
@database_option
def export_person(login: str, out: Path, data_dir: Path | None, database: str | None) -> int:
    """Write what is kept of a person into a ZIP, for her."""
    from itdesk.entrypoints import exporting as entry

    return entry.export(login, out, data_dir, database)
