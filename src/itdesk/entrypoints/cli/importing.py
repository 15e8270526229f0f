"""The command that takes people from a file."""

from pathlib import Path

import click

from itdesk.entrypoints.cli.store_options import data_dir_option, database_option


@click.command("import-people")
@click.argument("file", type=click.Path(path_type=Path, dir_okay=False))
@click.option("--apply", is_flag=True, help="Write it. Else it only says what it would do, and every fault.")
@click.option("--disable-others", is_flag=True, help="Who is not in the file may sign in no more.")
@click.option("--allow-admins", is_flag=True, help="The file may make administrators, and shut them out.")
@click.option("--encoding", type=click.Choice(["utf-8", "cp1250", "cp1252"]), help="Else it has to be UTF-8.")
@click.option("--delimiter", type=click.Choice([";", ","]), help="Else found out by the header.")
@data_dir_option
@database_option
def import_people(
    file: Path,
    *,
    apply: bool,
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

    wishes = Wishes(allow_admins=allow_admins, disable_others=disable_others, dry_run=not apply)
    return entry.run(
        file,
        wishes,
        encoding=encoding,
        delimiter=delimiter,
        data_dir=data_dir,
        database=database,
    )
