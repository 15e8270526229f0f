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
    """Return the first line of standard input, without its end. Raises click.UsageError."""
    line = sys.stdin.buffer.readline().rstrip(b"\r\n")
    try:
        return line.decode()
    except UnicodeDecodeError:
        raise click.UsageError("The password on standard input is not UTF-8.") from None
