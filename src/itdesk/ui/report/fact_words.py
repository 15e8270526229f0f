"""Facts in words: the names of cards, and the one line that each of them says."""

from collections.abc import Callable
from datetime import timedelta

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication

from itdesk.diagnostics.cards import Card, Piece
from itdesk.ui.times import bytes_text, duration_text

CARDS = {
    "computer": ("computer", QT_TRANSLATE_NOOP("Facts", "Computer")),
    "system": ("settings", QT_TRANSLATE_NOOP("Facts", "System")),
    "person": ("person", QT_TRANSLATE_NOOP("Facts", "Who is signed in here")),
    "network": ("network", QT_TRANSLATE_NOOP("Facts", "Network")),
    "memory": ("memory", QT_TRANSLATE_NOOP("Facts", "Memory and processor")),
    "disks": ("disk", QT_TRANSLATE_NOOP("Facts", "Disks")),
    "foreground": ("app", QT_TRANSLATE_NOOP("Facts", "Program in front")),
    "other": ("more", QT_TRANSLATE_NOOP("Facts", "Other facts")),
}
"""Icon and name by the card's key, in the order in which they are shown."""

KINDS = {
    "wired": QT_TRANSLATE_NOOP("Facts", "cable"),
    "wireless": QT_TRANSLATE_NOOP("Facts", "Wi-Fi"),
    "mobile": QT_TRANSLATE_NOOP("Facts", "mobile network"),
    "console": QT_TRANSLATE_NOOP("Facts", "at the computer"),
    "remote": QT_TRANSLATE_NOOP("Facts", "from another computer"),
    "text": QT_TRANSLATE_NOOP("Facts", "without windows"),
}


def card_name(key: str) -> str:
    """Return the name of a card."""
    return _said(CARDS[key][1])


def card_line(card: Card) -> str:
    """Return the card's one line; a card that failed says so."""
    if card.failed:
        return _said(QT_TRANSLATE_NOOP("Facts", "could not be found out"))
    said = (_piece_text(piece) for piece in card.pieces)
    return " · ".join(text for text in said if text)


def _piece_text(piece: Piece) -> str:
    number = piece.value if isinstance(piece.value, int | float) else 0
    words: dict[str, Callable[[], str]] = {
        "uptime_s": lambda: _with(
            QT_TRANSLATE_NOOP("Facts", "running for {time}"), time=duration_text(timedelta(seconds=number))
        ),
        "pending_restart": lambda: _said(QT_TRANSLATE_NOOP("Facts", "wants to restart")),
        "connected": lambda: _said(QT_TRANSLATE_NOOP("Facts", "not connected")),
        "vpn": lambda: "VPN",
        "total_bytes": lambda: bytes_text(int(number)),
        "used_percent": lambda: _with(
            QT_TRANSLATE_NOOP("Facts", "{percent} % used"), percent=str(round(number))
        ),
        "free_bytes": lambda: _with(QT_TRANSLATE_NOOP("Facts", "{size} free"), size=bytes_text(int(number))),
    }
    if piece.key in words:
        return words[piece.key]()
    text = str(piece.value)
    return _said(KINDS[text]) if text in KINDS else text


def _said(source: object) -> str:
    return QCoreApplication.translate("Facts", str(source))


def _with(source: object, **values: str) -> str:
    return _said(source).format(**values)
