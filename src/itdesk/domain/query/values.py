"""Reads the values of fields: choices, people, numbers, dates, and their ranges."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta

from itdesk.domain.query.faults import BadQuery, Fault
from itdesk.domain.query.fields import FIELDS, ME, NONE, Field, Kind
from itdesk.domain.query.terms import Chosen, Condition, Created, Numbered
from itdesk.domain.tokeniser import fold, tokens

DAY = timedelta(days=1)
COMPARED = re.compile(r"(>=|<=|>|<|=)(.*)", re.DOTALL)
RANGE = re.compile(r"(.*?)\.\.(.*)", re.DOTALL)
TICKET_NUMBER = re.compile(r"(?:it-?|#)?(\d{1,15})", re.ASCII)
DATE = re.compile(r"(\d{4})(?:-(\d{1,2}))?(?:-(\d{1,2}))?", re.ASCII)
YEARS = range(1971, 3000)
DAYS_AGO = {"today": 0, "dzis": 0, "dzisiaj": 0, "yesterday": 1, "wczoraj": 1}


@dataclass(frozen=True)
class Piece:
    """Words or one value, from `start` to `end` in the text; quotation marks and star taken off."""

    text: str
    start: int
    end: int
    is_quoted: bool = False
    is_open: bool = False
    """Whether the closing quotation mark is missing."""
    has_star: bool = False


@dataclass(frozen=True)
class _Bounds:
    """What was typed of a range: `None` is no bound. `>a` excludes `a`."""

    low: str | None
    high: str | None
    excludes_low: bool = False
    excludes_high: bool = False


def conditions_of(name: str, piece: Piece, today: date) -> tuple[Condition, ...]:
    """Return the conditions of which one must hold for this value of the field. Raises BadQuery."""
    field = FIELDS[name]
    bounds = None if piece.is_quoted else _bounds(piece.text)
    if bounds is not None and not field.has_order:
        ordered = ", ".join(one.name for one in FIELDS.values() if one.has_order)
        raise _bad(Fault.NO_RANGE, field, piece, known=ordered)
    match field.kind:
        case Kind.NUMBER:
            return (_numbers(field, piece, bounds),)
        case Kind.DATE:
            return (_days(field, piece, bounds, today),)
        case Kind.SCALE:
            return (_scale(field, piece, bounds),)
        case Kind.CHOICE:
            return (Chosen(field=name, values=_choices(field, piece, piece.text)),)
    return (Chosen(field=name, values=(_text(field, piece),)),)


def _bad(fault: Fault, field: Field, piece: Piece, *, value: str = "", known: str = "") -> BadQuery:
    shown = (value or piece.text)[:30]
    return BadQuery(fault, piece.start, piece.end, field=field.name, value=shown, known=known)


def _bounds(text: str) -> _Bounds | None:
    if found := COMPARED.fullmatch(text):
        sign, value = found[1], found[2]
        if sign == "=":
            return _Bounds(value, value)
        if sign.startswith(">"):
            return _Bounds(value, None, excludes_low=sign == ">")
        return _Bounds(None, value, excludes_high=sign == "<")
    if found := RANGE.fullmatch(text):
        return _Bounds(found[1] or None, found[2] or None)
    return None


def _text(field: Field, piece: Piece) -> str:
    """Return the words of a name: `me` and `none` in one form, others folded."""
    words = " ".join(tokens(piece.text))
    if not words:
        raise _bad(Fault.VALUE_MISSING, field, piece)
    if piece.is_quoted or field.kind is Kind.TAG:
        return words
    if words in ME and field.kind is Kind.PERSON:
        return "@me"
    return "@none" if words in NONE else words


def _choices(field: Field, piece: Piece, text: str) -> tuple[str, ...]:
    found = field.named(text)
    if not found:
        raise _bad(Fault.UNKNOWN_VALUE, field, piece, value=text, known=", ".join(field.values))
    return found


def _scale(field: Field, piece: Piece, bounds: _Bounds | None) -> Chosen:
    def step_of(text: str) -> int:
        return list(field.values).index(_choices(field, piece, text)[0])

    if bounds is None:
        return Chosen(field=field.name, values=_choices(field, piece, piece.text))
    first, last = _ends(piece, bounds, step_of, field)
    steps = list(field.values)[first if first is not None else 0 : None if last is None else last + 1]
    return Chosen(field=field.name, values=tuple(steps))


def _numbers(field: Field, piece: Piece, bounds: _Bounds | None) -> Numbered:
    def number_of(text: str) -> int:
        found = TICKET_NUMBER.fullmatch(fold(text))
        if not found:
            raise _bad(Fault.NOT_A_NUMBER, field, piece, value=text, known=field.example)
        return int(found[1])

    first, last = _ends(piece, bounds or _Bounds(piece.text, piece.text), number_of, field)
    return Numbered(first=first, last=last)


def _ends(
    piece: Piece, bounds: _Bounds, value_of: Callable[[str], int], field: Field
) -> tuple[int | None, int | None]:
    """Return the first and the last value that belong to the range."""
    if bounds.low is None and bounds.high is None:
        raise _bad(Fault.VALUE_MISSING, field, piece)
    low = None if bounds.low is None else value_of(bounds.low) + bounds.excludes_low
    high = None if bounds.high is None else value_of(bounds.high) - bounds.excludes_high
    if None not in (bounds.low, bounds.high) and low is not None and high is not None and low > high:
        raise _bad(Fault.RANGE_BACKWARDS, field, piece)
    return low, high


def _days(field: Field, piece: Piece, bounds: _Bounds | None, today: date) -> Created:
    def span_of(text: str) -> tuple[date, date]:
        span = _span(text, today)
        if span is None:
            raise _bad(Fault.NOT_A_DATE, field, piece, value=text, known=field.example)
        return span

    bounds = bounds or _Bounds(piece.text, piece.text)
    if bounds.low is None and bounds.high is None:
        raise _bad(Fault.VALUE_MISSING, field, piece)
    since = None if bounds.low is None else span_of(bounds.low)[bounds.excludes_low]
    until = None if bounds.high is None else span_of(bounds.high)[not bounds.excludes_high]
    if since is not None and until is not None and since >= until:
        raise _bad(Fault.RANGE_BACKWARDS, field, piece)
    return Created(since=since, until=until)


def _span(text: str, today: date) -> tuple[date, date] | None:
    """Return the first day of a day, month or year, and the day after its last; nothing beyond `YEARS`."""
    ago = DAYS_AGO.get(fold(text))
    if ago is not None:
        return today - ago * DAY, today - (ago - 1) * DAY
    found = DATE.fullmatch(text)
    if not found:
        return None
    year, month, day = (int(part or 0) for part in found.groups())
    if year not in YEARS:
        return None
    try:
        if found[3]:
            return date(year, month, day), date(year, month, day) + DAY
        if found[2]:
            return date(year, month, 1), date(year + month // 12, month % 12 + 1, 1)
        return date(year, 1, 1), date(year + 1, 1, 1)
    except ValueError:
        return None
