"""Options that say how the server is watched."""

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

if TYPE_CHECKING:
    from itdesk.entrypoints.watching import Watching

LEVELS = ("debug", "info", "warning", "error")


def watching_options(command: Callable[..., int]) -> Callable[..., int]:
    """Add the options to a command."""
    for option in (
        click.option("--metrics-token-file", type=click.Path(path_type=Path, dir_okay=False), metavar="FILE"),
        click.option("--log-level", type=click.Choice(LEVELS), help="Of itdesk's own lines."),
        click.option("--log-format", type=click.Choice(["text", "json"]), default="text", show_default=True),
    ):
        command = option(command)
    return command


def taken_from(given: dict[str, Any]) -> "Watching":
    """Return what these options say, and take them out of all that are given."""
    from itdesk.entrypoints.watching import Watching

    return Watching(
        log_format=given.pop("log_format"),
        log_level=given.pop("log_level") or "",
        metrics_token_file=given.pop("metrics_token_file"),
    )
