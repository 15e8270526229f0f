"""A choice of one out of a few, all in sight."""

from collections.abc import Sequence

from PySide6.QtCore import QSize, Signal, Slot
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import (
    QAbstractButton,
    QButtonGroup,
    QFrame,
    QHBoxLayout,
    QPushButton,
    QSizePolicy,
    QWidget,
)

from itdesk.ui.fonts import TextRole, scaled, text_font
from itdesk.ui.icons import icon

Choice = tuple[object, str] | tuple[object, str, str] | tuple[object, str, str, str]
"""A value, its words, perhaps an icon, and the token that colours the icon when it is chosen."""

ICON_GAP = 4
COMFORTABLE, TIGHT = 34, 18
"""What stands to the left and the right of the words, together."""
UNCHOSEN = {TextRole.NAME: TextRole.TEXT, TextRole.SECTION: TextRole.BODY}
"""The weight of a choice that is not made."""


class Segment(QPushButton):
    """One of the choices. It is as wide as its text in semibold, so that choosing moves nothing.

    Its font is the widget's own: the style would place a text by the font of the widget, and draw it in
    that of the sheet.
    """

    def __init__(
        self,
        role: TextRole,
        value: object,
        text: str,
        icon_name: str = "",
        chosen_color: str = "text_primary",
    ) -> None:
        super().__init__(text)
        self._chosen_color = chosen_color
        self.value = value
        self._role = role
        self._icon_name = icon_name
        self.setCheckable(True)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.setIconSize(QSize(scaled(16 + ICON_GAP), scaled(16)))
        self.setProperty("kind", "segment")
        self.toggled.connect(self._tint)
        self._tint(False)

    @property
    def is_elided(self) -> bool:
        """Whether the words do not fit."""
        return self.width() < self.minimumSizeHint().width()

    def sizeHint(self) -> QSize:
        """Return comfortable room for the semibold text."""
        return self._size(COMFORTABLE)

    def minimumSizeHint(self) -> QSize:
        """Return the least room for the semibold text: a choice is never cut."""
        return self._size(TIGHT)

    def _size(self, around: int) -> QSize:
        width = QFontMetrics(text_font(self._role)).horizontalAdvance(self.text()) + scaled(around)
        return QSize(width + (scaled(24) if self._icon_name else 0), scaled(self._role.px * 2 + 2))

    @Slot(bool)
    def _tint(self, is_chosen: bool) -> None:  # noqa: FBT001 (Qt's slot)
        self.setFont(text_font(self._role if is_chosen else UNCHOSEN[self._role]))
        if self._icon_name:
            self.setIcon(icon(self._icon_name, self._chosen_color if is_chosen else "text_secondary"))


class SegmentedControl(QFrame):
    """A track of segments; arrows move. Signals: `chosen(value)` when the person chose another."""

    chosen = Signal(object)

    def __init__(self, name: str, *, is_large: bool = False, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._role = TextRole.SECTION if is_large else TextRole.NAME
        self.setProperty("surface", "track")
        self.setAccessibleName(name)
        self._group = QButtonGroup(self)
        self._group.setExclusive(True)
        self._group.buttonClicked.connect(self._tell)
        self._group.idToggled.connect(self._follow)
        self._told: object = None
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(2, 2, 2, 2)
        self._row.setSpacing(2)

    def offer(self, choices: Sequence[Choice]) -> None:
        """Offer `choices`, the first of which is chosen."""
        for choice in choices:
            segment = Segment(self._role, *choice)
            self._group.addButton(segment)
            self._row.addWidget(segment, 1)
        self.choose(choices[0][0])

    @property
    def value(self) -> object:
        """What is chosen now."""
        button = self._group.checkedButton()
        return button.value if isinstance(button, Segment) else None

    def segments(self) -> list[Segment]:
        """Return the segments in their order."""
        return [button for button in self._group.buttons() if isinstance(button, Segment)]

    def choose(self, value: object) -> None:
        """Choose `value`, without telling anybody."""
        self._told = value
        for segment in self.segments():
            if segment.value == value:
                segment.setChecked(True)

    @Slot(int, bool)
    def _follow(self, _id: int, is_chosen: bool) -> None:  # noqa: FBT001 (Qt's slot)
        if is_chosen:
            self._report()

    @Slot(QAbstractButton)
    def _tell(self, _button: QAbstractButton) -> None:
        self._report()

    def _report(self) -> None:
        if self.value != self._told:
            self._told = self.value
            self.chosen.emit(self._told)
