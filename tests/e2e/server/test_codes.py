"""One-time codes of real servers: printed for the first admin, made by admins, exchanged once."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.e2e.server.conftest import PASSWORD
from tests.e2e.server.server_process import ServerProcess, Visitor, hint_from
from tests.e2e.server.test_accounts_commands import command

NEW_PASSWORD = "another battery staple"


@pytest.fixture
def adam(stranger: Visitor) -> Iterator[Visitor]:
    visitor = stranger.sign_in("adam", PASSWORD)
    yield visitor
    visitor.close()


def _printed_code(server: ServerProcess) -> str:
    assert server.process.stdout is not None
    found = re.search(r"Set-up code: (\S+)", server.process.stdout.readline())
    assert found is not None
    return found[1]


def _stop(server: ServerProcess) -> str:
    """End the server and return the rest of what it printed."""
    server.process.terminate()
    said, _ = server.process.communicate(timeout=30)
    assert server.process.returncode == 0
    return said


def test_the_first_admin_is_made_by_the_code_that_the_server_prints(tmp_path: Path) -> None:
    server = ServerProcess(tmp_path)
    older = _printed_code(server)
    assert server.stop() == 0

    server = ServerProcess(tmp_path)
    code, stranger = _printed_code(server), Visitor(server.url)
    wish = {"code": older, "login": "adam", "name": "Adam", "password": PASSWORD}
    assert stranger.ask("POST", "/v1/set-up", wish).code == "bad_code"
    answer = stranger.ask("POST", "/v1/set-up", wish | {"code": code})
    assert (answer.status, answer.json["person"]["role"]) == (200, "admin")
    adam = Visitor(server.url, answer.json["token"])
    assert adam.ask("GET", "/v1/audit").status == 200
    assert stranger.ask("POST", "/v1/set-up", wish | {"code": code, "login": "eva"}).code == "bad_code"
    assert "There is no admin" not in _stop(server)

    server = ServerProcess(tmp_path)
    assert "There is no admin" not in _stop(server), "not asked for again"


def test_an_admin_invites_and_resets_over_the_api(stranger: Visitor, adam: Visitor) -> None:
    id = "3" * 32
    card = {"id": id, "login": "zofia", "name": "Zofia", "role": "employee"}
    assert adam.ask("PUT", f"/v1/people/{id}", card, {"If-None-Match": "*"}).status == 200
    made = adam.ask("POST", f"/v1/people/{id}/invitation")
    assert made.status == 200
    used = stranger.ask("POST", "/v1/new-password", {"code": made.json["code"], "password": PASSWORD})
    zofia = Visitor(stranger.url, used.json["token"])
    assert zofia.ask("GET", f"/v1/people/{id}").json["login"] == "zofia"
    assert adam.ask("POST", f"/v1/people/{id}/invitation").code == "has_password"

    reset = adam.ask("POST", f"/v1/people/{id}/password-reset").json["code"]
    with zofia.live() as stream:
        hint_from(stream)
        asked = {"code": reset, "password": NEW_PASSWORD}
        assert stranger.ask("POST", "/v1/new-password", asked).status == 200
        stream.read()  # to its end
    assert zofia.ask("GET", "/v1/people").status == 401
    assert stranger.ask("POST", "/v1/new-password", asked).code == "bad_code"
    assert stranger.sign_in("zofia", NEW_PASSWORD).ask("GET", "/v1/people").status == 200


def test_nobody_but_admins_makes_codes(stranger: Visitor, anna: Visitor, lea: Visitor, adam: Visitor) -> None:
    (person,) = anna.ask("GET", "/v1/people").json["people"]
    for deed in ("invitation", "password-reset"):
        for visitor in (anna, lea):
            assert visitor.ask("POST", f"/v1/people/{person['id']}/{deed}").code == "not_allowed"
        assert stranger.ask("POST", f"/v1/people/{person['id']}/{deed}").status == 401
        for unknown in ("0" * 32, "x"):
            assert adam.ask("POST", f"/v1/people/{unknown}/{deed}").code == "not_found"


@pytest.mark.parametrize(
    ("body", "code"),
    [
        ({"code": None, "password": PASSWORD}, "bad_shape"),
        ({"password": PASSWORD}, "bad_shape"),
        ({"code": "", "password": PASSWORD}, "bad_code"),
        ({"code": " ", "password": PASSWORD}, "bad_code"),
        ({"code": "reset-" + "x" * 100, "password": PASSWORD}, "bad_shape"),
        ({"code": "reset-x", "password": "short"}, "bad_account"),
        ({"code": "reset-x", "password": PASSWORD, "role": "admin"}, "bad_shape"),
    ],
)
def test_what_is_no_code_is_refused(stranger: Visitor, body: dict[str, object], code: str) -> None:
    assert stranger.ask("POST", "/v1/new-password", body).code == code


def test_the_host_that_a_request_names_is_in_no_answer(adam: Visitor) -> None:
    people = adam.ask("GET", "/v1/people", headers={"Host": "evil.example"}).json["people"]
    (piotr,) = [one for one in people if one["login"] == "piotr"]
    spoofed = {"Host": "evil.example", "X-Forwarded-Host": "evil.example"}
    made = adam.ask("POST", f"/v1/people/{piotr['id']}/password-reset", headers=spoofed)
    assert made.json["code"].startswith("reset-")
    assert b"evil" not in made.body


def test_commands_invite_and_reset(tmp_path: Path) -> None:
    invited = command(tmp_path, "invite", "Kamil", "--name", "Kamil", "--role", "technician")
    assert (invited.returncode, invited.stderr) == (0, "")
    server = ServerProcess(tmp_path)
    stranger = Visitor(server.url)
    code = invited.stdout.splitlines()[0]
    used = stranger.ask("POST", "/v1/new-password", {"code": code, "password": PASSWORD})
    assert (used.json["person"]["login"], used.json["person"]["role"]) == ("kamil", "technician")

    reset = command(tmp_path, "reset-password", "kamil")
    code = reset.stdout.splitlines()[0]
    asked = {"code": code, "password": NEW_PASSWORD}
    assert stranger.ask("POST", "/v1/new-password", asked).status == 200
    assert server.stop() == 0


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("invite", "nobody"), "--name"),
        (("invite", "anna"), "has a password already"),
        (("reset-password", "nobody"), "no account with the login “nobody”"),
    ],
)
def test_what_a_command_cannot_do_is_one_sentence(data_dir: Path, words: tuple[str, ...], said: str) -> None:
    done = command(data_dir, *words)
    assert (done.returncode, done.stdout) == (3, "")
    assert said in done.stderr
    assert done.stderr.count("\n") == 1
