"""Light and dark: palette, style sheet and fonts made from the tokens, and who chooses between them."""

from dataclasses import dataclass
from enum import StrEnum

from PySide6.QtCore import QObject, Qt, Signal, Slot
from PySide6.QtGui import QFont, QPalette
from PySide6.QtWidgets import QApplication

from itdesk.ui.fonts import base_font
from itdesk.ui.stylesheet import style_sheet
from itdesk.ui.tokens import Scheme, Tokens, tokens_for

Role = QPalette.ColorRole
Group = QPalette.ColorGroup

PALETTE_ROLES = {
    Role.Window: "surface_window",
    Role.WindowText: "text_primary",
    Role.Base: "surface_base",
    Role.AlternateBase: "surface_sunken",
    Role.Text: "text_primary",
    Role.Button: "surface_raised",
    Role.ButtonText: "text_primary",
    Role.BrightText: "text_on_accent",
    Role.PlaceholderText: "text_tertiary",
    Role.Highlight: "select_active",
    Role.HighlightedText: "text_primary",
    Role.Accent: "accent_fill",
    Role.Link: "accent_text",
    Role.LinkVisited: "violet_text",
    Role.ToolTipBase: "surface_raised",
    Role.ToolTipText: "text_primary",
    Role.Light: "surface_raised",
    Role.Midlight: "surface_hover",
    Role.Mid: "line_hairline",
    Role.Dark: "line_control",
    Role.Shadow: "line_control",
}
TEXT_ROLES = (Role.WindowText, Role.Text, Role.ButtonText, Role.HighlightedText, Role.PlaceholderText)


class Choice(StrEnum):
    """What a person may choose."""

    LIGHT = "light"
    DARK = "dark"
    SYSTEM = "system"


@dataclass(frozen=True)
class Theme:
    """One look. `scale` multiplies text and the lengths that follow it."""

    scheme: Scheme
    scale: float = 1.0

    @property
    def tokens(self) -> Tokens:
        """Its colours."""
        return tokens_for(self.scheme)

    def palette(self) -> QPalette:
        """Return the palette with its active, inactive and disabled groups."""
        palette = QPalette()
        for role, token in PALETTE_ROLES.items():
            palette.setColor(role, self.tokens.color(token))
        palette.setColor(Group.Inactive, Role.Highlight, self.tokens.color("select_inactive"))
        for role in TEXT_ROLES:
            palette.setColor(Group.Disabled, role, self.tokens.color("text_disabled"))
        return palette

    def font(self) -> QFont:
        """Return the application's font."""
        return base_font(self.scale)

    def style_sheet(self) -> str:
        """Return the application's style sheet."""
        return style_sheet(self.tokens, self.scale)


def apply_theme(app: QApplication, theme: Theme) -> None:
    """Dress the whole application."""
    app.setStyle("Fusion")
    app.setPalette(theme.palette())
    app.setFont(theme.font())
    app.setStyleSheet(theme.style_sheet())


def scheme_of(system: Qt.ColorScheme) -> Scheme:
    """Return the scheme for what the system says; where it says nothing, light."""
    return Scheme.DARK if system is Qt.ColorScheme.Dark else Scheme.LIGHT


class ThemeKeeper(QObject):
    """Keeps the application dressed as the person chose, or as the system is.

    Signals: `changed(Scheme)` after the application was dressed anew.
    """

    changed = Signal(object)

    def __init__(self, app: QApplication, choice: Choice = Choice.SYSTEM, scale: float = 1.0) -> None:
        super().__init__(app)
        self._app = app
        self._choice = choice
        self._scale = scale
        self._worn: Theme | None = None
        app.styleHints().colorSchemeChanged.connect(self.follow)
        self.follow()

    @property
    def scheme(self) -> Scheme:
        """What should be worn now."""
        if self._choice is Choice.SYSTEM:
            return scheme_of(self._app.styleHints().colorScheme())
        return Scheme(self._choice.value)

    def choose(self, choice: Choice) -> None:
        """Wear what the person chose."""
        self._choice = choice
        self.follow()

    @Slot()
    def follow(self) -> None:
        """Dress the application anew if that changes anything: a style sheet is not free."""
        theme = Theme(self.scheme, self._scale)
        if theme == self._worn:
            return
        self._worn = theme
        apply_theme(self._app, theme)
        self.changed.emit(theme.scheme)
