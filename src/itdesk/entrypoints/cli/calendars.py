"""Commands for the calendars by which promised times are counted."""

from pathlib import Path
from typing import Any

import click

from itdesk.entrypoints.cli.store_options import data_dir_option, database_option


@click.command("import-holidays")
@click.argument("calendar")
@click.argument("file", type=click.Path(path_type=Path, dir_okay=False))
@data_dir_option
@database_option
def import_holidays(calendar: str, file: Path, **place: Any) -> int:
    """Close CALENDAR on the days of an iCalendar FILE (.ics). Public holidays by rule need no file."""
    from itdesk.entrypoints import calendars as entry

    return entry.import_holidays(calendar, file, **place)
