"""What is loaded when the tray's icon shows: the rest of the program comes after it."""

import subprocess
import sys
import textwrap

START = """
    import sys, tempfile
    from itdesk.entrypoints import desktop
    from itdesk.workstation.paths import data_folder

    data = data_folder(tempfile.mkdtemp()).create()
    app = desktop.new_application()
    shell = desktop.new_shell(app, data, desktop.read_settings(data, environment={}))
    shell.tray.show()
    print(" ".join(sorted(sys.modules)))
"""
LATER = ("sqlalchemy", "msgspec", "urllib3", "truststore", "keyring", "psutil", "platformdirs", "click")
LATER_OURS = (
    "services",
    "replica",
    "sync",
    "database",
    "protocol",
    "domain",
    "diagnostics",
    "connection",
    "server",
)
WINDOWS = ("report", "requester", "console", "preferences")


def test_the_icon_is_shown_before_anything_else_is_imported() -> None:
    done = subprocess.run(
        [sys.executable, "-c", textwrap.dedent(START)], capture_output=True, text=True, timeout=60, check=True
    )
    loaded = set(done.stdout.split())
    forbidden = {
        *LATER,
        *(f"itdesk.{name}" for name in LATER_OURS),
        *(f"itdesk.ui.{name}" for name in WINDOWS),
    }
    assert "itdesk.ui.tray.tray" in loaded
    assert not loaded & forbidden


def test_the_command_line_starts_without_qt_and_without_the_server() -> None:
    code = "import sys; from itdesk.entrypoints.cli.main import build; build(); print(' '.join(sys.modules))"
    done = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, timeout=60, check=True
    )
    loaded = set(done.stdout.split())
    assert not loaded & {"PySide6", "sqlalchemy", "litestar", "uvicorn", "itdesk.server", "itdesk.ui"}
