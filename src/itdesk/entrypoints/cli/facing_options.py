"""How the network sees the server: options of `itdesk server run`."""

from collections.abc import Callable
from functools import reduce
from pathlib import Path
from typing import Any

import click

FILE = click.Path(path_type=Path)
OPTIONS = (
    click.option("--tls-cert", type=FILE, metavar="FILE", help="Speak TLS with this certificate (PEM)."),
    click.option("--tls-key", type=FILE, metavar="FILE", help="Its key (PEM, without a password)."),
    click.option(
        "--base-url",
        metavar="URL",
        help="Where people reach the server, like https://help.example.com; it answers to that name alone.",
    ),
    click.option(
        "--allow-host", multiple=True, metavar="NAME", help="Answer to this name too. May be repeated."
    ),
    click.option(
        "--trusted-proxy",
        multiple=True,
        metavar="CIDR",
        help="Believe what this proxy says about who asks. May be repeated.",
    ),
    click.option(
        "--insecure-http", is_flag=True, help="Serve a network without TLS: passwords can be read on the way."
    ),
)


def facing_options(command: Callable[..., Any]) -> Callable[..., Any]:
    """Add the options to a command."""
    return reduce(lambda whole, option: option(whole), reversed(OPTIONS), command)
