"""`itdesk demo`: the whole main job with a small company, to look at or by itself."""

import json
import os
import sys
import tempfile
from pathlib import Path

DONE, WORLD_FAILED = 0, 1
SCREEN = {"y": 0, "width": 1920, "height": 1080, "logicalDpi": 96, "logicalBaseDpi": 96, "dpr": 1}


def run_demo(*, language: str, theme: str, out: Path | None, headless: bool) -> int:
    """Run the demo and return the exit code.

    With a display it stays open until quit. Without one, or `headless`, it lives the story by itself,
    writes pictures to `out` if that is given, and returns 0 only if the whole story happened.
    """
    with tempfile.TemporaryDirectory(prefix="itdesk-demo-", ignore_cleanup_errors=True) as folder:
        scratch = Path(folder)
        if headless or not has_display():
            show_nowhere(scratch)
            return _by_itself(scratch, language, theme, out)
        if out is not None:
            print("--out is for pictures, which are made with --headless.")
        return _to_look_at(scratch, language, theme)


def has_display() -> bool:
    """Tell whether windows can be shown to somebody."""
    if sys.platform in ("win32", "darwin"):
        return True
    return bool(os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"))


def show_nowhere(scratch: Path) -> None:
    """Have Qt, which must not be loaded yet, draw on two screens that nobody sees: one a person."""
    screens = [{"name": name, "x": place * 1920, **SCREEN} for place, name in enumerate(("joanna", "marek"))]
    file = scratch / "screens.json"
    file.write_text(json.dumps({"windowFrameMargins": False, "screens": screens}), "utf-8")
    # Qt divides this at colons, and a Windows drive has one.
    os.environ["QT_QPA_PLATFORM"] = f"offscreen:configfile={os.path.relpath(file)}"


def _to_look_at(scratch: Path, language: str, theme: str) -> int:
    from itdesk.entrypoints.demo.stage import set_stage
    from itdesk.entrypoints.desktop import new_application
    from itdesk.entrypoints.interruption import Interruption

    print("itdesk demo: a small company is set up, this takes a few seconds …", flush=True)
    app = new_application()
    with set_stage(app, scratch, language, theme) as stage:
        from itdesk.entrypoints.demo.seed import PASSWORD

        Interruption(app)
        stage.technician.shell.start("console")
        stage.employee.shell.start("tickets")
        print(f"The central store serves {stage.url}, 30 people, 200 tickets.")
        print(f"{stage.employee.account.name} has her tickets, {stage.technician.account.name} the console.")
        print("Try: report a problem as Joanna, and watch it appear in the console.")
        print(f"Everybody else may sign in too; every password is “{PASSWORD}”.")
        print("It ends by Quit in the tray, or with the last window where there is no tray.", flush=True)
        return app.exec()


def _by_itself(scratch: Path, language: str, theme: str, out: Path | None) -> int:
    from itdesk.entrypoints.demo.alone import live_alone

    return live_alone(scratch, language, theme, out, say=_say)


def _say(line: str) -> None:
    print(line, flush=True)
