"""The articles that every store starts with are found by the words of people who know no others."""

import pytest

from itdesk.domain.documents import Document
from itdesk.protocol.symptom_file import shipped_symptoms
from itdesk.server.starter import starter_articles
from itdesk.services import articles
from itdesk.services.desk import Desk
from itdesk.services.fitting_articles import fitting_articles
from itdesk.services.synchronising import exchange_now
from tests.fakes import FakeConnection, FakeServer

PLAIN_WORDS = {
    "pl": {
        "nie drukuje": "printer-queue",
        "drukarka nie chce drukować": "printer-queue",
        "zacial sie papier": "paper-jam",
        "czerwona lampka": "paper-jam",
        "internet nie działa": "no-internet",
        "nie mam internetu": "no-internet",
        "wifi": "no-internet",
        "strona się nie otwiera": "no-internet",
        "hasło wygasło": "change-password",
        "zapomniałam hasła": "change-password",
        "nie mogę się zalogować": "change-password",
        "komputer muli": "slow-computer",
        "laptop się grzeje": "slow-computer",
        "excel się zawiesił": "excel-slow",
        "nie mogę wysłać maila": "mail-quota",
        "kliknęłam w link": "phishing",
        "wirus": "phishing",
        "nie słychać mnie": "teams-sound",
        "kamera nie działa": "teams-sound",
        "drugi ekran": "second-monitor",
        "zeskanować": "scan-to-mail",
        "zrzut ekranu": "screenshot",
        "brak dostępu do folderu": "shared-drive-access",
        "zainstalować program": "software-request",
        "nowa komórka": "new-phone-codes",
        "vpn nie łączy": "vpn-code-twice",
    },
    "en": {
        "does not print": "printer-queue",
        "paper jam": "paper-jam",
        "internet does not work": "no-internet",
        "wifi": "no-internet",
        "password expired": "change-password",
        "cannot log in": "change-password",
        "computer is slow": "slow-computer",
        "excel not responding": "excel-slow",
        "cannot send email": "mail-quota",
        "clicked a link": "phishing",
        "cannot hear": "teams-sound",
        "two screens": "second-monitor",
        "scan": "scan-to-mail",
        "screenshot": "screenshot",
        "access denied": "shared-drive-access",
        "install": "software-request",
        "lost phone": "new-phone-codes",
        "vpn does not connect": "vpn-code-twice",
    },
}
CASES = [(language, words, code) for language, said in PLAIN_WORDS.items() for words, code in said.items()]


@pytest.fixture
def library(desk: Desk, server: FakeServer, connection: FakeConnection) -> Desk:
    """A desk with what a new store gives everybody."""
    documents: list[Document] = [*shipped_symptoms(), *starter_articles()]
    for document in documents:
        server.publish(document)
    exchange_now(desk, connection, wait_s=20)
    return desk


@pytest.mark.parametrize(("language", "words", "code"), CASES)
def test_plain_words_find_the_article_first(library: Desk, language: str, words: str, code: str) -> None:
    found = [page.article.id for page in articles.search(library, words, language)]
    assert found[:1] == [f"starter-{code}"]


def test_every_article_is_found_by_plain_words_of_both_languages() -> None:
    ids = {article.id for article in starter_articles()}
    for said in PLAIN_WORDS.values():
        assert {f"starter-{code}" for code in said.values()} == ids


@pytest.mark.parametrize(
    "words", ["Od rana nie mam internetu, strony się nie otwierają", "wifi mnie rozłącza"]
)
def test_it_is_offered_while_she_writes_the_report(library: Desk, words: str) -> None:
    assert "starter-no-internet" in [one.id for one in fitting_articles(library, None, words)]
