"""Who is let in."""

from tests.e2e.server.conftest import PASSWORD
from tests.e2e.server.server_process import Visitor


def test_a_token_opens_and_closes_the_door(stranger: Visitor) -> None:
    anna = stranger.sign_in("  Anna ", PASSWORD)
    assert anna.ask("GET", "/v1/tickets").status == 200
    assert anna.ask("POST", "/v1/sign-out").status == 204
    answer = anna.ask("GET", "/v1/tickets")
    assert (answer.status, answer.code) == (401, "sign_in_needed")
    assert answer.headers["www-authenticate"] == "Bearer"


def test_a_wrong_password_and_an_unknown_login_answer_alike(stranger: Visitor) -> None:
    wrong = stranger.ask("POST", "/v1/sign-in", {"login": "ewa", "password": "not the password"})
    unknown = stranger.ask("POST", "/v1/sign-in", {"login": "nobody", "password": "not the password"})
    assert (wrong.status, wrong.code) == (401, "wrong_password")
    assert unknown.body == wrong.body


def test_guessing_is_made_to_wait(stranger: Visitor) -> None:
    guess = {"login": "victim", "password": "guess"}
    answers = [stranger.ask("POST", "/v1/sign-in", guess) for _ in range(8)]
    last = answers[-1]
    assert (last.status, last.code) == (429, "too_many_attempts")
    assert int(last.headers["retry-after"]) >= 1


def test_every_door_but_the_open_ones_asks_for_a_token(stranger: Visitor) -> None:
    document = stranger.ask("GET", "/v1/openapi.json").json
    open_doors = set()
    for path, methods in document["paths"].items():
        for method, operation in methods.items():
            address = path.replace("{id}", "0" * 32).replace("{number}", "IT-1")
            headers = {"Upload-Offset": "0"}
            body = b"{}" if method in ("post", "put") else None
            answer = stranger.ask(method.upper(), address, body, headers)
            if operation["security"]:
                assert answer.status == 401, (method, path)
            else:
                open_doors.add(path)
    assert open_doors == {
        "/v1/sign-in",
        "/v1/set-up",
        "/v1/new-password",
        "/v1/enrol",
        "/v1/openapi.json",
        "/healthz",
        "/readyz",
        "/metrics",
    }
