"""The main job by the command line: reported on one computer, solved on another."""

import hashlib
import json
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from tests.e2e.losing_proxy import LosingProxy
from tests.e2e.processes import Client, Server

Computer = Callable[[str], Client]


def test_a_report_is_answered_solved_confirmed_and_rated(computer: Computer, tmp_path: Path) -> None:
    joanna, marek = computer("joanna"), computer("marek")
    picture = tmp_path / "faktura.png"
    picture.write_bytes(b"\x89PNG\r\n\x1a\n" + bytes(range(256)) * 40)

    sent = joanna.ask(
        "report",
        "--title",
        "Nie mogę wydrukować faktur",
        "--text",
        "Drukarka miga na czerwono.",
        "--category",
        "hardware_failure",
        "--urgency",
        "high",
        "--attach",
        str(picture),
    )
    assert sent["state"] == "accepted"
    number = sent["number"]

    marek.sync()
    [ticket] = marek.ask("tickets", "--query", "wydrukowac")
    assert (ticket["number"], ticket["requester"], ticket["status"]) == (number, "joanna", "new")
    assert marek.ask("ticket", number)["facts"]["schema"] == 2

    assert marek.ask("assign", number, "--to", "marek")["state"] == "accepted"
    assert marek.ask("reply", number, "--text", "Tylko dla IT", "--internal")["state"] == "accepted"
    assert marek.ask("reply", number, "--text", "Usuwam zadanie z kolejki.")["state"] == "accepted"
    joanna.sync()
    assert joanna.ask("reply", number, "--text", "Dziękuję, czekam.")["state"] == "accepted"
    marek.sync()
    assert (
        marek.ask("status-of", number, "--to", "resolved", "--note", "Usunięte zadanie")["state"]
        == "accepted"
    )
    joanna.sync()
    assert joanna.ask("status-of", number, "--to", "closed")["state"] == "accepted"
    assert joanna.ask("rate", number, "--score", "5", "--comment", "Szybko!")["state"] == "accepted"

    marek.sync()
    seen = marek.ask("ticket", number)
    assert seen["status"] == "closed"
    assert [event["kind"] for event in seen["timeline"]][-2:] == ["StatusChanged", "Rated"]
    bodies = [event["body"] for event in seen["timeline"]]
    assert "Tylko dla IT" in bodies
    assert "Tylko dla IT" not in json.dumps(joanna.ask("ticket", number), ensure_ascii=False)


def test_written_while_the_server_is_away_it_goes_out_later_exactly_once(
    server: Server, computer: Computer
) -> None:
    joanna, marek = computer("joanna"), computer("marek")
    server.stop()
    sent = joanna.report("VPN pyta dwa razy", "--wait", "1")
    assert (sent["state"], sent["number"]) == ("queued", None)
    assert joanna.ask("status")["pending"] == 1

    server.start()
    assert joanna.sync() == {"sent": 1, "refused": 0, "received": 1, "pending": 0}
    marek.sync()
    assert [ticket["title"] for ticket in marek.ask("tickets")] == ["VPN pyta dwa razy"]


def test_a_server_killed_after_it_accepted_and_before_it_answered_makes_no_second_ticket(
    server: Server, computer: Computer, tmp_path: Path
) -> None:
    marek = computer("marek")
    with LosingProxy(server.port) as proxy:
        joanna = Client(tmp_path / "joanna", "joanna").sign_in(Server(tmp_path, proxy.port))
        number_of_reports = 3
        for index in range(number_of_reports):
            joanna.report(f"Zgłoszenie {index}", "--wait", "0")

        proxy.lose_next_answer(server.kill)
        joanna.run("sync", "--wait", "5", "--json", code=1)
        assert joanna.ask("status")["pending"] == number_of_reports

        server.start()
        marek.sync()
        assert len(marek.ask("tickets")) == number_of_reports, "the killed server had accepted them"
        joanna.sync()
        assert joanna.ask("status")["pending"] == 0
    marek.sync()
    titles = sorted(ticket["title"] for ticket in marek.ask("tickets"))
    assert titles == [f"Zgłoszenie {index}" for index in range(number_of_reports)]


def test_twenty_reports_at_once_on_one_folder_are_twenty_tickets(computer: Computer) -> None:
    joanna, marek = computer("joanna"), computer("marek")
    with ThreadPoolExecutor(8) as pool:
        sent = list(pool.map(joanna.report, [f"Naraz {index}" for index in range(20)]))
    joanna.sync()
    marek.sync()
    assert len({one["id"] for one in sent}) == 20
    assert len(marek.ask("tickets", "--query", "naraz")) == 20


def test_an_attachment_arrives_as_it_was(computer: Computer, server: Server, tmp_path: Path) -> None:
    joanna = computer("joanna")
    content = b"zawarto\xc5\x9b\xc4\x87" * 100_000
    (tmp_path / "raport.bin").write_bytes(content)
    joanna.report("Plik", "--attach", str(tmp_path / "raport.bin"))
    stored = [file for file in (server.folder / "files").rglob("*") if file.is_file()]
    assert [hashlib.sha256(file.read_bytes()).digest() for file in stored] == [
        hashlib.sha256(content).digest()
    ]
