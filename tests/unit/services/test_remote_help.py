"""The command by which IT helps from afar: filled in, and nothing slipped in."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as some

from itdesk.services.failures import WorldFailed
from itdesk.services.remote_help import VALUE, Start, start_of

FACTS = json.dumps(
    {
        "facts": {
            "host": {"name": "PC-KSIEG-07"},
            "network": {"address": "10.4.3.12"},
            "remote_support": {
                "tools": [
                    {"name": "RustDesk", "id": "123 456 789"},
                    {"name": "TeamViewer", "id": "", "version": "15"},
                ]
            },
        }
    }
)


@pytest.mark.parametrize(
    ("template", "start"),
    [
        ("rustdesk --connect {rustdesk_id}", Start(command=("rustdesk", "--connect", "123456789"))),
        ('"C:/Program Files/x.exe" /v:{host}', Start(command=("C:/Program Files/x.exe", "/v:PC-KSIEG-07"))),
        ("https://mesh.example/?node={host}", Start(address="https://mesh.example/?node=PC-KSIEG-07")),
        ("msra /offerra {address} {login}", Start(command=("msra", "/offerra", "10.4.3.12", "joanna"))),
    ],
)
def test_places_are_filled(template: str, start: Start) -> None:
    assert start_of(template, FACTS, "joanna") == start


@pytest.mark.parametrize(
    ("template", "facts", "words"),
    [
        ("", FACTS, "has not chosen a program"),
        ("tv {teamviewer_id}", FACTS, "do not tell “teamviewer_id”"),
        ("x {host}", None, "do not tell “host”"),
        ("x {host}", "[]", "do not tell “host”"),
        ("x {host}", "not json", "do not tell “host”"),
        ('x "{host}', FACTS, "cannot be read"),
    ],
)
def test_what_is_missing_is_said_in_one_sentence(template: str, facts: str | None, words: str) -> None:
    with pytest.raises(WorldFailed, match=words):
        start_of(template, facts, "joanna")


@given(some.text(max_size=30))
def test_no_name_becomes_an_option_a_path_or_a_second_argument(name: str) -> None:
    facts = json.dumps({"facts": {"host": {"name": name}}})
    try:
        start = start_of("tool {host}", facts, "joanna")
    except WorldFailed:
        return
    assert start.command == ("tool", name)
    assert VALUE.fullmatch(name)
    assert not name.startswith(("-", "/", "."))
