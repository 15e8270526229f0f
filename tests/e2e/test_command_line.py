"""The command line as scripts use it: exact documents, exit codes, and nothing that a terminal would obey."""

import json
import socket
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.e2e.processes import PASSWORDS, Client, CommandFailed, Server, itdesk

Computer = Callable[[str], Client]
REFUSED, WORLD_FAILED, USAGE = 3, 1, 2
ESCAPES = "\x1b]0;mine\x07"


ROW = {
    "id",
    "number",
    "title",
    "status",
    "priority",
    "requester",
    "assignee",
    "queue",
    "created_at",
    "updated_at",
}
SAVED = {"id", "number", "state", "reason"}
EVENT = {"id", "kind", "actor", "at", "audience", "body"}
PROMPT_S = 8


def test_documents_have_exactly_their_keys(computer: Computer) -> None:
    joanna = computer("joanna")
    saved = joanna.ask("report", "--title", "Monitor")
    assert saved.keys() == SAVED
    assert joanna.ask("reply", saved["number"], "--text", "Miga").keys() == SAVED
    assert joanna.ask("sync").keys() == {"sent", "refused", "received", "pending"}
    assert joanna.ask("status").keys() == {"online", "pending", "refused", "last_sync", "server", "person"}
    assert [row.keys() for row in joanna.ask("tickets")] == [ROW]
    ticket = joanna.ask("ticket", saved["number"])
    assert ticket.keys() == ROW | {"timeline", "facts"}
    assert [event.keys() for event in ticket["timeline"]] == [EVENT] * 3
    assert (
        ticket["facts"].keys() == joanna.ask("diagnostics").keys() == {"schema", "collected_in_ms", "facts"}
    )


def test_every_change_is_answered_alike(computer: Computer) -> None:
    joanna, marek = computer("joanna"), computer("marek")
    number = joanna.report("Monitor")["number"]
    marek.sync()
    done = [
        marek.ask("assign", number, "--to", "marek"),
        marek.ask("reply", number, "--text", "Tylko dla IT", "--internal"),
        marek.ask("status-of", number, "--to", "resolved", "--note", "Wymieniony"),
    ]
    joanna.sync()
    done.append(joanna.ask("rate", number, "--score", "5"))
    assert [answer.keys() for answer in done] == [SAVED] * 4
    assert {(a["id"], a["number"], a["state"], a["reason"]) for a in done} == {
        (done[0]["id"], number, "accepted", None)
    }


def test_bad_help_is_followed_up_by_a_lead_alone(computer: Computer) -> None:
    joanna, marek, barbara = computer("joanna"), computer("marek"), computer("barbara")
    number = joanna.report("Monitor")["number"]
    marek.sync()
    assert barbara.ask("follow-ups") == []
    marek.ask("status-of", number, "--to", "resolved", "--note", "Wymieniony")
    joanna.sync()
    joanna.ask("rate", number, "--score", "1")
    assert joanna.ask("follow-ups") == []
    for one in (marek, barbara):
        one.sync()
    assert [row["number"] for row in barbara.ask("follow-ups")] == [number]
    assert "may not" in marek.run("follow-up", number, code=REFUSED).stderr
    taken = barbara.ask("follow-up", number)
    assert (taken.keys(), taken["state"]) == (SAVED, "accepted")
    assert barbara.ask("follow-up", number, "--outcome", "Rozmawialiśmy")["state"] == "accepted"
    barbara.sync()
    assert barbara.ask("follow-ups") == []


def test_without_a_line_above_nothing_is_escalated(computer: Computer) -> None:
    joanna, marek = computer("joanna"), computer("marek")
    number = joanna.report("Monitor")["number"]
    marek.sync()
    refused = marek.run("escalate", number, "--reason", "Nie wiem", code=REFUSED)
    assert "line above" in refused.stderr


def test_how_things_stand_without_the_server(computer: Computer, server: Server) -> None:
    joanna = computer("joanna")
    before = joanna.ask("status")
    assert (before["online"], before["pending"], before["refused"]) == (True, 0, 0)
    assert (before["server"], before["person"]) == (server.url, "joanna")
    server.stop()
    assert joanna.report("Monitor", "--wait", "1")["state"] == "queued"
    assert joanna.ask("status") == before | {"online": False, "pending": 1}


