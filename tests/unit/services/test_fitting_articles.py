"""Articles that may spare a report are found by its words, however they end, and by its symptom."""

import msgspec
import pytest

from itdesk.domain.catalogue import Category
from itdesk.domain.documents import Article, Symptom
from itdesk.domain.ids import ArticleId, SymptomId
from itdesk.services.desk import Desk
from itdesk.services.fitting_articles import fitting_articles
from itdesk.services.own_computers import own_computers
from itdesk.services.report import Report, report_problem

PRINTING = Symptom(
    id=SymptomId("printing"),
    icon="printer",
    category=Category.HARDWARE_FAILURE,
    name={"en": "Printing"},
    articles=(ArticleId("jam"),),
)
ARTICLES = (
    Article(id=ArticleId("jam"), title={"pl": "Zacięty papier w drukarce"}, body={"pl": "Otwórz klapę."}),
    Article(id=ArticleId("vpn"), title={"pl": "Praca z domu"}, body={"pl": "Połączenie przez tunel VPN."}),
    Article(id=ArticleId("toner"), title={"pl": "Wymiana tonera"}, body={"pl": "x"}, symptoms=("printing",)),
)


@pytest.fixture(autouse=True)
def _articles(desk: Desk) -> None:
    with desk.replica.writing() as connection:
        for article in ARTICLES:
            connection.exec_driver_sql(
                "INSERT INTO documents (kind, id, version, body) VALUES ('article', ?, 1, ?)",
                (article.id, msgspec.json.encode(article)),
            )


def ids(desk: Desk, symptom: Symptom | None, words: str) -> list[str]:
    return [article.id for article in fitting_articles(desk, symptom, words)]


def test_words_find_an_article_whatever_their_endings(desk: Desk) -> None:
    assert ids(desk, None, "Znowu zacięło się w drukarkach, papieru nie da się wyjąć") == ["jam"]


def test_one_word_in_passing_is_not_enough(desk: Desk) -> None:
    assert ids(desk, None, "Proszę o nowe połączenie") == []
    assert ids(desk, None, "") == []


def test_what_the_symptom_names_comes_first_then_what_names_the_symptom(desk: Desk) -> None:
    assert ids(desk, PRINTING, "") == ["jam", "toner"]


def test_words_decide_among_the_symptoms_articles(desk: Desk) -> None:
    assert ids(desk, PRINTING, "Trzeba wymienić toner, wymiana nie wychodzi")[0] == "toner"


def test_a_computer_from_which_she_reported_is_one_of_hers(desk: Desk) -> None:
    report_problem(desk, Report(title="a", facts='{"facts": {"host": {"name": "PC-7"}}}'))
    report_problem(desk, Report(title="b", facts='{"facts": {"host": []}}'))
    report_problem(desk, Report(title="c"))
    assert own_computers(desk) == ("PC-7",)
