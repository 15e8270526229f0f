"""Where the store is: options of every command that works on one."""

from pathlib import Path

import click

data_dir_option = click.option(
    "--data-dir", type=click.Path(path_type=Path, file_okay=False), metavar="DIR", help="Folder of the store."
)
database_option = click.option("--database", metavar="URL", help="postgresql://… instead of SQLite in DIR.")