def test_a_server_that_hears_and_never_answers_costs_no_more_than_the_wait(
    computer: Computer, server: Server
) -> None:
    joanna = computer("joanna")
    server.stop()
    with socket.create_server(("127.0.0.1", server.port)):
        began = time.monotonic()
        saved = joanna.report("Monitor", "--wait", "1")
        took_s = time.monotonic() - began
    assert (saved["state"], saved["number"]) == ("queued", None)
    assert saved["reason"]
    assert 1 <= took_s < PROMPT_S
    assert joanna.ask("status")["pending"] == 1


def test_everything_is_kept_in_the_folder_that_was_named(server: Server, tmp_path: Path) -> None:
    home, folder = tmp_path / "home", tmp_path / "named"
    home.mkdir()
    kept = {name: str(home) for name in ("HOME", "XDG_DATA_HOME", "XDG_CONFIG_HOME", "XDG_CACHE_HOME")}
    environment = {k: v for k, v in Client(folder, "joanna").environment.items() if k != "ITDESK_DATA_DIR"}
    for words in (
        ("sign-in", "--server", server.url, "--login", "joanna", "--password-stdin"),
        ("report", "--title", "Monitor"),
        ("sync",),
        ("diagnostics",),
        ("sign-out",),
    ):
        itdesk("--data-dir", str(folder), *words, given=PASSWORDS["joanna"], environment=environment | kept)
    assert list(home.iterdir()) == []
    assert (folder / "device-id").exists()


def test_reading_never_touches_the_network(computer: Computer, server: Server) -> None:
    joanna = computer("joanna")
    number = joanna.report("Monitor")["number"]
    server.stop()
    with socket.create_server(("127.0.0.1", server.port)) as listening:
        listening.setblocking(False)
        for command in (("status",), ("tickets", "--query", "monitor"), ("ticket", number), ("diagnostics",)):
            joanna.run(*command)
        joanna.report("Klawiatura", "--wait", "0")
        joanna.ask("report", "--title", "Mysz", "--wait", "0")
        with pytest.raises(BlockingIOError):
            listening.accept()


def test_people_are_logins_also_in_what_happened(computer: Computer) -> None:
    joanna, marek = computer("joanna"), computer("marek")
    number = joanna.report("Monitor")["number"]
    marek.sync()
    marek.ask("assign", number, "--to", "marek")
    given = [e["body"] for e in marek.ask("ticket", number)["timeline"] if e["kind"] == "Assigned"]
    assert given == ["marek"]


def test_a_conflict_names_people(computer: Computer) -> None:
    joanna, marek, barbara = computer("joanna"), computer("marek"), computer("barbara")
    number = joanna.report("Monitor")["number"]
    for one in (marek, barbara):
        one.sync()
    marek.ask("assign", number, "--to", "marek")
    lost = barbara.ask("assign", number, "--to", "barbara", code=REFUSED)
    assert lost["reason"] == (
        "Somebody changed the assignee meanwhile to “Marek Zieliński”; you asked for “Barbara Kos”."
    )
    assert lost["number"] == number
    assert barbara.ask("status")["refused"] == 1


def test_what_waits_on_a_known_ticket_has_its_number(computer: Computer, server: Server) -> None:
    joanna = computer("joanna")
    number = joanna.report("Monitor")["number"]
    server.stop()
    saved = joanna.ask("reply", number, "--text", "Nadal miga", "--wait", "0")
    assert (saved["number"], saved["state"]) == (number, "queued")


@pytest.mark.parametrize(
    "options", [("--category", "other"), ("--urgency", "low"), ("--wait", "1"), ("--text", "a"), ("--json",)]
)
def test_a_report_with_options_needs_a_title(tmp_path: Path, options: tuple[str, ...]) -> None:
    """Only without any argument it opens the window: a script would wait there for ever."""
    done = Client(tmp_path / "new", "joanna").run("report", *options, code=USAGE)
    assert "--title" in done.stderr


def test_seconds_that_are_no_number(tmp_path: Path) -> None:
    done = Client(tmp_path / "new", "joanna").run("sync", "--wait", "nan", code=USAGE)
    assert "nan" in done.stderr


