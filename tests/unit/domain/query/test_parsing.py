"""A query is read as it was meant, or told what is wrong and where."""

from datetime import date

import pytest
from hypothesis import example, given
from hypothesis import strategies as some

from itdesk.domain.query.faults import SENTENCES, BadQuery, Fault
from itdesk.domain.query.fields import FIELDS
from itdesk.domain.query.parsing import QUERY_CHARS, TERMS, parse
from itdesk.domain.query.terms import Chosen, Condition, Created, Numbered, Query, Words

TODAY = date(2026, 3, 1)


def read(text: str, *, unfinished: bool = False) -> Query:
    return parse(text, today=TODAY, unfinished=unfinished)


def read_or_told(text: str, *, unfinished: bool) -> tuple[Query, BadQuery | None]:
    try:
        return read(text, unfinished=unfinished), None
    except BadQuery as error:
        return Query(), error


def conditions(text: str, *, unfinished: bool = False) -> list[Condition]:
    return [one for term in read(text, unfinished=unfinished).terms for one in term.any_of]


def words(*tokens: str, is_beginning: bool = False) -> Words:
    return Words(tokens=tokens, is_beginning=is_beginning)


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("Łącze", [words("lacze")]),
        ("łącze  nie\tdziała", [words("lacze"), words("nie"), words("dziala")]),
        ("Wi-Fi", [words("wi", "fi")]),
        ("jan.kowalski@firma.pl", [words("jan", "kowalski", "firma", "pl")]),
        ('"nie działa" drukarka', [words("nie", "dziala"), words("drukarka")]),
        ("„nie działa”", [words("nie", "dziala")]),
        ("druk*", [words("druk", is_beginning=True)]),
        ('"nie dzia"*', [words("nie", "dzia", is_beginning=True)]),
        (
            "http://intranet 10:30 C:\\temp",
            [words("http", "intranet"), words("10", "30"), words("c", "temp")],
        ),
        ("Error: disk", [words("error"), words("disk")]),
        ("a - b", [words("a"), words("b")]),
        ("status:open", [Chosen(field="status", values=("open",))]),
        ("STATUS:Zamknięte", [Chosen(field="status", values=("closed",))]),
        ('status:"w toku"', [Chosen(field="status", values=("open",))]),
        (
            "status:new,pending",
            [Chosen(field="status", values=("new",)), Chosen(field="status", values=("pending",))],
        ),
        ("priority:1..2", [Chosen(field="priority", values=("1", "2"))]),
        ("priority:>=P3", [Chosen(field="priority", values=("3", "4", "5"))]),
        ("priority:critical", [Chosen(field="priority", values=("1",))]),
        ("priority:<1", [Chosen(field="priority", values=())]),
        ("category:failure", [Chosen(field="category", values=("software_failure", "hardware_failure"))]),
        ("assignee:me", [Chosen(field="assignee", values=("@me",))]),
        ("assignee:nikt", [Chosen(field="assignee", values=("@none",))]),
        ('assignee:"me"', [Chosen(field="assignee", values=("me",))]),
        ('requester:"Jan Kowalski"', [Chosen(field="requester", values=("jan kowalski",))]),
        ("queue:none", [Chosen(field="queue", values=("@none",))]),
        ("tag:VPN", [Chosen(field="tag", values=("vpn",))]),
        ("number:1042", [Numbered(first=1042, last=1042)]),
        ("number:IT-1000..1100", [Numbered(first=1000, last=1100)]),
        ("number:>1000", [Numbered(first=1001)]),
        ("created:>2026-01-01", [Created(since=date(2026, 1, 2))]),
        ("created:>=2026-01-01", [Created(since=date(2026, 1, 1))]),
        ("created:<=2025", [Created(until=date(2026, 1, 1))]),
        ("created:<2025-12", [Created(until=date(2025, 12, 1))]),
        ("created:2025-12", [Created(since=date(2025, 12, 1), until=date(2026, 1, 1))]),
        ("created:2026-01..", [Created(since=date(2026, 1, 1))]),
        ("created:2025-12..2026-01-15", [Created(since=date(2025, 12, 1), until=date(2026, 1, 16))]),
        ("created:today", [Created(since=TODAY, until=date(2026, 3, 2))]),
        ("created:wczoraj", [Created(since=date(2026, 2, 28), until=TODAY)]),
    ],
)
def test_what_is_typed_is_what_is_meant(text: str, meant: list[Condition]) -> None:
    assert conditions(text) == meant


def test_a_minus_excludes() -> None:
    terms = read('-druk* -"nie działa" -status:closed e-mail').terms
    assert [term.is_negated for term in terms] == [True, True, True, False]


@pytest.mark.parametrize("text", ["1042", "IT-1042", "it 1042", "#1042"])
def test_a_number_alone_names_its_ticket(text: str) -> None:
    assert read(text).number == 1042


