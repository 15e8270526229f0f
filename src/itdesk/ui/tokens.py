"""Design tokens: every colour of the house, once, for light and for dark.

No other file names a colour by its value. Each pair in use is computed by a test: text at least
4.5 : 1, marks, lines of controls and focus at least 3 : 1.
"""

from dataclasses import dataclass
from enum import StrEnum

from PySide6.QtGui import QColor, QPalette


class Scheme(StrEnum):
    """Light or dark."""

    LIGHT = "light"
    DARK = "dark"


@dataclass(frozen=True, kw_only=True)
class Tokens:
    """The colours of one scheme as `#RRGGBB`, named by what they are for."""

    surface_window: str
    surface_base: str
    surface_raised: str
    surface_sunken: str
    surface_hover: str
    surface_press: str
    text_primary: str
    text_secondary: str
    text_tertiary: str
    text_disabled: str
    text_on_accent: str
    line_hairline: str
    line_control: str
    accent_fill: str
    accent_fill_hover: str
    accent_text: str
    accent_tint: str
    accent_line: str
    focus: str
    select_active: str
    select_inactive: str
    red_text: str
    red_mark: str
    red_fill: str
    red_tint: str
    amber_text: str
    amber_mark: str
    amber_tint: str
    green_text: str
    green_mark: str
    green_tint: str
    violet_text: str
    violet_mark: str
    violet_tint: str
    grey_text: str
    grey_mark: str
    grey_tint: str
    note_surface: str
    note_line: str
    note_text: str
    note_fill: str
    note_on_fill: str

    def color(self, role: str) -> QColor:
        """Return the colour of `role`, a field's name such as `accent_text`."""
        return QColor(str(getattr(self, role)))


LIGHT = Tokens(
    surface_window="#F3F2EF",
    surface_base="#FFFFFF",
    surface_raised="#FFFFFF",
    surface_sunken="#F7F6F4",
    surface_hover="#ECEAE6",
    surface_press="#E4E2DD",
    text_primary="#1D1C1A",
    text_secondary="#55524D",
    text_tertiary="#66635D",
    text_disabled="#A5A29B",
    text_on_accent="#FFFFFF",
    line_hairline="#E4E2DD",
    line_control="#8B8780",
    accent_fill="#2B5CC8",
    accent_fill_hover="#234EAE",
    accent_text="#2553B8",
    accent_tint="#EAF0FC",
    accent_line="#5F86DB",
    focus="#2B5CC8",
    select_active="#DFE8FA",
    select_inactive="#E9E7E3",
    red_text="#B3261E",
    red_mark="#D0342B",
    red_fill="#B3261E",
    red_tint="#FCEBE9",
    amber_text="#8A4B00",
    amber_mark="#B96A00",
    amber_tint="#FDF1DD",
    green_text="#1B6B3A",
    green_mark="#2B8A4E",
    green_tint="#E6F4EA",
    violet_text="#6A3FA8",
    violet_mark="#8357C4",
    violet_tint="#F2EBFB",
    grey_text="#5C5953",
    grey_mark="#7C7973",
    grey_tint="#EFEDE9",
    note_surface="#FFF6D6",
    note_line="#A17C00",
    note_text="#6B5200",
    note_fill="#F2C94C",
    note_on_fill="#2B2100",
)

DARK = Tokens(
    surface_window="#161719",
    surface_base="#1D1E21",
    surface_raised="#27292D",
    surface_sunken="#18191B",
    surface_hover="#2A2C30",
    surface_press="#313338",
    text_primary="#EDECE9",
    text_secondary="#B9B7B2",
    text_tertiary="#A09E99",
    text_disabled="#66666A",
    text_on_accent="#FFFFFF",
    line_hairline="#303236",
    line_control="#787A80",
    accent_fill="#3D6CD6",
    accent_fill_hover="#345FC2",
    accent_text="#9DB9FF",
    accent_tint="#202B44",
    accent_line="#5B83DE",
    focus="#8FB0FF",
    select_active="#26314D",
    select_inactive="#2E3034",
    red_text="#FF9C93",
    red_mark="#F0685E",
    red_fill="#C4372D",
    red_tint="#3A2020",
    amber_text="#F2B866",
    amber_mark="#E39A36",
    amber_tint="#372A16",
    green_text="#7FD39B",
    green_mark="#49B071",
    green_tint="#1B3324",
    violet_text="#C9A9F7",
    violet_mark="#A67EE3",
    violet_tint="#2E2440",
    grey_text="#B0AEA9",
    grey_mark="#85868B",
    grey_tint="#2C2E32",
    note_surface="#352B12",
    note_line="#C9A227",
    note_text="#F0D37A",
    note_fill="#E2B93B",
    note_on_fill="#221A00",
)


def tokens_for(scheme: Scheme) -> Tokens:
    """Return the colours of `scheme`."""
    return DARK if scheme is Scheme.DARK else LIGHT


def tokens_of(palette: QPalette) -> Tokens:
    """Return the colours that go with `palette`, so that a painter needs nothing but its widget.

    A style sheet replaces a widget's surfaces and texts in its palette, but never its hairlines (Mid).
    """
    return DARK if palette.color(QPalette.ColorRole.Mid).lightness() < 128 else LIGHT
