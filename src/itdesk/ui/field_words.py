"""Single facts in words: the name of a field, its value with its unit, the codes that it may be."""

from collections.abc import Mapping
from datetime import UTC, datetime, timedelta
from math import isfinite
from typing import TypeGuard

from PySide6.QtCore import QT_TRANSLATE_NOOP, QLocale

from itdesk.diagnostics.base import Field, Kind
from itdesk.ui.card_words import declared_words, said
from itdesk.ui.times import bytes_text, day_and_time, duration_text

LONGEST_S = 1e9
SHOWN_ROWS = 12

CODES = {
    "wired": QT_TRANSLATE_NOOP("Facts", "cable"),
    "wireless": QT_TRANSLATE_NOOP("Facts", "Wi-Fi"),
    "mobile": QT_TRANSLATE_NOOP("Facts", "mobile network"),
    "vpn": QT_TRANSLATE_NOOP("Facts", "VPN"),
    "console": QT_TRANSLATE_NOOP("Facts", "at the computer"),
    "remote": QT_TRANSLATE_NOOP("Facts", "from another computer"),
    "text": QT_TRANSLATE_NOOP("Facts", "without windows"),
    "x11": "X11",
    "wayland": "Wayland",
    "none": QT_TRANSLATE_NOOP("Facts", "nowhere"),
    "portal": QT_TRANSLATE_NOOP("Facts", "to a sign-in page"),
    "limited": QT_TRANSLATE_NOOP("Facts", "only to the local network"),
    "full": QT_TRANSLATE_NOOP("Facts", "to the internet"),
    "domain": QT_TRANSLATE_NOOP("Facts", "domain"),
    "workgroup": QT_TRANSLATE_NOOP("Facts", "workgroup"),
    "entra": QT_TRANSLATE_NOOP("Facts", "Microsoft Entra"),
    "desktop": QT_TRANSLATE_NOOP("Facts", "desktop"),
    "laptop": QT_TRANSLATE_NOOP("Facts", "laptop"),
    "server": QT_TRANSLATE_NOOP("Facts", "server"),
    "handheld": QT_TRANSLATE_NOOP("Facts", "handheld"),
    "all in one": QT_TRANSLATE_NOOP("Facts", "all in one"),
    "tablet": QT_TRANSLATE_NOOP("Facts", "tablet"),
    "virtual": QT_TRANSLATE_NOOP("Facts", "virtual"),
    "running": QT_TRANSLATE_NOOP("Facts", "running"),
    "stopped": QT_TRANSLATE_NOOP("Facts", "stopped"),
    "usb": "USB",
    "network": QT_TRANSLATE_NOOP("Facts", "network"),
    "other": QT_TRANSLATE_NOOP("Facts", "other"),
    "ready": QT_TRANSLATE_NOOP("Facts", "ready"),
    "printing": QT_TRANSLATE_NOOP("Facts", "printing"),
    "offline": QT_TRANSLATE_NOOP("Facts", "offline"),
    "error": QT_TRANSLATE_NOOP("Facts", "error"),
    "critical": QT_TRANSLATE_NOOP("Facts", "critical"),
    "warning": QT_TRANSLATE_NOOP("Facts", "warning"),
    "ssd": "SSD",
    "hdd": "HDD",
    "nvme": "NVMe",
    "ok": QT_TRANSLATE_NOOP("Facts", "in order"),
    "failing": QT_TRANSLATE_NOOP("Facts", "failing"),
    "unknown": QT_TRANSLATE_NOOP("Facts", "unknown"),
    "connected": QT_TRANSLATE_NOOP("Facts", "connected"),
    "connecting": QT_TRANSLATE_NOOP("Facts", "connecting"),
    "disconnected": QT_TRANSLATE_NOOP("Facts", "disconnected"),
    "added": QT_TRANSLATE_NOOP("Facts", "added"),
    "removed": QT_TRANSLATE_NOOP("Facts", "removed"),
    "changed": QT_TRANSLATE_NOOP("Facts", "changed"),
    "passed": QT_TRANSLATE_NOOP("Facts", "yes"),
    "failed": QT_TRANSLATE_NOOP("Facts", "no"),
    "skipped": QT_TRANSLATE_NOOP("Facts", "skipped"),
    "dns": "DNS",
    "tcp": "TCP",
    "tls": "TLS",
    "ping": "ping",
    "proxy": "proxy",
    "neighbour": QT_TRANSLATE_NOOP("Facts", "by the table of neighbours"),
    "name": QT_TRANSLATE_NOOP("Facts", "the name is not known"),
    "refused": QT_TRANSLATE_NOOP("Facts", "the way is closed"),
    "timeout": QT_TRANSLATE_NOOP("Facts", "no answer in time"),
    "broken": QT_TRANSLATE_NOOP("Facts", "broke off"),
    "proxy_login": QT_TRANSLATE_NOOP("Facts", "the proxy wants a login"),
    "answer": QT_TRANSLATE_NOOP("Facts", "something else answered"),
    "problem": QT_TRANSLATE_NOOP("Facts", "the server reported a fault"),
}
"""What the codes that fields declare say. Names that are the same in every language are not translated."""


