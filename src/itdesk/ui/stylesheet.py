"""The style sheet: what Fusion and the palette do not say. Lengths are pixels at 100 %.

Buttons take their look from the dynamic property `kind`, labels from `role` and `tone`,
panes from `surface`.
"""

import re
from dataclasses import asdict

from itdesk.ui.fonts import TextRole
from itdesk.ui.tokens import Tokens

LENGTH = re.compile(r"(?<![\w-])(\d+(?:\.\d+)?)px")

SHEET = """
QToolTip {
  background: {surface_raised}; color: {text_primary}; border: 1line solid {line_control}; padding: 4px 6px; }
QWidget[surface="base"] { background: {surface_base}; }
QWidget[surface="window"] { background: {surface_window}; }
QWidget[surface="sunken"] { background: {surface_sunken}; }
QFrame[surface="hairline"] {
  background: {line_hairline}; border: none; max-height: 1line; min-height: 1line; }
QFrame[surface="vertical-hairline"] {
  background: {line_hairline}; border: none; max-width: 1line; min-width: 1line; }
QFrame[surface="card"] {
  background: {surface_raised}; border: 1line solid {line_hairline}; border-radius: 8px; }

QLabel[tone="secondary"] { color: {text_secondary}; }
QLabel[tone="tertiary"] { color: {text_tertiary}; }
QLabel[tone="accent"] { color: {accent_text}; }
QLabel[tone="red"] { color: {red_text}; }
QLabel[tone="amber"] { color: {amber_text}; }
QLabel[tone="green"] { color: {green_text}; }
QLabel[tone="violet"] { color: {violet_text}; }
QLabel[tone="note"] { color: {note_text}; }
QLabel:disabled { color: {text_disabled}; }

QPushButton {
  background: {surface_raised}; color: {text_primary}; border: 1line solid {line_control};
  border-radius: 6px; padding: 4px 12px; min-height: 22px; margin: 1line; outline: none; }
QPushButton:hover { background: {surface_hover}; }
QPushButton:pressed, QPushButton:checked { background: {surface_press}; }
QPushButton:disabled { color: {text_disabled}; border-color: {line_hairline}; }
QPushButton:focus { border: 2line solid {focus}; margin: 0line; }
QPushButton[kind="primary"] {
  background: {accent_fill}; color: {text_on_accent}; border-color: {accent_fill}; font-weight: 600; }
QPushButton[kind="primary"]:hover { background: {accent_fill_hover}; border-color: {accent_fill_hover}; }
QPushButton[kind="primary"]:disabled {
  background: {surface_press}; color: {text_tertiary}; border-color: {surface_press}; }
QPushButton[kind="danger"] {
  background: {red_fill}; color: {text_on_accent}; border-color: {red_fill}; font-weight: 600; }
QPushButton[kind="danger"]:disabled {
  background: {surface_press}; color: {text_tertiary}; border-color: {surface_press}; }
QPushButton[kind="note"] {
  background: {note_fill}; color: {note_on_fill}; border-color: {note_fill}; font-weight: 600; }
QPushButton[kind="note"]:disabled {
  background: {surface_press}; color: {text_tertiary}; border-color: {surface_press}; }
QPushButton[kind="quiet"] { background: transparent; border-color: transparent; color: {text_secondary}; }
QPushButton[kind="quiet"]:hover { background: {surface_hover}; color: {text_primary}; }
QPushButton[kind="quiet"]:pressed { background: {surface_press}; }
QPushButton[kind="quiet"]:disabled { color: {text_disabled}; }
QPushButton[kind="place"] {
  background: transparent; border-color: transparent; text-align: left; padding: 4px 12px; }
QPushButton[kind="place"]:hover { background: {surface_hover}; }
QPushButton[kind="place"]:checked { background: {select_active}; }
QPushButton[kind="place"]:focus { border: 2line solid {focus}; }
QPushButton[kind="link"] {
  background: transparent; border-color: transparent; color: {accent_text}; padding: 4px 4px;
  text-align: left; }
QPushButton[kind="link"]:hover { text-decoration: underline; }
QPushButton[kind="quiet"]:focus, QPushButton[kind="link"]:focus { border: 2line solid {focus}; }
QPushButton[kind="primary"]:focus, QPushButton[kind="danger"]:focus, QPushButton[kind="note"]:focus {
  border: 2line solid {focus_on_fill}; }
QPushButton[kind="picture"] { padding: 2px; background: transparent; border-color: {line_hairline}; }
QPushButton[kind="picture"]:focus { border: 2line solid {focus}; }
QPushButton[big="true"] { min-height: 30px; padding: 4px 20px; border-radius: 8px; font-size: 15px; }
QToolButton {
  background: transparent; border: 1line solid transparent; border-radius: 6px; padding: 3px;
  min-width: 20px; min-height: 20px; margin: 1line; color: {text_secondary}; }
QToolButton:hover { background: {surface_hover}; }
QToolButton:pressed, QToolButton:checked { background: {surface_press}; }
QToolButton:focus { border: 2line solid {focus}; margin: 0line; }
QToolButton::menu-indicator { image: none; }

QFrame[surface="track"] {
  background: {surface_sunken}; border: 1line solid {line_control}; border-radius: 8px; }
QPushButton[kind="segment"] {
  background: transparent; border: 1line solid transparent; color: {text_secondary}; padding: 2px 6px;
  margin: 0line; }
QPushButton[kind="segment"]:hover { background: {surface_hover}; }
QPushButton[kind="segment"]:checked {
  background: {accent_tint}; border-color: {accent_line}; color: {text_primary}; }
QPushButton[kind="segment"]:focus { border: 2line solid {focus}; }
QFrame[frame="public"] { background: {accent_tint}; border: 2line solid {accent_line}; border-radius: 8px; }
QFrame[frame="note"] { background: {note_surface}; border: 2line dashed {note_line}; border-radius: 8px; }
QFrame[frame="employee"] {
  background: {surface_base}; border: 1line solid {line_control}; border-radius: 8px; }
QFrame[frame="note"] QPushButton[kind="segment"]:checked {
  background: {note_fill}; border-color: {note_fill}; color: {note_on_fill}; }
QFrame[bubble="own"] { background: {accent_tint}; border: 1line solid {accent_tint}; border-radius: 8px; }
QFrame[bubble="other"] {
  background: {surface_sunken}; border: 1line solid {line_hairline}; border-radius: 8px; }
QFrame[bubble="note"] {
  background: {note_surface}; border: none; border-left: 4line solid {note_line}; border-radius: 4px; }
QFrame[tint="red"] { background: {red_tint}; border-radius: 8px; }
QFrame[tint="amber"] { background: {amber_tint}; border-radius: 8px; }
QFrame[tint="green"] { background: {green_tint}; border-radius: 8px; }
QFrame[tint="accent"] { background: {accent_tint}; border-radius: 8px; }
QFrame[tint="grey"] { background: {grey_tint}; border-radius: 8px; }
QDialog[surface="palette"] { background: {surface_raised}; border: 1line solid {line_control}; }
QDialog[surface="palette"] QListView { background: {surface_raised}; }
QListView[surface="completion"] { background: {surface_raised}; border: 1line solid {line_control};
  border-radius: 8px; padding: 3px; }
QFrame[surface="toast"] {
  background: {surface_raised}; border: 1line solid {line_control}; border-radius: 8px; }

QLineEdit, QPlainTextEdit, QTextEdit, QComboBox, QAbstractSpinBox {
  background: {surface_base}; color: {text_primary}; border: 1line solid {line_control}; border-radius: 6px;
  padding: 4px 8px; margin: 1line; selection-background-color: {select_active};
  selection-color: {text_primary}; }
QLineEdit, QComboBox, QAbstractSpinBox { min-height: 22px; }
QLineEdit:focus, QPlainTextEdit:focus, QTextEdit:focus, QComboBox:focus, QAbstractSpinBox:focus {
  border: 2line solid {focus}; margin: 0line; }
QLineEdit:disabled, QPlainTextEdit:disabled, QComboBox:disabled {
  color: {text_disabled}; border-color: {line_hairline}; }
QTextBrowser[foreign="true"], QTextBrowser[foreign="true"]:focus {
  background: transparent; border: none; padding: 0px; margin: 0line; border-radius: 0px; }
QTextBrowser[role="body"] { font-size: 15px; }
QLineEdit[state="error"], QPlainTextEdit[state="error"] { border: 2line solid {red_mark}; margin: 0line; }
QComboBox::drop-down, QDateTimeEdit::drop-down { border: none; width: 24px; }
QComboBox::down-arrow, QDateTimeEdit[calendarPopup="true"]::down-arrow {
  image: none; width: 0; height: 0;
  border-left: 4px solid {surface_base}; border-right: 4px solid {surface_base};
  border-top: 5px solid {text_secondary}; }
QComboBox QAbstractItemView {
  background: {surface_raised}; border: 1line solid {line_control}; outline: none; padding: 4px; }
QComboBox QAbstractItemView::item { min-height: 28px; }
QAbstractSpinBox::up-button, QAbstractSpinBox::down-button {
  border: none; background: transparent; width: 20px; }
QAbstractSpinBox::up-arrow, QAbstractSpinBox::down-arrow {
  image: none; width: 0; height: 0; border-left: 4px solid {surface_base};
  border-right: 4px solid {surface_base}; }
QAbstractSpinBox::up-arrow { border-bottom: 5px solid {text_secondary}; }
QAbstractSpinBox::down-arrow { border-top: 5px solid {text_secondary}; }
QRadioButton::indicator { width: 14px; height: 14px; border: 1line solid {line_control}; border-radius: 7px; }
QRadioButton::indicator:checked {
  width: 6px; height: 6px; border: 5px solid {accent_fill}; background: {text_on_accent}; }
QCheckBox::indicator {
  width: 14px; height: 14px; border: 1line solid {line_control}; border-radius: 4px;
  background: {surface_base}; }
QCheckBox::indicator:checked { background: {accent_fill}; border-color: {accent_fill}; }
QRadioButton:focus, QCheckBox:focus { outline: none; }
QRadioButton::indicator:focus, QCheckBox::indicator:focus { border-color: {focus}; }
QCheckBox, QRadioButton { spacing: 8px; }
.QCheckBox, .QRadioButton, CheckBox { min-height: 24px; }

QMenu { background: {surface_raised}; border: 1line solid {line_control}; padding: 4px; }
QMenu::item { padding: 6px 28px 6px 10px; border-radius: 6px; color: {text_primary}; }
QMenu::icon { padding-left: 8px; }
QMenu::item:selected { background: {select_active}; }
QMenu::item:disabled { color: {text_tertiary}; }
QMenu::separator { height: 1line; background: {line_hairline}; margin: 4px 6px; }

QAbstractItemView { background: {surface_base}; border: none; outline: none; }
QTableView { gridline-color: transparent; }
QHeaderView { background: transparent; border: none; }
QHeaderView::section {
  background: transparent; color: {text_secondary}; border: none; border-bottom: 1line solid {line_hairline};
  padding: 6px 8px; font-weight: 600; font-size: 12px; }
QScrollArea { border: none; background: transparent; }
QScrollArea > QWidget > QWidget[surface="transparent"] { background: transparent; }
QScrollBar:vertical { background: transparent; width: 10px; margin: 0; border: none; }
QScrollBar:horizontal { background: transparent; height: 10px; margin: 0; border: none; }
QScrollBar::handle { background: {grey_mark}; border-radius: 3px; margin: 2px; }
QScrollBar::handle:vertical { min-height: 28px; }
QScrollBar::handle:horizontal { min-width: 28px; }
QScrollBar::handle:hover { background: {text_secondary}; }
QScrollBar::add-line, QScrollBar::sub-line { width: 0; height: 0; border: none; background: none; }
QScrollBar::add-page, QScrollBar::sub-page { background: none; }
QSplitter::handle { background: {line_hairline}; }
QSplitter::handle:horizontal { width: 1line; }
QSplitter::handle:vertical { height: 1line; }
QProgressBar { background: {surface_press}; border: none; border-radius: 3px; max-height: 6px; }
QProgressBar::chunk { background: {accent_fill}; border-radius: 3px; }
"""


def label_rules() -> str:
    """Return one rule for each role of the type scale: `QLabel[role="window-title"]` and so on."""
    return "\n".join(
        f'QLabel[role="{property_of(role)}"] {{ font-size: {role.px}px; font-weight: {role.weight}; }}'
        for role in TextRole
    )


def property_of(role: TextRole) -> str:
    """Return the value of a label's `role` property for `role`."""
    return role.name.lower().replace("_", "-")


def style_sheet(tokens: Tokens, scale: float) -> str:
    """Return the sheet with colours filled in and lengths scaled; `line` is a length that never scales."""
    text = SHEET + label_rules()
    values = asdict(tokens) | {"focus_on_fill": tokens.text_primary}
    for name, value in values.items():
        text = text.replace("{" + name + "}", str(value))
    text = LENGTH.sub(lambda match: f"{max(1, round(float(match[1]) * scale))}px", text)
    return re.sub(r"(\d+)line\b", r"\1px", text)
