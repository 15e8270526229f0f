"""Who is called by `@login`, where, and who is meant by what is being typed."""

import pytest
from hypothesis import given
from hypothesis import strategies as some

from itdesk.domain.ids import PersonId, new_id
from itdesk.domain.mentions import begun_mention, called_so, found_mentions, mentions
from itdesk.domain.people import Person

LOGINS = ("alis", "jan.k", "mzielinski")


def person(login: str, name: str) -> Person:
    return Person(id=PersonId(new_id()), login=login, name=name)


ANNA, LUKASZ, MAREK = person("alis", "Anna Lis"), person("lzak", "Łukasz Żak"), person("mz", "Marek Annański")


def test_a_colleague_is_called_by_login_once() -> None:
    assert mentions("@alis, look. @Jan.K. and @alis again; @nobody", LOGINS) == ("alis", "jan.k")
    assert mentions("write to x@alis or alis", LOGINS) == ()


@given(some.text(alphabet="@ab. \n-ł", max_size=30))
def test_where_it_stands_is_what_it_says(text: str) -> None:
    for one in found_mentions(text, ("a", "b", "a.b", "ł")):
        assert text[one.begin : one.end].casefold() == f"@{one.login}"


@pytest.mark.parametrize(
    ("before", "begun"),
    [("@", ""), ("Look, @ann", "ann"), ("(@Łu", "Łu"), ("line\n@jan.k", "jan.k"), ("@alis ", None)],
)
def test_what_is_being_typed(before: str, begun: str | None) -> None:
    assert begun_mention(before) == begun


@pytest.mark.parametrize("before", ["", "anna", "x@firm", "@@a", "@alis, "])
def test_an_address_or_a_word_calls_nobody(before: str) -> None:
    assert begun_mention(before) is None


@pytest.mark.parametrize(
    ("begun", "found"),
    [
        ("", (ANNA, LUKASZ, MAREK)),
        ("an", (ANNA, MAREK)),
        ("LUK", (LUKASZ,)),
        ("zak", (LUKASZ,)),
        ("ża", (LUKASZ,)),
        ("l", (LUKASZ, ANNA)),
        ("mz", (MAREK,)),
        ("q", ()),
    ],
)
def test_a_colleague_is_found_by_name_or_login_without_accents(begun: str, found: tuple[Person, ...]) -> None:
    assert called_so((ANNA, LUKASZ, MAREK), begun) == found
