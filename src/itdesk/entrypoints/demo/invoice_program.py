"""A stand-in for the program that Joanna works with: what her screenshot shows."""

from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QScreen
from PySide6.QtWidgets import (
    QFrame,
    QHeaderView,
    QLabel,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)

COLUMNS = ("Nr", "Kontrahent", "Konto", "Termin", "Kwota")
ACCOUNT = 2
INVOICES = (
    ("FV/318", "Dom i Ogród sp. z o.o.", "PL61 1090 1014 0000 0712", "30.11", "4 182,00"),
    ("FV/319", "Hurtownia Sroka", "PL27 1140 2004 0000 3002", "30.11", "12 640,50"),
    ("FV/320", "Kuchnie Nowak s.c.", "PL10 1050 0099 7603 1234", "01.12", "973,90"),
    ("FV/321", "Sklepy Wisła S.A.", "PL83 1010 1023 0000 2613", "02.12", "28 114,75"),
    ("FV/322", "Anna Lipiec Wnętrza", "PL50 1020 5558 1111 1000", "04.12", "1 540,00"),
    ("FV/323", "Porcelana Ćmielów", "PL39 2490 0005 0000 4530", "07.12", "7 302,20"),
)
ROW_PX = 74
LOOK = """
QWidget { background: whitesmoke; color: black; font-size: 28px; }
QLabel#bar { background: darkslategray; color: white; font-size: 32px; padding: 18px; }
QTableWidget { background: white; gridline-color: lightgray; border: 1px solid darkgray; }
QHeaderView::section { background: gainsboro; border: 1px solid silver; padding: 12px; font-size: 26px; }
QFrame#message { background: white; border: 4px solid firebrick; }
QFrame#message QLabel { background: white; font-size: 42px; padding: 40px 80px; }
"""


class InvoiceProgram(QWidget):
    """A list of invoices, and the message that stops the work. It has a look of its own."""

    def __init__(self, message: str) -> None:
        super().__init__()
        self.setWindowTitle("Fakturzysta")
        self.setStyleSheet(LOOK)
        bar = QLabel("Fakturzysta 9 – Pogodna sp. z o.o.")
        bar.setObjectName("bar")
        self.table = QTableWidget(len(INVOICES), len(COLUMNS))
        self.table.setHorizontalHeaderLabels(COLUMNS)
        self.table.verticalHeader().hide()
        self.table.verticalHeader().setDefaultSectionSize(ROW_PX)
        for row, invoice in enumerate(INVOICES):
            for column, text in enumerate(invoice):
                self.table.setItem(row, column, QTableWidgetItem(text))
        self.table.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        column_of_parts = QVBoxLayout(self)
        column_of_parts.addWidget(bar)
        column_of_parts.addWidget(self.table)
        self._message = QFrame(self)
        self._message.setObjectName("message")
        inside = QVBoxLayout(self._message)
        inside.addWidget(QLabel(f"⚠  {message}", alignment=Qt.AlignmentFlag.AlignCenter))

    def fill(self, screen: QScreen) -> None:
        """Appear on the whole screen."""
        self.setGeometry(screen.geometry())
        self.show()
        self._message.resize(self._message.sizeHint())
        self._message.move(self.rect().center() - self._message.rect().center() + QPoint(0, 280))

    def accounts_area(self) -> QRect:
        """Return where the bank accounts stand, in the window's pixels: nobody's business."""
        model = self.table.model()
        first = self.table.visualRect(model.index(0, ACCOUNT))
        last = self.table.visualRect(model.index(len(INVOICES) - 1, ACCOUNT))
        area = first.united(last)
        return area.translated(self.table.viewport().mapTo(self, QPoint(0, 0)))
