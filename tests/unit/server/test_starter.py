"""The articles that every store starts with: whole, for any company, and offered by symptoms that fit."""

import re
from importlib.resources import files

import pytest

from itdesk.domain.documents import Article
from itdesk.domain.limits import TITLE_CHARS
from itdesk.domain.text import check_text
from itdesk.protocol.symptom_file import shipped_symptoms
from itdesk.server.starter import STARTER, starter_articles
from tests.unit.test_translations import NEVER_IN_POLISH

OF_ONE_COMPANY = re.compile(r"pogodn|\b4400\b|\b[A-RT-Z]:(?!\w)", re.IGNORECASE)
LIST_MARK = re.compile(r"^ *- ", re.MULTILINE)
ARTICLES = starter_articles()


def test_the_articles_have_fixed_ids_after_their_files() -> None:
    folder = files("itdesk.resources") / "articles"
    names = sorted(file.name.removesuffix(".toml") for file in folder.iterdir())
    assert [article.id for article in ARTICLES] == [STARTER + name for name in names]
    assert all(len(article.id) <= 32 for article in ARTICLES)


@pytest.mark.parametrize("article", ARTICLES, ids=lambda article: article.id)
def test_an_article_is_whole_in_both_languages(article: Article) -> None:
    codes = {symptom.code for symptom in shipped_symptoms()}
    assert article.symptoms
    assert set(article.symptoms) <= codes
    assert not article.staff_only
    assert article.title["pl"] != article.title["en"]
    for words in (article.title, article.body, article.keywords):
        assert words.keys() == {"en", "pl"}
        assert not NEVER_IN_POLISH.search(LIST_MARK.sub("", words["pl"]))
    for title in article.title.values():
        check_text(title, "title", TITLE_CHARS, required=True)
    for body in article.body.values():
        assert 80 <= len(body.split()) <= 200


@pytest.mark.parametrize("article", ARTICLES, ids=lambda article: article.id)
def test_an_article_names_nothing_that_one_company_alone_has(article: Article) -> None:
    for text in (*article.title.values(), *article.body.values()):
        assert not OF_ONE_COMPANY.search(text.replace("disk C:", "").replace("dysk C:", ""))


def test_symptoms_offer_articles_that_are_there_and_that_name_them() -> None:
    known = {article.id: article for article in ARTICLES}
    offered = [(symptom.code, id) for symptom in shipped_symptoms() for id in symptom.articles]
    assert {id for _, id in offered} == known.keys()
    assert not [(code, id) for code, id in offered if code not in known[id].symptoms]
