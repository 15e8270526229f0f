"""The facts as cards."""

from collections.abc import Mapping

import pytest
from hypothesis import given
from hypothesis import strategies as st

from itdesk.diagnostics.cards import Card, make_cards
from itdesk.diagnostics.facts import Facts

GIB = 2**30
FACTS: dict[str, dict[str, object]] = {
    "device": {"id": "d", "client_version": "1"},
    "host": {"name": "PC-07"},
    "machine": {"manufacturer": "Dell", "model": "Latitude", "serial": "S"},
    "operating_system": {"name": "Windows 11 Pro", "version": "23H2"},
    "boot": {"uptime_s": 60, "pending_restart": False},
    "session": {"login": "ann", "kind": "console"},
    "network": {"connected": True, "kind": "wireless", "ipv4": ["10.0.0.5", "10.0.0.6"], "vpn": True},
    "memory": {"total_bytes": 8 * GIB, "used_percent": 50.0},
    "processor": {"model": "i5"},
    "disks": {"disks": [{"mount": "C:\\", "free_bytes": 41 * GIB, "used_percent": 60}]},
    "foreground": {"application": "excel.exe"},
}


def cards(**changes: Mapping[str, object]) -> dict[str, Card]:
    facts: dict[str, Mapping[str, object]] = {**FACTS, **changes}
    return {card.key: card for card in make_cards(Facts(collected_in_ms=1, facts=facts))}


def said(card: Card) -> list[tuple[str, object]]:
    return [(piece.key, piece.value) for piece in card.pieces]


def test_every_card_says_its_line() -> None:
    told = {key: said(card) for key, card in cards().items()}
    assert told == {
        "computer": [("name", "PC-07"), ("manufacturer", "Dell"), ("model", "Latitude")],
        "system": [("system", "Windows 11 Pro"), ("version", "23H2"), ("uptime_s", 60)],
        "person": [("login", "ann"), ("session_kind", "console")],
        "network": [("network_kind", "wireless"), ("address", "10.0.0.5"), ("vpn", True)],
        "memory": [("total_bytes", 8 * GIB), ("used_percent", 50.0), ("processor", "i5")],
        "disks": [("mount", "C:\\"), ("free_bytes", 41 * GIB)],
        "foreground": [("application", "excel.exe")],
    }
    assert not any(card.alarm or card.failed for card in cards().values())
    assert cards()["network"].icon == "wifi"


@pytest.mark.parametrize(
    ("key", "probe", "values"),
    [
        ("system", "boot", {"pending_restart": True}),
        ("network", "network", {"connected": False}),
        ("memory", "memory", {"used_percent": 99}),
        ("disks", "disks", {"disks": [{"mount": "/", "used_percent": 95}]}),
    ],
)
def test_what_is_probably_broken_is_marked(key: str, probe: str, values: dict[str, object]) -> None:
    told = cards(**{probe: values})
    assert [card.key for card in told.values() if card.alarm] == [key]


def test_a_card_without_an_answer_says_so() -> None:
    card = cards(network={"error": "It did not answer in time."})["network"]
    assert (card.failed, card.pieces, card.probes) == (True, (), ("network",))
    half = cards(machine={"error": "no"})["computer"]
    assert (half.failed, said(half)) == (False, [("name", "PC-07")])


TOLD = st.sampled_from(["error", "disks", "ipv4", "name", "used_percent", "connected"])
ITEMS = st.integers() | st.dictionaries(st.text(), st.text())
SOMETHING = st.none() | st.text() | st.lists(ITEMS) | st.booleans()


@given(st.dictionaries(st.sampled_from([*FACTS, "reach", "x"]), st.dictionaries(TOLD, SOMETHING)))
def test_everything_that_would_be_sent_is_on_exactly_one_card(facts: dict[str, dict[str, object]]) -> None:
    told = make_cards(Facts(collected_in_ms=1, facts=facts))
    assert sorted(name for card in told for name in card.probes) == sorted(facts)
    assert len({card.key for card in told}) == len(told)
