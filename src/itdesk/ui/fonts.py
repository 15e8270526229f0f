"""The type scale: the system's own font in the few sizes and weights of the house."""

import sys
from enum import Enum

from PySide6.QtGui import QFont, QFontDatabase, QFontInfo
from PySide6.QtWidgets import QApplication

BASE_PX = 13
USUAL_SYSTEM_PX = {"win32": 12, "darwin": 13}
USUAL_SYSTEM_PX_ELSEWHERE = 15
"""The system font's height where nobody asked for larger text."""


class TextRole(Enum):
    """What a text is: its size in pixels at 100 % and its weight."""

    WINDOW_TITLE = (24, 600)
    TITLE = (20, 600)
    FIGURE = (24, 500)
    SECTION = (15, 600)
    BODY = (15, 400)
    NAME = (13, 600)
    TEXT = (13, 400)
    META = (12, 400)
    META_STRONG = (12, 600)
    SMALL = (11, 600)

    @property
    def px(self) -> int:
        """Its height in pixels at 100 %."""
        return self.value[0]

    @property
    def weight(self) -> int:
        """Its weight, 400 normal, 600 semibold."""
        return self.value[1]


def base_font(scale: float) -> QFont:
    """Return the system's general font at the size of console text, times `scale`."""
    font = QFontDatabase.systemFont(QFontDatabase.SystemFont.GeneralFont)
    font.setPixelSize(round(BASE_PX * scale))
    return font


def text_font(role: TextRole) -> QFont:
    """Return the application's font in the size and weight of `role`."""
    font = QFont(QApplication.font())
    font.setPixelSize(scaled(role.px))
    font.setWeight(QFont.Weight(role.weight))
    return font


def scaled(px: float) -> int:
    """Return a length of the drawing at 100 % as pixels at the text size now in use."""
    return max(1, round(px * QApplication.font().pixelSize() / BASE_PX))


def system_text_scale() -> float:
    """Return how much larger than usual the system's text is set: 1.0 to 2.0."""
    system = QFontInfo(QFontDatabase.systemFont(QFontDatabase.SystemFont.GeneralFont)).pixelSize()
    usual = USUAL_SYSTEM_PX.get(sys.platform, USUAL_SYSTEM_PX_ELSEWHERE)
    return min(2.0, max(1.0, system / usual))
