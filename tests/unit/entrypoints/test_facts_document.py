"""The facts that `itdesk ticket` shows come from whatever client sent them."""

import pytest

from itdesk.entrypoints.cli.tickets import facts_document


@pytest.mark.parametrize("text", ["no JSON", "[" * 100_000, '{"a": 1e999}', '{"a": NaN}', r'{"a": "\ud800"}'])
def test_what_is_no_document_stays_a_text(text: str) -> None:
    assert facts_document(text) == text


def test_facts_are_a_document() -> None:
    assert facts_document('{"facts": {"os": {"name": "Łódź"}}}') == {"facts": {"os": {"name": "Łódź"}}}
    assert facts_document(None) is None
