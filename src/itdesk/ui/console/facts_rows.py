"""The facts about a computer as rows of the side panel: a short name, a value, whether it is broken."""

from collections.abc import Iterator
from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication

from itdesk.diagnostics.cards import Card
from itdesk.ui.card_words import short_name
from itdesk.ui.fact_words import card_line, joined, piece_words

ELSEWHERE = ("changes", "checks")
"""Cards that the side panel shows in a place of their own."""


@dataclass(frozen=True)
class FactRow:
    """One row."""

    name: str
    value: str
    is_bad: bool = False


def facts_rows(cards: tuple[Card, ...]) -> tuple[FactRow, ...]:
    """Return the rows of all cards. Values are foreign text."""
    shown = (card for card in cards if card.key not in ELSEWHERE)
    return tuple(row for card in shown for row in rows_of(card) if row.value)


def rows_of(card: Card) -> Iterator[FactRow]:
    """Return the rows of one card."""
    if card.failed:
        yield FactRow(short_name(card.key), card_line(card))
    elif card.key == "computer":
        yield from computer_rows(card)
    elif card.key == "system":
        yield from system_rows(card)
    elif card.key == "memory":
        yield FactRow(short_name("memory"), line(card, "total_bytes", "used_percent"), card.alarm)
        yield FactRow(QCoreApplication.translate("FactRow", "Processor"), line(card, "processor"))
    else:
        yield FactRow(short_name(card.key), line(card, *(piece.key for piece in card.pieces)), card.alarm)


def computer_rows(card: Card) -> Iterator[FactRow]:
    """Return the name and the model of the computer."""
    yield FactRow(QCoreApplication.translate("FactRow", "Name"), line(card, "name"))
    model = " ".join(text for key in ("manufacturer", "model") if (text := line(card, key)))
    yield FactRow(QCoreApplication.translate("FactRow", "Model"), model)


def system_rows(card: Card) -> Iterator[FactRow]:
    """Return the system, and since when it runs."""
    system = " ".join(text for key in ("system", "version") if (text := line(card, key)))
    yield FactRow(short_name("system"), system)
    yield FactRow(QCoreApplication.translate("FactRow", "Running"), line(card, "uptime_s"))
    restart = line(card, "pending_restart")
    yield FactRow(QCoreApplication.translate("FactRow", "Restart"), restart, is_bad=card.alarm)


def line(card: Card, *keys: str) -> str:
    """Return the pieces of these names in one line; a name may come more than once."""
    return joined(piece_words(piece) for piece in card.pieces if piece.key in keys)
