"""The keys that open a report: as Windows counts them, heard once, given back."""

import ctypes
from ctypes import wintypes
from dataclasses import dataclass, field

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pytestqt.qtbot import QtBot

from itdesk.settings import BY_NAME
from itdesk.ui.hotkey import ID, MESSAGES, WM_HOTKEY, GlobalHotkey, HotkeyFilter, Keys, keys_of

KEYS = [*"abcdefghijklmnopqrstuvwxyz0123456789", *(f"f{number}" for number in range(1, 13))]
GOOD = st.tuples(
    st.lists(st.sampled_from(["ctrl", "alt", "shift", "win"]), min_size=1, max_size=4), st.sampled_from(KEYS)
).map(lambda keys: "+".join([*keys[0], keys[1]]))


@dataclass
class FakeWindows:
    """Gives keys to who asks first."""

    taken: bool = False
    ours: dict[int, Keys] = field(default_factory=dict)

    def register(self, id: int, keys: Keys) -> bool:
        """Give the keys, unless another program has them."""
        if not self.taken:
            self.ours[id] = keys
        return not self.taken

    def unregister(self, id: int) -> None:
        """Take them back."""
        del self.ours[id]


def test_the_default_keys() -> None:
    assert keys_of(str(BY_NAME["hotkey"].default)) == Keys(modifiers=0x3, key=ord("H"))
    assert keys_of("shift+win+f12") == Keys(modifiers=0xC, key=0x7B)


@given(GOOD)
def test_what_the_setting_allows_are_keys(text: str) -> None:
    assert BY_NAME["hotkey"].accepts(text)
    assert keys_of(text) is not None


@given(st.text(max_size=20))
def test_what_the_setting_does_not_allow_are_none(text: str) -> None:
    if not BY_NAME["hotkey"].accepts(text):
        assert keys_of(text) is None


def test_the_keys_are_heard_and_given_back(qtbot: QtBot) -> None:
    windows = FakeWindows()
    hotkey = GlobalHotkey(windows)
    assert hotkey.start("ctrl+alt+h")
    with qtbot.waitSignal(hotkey.wanted) as heard:
        tell(hotkey, WM_HOTKEY, ID)
    assert heard.args == ["report"]
    hotkey.stop()
    hotkey.stop()
    assert windows.ours == {}


@pytest.mark.parametrize(("message", "id"), [(WM_HOTKEY, ID + 1), (0x0100, ID)])
def test_other_messages_are_passed_on(qtbot: QtBot, message: int, id: int) -> None:
    hotkey = GlobalHotkey(FakeWindows())
    with qtbot.assertNotEmitted(hotkey.wanted):
        tell(hotkey, message, id)


def test_keys_of_another_program_are_left_to_it() -> None:
    assert not GlobalHotkey(FakeWindows(taken=True)).start("ctrl+alt+h")
    assert not GlobalHotkey(FakeWindows()).start("")


def tell(hotkey: GlobalHotkey, message: int, id: int) -> None:
    told = wintypes.MSG()
    told.message, told.wParam = message, id
    kept = HotkeyFilter(hotkey)
    assert kept.nativeEventFilter(MESSAGES[0], ctypes.addressof(told)) == (False, 0)
    assert kept.nativeEventFilter(b"xcb_generic_event_t", ctypes.addressof(told)) == (False, 0)
