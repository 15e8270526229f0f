"""The desktop is killed while she writes: words, pictures and files are there at the next start."""

import os
import signal
import subprocess
import sys
from pathlib import Path

from itdesk.domain.ids import PersonId
from itdesk.domain.people import Role
from itdesk.services.desk import Account, close_desk, open_desk, write_account
from itdesk.services.draft_files import DraftFiles
from itdesk.workstation.paths import DataFolder
from tests.e2e.processes import LIMIT_S

WRITER = """
import os, sys
from pathlib import Path
from PySide6.QtCore import QRect, QTimer
from PySide6.QtGui import QImage
from itdesk.diagnostics.facts import Facts
from itdesk.entrypoints.desktop import new_application
from itdesk.services.desk import open_desk
from itdesk.services.report import NewFile
from itdesk.services.symptoms import symptoms
from itdesk.ui.background import Runner
from itdesk.ui.report.window import ReportWindow
from itdesk.workstation.paths import DataFolder

app = new_application()
desk, runner = open_desk(DataFolder(Path(sys.argv[1]))), Runner()
screen = QImage(800, 600, QImage.Format.Format_RGB32)
screen.fill(0xCC2222)
window = ReportWindow(
    desk, runner, collect_facts=lambda asking, tell: Facts(collected_in_ms=0, facts={}),
    symptoms=symptoms(), picture=screen,
)
window.show()
if sys.argv[2] == "write":
    window.form.description.setPlainText("Drukarka miga")
    window.along.screenshot.view.black_out(QRect(0, 0, 400, 600))
    window.along.screenshot.add_file(NewFile("steps.pdf", b"1" * 5000))

def look():
    if sys.argv[2] == "write":
        folder = desk.outbox.path.parent / "draft"
        names = [one.name for one in folder.iterdir()] if folder.exists() else []
        text = desk.outbox.draft("report")
        if len(names) == 2 and all(name in text for name in names):
            print("kept", flush=True)
    elif window.along.files():
        picture = window.along.pictures()[0].image
        colors = picture.pixelColor(10, 10).name(), picture.pixelColor(790, 10).name()
        print(window.form.words().description, *colors, *[one.name for one in window.along.files()],
              len(window.along.pictures()), flush=True)

timer = QTimer()
timer.timeout.connect(look)
timer.start(50)
app.exec()
"""


def first_line(folder: Path, deed: str) -> str:
    """Return what a desktop first says of its draft; it is killed then."""
    with subprocess.Popen(
        [sys.executable, "-c", WRITER, str(folder), deed],
        stdout=subprocess.PIPE,
        text=True,
        env=os.environ | {"QT_QPA_PLATFORM": "offscreen"},
    ) as process:
        assert process.stdout is not None
        line = process.stdout.readline().strip()
        process.send_signal(signal.SIGKILL)
        assert process.wait(LIMIT_S) == -signal.SIGKILL
    return line


def test_everything_she_made_is_there_again(tmp_path: Path) -> None:
    data = DataFolder(tmp_path / "data").create()
    account = Account(
        server_url="http://127.0.0.1:1",
        person_id=PersonId("0a" * 16),
        login="joanna",
        name="Joanna",
        role=Role.EMPLOYEE,
    )
    write_account(data, account)
    assert first_line(data.root, "write") == "kept"
    assert first_line(data.root, "read") == "Drukarka miga #000000 #cc2222 steps.pdf 1"

    desk = open_desk(data)
    assert desk is not None
    assert all(
        file.stat().st_mode & 0o077 == 0 for file in DraftFiles(desk.outbox.path.parent).folder.iterdir()
    )
    close_desk(desk)
