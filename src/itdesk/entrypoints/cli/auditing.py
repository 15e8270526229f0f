"""Commands over the audit: who did and opened what."""

from pathlib import Path

import click

from itdesk.entrypoints.cli.store_options import data_dir_option, database_option


@click.command("audit")
@click.option("--limit", default=50, type=click.IntRange(1, 10_000), show_default=True)
@click.option("--person", default="", metavar="ID", help="Only what this person did.")
@click.option("--object", "thing", default="", metavar="ID", help="Only what was done to this one.")
@click.option("--json", "as_json", is_flag=True, help="As JSON.")
@data_dir_option
@database_option
def audit(
    limit: int, person: str, thing: str, as_json: bool, data_dir: Path | None, database: str | None
) -> int:
    """Show who did and opened what, the latest first."""
    from itdesk.entrypoints import auditing as entry

    return entry.show_audit(data_dir, database, limit=limit, person=person, thing=thing, as_json=as_json)


@click.command("check-audit")
@click.option("--expect", "expected", default="", metavar="NUMBER:HASH", help="What an earlier check told.")
@data_dir_option
@database_option
def check_audit(expected: str, data_dir: Path | None, database: str | None) -> int:
    """Prove that nobody changed the audit or left something out."""
    from itdesk.entrypoints import auditing as entry

    return entry.check_audit(data_dir, database, expected=expected)
