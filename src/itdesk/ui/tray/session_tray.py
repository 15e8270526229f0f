"""Whether a Linux session has a tray yet, asked without Qt's tray.

Qt looks for a panel of the newer kind (StatusNotifierItem) once in a process and keeps the answer: asked
before the panel has started, as at log-in, it never finds it. So we look first, and ask Qt when one is there.
"""

import ctypes
import sys
from contextlib import suppress

from PySide6.QtGui import QGuiApplication

WATCHER = "org.kde.StatusNotifierWatcher"
WATCHER_PATH = "/StatusNotifierWatcher"
PROPERTIES = "org.freedesktop.DBus.Properties"
LIMIT_MS = 300
PLATFORMS_WITH_PANELS = ("xcb", "wayland")


def may_have_tray() -> bool:
    """Return whether it is worth asking Qt for a tray."""
    if not sys.platform.startswith("linux") or QGuiApplication.platformName() not in PLATFORMS_WITH_PANELS:
        return True
    return has_status_host() or has_embedding_panel()


def has_status_host() -> bool:
    """Return whether a panel on the session bus shows icons."""
    from PySide6.QtDBus import QDBus, QDBusConnection, QDBusMessage

    bus = QDBusConnection.sessionBus()
    if not bus.isConnected():
        return False
    call = QDBusMessage.createMethodCall(WATCHER, WATCHER_PATH, PROPERTIES, "Get")
    call.setAutoStartService(False)
    call.setArguments([WATCHER, "IsStatusNotifierHostRegistered"])
    answer = bus.call(call, QDBus.CallMode.Block, LIMIT_MS)
    is_reply = answer.type() is QDBusMessage.MessageType.ReplyMessage
    return is_reply and any(_value(one) is True for one in answer.arguments())


def has_embedding_panel() -> bool:
    """Return whether a panel of the X server embeds icons: it owns the tray's selection."""
    with suppress(OSError, AttributeError):
        return _owns_tray(ctypes.CDLL("libX11.so.6"))
    return False


def _owns_tray(x: ctypes.CDLL) -> bool:
    x.XOpenDisplay.restype = ctypes.c_void_p
    x.XOpenDisplay.argtypes = (ctypes.c_char_p,)
    x.XInternAtom.restype = ctypes.c_ulong
    x.XInternAtom.argtypes = (ctypes.c_void_p, ctypes.c_char_p, ctypes.c_int)
    x.XGetSelectionOwner.restype = ctypes.c_ulong
    x.XGetSelectionOwner.argtypes = (ctypes.c_void_p, ctypes.c_ulong)
    x.XDefaultScreen.argtypes = x.XCloseDisplay.argtypes = (ctypes.c_void_p,)
    display = x.XOpenDisplay(None)
    if not display:
        return False
    try:
        name = f"_NET_SYSTEM_TRAY_S{x.XDefaultScreen(display)}"
        return bool(x.XGetSelectionOwner(display, x.XInternAtom(display, name.encode(), 0)))
    finally:
        x.XCloseDisplay(display)


def _value(argument: object) -> object:
    """Return what a variant of the bus holds."""
    variant = getattr(argument, "variant", None)
    return variant() if callable(variant) else argument
