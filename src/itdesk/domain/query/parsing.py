"""Reads a query that a person typed."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from itdesk.domain.query.faults import BadQuery, Fault
from itdesk.domain.query.fields import FIELDS
from itdesk.domain.query.terms import Query, Term, Words
from itdesk.domain.query.values import Piece, conditions_of
from itdesk.domain.tokeniser import fold, tokens

QUERY_CHARS = 500
TERMS = 24
BEGINNING_CHARS = 2
"""A single letter begins half of all words."""

QUOTES = str.maketrans(dict.fromkeys("„”“«»", '"'))
FIELD = re.compile(r"([^\W\d_]+):")
BEGINS_A_VALUE = re.compile(r'[\w"<>=.@]')
NUMBER = re.compile(r"(?:it )?(\d{1,15})")


@dataclass(frozen=True)
class _Raw:
    """One term as it stands in the text, from `start` to `end`."""

    start: int
    end: int
    is_negated: bool
    field: str
    """As typed, or nothing for words."""
    pieces: tuple[Piece, ...]


def parse(text: str, *, today: date, unfinished: bool = False) -> Query:
    """Return the query in `text`. Raises BadQuery.

    With `unfinished` somebody is still typing: the last word may be only its beginning, and a last term that
    cannot be read yet is left out.
    """
    if len(text) > QUERY_CHARS:
        raise BadQuery(Fault.TOO_LONG, QUERY_CHARS, len(text), limit=str(QUERY_CHARS))
    terms = tuple(_terms(text.translate(QUOTES), today, unfinished=unfinished))
    if not terms and text.strip() and not unfinished:
        raise BadQuery(Fault.NOTHING_TO_SEARCH, 0, len(text))
    return Query(terms=terms, number=_number_in(text), today=today)


def _terms(text: str, today: date, *, unfinished: bool) -> Iterator[Term]:
    count = position = 0
    while (position := _skip_blanks(text, position)) < len(text):
        start = position
        try:
            raw = _scan(text, start, unfinished=unfinished)
            term = _term(raw, today, is_last=unfinished and raw.end == len(text))
        except BadQuery as error:
            if unfinished and error.end == len(text):
                return
            raise
        position = raw.end
        if term is not None:
            count += len(raw.pieces)
            if count > TERMS:
                raise BadQuery(Fault.TOO_MANY_TERMS, start, len(text) + 1, limit=str(TERMS))
            yield term


def _number_in(text: str) -> int | None:
    """Return the ticket number if the text is one: `1042`, `IT-1042`, `it 1042`."""
    found = NUMBER.fullmatch(" ".join(tokens(text)))
    return int(found[1]) if found and found[1].isascii() else None


def _skip_blanks(text: str, position: int) -> int:
    while position < len(text) and text[position].isspace():
        position += 1
    return position


# --- cutting into terms -------------------------------------------------------------------------------------


def _scan(text: str, start: int, *, unfinished: bool) -> _Raw:
    is_negated = text[start] == "-"
    position = start + is_negated
    found = FIELD.match(text, position)
    name = found[1] if found else ""
    if found and fold(name) in FIELDS:
        pieces, end = _scan_values(text, found.end(), unfinished=unfinished)
        if not pieces:
            raise BadQuery(Fault.VALUE_MISSING, start, end, field=fold(name))
        return _Raw(start, end, is_negated, fold(name), pieces)
    if found and BEGINS_A_VALUE.match(text, found.end()):
        end = _end_of_run(text, position)
        raise BadQuery(Fault.UNKNOWN_FIELD, start, end, field=name, known=", ".join(FIELDS))
    piece = _scan_piece(text, position, ends_at='"', unfinished=unfinished)
    return _Raw(start, max(piece.end, position), is_negated, "", (piece,))


def _scan_values(text: str, position: int, *, unfinished: bool) -> tuple[tuple[Piece, ...], int]:
    """Return the values after the colon, which commas divide, and where they end."""
    pieces = []
    while True:
        piece = _scan_piece(text, position, ends_at=',"', unfinished=unfinished)
        position = piece.end
        if piece.text:
            pieces.append(piece)
        if position >= len(text) or text[position] != ",":
            return tuple(pieces), position
        position += 1


def _scan_piece(text: str, start: int, *, ends_at: str, unfinished: bool) -> Piece:
    """Return what stands in quotation marks from here on, or up to the next blank or one of `ends_at`."""
    if start < len(text) and text[start] == '"':
        end = text.find('"', start + 1)
        if end < 0 and not unfinished:
            shown = text[start + 1 : start + 31]
            raise BadQuery(Fault.QUOTE_NOT_CLOSED, start, len(text), value=shown)
        inner = text[start + 1 : end if end >= 0 else len(text)]
        after = end + 1 if end >= 0 else len(text)
        has_star = text[after : after + 1] == "*"
        return Piece(inner, start, after + has_star, is_quoted=True, is_open=end < 0, has_star=has_star)
    end = _end_of_run(text, start, ends_at)
    run = text[start:end]
    return Piece(run.rstrip("*"), start, end, has_star=run.endswith("*"))


def _end_of_run(text: str, position: int, ends_at: str = "") -> int:
    while position < len(text) and not text[position].isspace() and text[position] not in ends_at:
        position += 1
    return position


# --- reading one term ---------------------------------------------------------------------------------------


def _term(raw: _Raw, today: date, *, is_last: bool) -> Term | None:
    """Return what the term means; nothing when there is no letter or digit in it."""
    if raw.field:
        any_of = tuple(one for piece in raw.pieces for one in conditions_of(raw.field, piece, today))
        return Term(any_of=any_of, is_negated=raw.is_negated)
    words = _words(raw.pieces[0], is_unfinished=is_last and not raw.is_negated)
    return None if words is None else Term(any_of=(words,), is_negated=raw.is_negated)


def _words(piece: Piece, *, is_unfinished: bool) -> Words | None:
    found = tuple(tokens(piece.text))
    if not found:
        return None
    is_long = len(found[-1]) >= BEGINNING_CHARS
    if piece.has_star and not is_long:
        limit = str(BEGINNING_CHARS)
        raise BadQuery(Fault.BEGINNING_TOO_SHORT, piece.start, piece.end, value=f"{piece.text}*", limit=limit)
    goes_on = is_unfinished and (piece.is_open or not piece.is_quoted) and _may_go_on(piece.text)
    if goes_on and not is_long and not found[-1].isdecimal():
        return Words(tokens=found[:-1]) if found[:-1] else None
    return Words(tokens=found, is_beginning=piece.has_star or (goes_on and is_long))


def _may_go_on(text: str) -> bool:
    """Tell whether the text ends within a word: after a full stop it is whole."""
    return bool(text) and bool(tokens(text[-1]))
