"""The command that takes people from a file."""

from pathlib import Path

import click

from itdesk.entrypoints.cli.store_options import data_dir_option, database_option


@click.command("import-people")
@click.argument("file", type=click.Path(path_type=Path, dir_okay=False))
@click.option("--dry-run", is_flag=True, help="Only say what it would do, and every fault.")
@click.option("--disable-others", is_flag=True, help="Who is not in the file may sign in no more.")
@click.option("--allow-admins", is_flag=True, help="The file may make administrators, and shut them out.")
@click.option("--encoding", type=click.Choice(["utf-8", "cp1250"]), help="Else found out by itself.")
@click.option("--delimiter", type=click.Choice([";", ","]), help="Else found out by the header.")
@data_dir_option
@database_option
def import_people(
    file: Path,
    *,
    dry_run: bool,
    disable_others: bool,
    allow_admins: bool,
    encoding: str | None,
    delimiter: str | None,
    data_dir: Path | None,
    database: str | None,
) -> int:
    """Take people from FILE, a CSV with a header: all of them, or on any fault nobody."""
    from itdesk.entrypoints import importing as entry
    from itdesk.server.accounts.importing import Wishes

    wishes = Wishes(allow_admins=allow_admins, disable_others=disable_others, dry_run=dry_run)
    return entry.run(
        file,
        wishes,
        encoding=encoding,
        delimiter=delimiter,
        data_dir=data_dir,
        database=database,
    )