def field_name(field: Field) -> str:
    """Return what a field is; what nobody declared keeps its own name."""
    return declared_words(field.description) if field.description else field.name


def choice_words(code: str) -> str:
    """Return what a code says; one that is not known is shown as it is."""
    return said(CODES[code]) if code in CODES else code


def moment_words(text: str) -> str:
    """Return a moment in ISO 8601 as people say it; what is no moment is shown as it is."""
    try:
        at = datetime.fromisoformat(text)
    except ValueError:
        return text
    at = at if at.tzinfo is not None else at.replace(tzinfo=UTC)
    return day_and_time(at, datetime.now(UTC))


def value_words(field: Field, value: object) -> str:
    """Return a value in words; a table in lines. Everything in it may be foreign text."""
    if field.kind is Kind.TABLE and isinstance(value, list):
        return as_lines([row_words(field, row) for row in value if isinstance(row, Mapping)])
    if isinstance(value, list):
        return as_lines([_one(item) for item in value])
    if isinstance(value, bool):
        return said(YES) if value else said(NO)
    if is_number(value):
        return _number(field, value)
    if field.kind is Kind.MOMENT:
        return moment_words(_one(value))
    return choice_words(_one(value)) if field.choices else _one(value)


def is_number(value: object) -> TypeGuard[float]:
    """Tell whether `value` is a number that can be written: no truth, not endless, not beyond all floats."""
    if isinstance(value, bool) or not isinstance(value, int | float):
        return False
    try:
        return isfinite(value)
    except OverflowError:
        return False


def row_words(table: Field, row: Mapping[str, object]) -> str:
    """Return a row of a table in one line."""
    return " · ".join(filter(None, (_cell(column, row.get(column.name)) for column in table.columns)))


def _cell(column: Field, value: object) -> str:
    if value is None or value == "":
        return ""
    if isinstance(value, bool):
        return field_name(column) if value else said(NOT).format(what=field_name(column))
    words = ", ".join(_one(item) for item in value) if isinstance(value, list) else value_words(column, value)
    return f"{field_name(column)} {words}" if isinstance(value, int | float) else words


def _number(field: Field, value: float) -> str:
    match field.unit:
        case "B":
            return bytes_text(int(value))
        case "s":
            return duration_text(timedelta(seconds=min(value, LONGEST_S)))
        case "":
            return QLocale().toString(float(value), "g", 9)
    return f"{QLocale().toString(float(value), 'g', 6)} {field.unit}"


def as_lines(texts: list[str]) -> str:
    """Return the first of these texts, a line each, and how many there are beyond; a word for none."""
    if not texts:
        return said(NOTHING)
    more = len(texts) - SHOWN_ROWS
    rest = [said(AND_MORE).format(count=more)] if more > 0 else []
    return "\n".join([*texts[:SHOWN_ROWS], *rest])


def _one(value: object) -> str:
    """Return foreign text in one line."""
    return " ".join(str(value).split())


YES = QT_TRANSLATE_NOOP("Facts", "yes")
NO = QT_TRANSLATE_NOOP("Facts", "no")
NOT = QT_TRANSLATE_NOOP("Facts", "{what}: no")
NOTHING = QT_TRANSLATE_NOOP("Facts", "none")
AND_MORE = QT_TRANSLATE_NOOP("Facts", "and {count} more")
