"""Symptoms are the company's or those of the program; what was answered stands below her own words."""

from dataclasses import replace

import msgspec
from hypothesis import given
from hypothesis import strategies as some

from itdesk.domain.catalogue import Category
from itdesk.domain.documents import Article, Question, Symptom
from itdesk.domain.ids import ArticleId, SymptomId, new_id
from itdesk.domain.limits import TEXT_CHARS
from itdesk.domain.people import Person
from itdesk.protocol.messages import ClientInfo, DocumentEntry, SyncRequest
from itdesk.protocol.symptom_file import shipped_symptoms
from itdesk.protocol.translation import document_entry
from itdesk.replica.page import take_page
from itdesk.services import reading
from itdesk.services.desk import Desk
from itdesk.services.symptoms import symptoms, with_answers
from itdesk.services.synchronising import exchange_now
from tests.fakes import FakeConnection, FakeServer

WHICH = Question(id="which", words={"en": "Which printer is it?", "pl": "Która to drukarka?"})
SINCE = Question(
    id="since",
    words={"en": "Since when?", "pl": "Od kiedy?"},
    choices=({"en": "Today", "pl": "Od dzisiaj"}, {"en": "Longer", "pl": "Od dawna"}),
)
COFFEE = Symptom(
    id=SymptomId("coffee"),
    icon="slow",
    category=Category.OTHER,
    name={"en": "Coffee", "pl": "Kawa"},
    questions=(SINCE,),
)


def test_without_a_desk_those_of_the_program_are_shown_in_their_places() -> None:
    every = symptoms()
    assert [one.first for one in every][:10] == [*range(1, 10), None]
    assert [one.code for one in every[:10]] == [one.code for one in shipped_symptoms()[:10]]
    assert sorted(every, key=lambda one: one.order) == list(shipped_symptoms())


def test_a_desk_that_never_heard_of_any_shows_those_of_the_program(
    desk: Desk, connection: FakeConnection
) -> None:
    assert symptoms(desk) == symptoms()
    exchange_now(desk, connection, wait_s=30)
    assert symptoms(desk) == symptoms(None) == symptoms()


def test_the_companys_symptoms_are_shown_instead_and_by_place_order_and_name(
    desk: Desk, connection: FakeConnection, server: FakeServer
) -> None:
    plants = replace(COFFEE, id=SymptomId("plants"), name={"en": "Plants", "pl": "Rośliny"}, order=1)
    tea = replace(COFFEE, id=SymptomId("a-tea"), name={"en": "Tea", "pl": "Herbata"})
    doors = replace(COFFEE, id=SymptomId("doors"), first=2, order=9)
    for one in (plants, tea, COFFEE, doors, shipped_symptoms()[0]):
        server.publish(one)
    exchange_now(desk, connection, wait_s=30)
    assert [one.code for one in symptoms(desk)] == ["printing", "doors", "coffee", "a-tea", "plants"]
    assert symptoms(desk)[0] == symptoms()[0]


def test_an_icon_that_this_program_lacks_is_a_plain_one(
    desk: Desk, connection: FakeConnection, server: FakeServer
) -> None:
    server.publish(replace(COFFEE, icon="espresso"))
    server.publish(replace(COFFEE, id=SymptomId("tea"), icon="../symptoms"))
    exchange_now(desk, connection, wait_s=30)
    assert [one.icon for one in symptoms(desk)] == ["more", "more"]


def test_what_a_newer_server_adds_disturbs_nothing(desk: Desk, server: FakeServer, anna: Person) -> None:
    """A kind, a field and names from the future: kept for the day when this program knows them."""
    body = msgspec.json.decode(msgspec.json.encode(COFFEE)) | {"probes": ["telepathy"], "mood": "good"}
    answer = server.exchange(anna.id, SyncRequest(client=ClientInfo(id=new_id(), version="1")))
    article = Article(id=ArticleId("starter-x"), title={"en": "Mail"}, body={"en": "…"})
    answer.entries.extend(
        [
            DocumentEntry(kind="hologram", id="deck-3", version=1, body=msgspec.Raw(b'{"id": "deck-3"}')),
            DocumentEntry(
                kind="symptom", id="coffee", version=1, body=msgspec.Raw(msgspec.json.encode(body))
            ),
            DocumentEntry(kind="symptom", id="odd", version=1, body=msgspec.Raw(b'{"category": "magic"}')),
            document_entry(article, 1),
        ]
    )
    take_page(desk.replica, desk.outbox, answer)
    assert symptoms(desk) == (replace(COFFEE, probes=("telepathy",)),)
    assert reading.articles(desk) == (article,)
    with desk.replica.reading() as connection:
        kept = connection.exec_driver_sql("SELECT id, body FROM documents WHERE kind = 'hologram'").one()
    assert (kept.id, bytes(kept.body)) == ("deck-3", b'{"id": "deck-3"}')


def test_answers_stand_below_the_description_in_the_language_of_the_report() -> None:
    said = {"which": " HP\n 402 ", "since": "Od dzisiaj", "gone": "x"}
    assert with_answers("Nie drukuje.\n", said, (WHICH, SINCE), "pl") == (
        "Nie drukuje.\n\nKtóra to drukarka? – HP 402\nOd kiedy? – Od dzisiaj"
    )
    assert with_answers(" ", {"since": "Today"}, (WHICH, SINCE), "en") == "Since when? – Today"


def test_without_answers_the_description_is_untouched() -> None:
    assert with_answers("It hurts. \n", {"which": " \n"}, (WHICH, SINCE), "en") == "It hurts. \n"


@given(
    start=some.integers(0, 60) | some.integers(TEXT_CHARS - 60, TEXT_CHARS + 5),
    answers=some.dictionaries(some.sampled_from(["which", "since"]), some.text(max_size=40)),
)
def test_what_is_sent_fits_and_the_description_is_whole(start: int, answers: dict[str, str]) -> None:
    description = "x" * start
    text = with_answers(description, answers, (WHICH, SINCE), "en")
    assert text.startswith(description)
    assert len(text) <= max(TEXT_CHARS, len(description))
    if start < 60:
        assert all(" ".join(answer.split()) in text for answer in answers.values())


def test_what_does_not_fit_is_seen_to_be_cut() -> None:
    text = with_answers("x" * (TEXT_CHARS - 31), {"which": "the grey one on floor 3"}, (WHICH,), "en")
    assert len(text) == TEXT_CHARS
    assert text.endswith("xx\n\nWhich printer is it? – the g…")
