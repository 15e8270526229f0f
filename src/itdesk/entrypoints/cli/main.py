"""The root of the command line: global options, exit codes, one sentence for every error."""

import contextlib
import sys
from collections.abc import Sequence

import click

from itdesk.entrypoints.cli.lazy import LazyGroup
from itdesk.version import VERSION

DONE, WORLD_FAILED, USAGE, REFUSED = 0, 1, 2, 3

HERE = "itdesk.entrypoints.cli"
COMMANDS = {
    "tray": f"{HERE}.windows:tray",
    "console": f"{HERE}.windows:console",
    "open": f"{HERE}.windows:open_address",
    "demo": f"{HERE}.windows:demo",
    "sign-in": f"{HERE}.signing:sign_in",
    "sign-out": f"{HERE}.signing:sign_out",
    "status": f"{HERE}.signing:status",
    "report": f"{HERE}.changes:report",
    "reply": f"{HERE}.changes:reply",
    "assign": f"{HERE}.changes:assign",
    "status-of": f"{HERE}.changes:status_of",
    "incident": f"{HERE}.incident:incident",
    "rate": f"{HERE}.changes:rate",
    "escalate": f"{HERE}.care:escalate",
    "follow-ups": f"{HERE}.care:follow_ups",
    "follow-up": f"{HERE}.care:follow_up",
    "due": f"{HERE}.due:due",
    "merge": f"{HERE}.together:merge",
    "unmerge": f"{HERE}.together:unmerge",
    "link": f"{HERE}.together:link",
    "child": f"{HERE}.together:child",
    "split": f"{HERE}.together:split",
    "move": f"{HERE}.together:move",
    "tag": f"{HERE}.worklog:tag",
    "time-spent": f"{HERE}.worklog:time_spent",
    "tickets": f"{HERE}.tickets:tickets",
    "ticket": f"{HERE}.tickets:ticket",
    "sync": f"{HERE}.exchange:sync",
    "diagnostics": f"{HERE}.facts:diagnostics",
    "doctor": f"{HERE}.doctor:doctor",
    "settings": f"{HERE}.settings:settings",
    "server": f"{HERE}.server:server",
}


@click.pass_context
def root(ctx: click.Context, data_dir: str | None) -> None:
    """Helpdesk for a company's own IT. Without a command: the tray."""
    ctx.obj = data_dir
    if ctx.invoked_subcommand is None:
        from itdesk.entrypoints.cli.windows import tray

        ctx.invoke(tray)


def build() -> click.Group:
    """Return the whole command line; its commands are imported when they are called."""
    group = LazyGroup(
        "itdesk",
        COMMANDS,
        callback=root,
        invoke_without_command=True,
        help=root.__doc__,
        params=[
            click.Option(
                ["--data-dir"],
                metavar="DIR",
                envvar="ITDESK_DATA_DIR",
                help="Keep everything in DIR instead of the usual place.",
            ),
        ],
    )
    return click.version_option(VERSION)(group)


def main(arguments: Sequence[str] | None = None) -> None:
    """Run one command and leave with its exit code."""
    sys.exit(run(arguments))


def run(arguments: Sequence[str] | None = None) -> int:
    """Run one command; return 0 done, 1 the world failed, 2 usage, 3 refused."""
    try:
        code = build().main(arguments, prog_name="itdesk", standalone_mode=False)
        return code if isinstance(code, int) else DONE
    except click.ClickException as error:
        return _say(error.format_message(), USAGE)
    except (click.Abort, KeyboardInterrupt):
        return _say("Stopped.", WORLD_FAILED)
    except BrokenPipeError:
        with contextlib.suppress(OSError):
            sys.stdout.close()
        return WORLD_FAILED
    except Exception as error:  # noqa: BLE001 (what we do not know is raised again)
        return _say_known(error)


def _say_known(error: Exception) -> int:
    """Say what went wrong when it is one of the failures that we expect; else let it be seen whole."""
    from itdesk.connection.address import BadAddress
    from itdesk.connection.errors import ExchangeFailed
    from itdesk.domain.refusals import Refused
    from itdesk.entrypoints.client import NobodySignedIn
    from itdesk.services.failures import WorldFailed

    if isinstance(error, Refused):
        return _say(str(error), REFUSED)
    if isinstance(error, BadAddress):
        return _say(str(error), USAGE)
    if isinstance(error, (ExchangeFailed, WorldFailed, NobodySignedIn, OSError)):
        return _say(str(error), WORLD_FAILED)
    raise error


def _say(sentence: str, code: int) -> int:
    click.echo(" ".join(sentence.split()), err=True)
    return code
