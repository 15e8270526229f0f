"""Hostile texts and identifiers over HTTP on both databases: kept to the letter or refused by its code."""

import json
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any
from urllib.parse import quote

import pytest

from itdesk.domain.changes import CommentAdded, Payload, TicketOpened
from itdesk.domain.ids import TicketId, new_id
from itdesk.domain.limits import TAG_CHARS
from itdesk.domain.logins import fold_login
from itdesk.domain.worklog import TagsChanged, tag_named
from itdesk.protocol.messages import SyncResponse
from itdesk.replica.page import take_page
from itdesk.services.desk import Desk, close_desk
from itdesk.services.ticket_page import ticket_page
from tests.contract.postgresql_server import postgresql_server
from tests.e2e.server.conftest import PASSWORD, add_people
from tests.e2e.server.hostile_corpus import CORPUS, FINE, Sort
from tests.e2e.server.server_process import Answer, ServerProcess, Visitor, change, sync_body
from tests.e2e.server.test_uploads import attached
from tests.fakes import desk_at

pytestmark = [pytest.mark.postgres, pytest.mark.timeout(600)]
DATABASES = ("sqlite", "postgresql")
CODES = {
    Sort.BLANK: {"text_empty"},
    Sort.NUL: {"text_has_nul"},
    Sort.HALF: {"json_invalid"},
    Sort.LONG: {"text_too_long", "bad_shape", "too_large"},
}
Outcome = tuple[str, str]
"""`kept` and the text as it is given back, or `refused` and the code."""
MARK = "a text that is exchanged for the hostile one"


@dataclass
class House:
    """A server, who asks it, and what became of each text."""

    url: str
    anna: Visitor
    tomek: Visitor
    adam: Visitor
    outcomes: dict[str, dict[str, Outcome]] = field(default_factory=dict)
    tickets: "dict[str, Opened]" = field(default_factory=dict)
    """By the name of the text that is their title."""

    def ticket_for(self, case: str) -> "Opened":
        """Return the ticket of that title, or any where it was refused."""
        return self.tickets.get(case) or self.tickets["HTML"]


@pytest.fixture(scope="module")
def houses(tmp_path_factory: pytest.TempPathFactory) -> Iterator[dict[str, House]]:
    with postgresql_server() as address:
        urls = (None, address.render_as_string(hide_password=False))
        servers = {}
        for name, url in zip(DATABASES, urls, strict=True):
            folder = tmp_path_factory.mktemp(name)
            add_people(folder, url)
            servers[name] = ServerProcess(folder, url or "")
        houses = {name: _house(server.url) for name, server in servers.items()}
        for house in houses.values():
            _send_everything(house)
        yield houses
        for house in houses.values():
            for visitor in (house.anna, house.tomek, house.adam):
                visitor.close()
        assert [server.stop() for server in servers.values()] == [0, 0]


def _house(url: str) -> House:
    stranger = Visitor(url)
    anna, tomek, adam = (stranger.sign_in(login, PASSWORD) for login in ("anna", "tomek", "adam"))
    stranger.close()
    return House(url, anna, tomek, adam)


def _send_everything(house: House) -> None:
    senders = {
        "title": _report,
        "description": _describe,
        "comment": _comment,
        "file name": _name_file,
        "tag": _tag,
        "person": _name_person,
        "login": _give_login,
        "device": _name_device,
        "article": _write_article,
    }
    for name, sender in senders.items():
        house.outcomes[name] = {case: sender(house, case, text) for case, (_, text) in CORPUS.items()}


# --- tickets ------------------------------------------------------------------------------------------------


@dataclass(frozen=True)
class Opened:
    """A ticket that a house has."""

    id: TicketId
    number: int


def _exchange(visitor: Visitor, text: str, payload: Payload, ticket_id: TicketId) -> Answer:
    """Send one change in which MARK stands for `text`."""
    body = sync_body(change(payload, ticket_id))
    return visitor.ask("POST", "/v1/sync", body.replace(json.dumps(MARK).encode(), json.dumps(text).encode()))


