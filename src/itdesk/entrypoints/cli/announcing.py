"""Commands by which IT says something to everybody, until there are windows for it."""

from typing import Any

import click

from itdesk.domain.documents import AnnouncementKind
from itdesk.entrypoints.cli.store_options import data_dir_option, database_option

KINDS = click.Choice([kind.value for kind in AnnouncementKind])


@click.command("announce")
@click.option("--title-en", metavar="TEXT", help="In a few words.")
@click.option("--title-pl", metavar="TEXT")
@click.option("--body-en", metavar="TEXT", help="What it means and what people can do.")
@click.option("--body-pl", metavar="TEXT")
@click.option("--kind", type=KINDS, help="An information, unless said otherwise.")
@click.option("--symptom", "symptoms", multiple=True, metavar="CODE", help="What it explains; repeatable.")
@click.option("--from", "begins", metavar="TIME", help="2026-11-26T12:00 by the helpdesk's clock; else now.")
@click.option("--until", "ends", metavar="TIME", help="When it ends by itself, or “never”.")
@click.option("--staff-only/--everyone", "staff_only", default=None, help="Who sees it: everyone.")
@click.option("--id", "id", metavar="ID", help="Changes this announcement, or makes one of this id.")
@click.option("--end", "end", metavar="ID", help="Ends this announcement now.")
@data_dir_option
@database_option
def announce(**given: Any) -> int:
    """Announce something to everybody, change what is announced, or end it."""
    from itdesk.entrypoints import announcing as entry

    place = {name: given.pop(name) for name in ("data_dir", "database")}
    end = given.pop("end")
    if end is not None:
        if any(value not in (None, ()) for value in given.values()):
            raise click.UsageError("--end stands alone: it needs only the id.")
        return entry.end(end, **place)
    return entry.announce(entry.Wording(**given), **place)


@click.command("announcements")
@click.option("--json", "as_json", is_flag=True, help="As JSON.")
@data_dir_option
@database_option
def announcements(as_json: bool, **place: Any) -> int:
    """List what is and was announced, newest first."""
    from itdesk.entrypoints import announcing as entry

    return entry.list_announcements(as_json=as_json, **place)


@click.command("helpdesk")
@click.option("--name-en", metavar="TEXT")
@click.option("--name-pl", metavar="TEXT")
@click.option("--phone", metavar="NUMBER")
@click.option("--address", metavar="TEXT", help="Where IT sits.")
@click.option("--hours", multiple=True, metavar="HOURS", help="“mon-fri 08:00-16:00”; repeatable; or “none”.")
@click.option("--zone", metavar="ZONE", help="Of the hours, such as Europe/Warsaw.")
@click.option(
    "--closed", multiple=True, metavar="DATE", help="A closed day, 2026-12-24; repeatable; or “none”."
)
@click.option("--json", "as_json", is_flag=True, help="Show it as JSON.")
@data_dir_option
@database_option
def helpdesk(**given: Any) -> int:
    """Say how the helpdesk is reached and when it is open; what is not given stays."""
    from itdesk.entrypoints import announcing as entry

    place = {name: given.pop(name) for name in ("data_dir", "database")}
    as_json = given.pop("as_json")
    return entry.helpdesk(entry.HelpdeskWording(**given), as_json=as_json, **place)
