"""The screens as the desktop arranges them: what only Qt knows of this computer."""

from PySide6.QtGui import QGuiApplication, QScreen


def measured_displays() -> dict[str, object]:
    """Return the screens in the form of the probe "displays". Called on the GUI thread; asks no disk."""
    primary = QGuiApplication.primaryScreen()
    return {
        "displays": [_described(screen, is_primary=screen is primary) for screen in QGuiApplication.screens()]
    }


def _described(screen: QScreen, *, is_primary: bool) -> dict[str, object]:
    """Return one screen: its size in its own pixels, its place in those of the desktop."""
    place, scale = screen.geometry(), screen.devicePixelRatio()
    model = " ".join(filter(None, (screen.manufacturer(), screen.model())))
    return {
        "name": model or screen.name(),
        "width_px": round(place.width() * scale),
        "height_px": round(place.height() * scale),
        "scale": scale,
        "refresh_hz": screen.refreshRate(),
        "x": place.x(),
        "y": place.y(),
        "is_primary": is_primary,
    }
