"""Commands about who is signed in, and how things stand."""

import click

from itdesk.entrypoints.cli.answers import answer, as_json, time_text
from itdesk.entrypoints.client import open_client
from itdesk.services.failures import WorldFailed


@click.command("sign-in")
@click.option("--server", required=True, metavar="URL", help="Address of the help desk's server.")
@click.option("--login", required=True)
@click.option("--password-stdin", is_flag=True, required=True, help="Read the password from standard input.")
@click.pass_obj
def sign_in(data_dir: str | None, server: str, login: str, password_stdin: bool) -> None:
    """Sign in on this computer."""
    from itdesk.services.signing import sign_in as sign_in_person

    client = open_client(data_dir)
    if not client.credentials.keeps_after_exit:
        raise WorldFailed(
            f"The credential store “{client.credentials.name}” forgets everything when this command ends. "
            "Set ITDESK_CREDENTIAL_STORE to keyring or file."
        )
    password = click.get_text_stream("stdin").readline().rstrip("\r\n")
    with client.connection(server) as connection:
        account = sign_in_person(client.data, client.credentials, connection, login, password)
    click.echo(f"{account.name} is signed in at {account.server_url}.")


@click.command("sign-out")
@click.pass_obj
def sign_out(data_dir: str | None) -> None:
    """Sign out: this computer forgets the tickets; reports that are not sent yet stay."""
    from itdesk.services.signing import sign_out as sign_out_person

    client = open_client(data_dir)
    with client.connection_of(client.account()) as connection:
        left = sign_out_person(client.data, client.credentials, connection)
    kept = f" {left.kept_unsent} unsent changes are kept and go out after the next sign-in."
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
