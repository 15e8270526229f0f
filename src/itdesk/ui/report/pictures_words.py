"""What keeps us from taking a picture of the screen, in words that say what to do instead."""

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication

from itdesk.ui.screen_capture import Hindrance

WORDS = {
    Hindrance.WAYLAND: (
        QT_TRANSLATE_NOOP("Hindrance", "This desktop does not let programs see the screen."),
        QT_TRANSLATE_NOOP("Hindrance", "Press Print Screen, then paste the picture here with Ctrl+V."),
    ),
    Hindrance.EMPTY: (
        QT_TRANSLATE_NOOP("Hindrance", "The picture of the screen came out empty."),
        QT_TRANSLATE_NOOP("Hindrance", "Press Print Screen, then paste the picture here with Ctrl+V."),
    ),
    Hindrance.PERMISSION: (
        QT_TRANSLATE_NOOP("Hindrance", "Your Mac does not let itdesk see the screen yet."),
        QT_TRANSLATE_NOOP(
            "Hindrance",
            "Allow it in System Settings, Privacy & Security, Screen Recording, and start itdesk again. "
            "Or press Shift+Command+Control+4 and paste the picture here.",
        ),
    ),
}


def hindrance_words(found: Hindrance) -> tuple[str, str]:
    """Return what is the matter, and what can be done."""
    what, instead = WORDS[found]
    return (
        QCoreApplication.translate("Hindrance", str(what)),
        QCoreApplication.translate("Hindrance", str(instead)),
    )