def _refused(answer: Answer) -> Outcome | None:
    """Return the refusal of the whole request, or of the change in it; None when it was accepted."""
    assert answer.status < 500, answer
    if answer.status >= 400:
        return "refused", answer.code
    result = answer.json["results"][0]
    return ("refused", result["refusal"]["code"]) if result["state"] == "refused" else None


def _open(house: House, text: str, payload: TicketOpened) -> Opened | Outcome:
    ticket_id = TicketId(new_id())
    answer = _exchange(house.anna, text, payload, ticket_id)
    return _refused(answer) or Opened(ticket_id, answer.json["results"][0]["receipt"]["number"])


def _told(house: House, ticket: Opened, kind: str, key: str) -> Any:
    """Return what IT is told of the last change of a kind."""
    timeline = house.tomek.ask("GET", f"/v1/tickets/{ticket.number}").json["timeline"]
    return [event["payload"] for event in timeline if event["kind"] == kind][-1][key]


def _report(house: House, case: str, text: str) -> Outcome:
    opened = _open(house, text, TicketOpened(title=MARK))
    if isinstance(opened, tuple):
        return opened
    house.tickets[case] = opened
    return "kept", _told(house, opened, "TicketOpened", "title")


def _describe(house: House, case: str, text: str) -> Outcome:
    opened = _open(house, text, TicketOpened(title=case, description=MARK))
    if isinstance(opened, tuple):
        return opened
    return "kept", _told(house, opened, "TicketOpened", "description")


def _comment(house: House, case: str, text: str) -> Outcome:
    ticket = house.ticket_for(case)
    refused = _refused(_exchange(house.anna, text, CommentAdded(body=MARK), ticket.id))
    return refused or ("kept", _told(house, ticket, "CommentAdded", "body"))


def _name_file(house: House, case: str, text: str) -> Outcome:
    ticket = house.ticket_for(case)
    refused = _refused(_exchange(house.anna, text, attached(b"x", MARK), ticket.id))
    return refused or ("kept", _told(house, ticket, "FileAttached", "name"))


def _tag(house: House, case: str, text: str) -> Outcome:
    ticket = house.ticket_for(case)
    refused = _refused(_exchange(house.tomek, text, TagsChanged(added=(MARK,)), ticket.id))
    return refused or ("kept", _told(house, ticket, "TagsChanged", "added")[0])


# --- people and documents -----------------------------------------------------------------------------------


def _put(house: House, address: str, body: dict[str, Any], *keys: str) -> Outcome:
    answer = house.adam.ask("PUT", address, body, {"If-None-Match": "*"})
    assert answer.status < 500, answer
    if answer.status >= 400:
        return "refused", answer.code
    given = house.tomek.ask("GET", address).json
    for key in keys:
        given = given[key]
    return "kept", str(given)


def _name_person(house: House, case: str, text: str) -> Outcome:
    id = new_id()
    card = {"id": id, "login": f"named{len(house.outcomes)}{id}", "name": text, "role": "employee"}
    return _put(house, f"/v1/people/{id}", card, "name")


def _give_login(house: House, case: str, text: str) -> Outcome:
    id = new_id()
    card = {"id": id, "login": text, "name": "Somebody", "role": "employee"}
    return _put(house, f"/v1/people/{id}", card, "login")


def _name_device(house: House, case: str, text: str) -> Outcome:
    id = new_id()
    return _put(house, f"/v1/documents/device/{id}", {"id": id, "name": text}, "name")


def _write_article(house: House, case: str, text: str) -> Outcome:
    id = new_id()
    body = {"id": id, "title": {"en": case}, "body": {"en": text}}
    return _put(house, f"/v1/documents/article/{id}", body, "body", "en")


# --- what must have become of it ----------------------------------------------------------------------------


def as_kept(name: str, text: str) -> str:
    """Return a good text as a field keeps it."""
    match name:
        case "person":
            return text.strip()
        case "login":
            return fold_login(text)
        case _:
            return text


MAY_BE_BLANK = {"description"}
OTHERWISE = {("login", "decomposed"): "login_taken"}
"""The same letters as “composed”, written otherwise: one account, however its name is typed."""
FIELDS = ("title", "description", "comment", "file name", "tag", "person", "login", "device", "article")


