"""One step of the doctor: how it went, what was found, and the fix."""

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from itdesk.ui.fonts import TextRole, scaled
from itdesk.ui.preferences.doctor_words import fix_words, found_words, step_name, verdict_words
from itdesk.ui.widgets.icon_label import IconLabel
from itdesk.ui.widgets.plain_label import PlainLabel

if TYPE_CHECKING:
    from itdesk.services.doctor import Finding

LOOKS = {
    "ok": ("check", "green_text", "green"),
    "warn": ("warning", "amber_text", "amber"),
    "fail": ("close", "red_text", "red"),
}
"""Icon, its colour, and the tone of the words, by the verdict."""


class FindingRow(QWidget):
    """Icon, name with its verdict in words, two sentences."""

    def __init__(self, finding: "Finding", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        icon_name, colour, tone = LOOKS[finding.verdict.value]
        head = QHBoxLayout()
        head.setSpacing(scaled(8))
        head.addWidget(PlainLabel(step_name(finding), TextRole.NAME))
        head.addWidget(PlainLabel(verdict_words(finding), TextRole.META, tone=tone), 1)
        words = QVBoxLayout()
        words.setSpacing(scaled(2))
        words.addLayout(head)
        words.addWidget(PlainLabel(found_words(finding), tone="secondary", wraps=True))
        fix = fix_words(finding)
        if fix:
            words.addWidget(PlainLabel(fix, wraps=True))
        row = QHBoxLayout(self)
        row.setContentsMargins(0, scaled(4), 0, scaled(4))
        row.setSpacing(scaled(12))
        row.addWidget(IconLabel(icon_name, 20, colour), 0, Qt.AlignmentFlag.AlignTop)
        row.addLayout(words, 1)
