"""Opens the employee's windows in Polish, all at once, for whoever listens by AT-SPI; ends with its input.

`python -m tests.system.spoken_windows FOLDER`
"""

import sys
from pathlib import Path

from PySide6.QtCore import QSocketNotifier
from PySide6.QtWidgets import QApplication

from itdesk.ui.background import Runner
from itdesk.ui.icons import IconSet
from itdesk.ui.theme import Theme, apply_theme
from itdesk.ui.tokens import Scheme
from itdesk.ui.translation import Translation
from tests.ui.requester.helpdesk import a_year, close_helpdesk, open_helpdesk
from tests.ui.scaled_windows import WINDOWS, announce, rest


def main() -> None:
    """Open everything, say so, and stay until nobody listens any more."""
    app = QApplication(["itdesk"])
    IconSet.load(app)
    Translation(app, "pl")
    apply_theme(app, Theme(Scheme.LIGHT))
    helpdesk = open_helpdesk(Path(sys.argv[1]))
    announce(helpdesk)
    a_year(helpdesk)
    runner = Runner()
    windows = {name: opening(helpdesk, runner) for name, opening in WINDOWS.items()}
    for name, window in windows.items():
        window.setObjectName(name)
        window.show()
    rest(runner)
    print("shown", flush=True)
    listening = QSocketNotifier(sys.stdin.fileno(), QSocketNotifier.Type.Read)
    listening.activated.connect(app.quit)
    app.exec()
    assert runner.shutdown()
    close_helpdesk(helpdesk)


if __name__ == "__main__":
    main()
