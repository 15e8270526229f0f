"""What a card of facts says in its one line: each piece in words."""

from collections.abc import Callable, Iterable, Mapping
from datetime import timedelta

from PySide6.QtCore import QT_TRANSLATE_NOOP

from itdesk.diagnostics.card_lines import Piece
from itdesk.diagnostics.cards import Card
from itdesk.ui.card_words import said
from itdesk.ui.change_words import dated_change
from itdesk.ui.field_words import choice_words, is_number, moment_words
from itdesk.ui.finding_words import finding_words
from itdesk.ui.reason_words import reason_words
from itdesk.ui.times import bytes_text, duration_text

LONGEST_S = 1e9

CHOICES = frozenset({"network_kind", "session_kind", "printer_state", "vpn_state", "disk_health"})
"""Pieces whose value is a code that a field declares."""

FLAGS = {
    "pending_restart": QT_TRANSLATE_NOOP("Facts", "wants to restart"),
    "connected": QT_TRANSLATE_NOOP("Facts", "not connected"),
    "vpn": QT_TRANSLATE_NOOP("Facts", "VPN"),
    "server_reached": QT_TRANSLATE_NOOP("Facts", "the server cannot be reached"),
    "plugged": QT_TRANSLATE_NOOP("Facts", "on mains power"),
    "antivirus_off": QT_TRANSLATE_NOOP("Facts", "antivirus is off"),
    "antivirus_old": QT_TRANSLATE_NOOP("Facts", "antivirus is out of date"),
    "firewall_on": QT_TRANSLATE_NOOP("Facts", "firewall on"),
    "firewall_off": QT_TRANSLATE_NOOP("Facts", "firewall off"),
    "disk_encrypted_on": QT_TRANSLATE_NOOP("Facts", "disk encrypted"),
    "disk_encrypted_off": QT_TRANSLATE_NOOP("Facts", "disk not encrypted"),
    "no_trouble": QT_TRANSLATE_NOOP("Facts", "none"),
    "print_service_stopped": QT_TRANSLATE_NOOP("Facts", "printing is stopped"),
    "no_printer": QT_TRANSLATE_NOOP("Facts", "no printer"),
    "no_remote": QT_TRANSLATE_NOOP("Facts", "none"),
    "no_changes": QT_TRANSLATE_NOOP("Facts", "nothing that was noticed"),
    "muted": QT_TRANSLATE_NOOP("Facts", "muted"),
    "not_connected": QT_TRANSLATE_NOOP("Facts", "not connected"),
    "no_drives": QT_TRANSLATE_NOOP("Facts", "none"),
}
"""What is said by being there at all."""

SENTENCES = {
    "free_bytes": QT_TRANSLATE_NOOP("Facts", "{value} free"),
    "used_percent": QT_TRANSLATE_NOOP("Facts", "{value} % used"),
    "charge_percent": QT_TRANSLATE_NOOP("Facts", "{value} % charged"),
    "health_percent": QT_TRANSLATE_NOOP("Facts", "{value} % of its capacity left"),
    "share_percent": QT_TRANSLATE_NOOP("Facts", "{value} %"),
    "signal_dbm": QT_TRANSLATE_NOOP("Facts", "signal {value} dBm"),
    "screens": QT_TRANSLATE_NOOP("Facts", "screens: {value}"),
    "driver_version": QT_TRANSLATE_NOOP("Facts", "driver {value}"),
    "last_update_at": QT_TRANSLATE_NOOP("Facts", "last {value}"),
    "failed_updates": QT_TRANSLATE_NOOP("Facts", "failed: {value}"),
    "waiting_updates": QT_TRANSLATE_NOOP("Facts", "waiting: {value}"),
    "in_error": QT_TRANSLATE_NOOP("Facts", "error: {value}"),
    "crashed": QT_TRANSLATE_NOOP("Facts", "crashed: {value}"),
    "changes": QT_TRANSLATE_NOOP("Facts", "changes: {value}"),
    "log_entries": QT_TRANSLATE_NOOP("Facts", "lines: {value}"),
    "programs": QT_TRANSLATE_NOOP("Facts", "programs: {value}"),
    "adapters": QT_TRANSLATE_NOOP("Facts", "adapters: {value}"),
    "cameras": QT_TRANSLATE_NOOP("Facts", "cameras: {value}"),
    "usb_devices": QT_TRANSLATE_NOOP("Facts", "devices: {value}"),
}
"""The words around a value."""

MEASURED: dict[str, Callable[[float], str]] = {
    "uptime_s": lambda seconds: duration_text(timedelta(seconds=min(seconds, LONGEST_S))),
    "total_bytes": lambda count: bytes_text(int(count)),
    "free_bytes": lambda count: bytes_text(int(count)),
    "used_percent": lambda share: str(round(share)),
    "charge_percent": lambda share: str(round(share)),
    "health_percent": lambda share: str(round(share)),
    "share_percent": lambda share: str(round(share)),
}
"""How a number is written."""


def card_line(card: Card) -> str:
    """Return the card's one line; a card that failed says why."""
    if card.failed:
        return reason_words(card.reason) or failed_words()
    return joined(sentence_of(piece) for piece in card.pieces)


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
    words = _value(piece.key, piece.value)
    return said(SENTENCES[piece.key]).format(value=words) if piece.key in SENTENCES else words


def _value(key: str, value: object) -> str:
    if isinstance(value, Mapping):
        return finding_words(value) if key == "finding" else dated_change(value)
    text = " ".join(str(value).split())
    if key in CHOICES:
        return choice_words(text)
    if key == "last_update_at":
        return moment_words(text)
    if key in MEASURED and is_number(value):
        return MEASURED[key](value)
    return text


def joined(texts: Iterable[str]) -> str:
    """Return what was said in one line."""
    return " · ".join(text for text in texts if text)
