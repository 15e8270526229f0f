"""Passwords come by standard input: the command line would show them to every process."""

import sys

import click

password_stdin = click.option(
    "--password-stdin",
    is_flag=True,
    required=True,
    expose_value=False,
    help="Read the password from the first line of standard input.",
)


def given_password() -> str:
    """Return the first line of standard input, without its end."""
    return sys.stdin.readline().rstrip("\r\n")
