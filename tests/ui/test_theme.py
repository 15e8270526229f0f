"""The look holds what it promises: contrast, one place for colours, light and dark at run time."""

import re
from dataclasses import fields
from importlib import resources
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QPalette
from PySide6.QtWidgets import QApplication, QPushButton
from pytestqt.qtbot import QtBot

import itdesk.ui
from itdesk.ui.theme import Choice, Theme, ThemeKeeper, apply_theme, scheme_of
from itdesk.ui.tokens import DARK, LIGHT, Scheme, Tokens, tokens_of

UI = Path(itdesk.ui.__file__).parent
HEX = re.compile(r"#[0-9A-Fa-f]{6}\b|#[0-9A-Fa-f]{3}\b")

SURFACES = (
    "surface_window",
    "surface_base",
    "surface_raised",
    "surface_sunken",
    "surface_hover",
    "surface_press",
    "select_active",
    "select_inactive",
)
RESTING = ("surface_window", "surface_base", "surface_raised", "surface_sunken")
ROWS = (*RESTING, "select_active", "select_inactive")
TINTS = ("accent_tint", "red_tint", "amber_tint", "green_tint", "violet_tint", "grey_tint", "note_surface")
TONES = ("red", "amber", "green", "violet", "grey")

TEXT_PAIRS = [
    *[
        (text, surface)
        for text in ("text_primary", "text_secondary", "text_tertiary")
        for surface in SURFACES
    ],
    *[(text, tint) for text in ("text_primary", "text_secondary") for tint in TINTS],
    *[("text_on_accent", fill) for fill in ("accent_fill", "accent_fill_hover", "red_fill")],
    *[("accent_text", surface) for surface in (*ROWS, "accent_tint")],
    *[(f"{tone}_text", surface) for tone in TONES for surface in (*ROWS, f"{tone}_tint")],
    ("note_text", "note_surface"),
    ("note_on_fill", "note_fill"),
]
MARK_PAIRS = [
    *[("line_control", surface) for surface in RESTING],
    *[("accent_fill", surface) for surface in ("surface_window", "surface_base", "surface_sunken")],
    *[("accent_line", surface) for surface in ("surface_base", "accent_tint")],
    *[("focus", surface) for surface in (*RESTING, "accent_tint", "note_surface")],
    *[(f"{tone}_mark", surface) for tone in TONES for surface in (*ROWS, f"{tone}_tint")],
    ("note_line", "note_surface"),
    ("surface_base", "green_mark"),
    ("surface_base", "red_mark"),
    ("text_on_accent", "grey_mark"),
    ("text_on_accent", "red_mark"),
]


def luminance(color: QColor) -> float:
    def linear(channel: float) -> float:
        return channel / 12.92 if channel <= 0.04045 else ((channel + 0.055) / 1.055) ** 2.4

    return 0.2126 * linear(color.redF()) + 0.7152 * linear(color.greenF()) + 0.0722 * linear(color.blueF())


def contrast(tokens: Tokens, one: str, other: str) -> float:
    """Return the contrast of two tokens as WCAG 2 computes it."""
    low, high = sorted((luminance(tokens.color(one)), luminance(tokens.color(other))))
    return (high + 0.05) / (low + 0.05)


@pytest.mark.parametrize("tokens", [LIGHT, DARK], ids=["light", "dark"])
@pytest.mark.parametrize("pair", TEXT_PAIRS, ids=" on ".join)
def test_text_can_be_read(tokens: Tokens, pair: tuple[str, str]) -> None:
    assert contrast(tokens, *pair) >= 4.5


@pytest.mark.parametrize("tokens", [LIGHT, DARK], ids=["light", "dark"])
@pytest.mark.parametrize("pair", MARK_PAIRS, ids=" on ".join)
def test_marks_lines_and_focus_can_be_seen(tokens: Tokens, pair: tuple[str, str]) -> None:
    assert contrast(tokens, *pair) >= 3


