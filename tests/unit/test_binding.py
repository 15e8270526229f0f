"""The binding between Qt and Python keeps count of its references.

PySide6 6.12.0 on Python 3.11 takes one reference from `True` with each emit and one from `None` with each
`data()` that answers nothing; after some hundred of them the process aborts. This guard proves each version.
"""

import subprocess
import sys

TIMES = 20_000

EMIT = f"""
from PySide6.QtCore import QObject, Signal

class Sender(QObject):
    said = Signal(bool)

sender = Sender()
heard = []
sender.said.connect(heard.append)
for _ in range({TIMES}):
    sender.said.emit(True)
assert len(heard) == {TIMES}
"""

ANSWER_NONE = f"""
from PySide6.QtCore import QAbstractListModel, QSortFilterProxyModel, Qt

class Silent(QAbstractListModel):
    asked = 0
    def rowCount(self, parent=None):
        return 1
    def data(self, index, role=Qt.ItemDataRole.DisplayRole):
        self.asked += 1
        return None

model = Silent()
proxy = QSortFilterProxyModel()
proxy.setSourceModel(model)
index = proxy.index(0, 0)
for _ in range({TIMES}):
    assert proxy.data(index) is None
assert model.asked >= {TIMES}
"""

SET_AND_CLICK = f"""
from PySide6.QtWidgets import QApplication, QPushButton

app = QApplication([])
button = QPushButton()
for _ in range({TIMES}):
    button.setEnabled(True)
    button.click()
"""


def _run(script: str) -> None:
    outcome = subprocess.run(
        [sys.executable, "-c", script], capture_output=True, text=True, timeout=60, check=False
    )
    assert outcome.returncode == 0, outcome.stderr


def test_emitting_true_takes_no_reference_from_it() -> None:
    _run(EMIT)


def test_a_model_that_answers_none_takes_no_reference_from_it() -> None:
    _run(ANSWER_NONE)


def test_setters_and_clicks_take_no_reference() -> None:
    _run(SET_AND_CLICK)
