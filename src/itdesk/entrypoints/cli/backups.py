"""Commands that make backups of the central store, check them and bring them back."""

from pathlib import Path

import click

from itdesk.entrypoints.cli.store_options import data_dir_option, database_option

backup_file = click.Path(path_type=Path, dir_okay=False)


@click.command("backup")
@click.option(
    "--out", type=click.Path(path_type=Path, file_okay=False), metavar="DIR", help="Instead of backups/."
)
@data_dir_option
@database_option
def backup(out: Path | None, data_dir: Path | None, database: str | None) -> int:
    """Make a backup now, also while servers run."""
    from itdesk.entrypoints import backups as entry

    return entry.backup(out, data_dir, database)


@click.command("restore")
@click.argument("file", type=backup_file)
@click.option("--replace", is_flag=True, help="Put it in place of the people and tickets that are there.")
@data_dir_option
@database_option
def restore(file: Path, data_dir: Path | None, database: str | None, *, replace: bool) -> int:
    """Bring a backup back; every server must be stopped."""
    from itdesk.entrypoints import backups as entry

    return entry.restore_backup(file, data_dir, database, replace=replace)


@click.command("check")
@click.argument("file", type=backup_file, required=False)
@data_dir_option
@database_option
def check(file: Path | None, data_dir: Path | None, database: str | None) -> int:
    """Look whether the store is whole, or a backup."""
    from itdesk.entrypoints import backups as entry

    return entry.check(file, data_dir, database)
