"""The editor of a picture: cut out, point, write, and make unreadable; each step can be taken back."""

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QVBoxLayout, QWidget

from itdesk.ui.fonts import TextRole, scaled
from itdesk.ui.widgets.buttons import Button, IconButton, Kind
from itdesk.ui.widgets.flow_layout import FlowLayout
from itdesk.ui.widgets.picture_editor_canvas import EditorCanvas
from itdesk.ui.widgets.picture_editor_steps import Picture, Step
from itdesk.ui.widgets.plain_label import PlainLabel
from itdesk.ui.widgets.screenshot_view import Tool

ICONS = {
    Tool.BLACK_OUT: "blackout",
    Tool.PIXELATE: "pixelate",
    Tool.ARROW: "arrow",
    Tool.CAPTION: "text",
    Tool.CROP: "crop",
}
"""The tools in the order in which they stand."""


class PictureEditor(QWidget):
    """Shows a picture with its tools. Signals: `changed()` after each step, undo and redo.

    What it has made is `picture` (or `steps`, over the picture as it was taken); `render` makes an image
    of it, off the GUI thread.
    """

    changed = Signal()

    def __init__(self, picture: Picture, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.canvas = EditorCanvas()
        self.canvas.show_picture(picture)
        self.canvas.changed.connect(self._on_changed)
        self._hint = PlainLabel("", TextRole.META, tone="secondary", wraps=True)
        self._group = QButtonGroup(self)
        self._buttons = {tool: self._button(tool) for tool in ICONS}
        self._group.buttonToggled.connect(self._on_tool)
        self.undo_button = IconButton("undo", self.tr("Take back the last step (Ctrl+Z)"))
        self.undo_button.clicked.connect(self.canvas.undo)
        self.redo_button = IconButton("redo", self.tr("Do it again (Ctrl+Y)"))
        self.redo_button.clicked.connect(self.canvas.redo)
        for keys, deed in (
            (QKeySequence.StandardKey.Undo, self.canvas.undo),
            (QKeySequence.StandardKey.Redo, self.canvas.redo),
            (QKeySequence("Ctrl+Y"), self.canvas.redo),
        ):
            shortcut = QShortcut(QKeySequence(keys), self)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(deed)
            shortcut.activatedAmbiguously.connect(deed)
        self._assemble()
        self.use(Tool.BLACK_OUT)
        self._on_changed()

    @property
    def picture(self) -> Picture:
        """The picture as it was taken, with the steps."""
        return self.canvas.picture

    @property
    def steps(self) -> tuple[Step, ...]:
        """What was done to the picture, in order."""
        return self.canvas.picture.steps

    def show_picture(self, picture: Picture) -> None:
        """Show another picture."""
        self.canvas.show_picture(picture)

    def use(self, tool: Tool) -> None:
        """Take a tool in hand."""
        self._buttons[tool].setChecked(True)

    def button(self, tool: Tool) -> Button:
        """Return the button of a tool."""
        return self._buttons[tool]

    def _button(self, tool: Tool) -> Button:
        button = Button(self._name(tool), Kind.QUIET, ICONS[tool])
        button.setProperty("kind", "segment")
        button.setCheckable(True)
        button.setAutoDefault(False)
        self._group.addButton(button)
        return button

    def _assemble(self) -> None:
        tools = QWidget()
        flow = FlowLayout(tools, scaled(2))
        for button in self._buttons.values():
            flow.addWidget(button)
        row = QHBoxLayout()
        row.setSpacing(scaled(2))
        row.addWidget(tools, 1)
        row.addWidget(self.undo_button)
        row.addWidget(self.redo_button)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(scaled(6))
        column.addLayout(row)
        column.addWidget(self._hint)
        column.addWidget(self.canvas, 1)

    @Slot(object, bool)
    def _on_tool(self, button: Button, is_chosen: bool) -> None:  # noqa: FBT001 (Qt's slot)
        if is_chosen:
            tool = next(tool for tool, one in self._buttons.items() if one is button)
            self.canvas.use(tool)
            self._hint.setText(self._words(tool))

    @Slot()
    def _on_changed(self) -> None:
        self.undo_button.setEnabled(self.canvas.can_undo)
        self.redo_button.setEnabled(self.canvas.can_redo)
        self.changed.emit()

    def _name(self, tool: Tool) -> str:
        match tool:
            case Tool.BLACK_OUT:
                return self.tr("Black out")
            case Tool.PIXELATE:
                return self.tr("Blur")
            case Tool.ARROW:
                return self.tr("Arrow")
            case Tool.CAPTION:
                return self.tr("Words")
            case Tool.CROP:
                return self.tr("Crop")

    def _words(self, tool: Tool) -> str:
        match tool:
            case Tool.BLACK_OUT:
                return self.tr("Drag over what nobody should see. It will not be in what we send.")
            case Tool.PIXELATE:
                return self.tr("Drag over what should be blurred. It cannot be read back.")
            case Tool.ARROW:
                return self.tr("Drag towards what you want to point at.")
            case Tool.CAPTION:
                return self.tr("Click where your words should stand.")
            case Tool.CROP:
                return self.tr("Drag around the part to keep. The rest is cut off.")
