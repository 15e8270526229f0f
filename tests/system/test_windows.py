"""The diagnostics for Windows, run by Python for Windows on wine: a real registry, real calls, real COM."""

import faulthandler
import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from itdesk.diagnostics.collector import LATE
from tests.system.wine import PROFILE, ROOT, Wine, in_windows, pytest_settings, windows

# The first run sets everything up; unit tests take four times as long as on Linux.
pytestmark = [pytest.mark.system, pytest.mark.timeout(1200)]
TESTS_LIMIT_S, PROGRAM_LIMIT_S = 900, 240
TRIES = 3
VERSION_KEY = r"HKLM\SOFTWARE\Microsoft\Windows NT\CurrentVersion"
UNINSTALL_KEY = r"HKLM\SOFTWARE\Microsoft\Windows\CurrentVersion\Uninstall\itdesk-test"


@pytest.fixture(scope="module")
def wine() -> Iterator[Wine]:
    with windows() as made:
        yield made


def write(wine: Wine, key: str, name: str, value: str) -> None:
    done = wine.run(["reg", "add", key, "/v", name, "/d", value, "/f"], limit_s=60)
    assert done.returncode == 0, done.stdout


def test_the_unit_tests_of_the_diagnostics_pass_on_windows(wine: Wine, tmp_path: Path) -> None:
    faulthandler.cancel_dump_traceback_later()  # it takes its time and hangs nowhere
    settings = in_windows(pytest_settings(tmp_path))
    command = ["-m", "pytest", "-q", "-p", "no:cacheprovider", "-c", settings]
    # Without a cut it looks through all folders above ours, and trips over what lies there: sockets in /tmp.
    command += ["--rootdir", in_windows(ROOT), "--confcutdir", in_windows(ROOT)]
    tests = in_windows(ROOT / "tests" / "unit" / "diagnostics")
    command += ["-p", PROFILE, f"--hypothesis-profile={PROFILE}", tests]
    done = wine.run([wine.python, *command], limit_s=TESTS_LIMIT_S)
    summary = done.stdout.strip().splitlines()[-1:]
    print(*summary)
    passed = re.search(r"(\d+) passed", "".join(summary))
    assert done.returncode == 0, done.stdout
    assert passed is not None, done.stdout
    assert int(passed[1]) > 0


def test_every_probe_tells_facts_or_one_sentence_why_not(wine: Wine) -> None:
    told = each_probe(wine)
    reasons = {name: str(facts["error"]) for name, facts in told.items() if "error" in facts}
    assert not [reason for reason in reasons.values() if not reason.endswith(".")]
    assert not [reason for reason in reasons.values() if reason.startswith("Asking it failed")]
    # What wine has: the registry, its own WMI, the tables of the network.
    assert not {"operating_system", "boot", "session", "processor", "memory", "disks"} & reasons.keys()
    assert not {"graphics", "disk_health", "software", "adapters", "network", "vpn"} & reasons.keys()
    assert {"updates", "sound", "usb", "shares", "printers", "remote_support"}.isdisjoint(reasons)
    assert told["graphics"]["adapters"][0]["driver_version"]
    assert told["disk_health"]["disks"][0]["size_bytes"] > 0
    assert told["updates"]["installed"][0]["name"].startswith("KB")
    assert told["host"]["joined"] == "workgroup"


def test_the_program_tells_what_stands_in_the_registry(wine: Wine, tmp_path: Path) -> None:
    write(wine, VERSION_KEY, "DisplayVersion", "23H2")
    write(wine, VERSION_KEY, "EditionID", "Canary")
    write(wine, UNINSTALL_KEY, "DisplayName", "Żółty kanarek")
    write(wine, UNINSTALL_KEY, "DisplayVersion", "1.2.3")
    facts = told_in_time(wine, tmp_path, {"operating_system", "software"})
    system = facts["operating_system"]
    assert (system["version"], system["edition"]) == ("23H2", "Canary")
    programs = {program["name"]: program.get("version") for program in facts["software"]["programs"]}
    assert programs["Żółty kanarek"] == "1.2.3"


def each_probe(wine: Wine) -> dict[str, Any]:
    """Ask every probe by itself, for as long as it takes: wine is slower than Windows."""
    program = (
        "import json; from itdesk.diagnostics.collector import ask;"
        "from itdesk.diagnostics.probes import every_probe;"
        "print(json.dumps({probe.name: ask(probe) for probe in every_probe('')}))"
    )
    done = wine.run([wine.python, "-c", program], limit_s=PROGRAM_LIMIT_S)
    assert done.returncode == 0, done.stdout
    return answer_in(done.stdout)


def told_in_time(wine: Wine, data: Path, names: set[str]) -> dict[str, Any]:
    """Return the facts that itdesk tells: run again if need be, until those asked for are told in time."""
    command: list[str | Path] = [wine.python, "-m", "itdesk", "diagnostics", "--json", "--tier", "2"]
    variables = {"ITDESK_DATA_DIR": in_windows(data)}
    facts: dict[str, Any] = {}
    for _ in range(TRIES):  # the first one compiles the program, which takes seconds
        done = wine.run(command, limit_s=PROGRAM_LIMIT_S, variables=variables)
        assert done.returncode == 0, done.stdout
        facts = answer_in(done.stdout)["facts"]
        if not any(facts[name].get("error") == LATE for name in names):
            break
    return facts


def answer_in(printed: str) -> dict[str, Any]:
    """Return the JSON of what was printed: sound libraries complain before it that there is no sound card."""
    found: dict[str, Any] = json.loads(printed[printed.index("\n{") if not printed.startswith("{") else 0 :])
    return found
