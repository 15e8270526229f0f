"""The tray: how soon its icon is there, against a program that does only that."""

import statistics
import subprocess
import sys
import textwrap

from tests.bench.row import Row

RUNS = 5
BUDGET = 1.3
CLOCK = "import os, time, psutil; begun = psutil.Process(os.getpid()).create_time()\n"
BARE = """
    from PySide6.QtGui import QIcon, QPixmap
    from PySide6.QtWidgets import QApplication, QMenu, QSystemTrayIcon
    app = QApplication([])
    picture = QPixmap(22, 22)
    picture.fill()
    tray, menu = QSystemTrayIcon(QIcon(picture)), QMenu()
    menu.addAction("Quit")
    tray.setContextMenu(menu)
    tray.show()
"""
OURS = """
    import tempfile
    from itdesk.entrypoints import desktop
    from itdesk.workstation.paths import data_folder
    data = data_folder(tempfile.mkdtemp()).create()
    app = desktop.new_application()
    shell = desktop.new_shell(app, data, desktop.read_settings(data, environment={}))
    shell.tray.show()
"""


def measure() -> list[Row]:
    """Take turns, so that a busy moment meets both; compare the medians, process start included."""
    turns = [(_seconds(OURS), _seconds(BARE)) for _ in range(RUNS)]
    ours, bare = (statistics.median(column) for column in zip(*turns, strict=True))
    return [Row("tray: process start until the icon is shown", ours * 1000, "ms", BUDGET, bare * 1000)]


def _seconds(program: str) -> float:
    code = CLOCK + textwrap.dedent(program) + "print(time.time() - begun, flush=True); os._exit(0)"
    environment = {"QT_QPA_PLATFORM": "offscreen", "PATH": "/usr/bin:/bin", "HOME": "/nonexistent"}
    done = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, timeout=60, check=True, env=environment
    )
    return float(done.stdout.split()[-1])
