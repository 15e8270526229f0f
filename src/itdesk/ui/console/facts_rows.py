"""The facts about a computer as rows of the side panel: a short name, a value, whether it is broken."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import timedelta

from PySide6.QtCore import QCoreApplication

from itdesk.diagnostics.cards import Card
from itdesk.ui.times import bytes_text, duration_text


@dataclass(frozen=True)
class FactRow:
    """One row."""

    name: str
    value: str
    is_bad: bool = False


def facts_rows(cards: tuple[Card, ...]) -> tuple[FactRow, ...]:
    """Return the rows of all cards. Values are foreign text."""
    return tuple(row for card in cards for row in rows_of(card) if row.value)


def rows_of(card: Card) -> Iterator[FactRow]:
    """Return the rows of one card."""
    if card.failed:
        yield FactRow(card_name(card.key), QCoreApplication.translate("FactRow", "could not be found out"))
    elif card.key == "computer":
        yield from computer_rows(card)
    elif card.key == "system":
        yield from system_rows(card)
    elif card.key == "memory":
        yield FactRow(card_name("memory"), line(card, "total_bytes", "used_percent"), card.alarm)
        yield FactRow(QCoreApplication.translate("FactRow", "Processor"), line(card, "processor"))
    else:
        yield FactRow(card_name(card.key), line(card, *(piece.key for piece in card.pieces)), card.alarm)


def computer_rows(card: Card) -> Iterator[FactRow]:
    """Return the name and the model of the computer."""
    yield FactRow(QCoreApplication.translate("FactRow", "Name"), line(card, "name"))
    model = " ".join(text for key in ("manufacturer", "model") if (text := line(card, key)))
    yield FactRow(QCoreApplication.translate("FactRow", "Model"), model)


def system_rows(card: Card) -> Iterator[FactRow]:
    """Return the system, and since when it runs."""
    system = " ".join(text for key in ("system", "version") if (text := line(card, key)))
    yield FactRow(card_name("system"), system)
    yield FactRow(QCoreApplication.translate("FactRow", "Running"), line(card, "uptime_s"))
    restart = line(card, "pending_restart")
    yield FactRow(QCoreApplication.translate("FactRow", "Restart"), restart, is_bad=card.alarm)


def card_name(key: str) -> str:
    """Return what a card is called in the narrow column."""
    names = {
        "computer": QCoreApplication.translate("FactRow", "Computer"),
        "system": QCoreApplication.translate("FactRow", "System"),
        "person": QCoreApplication.translate("FactRow", "Signed in"),
        "network": QCoreApplication.translate("FactRow", "Network"),
        "memory": QCoreApplication.translate("FactRow", "Memory"),
        "disks": QCoreApplication.translate("FactRow", "Disks"),
        "foreground": QCoreApplication.translate("FactRow", "Program"),
    }
    return names.get(key, QCoreApplication.translate("FactRow", "Other"))


def line(card: Card, *keys: str) -> str:
    """Return the pieces of these names in one line; a name may come more than once."""
    said = [piece_words(piece.key, piece.value) for piece in card.pieces if piece.key in keys]
    return " · ".join(text for text in said if text)


def piece_words(key: str, value: object) -> str:
    """Return one piece in words."""
    if key in MEASURED and isinstance(value, int | float) and not isinstance(value, bool):
        return MEASURED[key](float(value))
    told = {
        "pending_restart": QCoreApplication.translate("FactRow", "the system waits for it"),
        "connected": QCoreApplication.translate("FactRow", "not connected"),
        "vpn": "VPN",
        "wired": QCoreApplication.translate("FactRow", "cable"),
        "wireless": QCoreApplication.translate("FactRow", "Wi-Fi"),
        "console": QCoreApplication.translate("FactRow", "at the computer"),
        "remote": QCoreApplication.translate("FactRow", "from another computer"),
    }
    return told.get(key) or told.get(str(value)) or " ".join(str(value).split())


MEASURED: dict[str, Callable[[float], str]] = {
    "uptime_s": lambda seconds: duration_text(timedelta(seconds=min(seconds, 1e9))),
    "total_bytes": lambda count: bytes_text(int(count)),
    "free_bytes": lambda count: QCoreApplication.translate("FactRow", "{size} free").format(
        size=bytes_text(int(count))
    ),
    "used_percent": lambda share: QCoreApplication.translate("FactRow", "{percent} % used").format(
        percent=round(share)
    ),
}
