"""Commands for the keys that installers carry, and for the computers that report without a sign-in."""

from pathlib import Path

import click

from itdesk.entrypoints.cli.store_options import data_dir_option, database_option


@click.group("enrolment-key")
def enrolment_key() -> None:
    """Make, list and end the keys that installers carry."""


@enrolment_key.command("new")
@click.option("--site", default="", help="Where the computers stand that get this key.")
@click.option("--days", default=365, type=click.IntRange(1, 3_650), show_default=True)
@data_dir_option
@database_option
def new(site: str, days: int, data_dir: Path | None, database: str | None) -> int:
    """Make a key and print it, this once. Earlier ones of the site stay valid until they end."""
    from itdesk.entrypoints import enrolling as entry

    return entry.new_key(data_dir, database, site=site, days=days)


@enrolment_key.command("list")
@click.option("--json", "as_json", is_flag=True, help="As JSON.")
@data_dir_option
@database_option
def list_keys(data_dir: Path | None, database: str | None, *, as_json: bool) -> int:
    """Show the keys, without what they are."""
    from itdesk.entrypoints import enrolling as entry

    return entry.list_keys(data_dir, database, as_json=as_json)


@enrolment_key.command("revoke")
@click.argument("id")
@data_dir_option
@database_option
def revoke(id: str, data_dir: Path | None, database: str | None) -> int:
    """End a key: no computer enrols by it any more. Those that are enrolled stay so."""
    from itdesk.entrypoints import enrolling as entry

    return entry.revoke_key(data_dir, database, id=id)


@click.command("enrolments")
@click.option("--json", "as_json", is_flag=True, help="As JSON.")
@data_dir_option
@database_option
def enrolments(data_dir: Path | None, database: str | None, *, as_json: bool) -> int:
    """Show the computers that report without a sign-in."""
    from itdesk.entrypoints import enrolling as entry

    return entry.list_enrolments(data_dir, database, as_json=as_json)


@click.command("revoke-enrolment")
@click.argument("id")
@data_dir_option
@database_option
def revoke_enrolment(id: str, data_dir: Path | None, database: str | None) -> int:
    """End an enrolment for good: what that profile sends is taken no more."""
    from itdesk.entrypoints import enrolling as entry

    return entry.revoke_enrolment(data_dir, database, id=id)