@pytest.mark.parametrize("text", ["1042 drukarka", "IT-1042x", "1042 1043", "9" * 16])
def test_more_than_a_number_names_none(text: str) -> None:
    assert read(text).number is None


@pytest.mark.parametrize(
    ("text", "fault", "meant"),
    [
        ("x" * (QUERY_CHARS + 1), Fault.TOO_LONG, "x"),
        (" ".join("a" * (TERMS + 1)), Fault.TOO_MANY_TERMS, "a"),
        ("status:" + ",".join(["open"] * (TERMS + 1)), Fault.TOO_MANY_TERMS, None),
        ("-", Fault.NOTHING_TO_SEARCH, "-"),
        ('a "nie działa', Fault.QUOTE_NOT_CLOSED, '"nie działa'),
        ("nie d*", Fault.BEGINNING_TOO_SHORT, "d*"),
        ("a staus:open b", Fault.UNKNOWN_FIELD, "staus:open"),
        ("a status: b", Fault.VALUE_MISSING, "status:"),
        ("number:..", Fault.VALUE_MISSING, ".."),
        ("assignee:-", Fault.VALUE_MISSING, "-"),
        ("a status:opne b", Fault.UNKNOWN_VALUE, "opne"),
        ("status:open,opne", Fault.UNKNOWN_VALUE, "opne"),
        ("priority:6", Fault.UNKNOWN_VALUE, "6"),
        ("number:many", Fault.NOT_A_NUMBER, "many"),
        ("created:soon", Fault.NOT_A_DATE, "soon"),
        ("created:2026-02-30", Fault.NOT_A_DATE, "2026-02-30"),
        ("created:>0001", Fault.NOT_A_DATE, ">0001"),
        ("created:9999-12-31", Fault.NOT_A_DATE, "9999-12-31"),
        ("status:>open", Fault.NO_RANGE, ">open"),
        ("assignee:a..b", Fault.NO_RANGE, "a..b"),
        ("priority:3..1", Fault.RANGE_BACKWARDS, "3..1"),
        ("number:20..10", Fault.RANGE_BACKWARDS, "20..10"),
        ("created:2026..2025", Fault.RANGE_BACKWARDS, "2026..2025"),
    ],
)
def test_what_is_wrong_is_said_with_its_place(text: str, fault: Fault, meant: str | None) -> None:
    with pytest.raises(BadQuery) as told:
        read(text)
    error = told.value
    assert error.fault is fault
    assert meant is None or text[error.start : error.end] == meant
    assert str(error) == error.sentence()
    assert "{" not in str(error)


def test_every_fault_has_a_sentence() -> None:
    assert set(SENTENCES) == set(Fault)


def test_an_unknown_field_is_told_the_known_ones() -> None:
    with pytest.raises(BadQuery, match=", ".join(FIELDS)):
        read("staus:open")


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("dru", [words("dru", is_beginning=True)]),
        ("d", []),
        ("windows 1", [words("windows"), words("1")]),
        ("druk ", [words("druk")]),
        ("nie dru", [words("nie"), words("dru", is_beginning=True)]),
        ("wi-f", [words("wi")]),
        ("wi-fi", [words("wi", "fi", is_beginning=True)]),
        ('"nie dzia', [words("nie", "dzia", is_beginning=True)]),
        ('"nie działa"', [words("nie", "dziala")]),
        ("druk -", [words("druk")]),
        ("druk sta", [words("druk"), words("sta", is_beginning=True)]),
        ("druk status:", [words("druk")]),
        ("druk status:op", [words("druk")]),
        ("druk status:open", [words("druk"), Chosen(field="status", values=("open",))]),
        ("druk created:202", [words("druk")]),
        ("druk d*", [words("druk")]),
        ("-kot", [words("kot")]),
        ("", []),
        ("   ", []),
    ],
)
def test_what_is_still_being_typed_is_not_complained_of(typed: str, meant: list[Condition]) -> None:
    assert conditions(typed, unfinished=True) == meant


def test_what_was_left_behind_is_complained_of_while_typing_goes_on() -> None:
    with pytest.raises(BadQuery):
        read("status:opne druk", unfinished=True)


@given(some.text(max_size=40) | some.text(alphabet='ab1:"-*.,<>=  st', max_size=30))
@example('"')
@example('status:"')
@example("number:1..")
@example("created:=")
def test_any_text_is_read_or_refused_within_itself(text: str) -> None:
    for unfinished in (True, False):
        query, error = read_or_told(text, unfinished=unfinished)
        assert error is None or 0 <= error.start <= error.end <= len(text) + 1
        assert all(term.any_of for term in query.terms)


@given(some.text(max_size=30))
def test_typing_on_never_breaks_what_could_be_read(text: str) -> None:
    """Each text on the way to a good query is either good, or has only its last term left out."""
    try:
        read(text)
    except BadQuery:
        return
    for end in range(len(text)):
        read(text[:end], unfinished=True)
