"""The VPN connections: Windows' own by its phone books, those of other programs by their adapters."""

import os
from collections.abc import Callable, Mapping, Sequence
from contextlib import suppress
from pathlib import Path

from itdesk.diagnostics.base import NotAvailable
from itdesk.diagnostics.text_file import read_text
from itdesk.diagnostics.windows.network import TUNNEL_WORDS
from itdesk.diagnostics.windows.phonebook import parse_phonebook

BOOK = Path("Microsoft", "Network", "Connections", "Pbk", "rasphone.pbk")
STATES = {None: "disconnected", False: "connecting", True: "connected"}
BOOK_BYTES = 512 * 1024


def phonebooks(environment: Mapping[str, str] | None = None) -> list[Path]:
    """Return the phone books of everybody and of this person."""
    environment = os.environ if environment is None else environment
    return [Path(environment[name]) / BOOK for name in ("PROGRAMDATA", "APPDATA") if environment.get(name)]


def read(
    books: Sequence[Path],
    connections: Callable[[], Mapping[str, bool]],
    adapters: Callable[[], Mapping[str, bool]],
) -> dict[str, object]:
    """Return the connections. `connections` are those dialled now, `adapters` all, each with "is up"."""
    dialled: Mapping[str, bool] = {}
    with suppress(NotAvailable):
        dialled = connections()
    known = {
        entry.name: entry.kind for book in books for entry in parse_phonebook(read_text(book, BOOK_BYTES))
    }
    own = [{"name": name, "type": kind, "state": STATES[dialled.get(name)]} for name, kind in known.items()]
    others = [
        {"name": name, "type": kind, "state": "connected" if is_up else "disconnected"}
        for name, is_up in adapters().items()
        if name not in known and (kind := tunnel_kind(name))
    ]
    return {"connections": [*own, *others]}


def tunnel_kind(adapter: str) -> str:
    """Return the word by which an adapter's name is known as a tunnel, "" for another adapter."""
    return next((word.strip("-") for word in TUNNEL_WORDS if word in adapter.lower()), "")


def read_adapters() -> dict[str, bool]:
    """Return of all adapters whether they are up."""
    import psutil

    return {name: state.isup for name, state in psutil.net_if_stats().items()}