def test_contrast_is_computed_as_the_standard_says() -> None:
    black_on_white = Tokens(**{field.name: "#000000" for field in fields(Tokens)} | {"focus": "#FFFFFF"})
    assert contrast(black_on_white, "text_primary", "focus") == pytest.approx(21)


# Read while pytest collects: the guard forbids it to the tests themselves.
SOURCES = {path.relative_to(UI).as_posix(): path.read_text("utf-8") for path in sorted(UI.rglob("*.py"))}
ICON_FILES = {
    file.name: file.read_text("utf-8")
    for file in (resources.files("itdesk.resources") / "icons").iterdir()
    if file.name.endswith(".svg")
}


def test_colours_stand_in_one_file() -> None:
    found = {name: HEX.findall(text) for name, text in SOURCES.items() if HEX.search(text)}
    assert list(found) == ["tokens.py"]


@pytest.mark.parametrize("name", sorted(ICON_FILES))
def test_icons_take_their_colour_from_the_theme(name: str) -> None:
    assert "currentColor" in ICON_FILES[name]
    assert 'viewBox="0 0 20 20"' in ICON_FILES[name]
    assert not HEX.search(ICON_FILES[name])


def test_the_palette_knows_inactive_windows(theme: Theme) -> None:
    palette = theme.palette()
    active = palette.color(QPalette.ColorGroup.Active, QPalette.ColorRole.Highlight)
    inactive = palette.color(QPalette.ColorGroup.Inactive, QPalette.ColorRole.Highlight)
    assert (active, inactive) == (
        theme.tokens.color("select_active"),
        theme.tokens.color("select_inactive"),
    )
    assert tokens_of(palette) is theme.tokens


def test_a_widget_without_a_surface_of_its_own_knows_its_theme(theme: Theme, qtbot: QtBot) -> None:
    button = QPushButton("Cancel")
    button.setProperty("kind", "quiet")
    qtbot.addWidget(button)
    button.ensurePolished()
    assert tokens_of(button.palette()) is theme.tokens


def test_no_place_of_the_style_sheet_is_left_open(theme: Theme) -> None:
    sheet = theme.style_sheet()
    assert not re.search(r"\{[a-z_]+\}", sheet)
    assert not re.search(r"\d(?:line|\.\d+px)", sheet)


def test_lengths_follow_the_text_size_but_hairlines_do_not() -> None:
    small, large = Theme(Scheme.LIGHT).style_sheet(), Theme(Scheme.LIGHT, 1.5).style_sheet()
    assert "font-size: 24px" in small
    assert "font-size: 36px" in large
    assert small.count("border: 1px solid") == large.count("border: 1px solid") > 0


def test_a_system_that_says_nothing_is_light() -> None:
    assert scheme_of(Qt.ColorScheme.Unknown) is Scheme.LIGHT
    assert scheme_of(Qt.ColorScheme.Dark) is Scheme.DARK


def test_the_choice_is_worn_at_once(dressed_app: QApplication, qtbot: QtBot) -> None:
    keeper = ThemeKeeper(dressed_app, Choice.LIGHT)
    with qtbot.waitSignal(keeper.changed) as told:
        keeper.choose(Choice.DARK)
    assert told.args == [Scheme.DARK]
    assert tokens_of(dressed_app.palette()) is DARK
    with qtbot.assertNotEmitted(keeper.changed):
        keeper.choose(Choice.DARK)
    keeper.setParent(None)
    apply_theme(dressed_app, Theme(Scheme.LIGHT))
    dressed_app.setProperty("worn", None)


def test_a_button_is_painted_in_the_themes_colours(theme: Theme, qtbot: QtBot) -> None:
    button = QPushButton("Send")
    button.setProperty("kind", "primary")
    qtbot.addWidget(button)
    button.resize(120, 32)
    assert button.grab().toImage().pixelColor(12, 16) == theme.tokens.color("accent_fill")