@pytest.mark.parametrize(("login", "password"), [("joanna", b"\xff\xfe"), (b"jo\xffanna", b"x")])
def test_what_is_not_unicode_is_no_right_password(
    server: Server, tmp_path: Path, login: str | bytes, password: bytes
) -> None:
    client = Client(tmp_path / "new", "joanna")
    arguments = ("sign-in", "--server", server.url, "--login", login, "--password-stdin")
    done = client.run_bytes(*arguments, given=password)
    assert done.returncode in (WORLD_FAILED, USAGE)
    assert b"Traceback" not in done.stderr
    assert done.stderr.count(b"\n") == 1


@pytest.mark.parametrize("command", [("status", "--json"), ("tray",), ("report",)])
def test_a_folder_that_cannot_be_made(tmp_path: Path, command: tuple[str, ...]) -> None:
    (tmp_path / "file").write_text("no folder")
    done = Client(tmp_path / "file", "joanna").run(*command, code=WORLD_FAILED)
    assert done.stdout == ""
    assert done.stderr.count("\n") == 1
    assert "--data-dir" in done.stderr
    assert "Errno" not in done.stderr


def test_a_damaged_account_is_one_sentence(computer: Computer) -> None:
    joanna = computer("joanna")
    (joanna.folder / "account.json").write_text("{")
    done = joanna.run("tickets", "--json", code=WORLD_FAILED)
    assert done.stderr.count("\n") == 1, done.stderr
    assert "sign-in" in done.stderr


def test_foreign_text_gives_the_terminal_no_orders(computer: Computer) -> None:
    joanna = computer("joanna")
    joanna.ask("report", "--title", f"a\nIT-1  {ESCAPES}", "--text", f"b\n{ESCAPES}\x9b31m", "--no-facts")
    number = joanna.ask("tickets")[0]["number"]
    for command in (("tickets",), ("ticket", number)):
        said = joanna.run(*command).stdout
        assert all(character.isprintable() for line in said.split("\n") for character in line), repr(said)
        assert not any(line.startswith("IT-1 ") for line in said.split("\n"))


def test_a_document_is_utf_8_whatever_the_terminal_speaks(computer: Computer) -> None:
    joanna = computer("joanna")
    joanna.report("Zażółć 🖨")
    environment = joanna.environment | {"PYTHONIOENCODING": "cp1252"}
    rows = json.loads(_output(joanna, environment, "tickets", "--json"))
    assert [row["title"] for row in rows] == ["Zażółć 🖨"]
    assert b"Za" in _output(joanna, environment, "tickets")


def _output(client: Client, environment: dict[str, str], *arguments: str) -> bytes:
    done = client.run_bytes(*arguments, environment=environment)
    if done.returncode:
        raise CommandFailed(done.stderr)
    return done.stdout


def test_signing_in_over_somebody_leaves_nothing_of_hers(server: Server, tmp_path: Path) -> None:
    computer = Client(tmp_path / "shared", "joanna").sign_in(server)
    computer.report("Sekret", "--wait", "0")
    itdesk(
        *("sign-in", "--server", server.url, "--login", "piotr", "--password-stdin"),
        given=PASSWORDS["piotr"],
        environment=computer.environment,
    )
    assert computer.ask("tickets") == []
    assert len(list((computer.folder / "credentials").iterdir())) == 1
    assert len(list(computer.folder.rglob("replica.db"))) == 1
    assert len(list(computer.folder.rglob("outbox.db"))) == 2
    assert computer.sync()["sent"] == 0
    computer.sign_in(server)
    assert [row["title"] for row in computer.ask("tickets")] == ["Sekret"]


def test_a_damaged_outbox_is_kept_and_said(computer: Computer) -> None:
    joanna = computer("joanna")
    joanna.report("Sekret", "--wait", "0")
    outbox = next(joanna.folder.rglob("outbox.db"))
    outbox.write_bytes(b"garbage " * 4_000)
    done = joanna.run("status", "--json")
    assert json.loads(done.stdout)["pending"] == 0
    assert done.stderr.count("\n") == 1
    aside = next(joanna.folder.rglob("outbox-damaged-*.db"))
    assert aside.name in done.stderr
    assert aside.read_bytes().startswith(b"garbage")


def test_an_exchange_without_time_does_not_claim_to_have_worked(computer: Computer, server: Server) -> None:
    joanna = computer("joanna")
    server.stop()
    joanna.run("sync", code=WORLD_FAILED)
    joanna.run("sync", "--wait", "0", code=WORLD_FAILED)
    assert joanna.ask("status")["online"] is False
