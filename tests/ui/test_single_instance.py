"""One desktop a data folder: later starts hand over, and hostile lines are ignored."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pytestqt.qtbot import QtBot

from itdesk.ui.single_instance import SingleInstance, asked_in, hand_over, socket_name
from itdesk.ui.wanted import is_wanted
from tests.ui.gui_guard import in_background


@pytest.fixture
def instance(tmp_path: Path, qtbot: QtBot) -> SingleInstance:
    """The first start."""
    return SingleInstance(tmp_path)


@pytest.mark.parametrize("wanted", ["report", "ticket/1042"])
def test_the_second_start_hands_over(
    instance: SingleInstance, tmp_path: Path, qtbot: QtBot, wanted: str
) -> None:
    assert instance.take()
    assert not SingleInstance(tmp_path).take()
    with qtbot.waitSignal(instance.wanted) as heard:
        in_background(lambda: hand_over(tmp_path, wanted))
    assert heard.args == [wanted]
    instance.release()


def test_after_the_first_has_ended_the_next_one_is_it(instance: SingleInstance, tmp_path: Path) -> None:
    assert instance.take()
    instance.release()
    second = SingleInstance(tmp_path)
    assert second.take()
    second.release()


def test_two_folders_do_not_meet(tmp_path: Path) -> None:
    assert socket_name(tmp_path / "a") != socket_name(tmp_path / "b")


def test_nobody_hears(tmp_path: Path) -> None:
    assert not in_background(lambda: hand_over(tmp_path, "report"))


@given(st.binary(max_size=300))
def test_foreign_bytes_ask_for_nothing(line: bytes) -> None:
    asked = asked_in(line)
    assert asked is None or is_wanted(asked)


def test_a_line_nested_too_deeply_asks_for_nothing() -> None:
    assert asked_in(b"[" * 4_000 + b"\n") is None


def test_an_unknown_word_asks_for_nothing() -> None:
    assert asked_in(b'{"version": 1, "wanted": "format c:"}\n') is None
    assert asked_in(b'{"version": 1, "wanted": "report"}\n') == "report"
