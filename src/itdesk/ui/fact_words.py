"""Facts about a computer in words: the names of cards, long and short, and what each piece says."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import timedelta
from math import isfinite

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication

from itdesk.diagnostics.cards import Card, Piece
from itdesk.ui.times import bytes_text, duration_text

LONGEST_S = 1e9


@dataclass(frozen=True)
class CardWords:
    """How a card is shown: its icon, its name, and its name for a narrow column."""

    icon: str
    name: object
    short: object


CARDS = {
    "computer": CardWords(
        "computer", QT_TRANSLATE_NOOP("Facts", "Computer"), QT_TRANSLATE_NOOP("Facts", "Computer")
    ),
    "system": CardWords(
        "settings", QT_TRANSLATE_NOOP("Facts", "System"), QT_TRANSLATE_NOOP("Facts", "System")
    ),
    "person": CardWords(
        "person", QT_TRANSLATE_NOOP("Facts", "Who is signed in here"), QT_TRANSLATE_NOOP("Facts", "Signed in")
    ),
    "network": CardWords(
        "network", QT_TRANSLATE_NOOP("Facts", "Network"), QT_TRANSLATE_NOOP("Facts", "Network")
    ),
    "memory": CardWords(
        "memory", QT_TRANSLATE_NOOP("Facts", "Memory and processor"), QT_TRANSLATE_NOOP("Facts", "Memory")
    ),
    "disks": CardWords("disk", QT_TRANSLATE_NOOP("Facts", "Disks"), QT_TRANSLATE_NOOP("Facts", "Disks")),
    "foreground": CardWords(
        "app", QT_TRANSLATE_NOOP("Facts", "Program in front"), QT_TRANSLATE_NOOP("Facts", "Program")
    ),
    "other": CardWords(
        "more", QT_TRANSLATE_NOOP("Facts", "Other facts"), QT_TRANSLATE_NOOP("Facts", "Other")
    ),
}
"""By the card's key, in the order in which they are shown."""

KINDS = {
    "wired": QT_TRANSLATE_NOOP("Facts", "cable"),
    "wireless": QT_TRANSLATE_NOOP("Facts", "Wi-Fi"),
    "mobile": QT_TRANSLATE_NOOP("Facts", "mobile network"),
    "console": QT_TRANSLATE_NOOP("Facts", "at the computer"),
    "remote": QT_TRANSLATE_NOOP("Facts", "from another computer"),
    "text": QT_TRANSLATE_NOOP("Facts", "without windows"),
}
"""What `network_kind` and `session_kind` say, in words."""
KIND_KEYS = frozenset({"network_kind", "session_kind"})

FLAGS = {
    "pending_restart": QT_TRANSLATE_NOOP("Facts", "wants to restart"),
    "connected": QT_TRANSLATE_NOOP("Facts", "not connected"),
    "vpn": QT_TRANSLATE_NOOP("Facts", "VPN"),
    "server_reached": QT_TRANSLATE_NOOP("Facts", "the server cannot be reached"),
}
"""What is said by being there at all."""

MEASURED: dict[str, Callable[[float], str]] = {
    "uptime_s": lambda seconds: duration_text(timedelta(seconds=min(seconds, LONGEST_S))),
    "total_bytes": lambda count: bytes_text(int(count)),
    "free_bytes": lambda count: said(QT_TRANSLATE_NOOP("Facts", "{size} free")).format(
        size=bytes_text(int(count))
    ),
    "used_percent": lambda share: said(QT_TRANSLATE_NOOP("Facts", "{percent} % used")).format(
        percent=round(share)
    ),
}


def card_name(key: str) -> str:
    """Return the name of a card."""
    return said(CARDS.get(key, CARDS["other"]).name)


def short_name(key: str) -> str:
    """Return the name of a card in a narrow column."""
    return said(CARDS.get(key, CARDS["other"]).short)


def card_line(card: Card) -> str:
    """Return the card's one line; a card that failed says so."""
    return failed_words() if card.failed else joined(sentence_of(piece) for piece in card.pieces)


def failed_words() -> str:
    """Return what stands in place of facts that no probe could find out."""
    return said(QT_TRANSLATE_NOOP("Facts", "could not be found out"))


def sentence_of(piece: Piece) -> str:
    """Return a piece that stands under no name of its own."""
    words = piece_words(piece)
    if piece.key == "uptime_s" and words:
        return said(QT_TRANSLATE_NOOP("Facts", "running for {time}")).format(time=words)
    return words


def piece_words(piece: Piece) -> str:
    """Return what one piece says. Foreign text is brought into one line."""
    if piece.key in FLAGS:
        return said(FLAGS[piece.key])
    text, value = " ".join(str(piece.value).split()), piece.value
    if piece.key in KIND_KEYS:
        return said(KINDS[text]) if text in KINDS else text
    if piece.key in MEASURED and isinstance(value, int | float) and isfinite(value):
        return MEASURED[piece.key](value)
    return text


def joined(texts: Iterable[str]) -> str:
    """Return what was said in one line."""
    return " · ".join(text for text in texts if text)


def said(source: object) -> str:
    """Return a text of these tables in the person's language."""
    return QCoreApplication.translate("Facts", str(source))
