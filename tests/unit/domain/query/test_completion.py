"""What is offered while somebody types a search."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from itdesk.domain.query.completion import OFFERED, Vocabulary, completions
from itdesk.domain.query.parsing import parse

KNOWN = Vocabulary(
    people={"mzielinski": "Marek Zieliński", "alis": "Anna Lis"},
    queues=("First line", "Network and access"),
    tags=("vpn", "wi fi"),
)


def pieces(text: str) -> list[str]:
    return [one.piece for one in completions(text, KNOWN)]


@pytest.mark.parametrize(
    ("typed", "offered"),
    [
        ("st", ["status:"]),
        ("printer as", ["assignee:"]),
        ("-ca", ["category:"]),
        ("status:re", ["resolved"]),
        ("status:new,pe", ["pending"]),
        ("status:zamk", ["closed"]),
        ("assignee:n", ["none"]),
        ("assignee:zie", ["mzielinski"]),
        ("assignee:ZIELIŃ", ["mzielinski"]),
        ("requester:m", ["me", "mzielinski"]),
        ("queue:net", ['"Network and access"']),
        ('queue:"first l', ['"First line"']),
        ("tag:w", ['"wi fi"']),
        ("created:y", ["yesterday"]),
        ("number:10", []),
        ("unknown:x", []),
        ("printer ", []),
        ("", []),
        ('"status', []),
    ],
)
def test_what_may_come_next(typed: str, offered: list[str]) -> None:
    assert pieces(typed) == offered


def test_a_polish_name_of_a_value_finds_it() -> None:
    assert pieces("status:scal") == ["merged"]


def test_what_was_typed_before_stays() -> None:
    (one,) = completions("drukarka -status:new,res", KNOWN)
    assert one.text == "drukarka -status:new,resolved "
    assert completions("is:op", KNOWN)[0].text == "is:open "


def test_only_so_many_are_offered() -> None:
    many = Vocabulary(people={f"anna{n}": "Anna" for n in range(50)})
    assert len(completions("requester:anna", many)) == OFFERED


@given(st.text(alphabet='stauisgqenw:,"- ąz', max_size=20))
def test_whatever_is_offered_can_be_read(typed: str) -> None:
    for one in completions(typed, KNOWN):
        assert one.text.rstrip().endswith(one.piece)
        if not one.piece.endswith(":") and not _is_broken_before(one.text, one.piece):
            assert parse(one.text, today=date(2026, 5, 25)).terms


def _is_broken_before(text: str, piece: str) -> bool:
    """Tell whether what stands before cannot be read by itself."""
    before = text.rstrip().removesuffix(piece)
    try:
        parse(f"{before}open", today=date(2026, 5, 25))
    except ValueError:
        return True
    return False
