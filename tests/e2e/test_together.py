"""Tickets that are tied to each other, by real clients: offline, at the same time, and against each other."""

from collections.abc import Callable
from typing import Any

from tests.e2e.processes import Client, Server

Computer = Callable[[str], Client]
REFUSED = 3


def _bodies(client: Client, number: str) -> list[str]:
    timeline: list[dict[str, Any]] = client.ask("ticket", number)["timeline"]
    return [event["body"] for event in timeline if event["kind"] in ("TicketOpened", "CommentAdded")]


def test_a_reply_on_its_way_to_a_ticket_that_is_merged_offline_reaches_the_survivor(
    computer: Computer, server: Server
) -> None:
    joanna, marek = computer("joanna"), computer("marek")
    old = joanna.report("Drukarka", "--text", "Nie drukuje")["number"]
    new = joanna.report("Drukarka znów", "--text", "Miga")["number"]
    marek.sync()
    server.stop()
    assert marek.ask("merge", old, "--into", new, "--wait", "0")["state"] == "queued"
    assert _bodies(marek, new) == ["Nie drukuje", "Miga"]
    assert joanna.ask("reply", old, "--text", "Na czerwono", "--wait", "0")["state"] == "queued"
    server.start()
    marek.sync()
    joanna.sync()
    marek.sync()
    assert _bodies(marek, new) == _bodies(joanna, new) == ["Nie drukuje", "Miga", "Na czerwono"]


def test_a_merge_is_taken_back_and_both_keep_what_was_said_meanwhile(computer: Computer) -> None:
    joanna, marek = computer("joanna"), computer("marek")
    old = joanna.report("Drukarka", "--text", "Nie drukuje")["number"]
    new = joanna.report("Drukarka znów", "--text", "Miga")["number"]
    marek.sync()
    marek.ask("merge", old, "--into", new)
    joanna.ask("reply", old, "--text", "Na czerwono")
    assert marek.ask("unmerge", old)["state"] == "accepted"
    joanna.sync()
    assert joanna.ask("ticket", old)["status"] == "new"
    assert _bodies(joanna, old) == ["Nie drukuje", "Na czerwono"]
    assert _bodies(joanna, new) == ["Miga", "Na czerwono"]


def test_two_who_merge_a_ticket_at_the_same_time_are_told_of_each_other(computer: Computer) -> None:
    joanna, marek, barbara = computer("joanna"), computer("marek"), computer("barbara")
    first, second, third = (joanna.report(f"Drukarka {n}")["number"] for n in range(3))
    marek.sync()
    barbara.sync()
    assert marek.ask("merge", first, "--into", second)["state"] == "accepted"
    late = barbara.ask("merge", first, "--into", third, code=REFUSED)
    assert late["state"] == "refused"
    assert f"“{second}”" in late["reason"]
    assert f"“{third}”" in late["reason"]


def test_tickets_of_different_people_become_children(computer: Computer) -> None:
    joanna, piotr, marek = computer("joanna"), computer("piotr"), computer("marek")
    hers, his = joanna.report("Sieć")["number"], piotr.report("Internet")["number"]
    marek.sync()
    refused = marek.run("merge", hers, "--into", his, code=REFUSED)
    assert "children" in refused.stderr
    assert marek.ask("child", hers, "--of", his)["state"] == "accepted"
    marek.ask("status-of", his, "--to", "resolved", "--note", "Router działa")
    joanna.sync()
    assert joanna.ask("ticket", hers)["status"] == "resolved"


def test_a_lead_merges_tickets_of_different_people_and_both_read_what_follows(computer: Computer) -> None:
    joanna, piotr, barbara = computer("joanna"), computer("piotr"), computer("barbara")
    hers, his = joanna.report("Sieć", "--text", "Nie działa")["number"], piotr.report("Internet")["number"]
    barbara.sync()
    assert barbara.ask("merge", hers, "--into", his, "--across-requesters")["state"] == "accepted"
    assert barbara.ask("reply", his, "--text", "Naprawiamy")["state"] == "accepted"
    joanna.sync()
    piotr.sync()
    assert _bodies(joanna, hers) == ["Nie działa", "Naprawiamy"]
    assert _bodies(piotr, his) == ["", "Naprawiamy"]
    assert "Nie działa" not in str(piotr.ask("ticket", his))


def test_a_ticket_is_split_offline_and_put_together_again(computer: Computer, server: Server) -> None:
    joanna, marek = computer("joanna"), computer("marek")
    number = joanna.report("Drukarka", "--text", "Miga")["number"]
    joanna.ask("reply", number, "--text", "I nie mam dźwięku")
    marek.sync()
    [said] = [one for one in marek.ask("ticket", number)["timeline"] if one["kind"] == "CommentAdded"]
    server.stop()
    marek.ask("split", number, "--message", said["id"], "--title", "Dźwięk", "--wait", "0")
    assert _bodies(marek, number) == ["Miga"]
    server.start()
    marek.sync()
    joanna.sync()
    [new] = [row["number"] for row in joanna.ask("tickets", "--query", "dzwiek") if row["title"] == "Dźwięk"]
    assert _bodies(joanna, number) == _bodies(marek, number) == ["Miga"]
    assert _bodies(joanna, new) == ["", "I nie mam dźwięku"] or _bodies(joanna, new) == [
        "I nie mam dźwięku",
        "",
    ]
    marek.ask("move", number, "--message", said["id"])
    joanna.sync()
    assert _bodies(joanna, number) == ["Miga", "I nie mam dźwięku"]
    assert _bodies(joanna, new) == [""]


def test_what_it_notes_stays_with_it(computer: Computer) -> None:
    joanna, marek = computer("joanna"), computer("marek")
    number = joanna.report("Drukarka")["number"]
    marek.sync()
    assert marek.ask("tag", number, "--add", "Kanarek Żółty")["state"] == "accepted"
    assert marek.ask("time-spent", number, "--minutes", "15", "--note", "kanarek")["state"] == "accepted"
    assert [row["number"] for row in marek.ask("tickets", "--query", "zolty")] == [number]
    joanna.sync()
    assert "kanarek" not in str(joanna.ask("ticket", number)).casefold()
    assert joanna.ask("tickets", "--query", "zolty") == []
    assert marek.run("time-spent", number, "--minutes", "0", code=REFUSED).stderr
