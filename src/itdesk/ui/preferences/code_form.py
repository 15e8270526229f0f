"""What is asked of somebody who has a one-time code: the code and a password of her own."""

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from itdesk.services.code_use import (
    LONGEST_PASSWORD,
    SHORTEST_PASSWORD,
    CodeUse,
    is_set_up,
    looks_like_code,
)
from itdesk.ui.fonts import scaled
from itdesk.ui.preferences.field import Field


class CodeForm(QWidget):
    """Code, new password twice; login and name as soon as the code is a new server's.

    Signals: `submitted()` by Enter in any field, `grown()` when it asks for more or less than before.
    """

    submitted = Signal()
    grown = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.code = Field(
            self.tr("Code"), self.tr("It begins with invitation-, reset- or set-up-, and counts once.")
        )
        self.login = Field(self.tr("Login"))
        self.name = Field(self.tr("Your name"))
        self.password = Field(self.tr("New password"), self.tr("At least 8 characters."))
        self.again = Field(self.tr("New password once more"))
        for field in (self.password, self.again):
            field.edit.setEchoMode(QLineEdit.EchoMode.Password)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(scaled(16))
        for field in self._fields:
            column.addWidget(field)
            field.edit.returnPressed.connect(self.submitted)
        self.code.edit.textChanged.connect(self._ask_what_it_needs)
        self._ask_what_it_needs()

    def use(self) -> CodeUse | None:
        """Return what was filled in; None, with the reason at its field, when something is wrong."""
        faults = [(field, self._fault(field)) for field in self._fields if not field.isHidden()]
        for field, sentence in faults:
            field.show_error(sentence)
        wrong = next((field for field, sentence in faults if sentence), None)
        if wrong is not None:
            wrong.edit.setFocus()
            return None
        is_first = is_set_up(self.code.text)
        return CodeUse(
            code=self.code.text,
            password=self.password.edit.text(),
            login=self.login.text if is_first else "",
            name=self.name.text if is_first else "",
        )

    def forget(self) -> None:
        """Empty what nobody should find here: the code was used."""
        for field in (self.code, self.password, self.again):
            field.edit.clear()

    @property
    def _fields(self) -> tuple[Field, ...]:
        return (self.code, self.login, self.name, self.password, self.again)

    def _fault(self, field: Field) -> str:
        """Return what is wrong with a field, nothing when it is as it should be."""
        if not field.edit.text().strip():
            return self.tr("This is needed.")
        if field is self.code and not looks_like_code(field.text):
            return self.tr("This is no code of itdesk. Copy it whole, from its first word on.")
        if field is self.password:
            return self._password_fault(field.edit.text())
        if field is self.again and field.edit.text() != self.password.edit.text():
            return self.tr("The two passwords are not the same. Type them again.")
        return ""

    def _password_fault(self, password: str) -> str:
        if len(password) < SHORTEST_PASSWORD:
            return self.tr("The password is too short: at least 8 characters are needed.")
        if len(password) > LONGEST_PASSWORD:
            return self.tr("The password is too long: at most 1000 characters are accepted.")
        return ""

    @Slot()
    def _ask_what_it_needs(self) -> None:
        is_first = is_set_up(self.code.text)
        for field in (self.login, self.name):
            field.setVisible(is_first)
        self.grown.emit()
