"""Commands that open windows."""

from pathlib import Path

import click


@click.command("tray")
@click.pass_obj
def tray(data_dir: str | None) -> int:
    """Start the tray."""
    from itdesk.entrypoints.desktop import run_desktop

    return run_desktop(data_dir, show="tray")


@click.command("console")
@click.pass_obj
def console(data_dir: str | None) -> int:
    """Open the technician's console."""
    from itdesk.entrypoints.desktop import run_desktop

    return run_desktop(data_dir, show="console")


@click.command("open", context_settings={"ignore_unknown_options": True})
@click.argument("address", metavar="URL")
@click.pass_obj
def open_address(data_dir: str | None, address: str) -> int:
    """Show what itdesk://new (a report) or itdesk://ticket/1042 (a ticket) leads to, and do nothing else."""
    from itdesk.ui.wanted import NOT_AN_ADDRESS, wanted_at

    wanted = wanted_at(address)
    if wanted is None:
        raise click.UsageError(NOT_AN_ADDRESS)
    from itdesk.entrypoints.desktop import run_desktop

    return run_desktop(data_dir, show=wanted)


@click.command("demo")
@click.option("--lang", type=click.Choice(["en", "pl"]), default="en", show_default=True)
@click.option("--theme", type=click.Choice(["light", "dark", "system"]), default="system")
@click.option(
    "--out", type=click.Path(path_type=Path, file_okay=False), help="Folder for pictures and steps."
)
@click.option("--headless", is_flag=True, help="Do the whole job without a person, write pictures, end.")
def demo(lang: str, theme: str, out: Path | None, headless: bool) -> int:
    """Show the whole main job with a small company and an embedded server."""
    from itdesk.entrypoints.demo.run import run_demo

    return run_demo(language=lang, theme=theme, out=out, headless=headless)
