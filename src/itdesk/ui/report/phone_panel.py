"""When nothing works: the helpdesk's number, and what to tell it of this computer, large and to be copied."""

from PySide6.QtCore import Slot
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QFrame, QGridLayout, QVBoxLayout, QWidget

from itdesk.ui.fonts import TextRole, scaled
from itdesk.ui.widgets.buttons import Button, Kind
from itdesk.ui.widgets.plain_label import PlainLabel


class PhonePanel(QWidget):
    """A quiet line that opens a panel; hidden as long as no number is known."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._number = ""
        self._name = ""
        self._addresses: tuple[str, ...] = ()
        self._texts: dict[Button, str] = {}
        self.line = Button("", Kind.LINK)
        self.line.clicked.connect(self.toggle)
        self._panel: QFrame | None = None
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(scaled(4))
        self._column.addWidget(self.line)
        self.setVisible(False)

    def show_number(self, number: str) -> None:
        """Offer this number."""
        self._number = " ".join(number.split())
        self.line.setText(
            self.tr("Nothing works? Call {number}").format(number=self._number).replace("&", "&&")
        )
        self.setVisible(bool(self._number))

    def show_computer(self, name: str, addresses: tuple[str, ...]) -> None:
        """Know what this computer is called in the network, and by which addresses it is reached."""
        self._name, self._addresses = name, addresses
        if self.is_open:
            self.toggle()
            self.toggle()

    @property
    def is_open(self) -> bool:
        """Whether the panel is shown."""
        return self._panel is not None

    @property
    def copy_buttons(self) -> dict[str, Button]:
        """What can be copied, by the text."""
        return {text: button for button, text in self._texts.items()}

    @Slot()
    def toggle(self) -> None:
        """Open the panel, or close it."""
        if self._panel is not None:
            self._texts.clear()
            self._panel.setVisible(False)
            self._panel.deleteLater()
            self._panel = None
            return
        self._panel = self._made()
        self._column.addWidget(self._panel)

    def _made(self) -> QFrame:
        panel = QFrame()
        panel.setProperty("tint", "grey")
        grid = QGridLayout(panel)
        grid.setContentsMargins(scaled(16), scaled(12), scaled(12), scaled(12))
        grid.setHorizontalSpacing(scaled(12))
        grid.setColumnStretch(1, 1)
        rows = [(self.tr("Helpdesk"), self._number), (self.tr("This computer"), self._name)]
        rows += [(self.tr("Its address"), address) for address in self._addresses[:1]]
        for row, (name, text) in enumerate((name, text) for name, text in rows if text):
            grid.addWidget(PlainLabel(name, TextRole.META, tone="secondary"), row, 0)
            grid.addWidget(PlainLabel(text, TextRole.TITLE, wraps=True), row, 1)
            grid.addWidget(self._copy_button(name, text), row, 2)
        return panel

    def _copy_button(self, name: str, text: str) -> Button:
        button = Button(self.tr("Copy"))
        button.setAccessibleName(self.tr("Copy: {what}").format(what=name))
        button.clicked.connect(self._on_copy)
        self._texts[button] = text
        return button

    @Slot()
    def _on_copy(self) -> None:
        button = self.sender()
        if isinstance(button, Button):
            QGuiApplication.clipboard().setText(self._texts[button])
            button.setText(self.tr("Copied"))