def expected(name: str, case: str) -> set[Outcome]:
    """Return what may have become of a text in a field."""
    sort, text = CORPUS[case]
    if (name, case) in OTHERWISE:
        return {("refused", OTHERWISE[name, case])}
    if name == "tag" and sort is Sort.FINE and len(tag_named(text)) > TAG_CHARS:
        return {("refused", "text_too_long")}
    if sort is Sort.FINE or (sort is Sort.BLANK and name in MAY_BE_BLANK):
        return {("kept", as_kept(name, text))}
    return {("refused", code) for code in CODES[sort]}


@pytest.mark.parametrize("name", FIELDS)
def test_both_databases_say_the_same(houses: dict[str, House], name: str) -> None:
    sqlite, postgresql = (houses[database].outcomes[name] for database in DATABASES)
    assert sqlite == postgresql


@pytest.mark.parametrize("name", FIELDS)
def test_each_is_kept_to_the_letter_or_refused_by_its_code(houses: dict[str, House], name: str) -> None:
    outcomes = houses["sqlite"].outcomes[name]
    wrong = {case: was for case, was in outcomes.items() if was not in expected(name, case)}
    assert wrong == {}


def test_a_second_clients_replica_has_them_to_the_letter(houses: dict[str, House], tmp_path: Path) -> None:
    for database, house in houses.items():
        pages = _pages(house.tomek)
        me = next(person for page in pages for person in page.people if person.id == pages[0].me)
        desk = desk_at(tmp_path / database, me, lambda now=pages[0].server_time: now)  # type: ignore[misc]
        for page in pages:
            take_page(desk.replica, desk.outbox, page)
        titles = {case: _shown(desk, ticket.id) for case, ticket in house.tickets.items()}
        close_desk(desk)
        assert titles == FINE


def _pages(visitor: Visitor) -> list[SyncResponse]:
    """Return the whole feed as a client gets it."""
    pages = [visitor.sync()]
    while pages[-1].more:
        pages.append(visitor.sync(cursor=pages[-1].cursor))
    return pages


def _shown(desk: Desk, ticket_id: TicketId) -> str:
    page = ticket_page(desk, ticket_id)
    assert page is not None
    return page.ticket.title


# --- where a text says what is asked for --------------------------------------------------------------------


ADDRESSES = ("/v1/tickets/{}", "/v1/people/{}", "/v1/files/{}", "/v1/documents/article/{}")


@pytest.mark.parametrize("address", ADDRESSES)
def test_a_hostile_identifier_is_nothing_that_is_here(houses: dict[str, House], address: str) -> None:
    for case, (sort, text) in CORPUS.items():
        if sort is Sort.LONG or text in ("", "."):  # that would be the address above
            continue
        path = address.format(quote(text, safe="", errors="surrogatepass"))
        codes = [house.adam.ask("GET", path).status for house in houses.values()]
        assert codes[0] == codes[1] in (400, 404), (case, codes)


def test_a_hostile_search_is_answered_alike(houses: dict[str, House]) -> None:
    for case, (sort, text) in CORPUS.items():
        if sort is Sort.LONG:
            continue
        path = f"/v1/search?q={quote(text, safe='', errors='surrogatepass')}"
        answers = [house.tomek.ask("GET", path) for house in houses.values()]
        assert [answer.status for answer in answers] in ([200, 200], [400, 400], [422, 422]), (case, answers)
        told = [_found(answer) if answer.status == 200 else answer.code for answer in answers]
        assert told[0] == told[1], case


def _found(answer: Answer) -> list[str]:
    return [ticket["title"] for ticket in answer.json["tickets"]]


@pytest.mark.parametrize("number", [-1, 0, 2**31, 2**63 - 1, 2**63, 10**30, "1e3", "٣", "0x10", "1_0", "+1"])
def test_a_number_out_of_range_is_answered(houses: dict[str, House], number: object) -> None:
    for address in ("/v1/tickets/{}", "/v1/tickets/IT-{}", "/v1/tickets?limit={}", "/v1/tickets?below={}"):
        path = address.format(quote(str(number)))
        answers = [house.adam.ask("GET", path) for house in houses.values()]
        assert answers[0].status == answers[1].status in (200, 400, 404, 422), (path, answers)
