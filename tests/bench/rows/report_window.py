"""The report: from the click to a window that can be typed in; facts and screenshot may still be coming."""

import os
import statistics
import subprocess
import sys
import textwrap

from tests.bench.row import Row

BUDGET_MS = 100
CLICKS = 9
PROGRAM = """
    import tempfile, time
    from pathlib import Path
    from PySide6.QtGui import QImage
    from PySide6.QtTest import QTest
    from itdesk.domain.ids import PersonId
    from itdesk.domain.people import Role
    from itdesk.entrypoints.desktop import new_application
    from itdesk.diagnostics.facts import Facts
    from itdesk.services.desk import Account, desk_of
    from itdesk.services.symptoms import symptoms
    from itdesk.ui.background import Runner
    from itdesk.ui.report.window import ReportWindow
    from itdesk.ui.theme import Theme, apply_theme
    from itdesk.ui.tokens import Scheme
    from itdesk.workstation.paths import DataFolder

    app = new_application()
    apply_theme(app, Theme(Scheme.LIGHT))
    account = Account(
        server_url="http://127.0.0.1:1",
        person_id=PersonId("0a" * 16),
        login="a",
        name="A",
        role=Role.EMPLOYEE,
    )
    desk = desk_of(DataFolder(Path(tempfile.mkdtemp())).create(), account)
    known, runner = symptoms(), Runner()
    picture = QImage(1920, 1080, QImage.Format.Format_RGB32)
    picture.fill(0x446688)
    for click in range(CLICKS):
        begun = time.perf_counter()
        window = ReportWindow(
            desk, runner, collect_facts=lambda asking, tell: Facts(collected_in_ms=0, facts={}),
            symptoms=known, picture=picture,
        )
        window.show()
        app.processEvents()
        QTest.keyClick(window.form.description, "a")
        assert "a" in window.form.description.toPlainText()
        print((time.perf_counter() - begun) * 1000)
        window.close()
        window.deleteLater()
        app.processEvents()
    runner.shutdown()
"""


def measure() -> list[Row]:
    """Click several times in one process; the first click also makes what all later ones share."""
    program = textwrap.dedent(PROGRAM).replace("CLICKS", str(CLICKS))
    done = subprocess.run(
        [sys.executable, "-c", program],
        capture_output=True,
        text=True,
        timeout=120,
        check=True,
        env={**os.environ, "QT_QPA_PLATFORM": "offscreen"},
    )
    first, *later = [float(line) for line in done.stdout.split()]
    return [
        Row("report: first click until a letter is typed in", first, "ms", BUDGET_MS),
        Row("report: a later click, median", statistics.median(later), "ms", BUDGET_MS),
    ]
