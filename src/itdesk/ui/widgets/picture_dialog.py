"""The editor of one picture of the report, in a window of its own."""

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QDialog, QHBoxLayout, QVBoxLayout, QWidget

from itdesk.ui.fonts import scaled
from itdesk.ui.widgets.buttons import Button, Kind
from itdesk.ui.widgets.picture_editor import PictureEditor
from itdesk.ui.widgets.picture_editor_steps import Picture

SHARE = 0.92
"""How much of the report it covers."""


class PictureDialog(QDialog):
    """Signals: edited(Picture) when she is done; Esc and Cancel leave the picture as it was."""

    edited = Signal(object)

    def __init__(self, picture: Picture, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setProperty("surface", "base")
        self.setWindowTitle(self.tr("Edit the picture"))
        self.editor = PictureEditor(picture)
        self.done_button = Button(self.tr("Use this picture"), Kind.PRIMARY, "check")
        self.done_button.setAutoDefault(False)
        self.done_button.clicked.connect(self._finish)
        cancel = Button(self.tr("Cancel"), Kind.QUIET)
        cancel.setAutoDefault(False)
        cancel.clicked.connect(self.reject)
        buttons = QHBoxLayout()
        buttons.setSpacing(scaled(8))
        buttons.addStretch(1)
        buttons.addWidget(cancel)
        buttons.addWidget(self.done_button)
        column = QVBoxLayout(self)
        column.setContentsMargins(scaled(16), scaled(12), scaled(16), scaled(12))
        column.setSpacing(scaled(10))
        column.addWidget(self.editor, 1)
        column.addLayout(buttons)
        self.resize((parent.window().size().toSizeF() * SHARE).toSize().expandedTo(self.minimumSizeHint()))

    @Slot()
    def _finish(self) -> None:
        self.edited.emit(self.editor.picture)
        self.accept()
