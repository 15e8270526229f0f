"""A person's computer full of words that are nobody's business, and all that is seen of it from outside."""

import base64
import gzip
import json
import time
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from tests.e2e.canaries import (
    WITNESS,
    Canaries,
    busy_witness,
    environment_with,
    escaped_in_json,
    furnish,
    picture_that_tells,
)
from tests.e2e.processes import LIMIT_S, Client, Server
from tests.e2e.recording_relay import RecordingRelay
from tests.e2e.traces import http_bodies

SYMPTOMS = ("slow", "shared_drive", "sound_camera")
"""Between them they ask everything that is asked at all."""
NO_SCREEN = {"QT_QPA_PLATFORM": "offscreen", "LC_ALL": "C.UTF-8"}
PICTURE_CHUNKS = ("tEXt", "zTXt", "iTXt", "eXIf")


@dataclass
class WatchedClient(Client):
    """A client whose environment is that of this computer alone."""

    surroundings: dict[str, str] = field(default_factory=dict)

    @property
    def environment(self) -> dict[str, str]:
        """The environment of this computer's processes."""
        kept = {name: value for name, value in super().environment.items() if not name.startswith("XDG_")}
        return kept | self.surroundings


@dataclass(frozen=True)
class Evidence:
    """What was told on purpose, what was only there, and what has been seen since."""

    told: Canaries
    planted: Canaries
    relay: RecordingRelay
    data_folder: Path
    store: Path

    @property
    def streams(self) -> list[bytes]:
        """All that has passed between the computer and the server."""
        return self.relay.streams()

    def facts(self) -> dict[str, list[Mapping[str, Any]]]:
        """Return what each probe has said in the reports that went out."""
        said: dict[str, list[Mapping[str, Any]]] = {}
        for stream in self.streams:
            for body in http_bodies(stream):
                for document in _facts_in(_parsed(body)):
                    for probe, values in document["facts"].items():
                        said.setdefault(probe, []).append(values)
        return said

    def has_seen_witness(self) -> bool:
        """Return whether a report has named the other program as one of the busiest."""
        return any(
            row["name"] == WITNESS
            for said in self.facts().get("busiest", [])
            for row in said.get("by_processor", [])
        )


def _parsed(text: str | bytes) -> object:
    with suppress(ValueError):
        return json.loads(text)
    return None


def _facts_in(value: object) -> Iterator[Mapping[str, Any]]:
    """Return the documents of facts within a message, written as texts or not."""
    if isinstance(value, dict) and "collected_in_ms" in value:
        yield value
    elif isinstance(value, dict):
        for inner in value.values():
            yield from _facts_in(inner)
    elif isinstance(value, list):
        for inner in value:
            yield from _facts_in(inner)
    elif isinstance(value, str) and "collected_in_ms" in value:
        yield from _facts_in(_parsed(value))


def files_of(folder: Path) -> list[bytes]:
    """Return the content of every file below a folder, and the names of all of them."""
    paths = sorted(folder.rglob("*"))
    names = "\n".join(str(path.relative_to(folder)) for path in paths)
    return [*(path.read_bytes() for path in paths if path.is_file()), names.encode()]


@contextmanager
def watched(
    folder: Path, store: Path, more: Mapping[str, str] | None = None, planted: Canaries | None = None
) -> Iterator[Evidence]:
    """Report from a computer, by the command line, all that can be asked; run its tray for a while.

    `store` is a staffed store, `more` belongs to the client's environment, `planted` are words that are there
    already. The server and the relay stand as long as the block.
    """
    planted, told = planted or Canaries(), Canaries()
    home = folder / "home"
    home.mkdir()
    furnish(home, planted)
    surroundings = {**environment_with(planted), "HOME": str(home), **(more or {})}
    server = Server(store).start()
    try:
        with RecordingRelay(server.port) as relay, busy_witness(folder, planted):
            joanna = WatchedClient(folder / "joanna", "joanna", surroundings)
            joanna.sign_in(Server(folder, relay.port))
            evidence = Evidence(told, planted, relay, joanna.folder, store)
            _report_everything(joanna, told, folder)
            _report_until(joanna, evidence.has_seen_witness)
            _run_tray(joanna)
            yield evidence
    finally:
        server.stop()


def _report_everything(joanna: Client, told: Canaries, folder: Path) -> None:
    """Report with words told on purpose, in every wrapping, and once a symptom with all its facts."""
    files = _files_that_tell(told, folder)
    attached = [word for file in files for word in ("--attach", str(file))]
    joanna.report(told.at("the title"), "--text", told.at("the description"), *attached)
    for symptom in SYMPTOMS:
        assert joanna.ask("report", "--title", "Pomocy", "--symptom", symptom)["state"] == "accepted"


def _report_until(joanna: Client, is_enough: Callable[[], bool]) -> None:
    """Report again while a busy computer kept a probe from answering in time."""
    deadline = time.monotonic() + LIMIT_S
    while not is_enough():
        assert time.monotonic() < deadline, "the busy program was never noticed"
        joanna.ask("report", "--title", "Jeszcze raz")


def _files_that_tell(told: Canaries, folder: Path) -> list[Path]:
    contents = {
        "ekran.png": picture_that_tells({kind: told.at(f"a picture's {kind}") for kind in PICTURE_CHUNKS}),
        "utf16le.txt": told.at("UTF-16, little end first").encode("utf-16-le"),
        "utf16be.txt": told.at("UTF-16, big end first").encode("utf-16-be"),
        "dane.json": escaped_in_json(told.at("JSON, escaped")).encode(),
        "poczta.eml": b"a" + base64.b64encode(f"xy{told.at('base64')}".encode()),
        "adres.txt": base64.urlsafe_b64encode(f"ó?>{told.at('base64 for addresses')}".encode()),
        "dziennik.gz": gzip.compress(told.at("a packed file").encode()),
        f"{told.at('the name of a file')}.txt": b"nic",
    }
    for name, content in contents.items():
        (folder / name).write_bytes(content)
    return [folder / name for name in contents]


def _run_tray(joanna: WatchedClient) -> None:
    """Run the program that stays all day until it has noted how the computer is; then end it in order."""
    tray = joanna.start("tray", **NO_SCREEN)
    try:
        _wait_until(lambda: any((joanna.folder / "history").rglob("*")), "the history's first look")
        tray.terminate()
        _, complaints = tray.communicate(timeout=LIMIT_S)
        assert tray.returncode == 0, complaints
    finally:
        if tray.returncode is None:
            tray.kill()
            tray.communicate(timeout=LIMIT_S)


def _wait_until(true: Callable[[], bool], what: str) -> None:
    deadline = time.monotonic() + LIMIT_S
    while not true():
        assert time.monotonic() < deadline, f"never came: {what}"
        time.sleep(0.05)
