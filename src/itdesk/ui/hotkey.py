"""Keys that open a report whatever is on the screen. Windows alone offers them to every program."""

import ctypes
import logging
import sys
from ctypes import wintypes
from dataclasses import dataclass
from typing import Protocol

from PySide6.QtCore import QAbstractNativeEventFilter, QByteArray, QCoreApplication, QObject, Signal

logger = logging.getLogger(__name__)

WM_HOTKEY = 0x0312
ID = 0x17DE
"""Ours among the keys of this thread; below 0xC000, as for every program."""
MESSAGES = (b"windows_generic_MSG", b"windows_dispatcher_MSG")
NO_REPEAT = 0x4000
MODIFIERS = {"alt": 0x1, "ctrl": 0x2, "shift": 0x4, "win": 0x8}
FIRST_FUNCTION_KEY = 0x70


@dataclass(frozen=True)
class Keys:
    """Keys as Windows counts them."""

    modifiers: int
    key: int


class HotkeyApi(Protocol):
    """What is asked of Windows."""

    def register(self, id: int, keys: Keys) -> bool:
        """Let these keys be told to this thread; return whether no other program has them."""

    def unregister(self, id: int) -> None:
        """Give them back."""


def keys_of(text: str) -> Keys | None:
    """Return the keys of the setting `hotkey`, like "ctrl+alt+h"; `None` when they are none."""
    *modifiers, key = text.split("+")
    if not modifiers or not all(one in MODIFIERS for one in modifiers):
        return None
    mask = 0
    for one in modifiers:
        mask |= MODIFIERS[one]
    code = _code_of(key)
    return None if code is None else Keys(mask, code)


def _code_of(key: str) -> int | None:
    if len(key) == 1 and key.isascii() and (key.isdigit() or key.islower()):
        return ord(key.upper())
    functions = {f"f{number}": FIRST_FUNCTION_KEY + number - 1 for number in range(1, 13)}
    return functions.get(key)


class GlobalHotkey(QObject):
    """Hears the keys while the program runs. Signals: `wanted("report")`."""

    wanted = Signal(str)

    def __init__(self, api: HotkeyApi, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._api = api
        self._filter = HotkeyFilter(self)
        self._is_on = False

    def start(self, text: str) -> bool:
        """Listen for the keys of the setting; return whether they are ours now."""
        keys = keys_of(text)
        if keys is None:
            return False
        self._is_on = self._api.register(ID, keys)
        if not self._is_on:
            logger.warning("the keys %s belong to another program", text)
            return False
        QCoreApplication.instance().installNativeEventFilter(self._filter)  # type: ignore[union-attr]
        return True

    def stop(self) -> None:
        """Give the keys back."""
        if self._is_on:
            self._is_on = False
            QCoreApplication.instance().removeNativeEventFilter(self._filter)  # type: ignore[union-attr]
            self._api.unregister(ID)


class HotkeyFilter(QAbstractNativeEventFilter):
    """Looks at every message of Windows, before Qt, for the one that tells of the keys."""

    def __init__(self, hotkey: GlobalHotkey) -> None:
        super().__init__()
        self._hotkey = hotkey

    def nativeEventFilter(self, kind: QByteArray | bytes | bytearray | memoryview, message: int) -> object:
        """Tell of the keys, and let everything pass on."""
        name = kind.data() if isinstance(kind, QByteArray) else bytes(kind)
        if name in MESSAGES and message:
            told = wintypes.MSG.from_address(int(message))
            if told.message == WM_HOTKEY and told.wParam == ID:
                self._hotkey.wanted.emit("report")
        return False, 0


if sys.platform == "win32":

    class User32:
        """The real Windows."""

        def __init__(self) -> None:
            self._user32 = ctypes.WinDLL("user32", use_last_error=True)
            self._user32.RegisterHotKey.argtypes = (
                wintypes.HWND,
                ctypes.c_int,
                wintypes.UINT,
                wintypes.UINT,
            )
            self._user32.UnregisterHotKey.argtypes = (wintypes.HWND, ctypes.c_int)

        def register(self, id: int, keys: Keys) -> bool:
            """Let these keys be told to this thread."""
            return bool(self._user32.RegisterHotKey(None, id, keys.modifiers | NO_REPEAT, keys.key))

        def unregister(self, id: int) -> None:
            """Give them back."""
            self._user32.UnregisterHotKey(None, id)
