"""What changed on a computer, in one line: "display driver 31.0 → 32.0"."""

from collections.abc import Mapping
from datetime import timedelta

from PySide6.QtCore import QT_TRANSLATE_NOOP

from itdesk.diagnostics.base import Field, Kind
from itdesk.diagnostics.declarations import declarations
from itdesk.ui.card_words import said
from itdesk.ui.field_words import field_name, is_number, value_words
from itdesk.ui.times import duration_text

ADDED = QT_TRANSLATE_NOOP("Facts", "{what}: {name}, new")
REMOVED = QT_TRANSLATE_NOOP("Facts", "{what}: {name}, removed")
CHANGED = QT_TRANSLATE_NOOP("Facts", "{what}: {before} → {after}")
BEFORE = QT_TRANSLATE_NOOP("Facts", "{time} before: {change}")
LONGEST_MIN = 1e7


def change_words(change: Mapping[str, object]) -> str:
    """Return one change, a row of the probe "changes", in words. All of it may be foreign text."""
    table = _field(change)
    column = next((one for one in table.columns if one.name == change.get("column")), None)
    row = _text(change.get("row"))
    what = change.get("what")
    if what in ("added", "removed"):
        shown = change.get("after") if what == "added" else change.get("before")
        name = " ".join(filter(None, (row, _text(shown) if _text(shown) != row else "")))
        return said(ADDED if what == "added" else REMOVED).format(what=field_name(table), name=name)
    return said(CHANGED).format(
        what=_subject(table, column, row),
        before=_value(column or table, change.get("before")),
        after=_value(column or table, change.get("after")),
    )


def dated_change(change: Mapping[str, object]) -> str:
    """Return one change in words, with how long before the trouble it was."""
    minutes = change.get("minutes_before")
    if not is_number(minutes):
        return change_words(change)
    time = duration_text(timedelta(minutes=min(minutes, LONGEST_MIN)))
    return said(BEFORE).format(time=time, change=change_words(change))


def _subject(table: Field, column: Field | None, row: str) -> str:
    if not row:
        return field_name(table)
    return f"{row}, {field_name(column)}" if column and column.name != "version" else row


def _field(change: Mapping[str, object]) -> Field:
    name = _text(change.get("field"))
    probe = declarations().get(_text(change.get("probe")))
    fields = probe.fields if probe else ()
    return next((field for field in fields if field.name == name), Field(name=name, description=""))


def _value(field: Field, value: object) -> str:
    return value_words(field, _measured(field.kind, value) if isinstance(value, str) else value)


def _measured(kind: Kind, text: str) -> object:
    """Return what the history wrote as text in the field's own kind again, where it is one."""
    if kind is Kind.TRUTH:
        return {"true": True, "false": False}.get(text, text)
    try:
        return float(text) if kind is Kind.NUMBER else text
    except ValueError:
        return text


def _text(value: object) -> str:
    return "" if value is None else " ".join(str(value).split())
