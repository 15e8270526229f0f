"""What stays on a computer when a person leaves it, and what the next one there sees of it: nothing."""

from collections.abc import Callable
from pathlib import Path

from tests.e2e.processes import Client, Server

Computer = Callable[[str], Client]
SENT, UNSENT = "Drukarka-wyslana", "Skaner-niewyslany"
WORLD_FAILED = 1


def files_with(folder: Path, words: str) -> set[str]:
    """Return the names of the files below `folder` in which these words stand."""
    files = [file for file in folder.rglob("*") if file.is_file()]
    return {file.name for file in files if words.encode() in file.read_bytes()}


def titles(client: Client) -> list[str]:
    return sorted(row["title"] for row in client.ask("tickets"))


def test_signing_out_removes_everything_but_what_is_not_sent_and_says_so(computer: Computer) -> None:
    joanna = computer("joanna")
    joanna.report(SENT)
    joanna.report(UNSENT, "--wait", "0")
    assert files_with(joanna.folder, SENT)

    assert "Not sent yet: 1." in joanna.run("sign-out").stdout

    assert list(joanna.folder.rglob("replica.db*")) == []
    assert list((joanna.folder / "credentials").iterdir()) == []
    assert files_with(joanna.folder, UNSENT) <= {"outbox.db", "outbox.db-wal"}
    assert files_with(joanna.folder, UNSENT)
    joanna.run("tickets", code=WORLD_FAILED)


def test_signing_out_with_everything_sent_leaves_nothing_also_without_the_server(
    computer: Computer, server: Server
) -> None:
    joanna = computer("joanna")
    joanna.report(SENT)
    server.stop()
    assert joanna.run("sign-out").stdout == "Signed out.\n"
    assert files_with(joanna.folder, SENT) == set()
    assert list(joanna.folder.rglob("*.db*")) == []


def test_what_one_person_did_not_send_is_never_shown_to_another_nor_sent_for_her(
    computer: Computer, server: Server
) -> None:
    joanna, marek = computer("joanna"), computer("marek")
    joanna.report(UNSENT, "--wait", "0")
    joanna.run("sign-out")

    piotr = Client(joanna.folder, "piotr").sign_in(server)
    assert titles(piotr) == []
    assert (piotr.ask("status")["pending"], piotr.sync()["sent"]) == (0, 0)
    assert piotr.report(SENT)["state"] == "accepted"
    assert titles(piotr) == [SENT]
    marek.sync()
    assert titles(marek) == [SENT]
    piotr.run("sign-out")

    joanna.sign_in(server)
    assert joanna.ask("status")["pending"] == 0
    assert titles(joanna) == [UNSENT]
    marek.sync()
    assert {(row["title"], row["requester"]) for row in marek.ask("tickets")} == {
        (SENT, "piotr"),
        (UNSENT, "joanna"),
    }
