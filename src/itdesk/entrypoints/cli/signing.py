"""Commands about who is signed in, and how things stand."""

from typing import TYPE_CHECKING

import click

from itdesk.entrypoints.cli.answers import answer, as_json, time_text
from itdesk.entrypoints.cli.password import given_password, password_stdin
from itdesk.entrypoints.client import Client, open_client
from itdesk.services.failures import WorldFailed

if TYPE_CHECKING:
    from itdesk.services.signing import SignedOut


@click.command("sign-in")
@click.option("--server", required=True, metavar="URL", help="Address of the help desk's server.")
@click.option("--login", required=True)
@password_stdin
@click.pass_obj
def sign_in(data_dir: str | None, server: str, login: str) -> None:
    """Sign in on this computer."""
    from itdesk.services.signing import sign_in as sign_in_person

    client = open_client(data_dir)
    _check_memory(client)
    with client.connection(server) as connection:
        account = sign_in_person(client.data, client.credentials, connection, login, given_password())
    if not client.credentials.keeps_after_exit:
        _leave(client)
    _check_memory(client)
    click.echo(f"{account.name} is signed in at {account.server_url}.")


def _check_memory(client: Client) -> None:
    """Raise WorldFailed when the token would be gone with this process. A keyring may fail only when used."""
    if not client.credentials.keeps_after_exit:
        raise WorldFailed(
            f"The credential store “{client.credentials.name}” forgets everything when this command ends. "
            "Set ITDESK_CREDENTIAL_STORE to keyring or file."
        )


def _leave(client: Client) -> "SignedOut":
    from itdesk.services.signing import sign_out as sign_out_person

    with client.connection_of(client.account()) as connection:
        return sign_out_person(client.data, client.credentials, connection)


@click.command("sign-out")
@click.pass_obj
def sign_out(data_dir: str | None) -> None:
    """Sign out: this computer forgets the tickets; reports that are not sent yet stay."""
    left = _leave(open_client(data_dir))
    kept = f" Not sent yet: {left.kept_unsent}. It is kept here and goes out after the next sign-in."
    click.echo("Signed out." + (kept if left.kept_unsent else ""))


@click.command("status")
@as_json
@click.pass_obj
def status(data_dir: str | None, as_json: bool) -> None:
    """Tell how things stand, from what this computer knows."""
    from itdesk.services.standing import standing

    now = standing(open_client(data_dir).desk())
    document = {
        "online": now.online,
        "pending": now.pending,
        "refused": now.refused,
        "last_sync": time_text(now.last_sync),
        "server": now.server,
        "person": now.person,
    }
    text = "\n".join(f"{name}: {value}" for name, value in document.items())
    answer(document, text, as_json=as_json)
