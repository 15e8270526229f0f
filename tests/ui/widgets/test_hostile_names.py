"""Names that somebody chose to deceive are shown as the text that they are."""

import unicodedata

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from itdesk.ui.widgets.attachment import AttachmentButton, AttachmentEntry
from itdesk.ui.widgets.avatar import Avatar, initials
from itdesk.ui.widgets.honest_name import honest_name
from itdesk.ui.widgets.plain_label import PlainLabel, plain_tooltip
from tests.e2e.server.hostile_corpus import FINE

TURNING = {"RLO", "LRO", "RLE", "LRE", "RLI", "LRI", "FSI", "PDF", "PDI"}
every_name = pytest.mark.parametrize("name", FINE.values(), ids=FINE)


@every_name
def test_a_label_shows_it_to_the_letter(qtbot: QtBot, name: str) -> None:
    label = PlainLabel(name, elides=True)
    qtbot.addWidget(label)
    label.resize(60, 20)
    label.grab()
    assert (label.text(), label.textFormat()) == (name, Qt.TextFormat.PlainText)
    assert not label.openExternalLinks()


@every_name
def test_a_tooltip_says_it_instead_of_obeying_it(name: str) -> None:
    shown = plain_tooltip(name)
    inner = shown.removeprefix("<qt>").removesuffix("</qt>")
    assert "<" not in inner
    assert ">" not in inner


@every_name
def test_a_person_of_that_name_has_initials(qtbot: QtBot, name: str) -> None:
    assert initials(name)
    avatar = Avatar(name)
    qtbot.addWidget(avatar)
    avatar.grab()


@every_name
def test_a_file_ends_as_its_name_is_read(qtbot: QtBot, name: str) -> None:
    button = AttachmentButton(AttachmentEntry(id="f", name=name, size="1 kB"))
    qtbot.addWidget(button)
    button.grab()
    for shown in (button.text(), button.accessibleName(), button.toolTip()):
        assert not [
            one for one in shown if unicodedata.bidirectional(one) in {"RLO", "LRO", "RLE", "LRE", "RLI"}
        ]
        assert "\n" not in shown


def test_the_override_is_seen() -> None:
    assert honest_name("invoice\u202efdp.exe") == "invoice\ufffdfdp.exe"
    assert honest_name("zrzut ekranu 👩‍👧.png") == "zrzut ekranu 👩‍👧.png"
