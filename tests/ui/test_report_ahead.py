"""The report's window is imported when the menu opens, and not before."""

import subprocess
import sys
from functools import partial

from tests.ui.gui_guard import in_background

PROGRAM = """
import sys
from PySide6.QtWidgets import QApplication, QMenu
from itdesk.ui.background import Runner
from itdesk.ui.report_ahead import ReportAhead

NAME = "itdesk.ui.report.window"
app = QApplication([])
menu, runner = QMenu(), Runner()
ahead = ReportAhead(menu, runner, app)
app.processEvents()
print(NAME in sys.modules, runner.waiting)
menu.aboutToShow.emit()
while runner.waiting:
    app.processEvents()
print(NAME in sys.modules)
assert runner.shutdown()
"""


def test_the_menu_brings_it_in() -> None:
    run = partial(subprocess.run, capture_output=True, text=True, timeout=60, check=True)
    done = in_background(lambda: run([sys.executable, "-c", PROGRAM]))
    assert done.stdout.split() == ["False", "0", "True"]
