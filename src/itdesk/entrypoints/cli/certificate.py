"""The command that makes certificates for a helpdesk of its own."""

from pathlib import Path

import click

from itdesk.entrypoints.cli.store_options import data_dir_option


@click.command("certificate")
@click.option(
    "--name",
    "names",
    multiple=True,
    required=True,
    metavar="NAME",
    help="By which clients reach the server: a name or an address. May be repeated.",
)
@click.option(
    "--out",
    type=click.Path(path_type=Path, file_okay=False),
    metavar="DIR",
    help="Where the files go; “certificates” in the store's folder without it.",
)
@data_dir_option
def certificate(names: tuple[str, ...], out: Path | None, data_dir: Path | None) -> int:
    """Make a private authority (once) and a server certificate, and say which file clients need."""
    from itdesk.entrypoints import certificate as entry

    return entry.run(names, out, data_dir)
