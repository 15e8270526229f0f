"""The facts on the command line: for scripts as a document of the published form, for a person as cards."""

import json
import os
import time
from pathlib import Path
from typing import Any

import jsonschema
import pytest

from tests.e2e.processes import Client, Server, client_environment, itdesk

SCHEMA = json.loads((Path(__file__).parents[2] / "docs" / "diagnostics.schema.json").read_text("utf-8"))
TIERS = {
    "0": {"host", "memory"},
    "1": {"printers", "busiest", "changes"},
    "2": {"software", "adapters", "usb"},
}


def facts(folder: Path, *arguments: str, **variables: str) -> dict[str, Any]:
    """Return the document of facts that the command prints."""
    environment = client_environment(folder) | variables
    printed = itdesk("diagnostics", "--json", *arguments, environment=environment).stdout
    document: dict[str, Any] = json.loads(printed)
    jsonschema.validate(document, SCHEMA)
    return document


@pytest.mark.parametrize("tier", TIERS)
def test_each_tier_holds_those_below_it(tmp_path: Path, tier: str) -> None:
    asked = facts(tmp_path, "--tier", tier)["facts"].keys()
    for other, names in TIERS.items():
        assert names <= asked if other <= tier else not names & asked


def test_a_symptom_brings_what_it_needs_and_what_its_checks_found(tmp_path: Path) -> None:
    told = facts(tmp_path, "--symptom", "printing")["facts"]
    assert "system_log" in told
    assert "software" not in told
    [finding] = told["checks"]["findings"]
    assert finding["check"] == "printing"


def test_a_symptom_that_collects_nothing_has_no_facts(tmp_path: Path) -> None:
    assert facts(tmp_path, "--symptom", "security")["facts"] == {}


def test_an_unknown_symptom_is_one_sentence_that_names_those_there_are(tmp_path: Path) -> None:
    done = itdesk("diagnostics", "--symptom", "gremlins", code=2, environment=client_environment(tmp_path))
    assert "gremlins" in done.stderr
    assert "printing" in done.stderr
    assert "Traceback" not in done.stderr
    assert done.stdout == ""


def test_the_cards_are_printed_for_a_person(tmp_path: Path) -> None:
    printed = itdesk("diagnostics", "--symptom", "printing", environment=client_environment(tmp_path)).stdout
    for words in (
        "Computer",
        "Name of the computer: ",
        "Memory and processor",
        "Printers",
        "What was checked",
    ):
        assert words in printed
    assert "{subject}" not in printed


def test_what_the_company_forbids_is_not_asked(tmp_path: Path) -> None:
    told = facts(
        tmp_path, "--tier", "2", ITDESK_FORBIDDEN_PROBES="software busiest", ITDESK_DIAGNOSTICS_TIER="1"
    )
    assert "printers" in told["facts"]
    assert not {"busiest", "software", "usb"} & told["facts"].keys()
    assert facts(tmp_path, ITDESK_DIAGNOSTICS_TIER="none")["facts"] == {}


def test_reading_the_facts_asks_no_server(tmp_path: Path, server: Server) -> None:
    client = Client(tmp_path / "joanna", "joanna").sign_in(server)
    server.stop()
    begun = time.monotonic()
    assert "server" not in facts(client.folder)["facts"]
    chain = facts(client.folder, "--symptom", "network")["facts"]["server"]
    assert chain["reached"] is False
    assert [step["outcome"] for step in chain["steps"]][-1] == "failed"
    assert time.monotonic() - begun < 60


def test_a_report_carries_them_and_names_the_symptom(tmp_path: Path, server: Server) -> None:
    client = Client(tmp_path / "joanna", "joanna").sign_in(server)
    number = client.ask("report", "--title", "Nie drukuje", "--symptom", "printing")["number"]
    ticket = client.ask("ticket", number)
    told = ticket["facts"] if isinstance(ticket["facts"], dict) else json.loads(ticket["facts"])
    jsonschema.validate(told, SCHEMA)
    assert {"checks", "printers", "system_log", "host"} <= told["facts"].keys()
    assert told["facts"]["device"]["id"] == (client.folder / "device-id").read_text().strip()
    assert os.environ.get("HOME", "-") not in json.dumps(told["facts"]["checks"])


def test_two_moments_of_a_computer_are_compared(tmp_path: Path) -> None:
    before = facts(tmp_path)
    file = tmp_path / "before.json"
    before["facts"]["operating_system"]["version"] = "of yesterday"
    before["facts"]["host"]["name"] = "old-name"
    file.write_text(json.dumps(before))
    environment = client_environment(tmp_path)
    rows = json.loads(itdesk("diagnostics", "--json", "--compare", str(file), environment=environment).stdout)
    changed = {(row["probe"], row["field"]): row["before"] for row in rows}
    assert changed["operating_system", "version"] == "of yesterday"
    assert changed["host", "name"] == "old-name"
    printed = itdesk("diagnostics", "--compare", str(file), environment=environment).stdout
    assert 'host name: "old-name" → ' in printed


@pytest.mark.parametrize("content", [None, b"{", b"[]", b"\xff" * 100])
def test_a_file_without_facts_is_one_sentence(tmp_path: Path, content: bytes | None) -> None:
    file = tmp_path / "other"
    if content is not None:
        file.write_bytes(content)
    done = itdesk(
        "diagnostics", "--compare", str(file), code=2, environment=client_environment(tmp_path / "data")
    )
    assert str(file) in done.stderr
    assert "Traceback" not in done.stderr
