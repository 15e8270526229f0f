"""The report's window is imported while somebody reads the menu: the first click need not wait for it."""

from importlib import import_module

from PySide6.QtCore import QObject, Slot
from PySide6.QtWidgets import QMenu

from itdesk.ui.background import Runner


class ReportAhead(QObject):
    """Nothing is imported before the menu opens: most days nobody reports anything."""

    def __init__(self, menu: QMenu, runner: Runner, parent: QObject) -> None:
        super().__init__(parent)
        self._runner = runner
        menu.aboutToShow.connect(self._on_menu)

    @Slot()
    def _on_menu(self) -> None:
        self._runner.run(import_report)


def import_report() -> None:
    """Import all that the first report would import; later calls cost nothing."""
    import_module("itdesk.ui.report.window")
