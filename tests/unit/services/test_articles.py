"""Searching the knowledge base, its pictures, and whether an article helped."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as some

from itdesk.domain.catalogue import Category
from itdesk.domain.documents import Article, Symptom
from itdesk.domain.ids import ArticleId, FileId, SymptomId, new_id
from itdesk.services import articles
from itdesk.services.desk import Desk
from itdesk.services.failures import WorldFailed
from itdesk.services.files import attachment
from itdesk.services.standing import standing
from itdesk.services.synchronising import exchange_now
from tests.fakes import FakeConnection, FakeFile, FakeServer, Fault

PICTURE = FileId("5a" * 16)
NETWORK = Symptom(
    id=SymptomId("internet"),
    icon="wifi",
    category=Category.NETWORK_AND_ACCESS,
    name={"en": "Internet", "pl": "Internet"},
)


def article(number: int, title: str, body: str = "-", **details: object) -> Article:
    return Article(
        id=ArticleId(f"{number:032x}"),
        title={"pl": title},
        body={"pl": body},
        **details,  # type: ignore[arg-type]
    )


CABLE = article(1, "Wolne łącze", "Sprawdź kabel.", symptoms=("internet",))
PRINTER = article(2, "Gdy wydruk nie wychodzi", "Restart drukarki pomaga. Łącze nie ma znaczenia.")
PASSWORD = article(3, "Zmiana hasła", keywords={"pl": "zapomniałem logowanie"}, category="other")
PICTURED = article(
    4, "Gdzie jest przycisk", f"Tu:\n\n![Przycisk](file:{PICTURE})\n\n![x](file:///etc/passwd)"
)


@pytest.fixture
def library(desk: Desk, server: FakeServer, connection: FakeConnection) -> Desk:
    """A desk with a few articles."""
    for document in (NETWORK, CABLE, PRINTER, PASSWORD, PICTURED):
        server.publish(document)
    exchange_now(desk, connection, wait_s=20)
    return desk


def found(desk: Desk, words: str, language: str = "pl") -> list[str]:
    return [page.article.title["pl"] for page in articles.search(desk, words, language)]


@pytest.mark.parametrize(
    ("words", "titles"),
    [
        ("lacze", ["Wolne łącze", "Gdy wydruk nie wychodzi"]),
        ("ŁĄCZE wolne", ["Wolne łącze"]),
        ("drukarka", ["Gdy wydruk nie wychodzi"]),
        ("druk", ["Gdy wydruk nie wychodzi"]),
        ("haslo", ["Zmiana hasła"]),
        ("zapomnialem", ["Zmiana hasła"]),
        ("internet", ["Wolne łącze"]),
        ("kabel drukarki", []),
        ("zebra", []),
        ("wydruk po prostu nie wychodzi", ["Gdy wydruk nie wychodzi"]),
    ],
)
def test_words_are_found_folded_bent_and_ranked(library: Desk, words: str, titles: list[str]) -> None:
    assert found(library, words) == titles


def test_without_words_all_stand_under_their_categories(library: Desk) -> None:
    listed = [(page.category, page.article.title["pl"]) for page in articles.search(library, "  ", "pl")]
    assert listed == [
        (Category.NETWORK_AND_ACCESS, "Wolne łącze"),
        (Category.OTHER, "Gdy wydruk nie wychodzi"),
        (Category.OTHER, "Zmiana hasła"),
        (Category.OTHER, "Gdzie jest przycisk"),
    ]


def test_the_readers_language_comes_first(desk: Desk, server: FakeServer, connection: FakeConnection) -> None:
    server.publish(replace(article(9, "x"), title={"pl": "Monitor", "en": "Screen"}))
    server.publish(replace(article(8, "x"), title={"pl": "Ekran", "en": "Monitor"}))
    exchange_now(desk, connection, wait_s=20)
    assert found(desk, "monitor", "pl") == ["Monitor", "Ekran"]
    assert found(desk, "monitor", "en") == ["Ekran", "Monitor"]


def test_what_is_searched_is_marked_where_it_stands() -> None:
    text = "Łącze i łączem, nie załącze"
    assert [text[begin:end] for begin, end in articles.marks(text, "lacze")] == ["Łącze", "łączem"]
    assert articles.marks(text, " ,. ") == ()


@given(some.text(), some.text())
def test_marks_lie_in_the_text_in_order(text: str, words: str) -> None:
    ends = [0]
    for begin, end in articles.marks(text, words):
        assert ends[-1] <= begin < end <= len(text)
        ends.append(end)


def test_a_picture_is_fetched_once_kept_and_read_offline(
    library: Desk, server: FakeServer, connection: FakeConnection
) -> None:
    server.memory.files[PICTURE] = FakeFile("", 3, "", bytearray(b"png"))  # type: ignore[arg-type]
    assert articles.pictures_of(PICTURED, "pl") == (PICTURE,)
    assert attachment(library, connection, PICTURE) == b"png"
    connection.faults.extend([Fault.AWAY] * 10)
    assert attachment(library, connection, PICTURE) == b"png"


def test_what_no_article_names_is_not_even_asked_for(library: Desk, connection: FakeConnection) -> None:
    with pytest.raises(WorldFailed, match="no such picture"):
        articles.picture(library, connection, FileId(new_id()))


def test_the_first_yes_counts_once_and_a_no_is_kept(library: Desk) -> None:
    assert articles.verdict(library, CABLE.id) is None
    articles.say(library, CABLE.id, helped=False, language="pl")
    assert articles.verdict(library, CABLE.id) is False
    assert standing(library).pending == 0
    for _ in range(2):
        articles.say(library, CABLE.id, helped=True, language="pl")
    assert articles.verdict(library, CABLE.id) is True
    assert standing(library).pending == 1
