from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from itdesk.diagnostics.cards import make_cards
from itdesk.domain.changes import CommentAdded, DiagnosticsAttached
from itdesk.domain.refusals import Code, Refusal
from itdesk.ui.console.known_facts import known_facts
from itdesk.ui.console.window import ConsoleWindow
from itdesk.ui.widgets.row_ground import one_line
from itdesk.ui.widgets.timeline_entry import BubbleWidget
from itdesk.ui.words import refusal_sentence
from tests.ui.console.office import JOANNA, Office

InBackground = Callable[[Callable[[], object]], object]
BIDI = "\u202egnihton\u202c"


@pytest.fixture
def hostile(tmp_path: Path) -> str:
    """Text that rich text would read as a picture on this disk."""
    return f'<img src="file://{tmp_path}/secret.png"><b>bold</b> {BIDI} {{0}} %1'


def test_hostile_text_stays_text(
    open_console: Callable[[], ConsoleWindow],
    office: Office,
    hostile: str,
    in_background: InBackground,
    qtbot: QtBot,
) -> None:
    ticket = office.report(JOANNA, hostile[:200], hostile)
    office.happen(JOANNA, ticket, CommentAdded(body=hostile))
    facts = '{"facts": {"host": {"name": "<img src=file:///etc/passwd>"}, "odd": 7, "machine": {}}}'
    office.happen(JOANNA, ticket, DiagnosticsAttached(facts=facts))
    in_background(office.hand_over)
    console = open_console()
    console.open_ticket(ticket)
    qtbot.waitUntil(lambda: len(console.page.timeline.shown) == 3)
    assert console.page.header.title.text() == " ".join(hostile[:200].split())
    bubbles = console.page.timeline.findChildren(BubbleWidget)
    assert [bubble._body.toPlainText() for bubble in bubbles] == [hostile, hostile]
    assert console.page.side.facts.rows[0].value == "<img src=file:///etc/passwd>"
    for label in console.findChildren(QLabel):
        if label.isVisible() and "<" in label.text():
            assert label.textFormat().name == "PlainText", label.text()
        assert "<img" not in label.toolTip()


ODD_FACTS = ["", "null", "[]", "{}", '{"facts": 7}', "[" * 5000, '{"facts": {"disks": {"disks": "x"}}}']


@pytest.mark.parametrize("text", ODD_FACTS)
def test_facts_of_any_shape_are_survived(text: str) -> None:
    facts = known_facts(text)
    assert facts is None or isinstance(make_cards(facts), tuple)


def test_a_title_cannot_turn_its_row_around() -> None:
    assert one_line(f"a\n\nb {BIDI}").startswith("\u2068a b ")


def test_a_refusal_with_braces_is_words() -> None:
    assert "{field}" in refusal_sentence(Refusal(code=Code.BAD_SHAPE, yours="{field}"))
