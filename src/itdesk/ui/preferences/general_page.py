"""How the windows look and speak, and whether the program starts by itself."""

import sys
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from itdesk.settings import Settings, Source
from itdesk.ui.background import Runner
from itdesk.ui.fonts import TextRole, scaled
from itdesk.ui.preferences.calls import SettingsCalls
from itdesk.ui.preferences.choice_row import ChoiceRow
from itdesk.ui.preferences.switch_row import SwitchRow
from itdesk.ui.widgets.plain_label import PlainLabel
from itdesk.ui.widgets.scroll_page import ScrollPage

if TYPE_CHECKING:
    from itdesk.workstation.autostart import Autostart

MARGIN = 28


class GeneralPage(ScrollPage):
    """Signals: `theme_chosen(value)`, `language_chosen(value)`, `failed(Exception)`."""

    theme_chosen = Signal(str)
    language_chosen = Signal(str)
    failed = Signal(object)

    def __init__(
        self,
        runner: Runner,
        calls: SettingsCalls,
        *,
        has_hotkey: bool = sys.platform == "win32",
        parent: QWidget | None = None,
    ) -> None:
        """`has_hotkey`: keys that hold everywhere can be had on this platform."""
        super().__init__("base", scaled(MARGIN), parent)
        self._runner = runner
        self._calls = calls
        self._has_hotkey = has_hotkey
        self.language_row = ChoiceRow(
            self.tr("Language"),
            (("auto", self.tr("As the computer")), ("pl", "Polski"), ("en", "English")),
        )
        self.theme_row = ChoiceRow(
            self.tr("Colours"),
            (("system", self.tr("As the computer")), ("light", self.tr("Light")), ("dark", self.tr("Dark"))),
        )
        self.autostart_row = SwitchRow(
            self.tr("Start with the computer"), self.tr("Help is then always at hand, next to the clock.")
        )
        self.keys = PlainLabel(role=TextRole.META, tone="secondary", wraps=True)
        self.language_row.chosen.connect(self.language_chosen)
        self.theme_row.chosen.connect(self.theme_chosen)
        self.autostart_row.switched.connect(self._switch_autostart)
        self.autostart_row.switch.setEnabled(False)
        self._assemble()
        runner.run(calls.autostart, then=self._show_autostart, failed=self._fail)

    def show_settings(self, settings: Settings) -> None:
        """Show what holds now."""
        self.language_row.show_choice(settings.language, decided_by=settings.decided_by("language"))
        self.theme_row.show_choice(settings.theme, decided_by=settings.decided_by("theme"))
        self.keys.setText(self._words_about_keys(settings.hotkey))

    def _words_about_keys(self, hotkey: str) -> str:
        if not self._has_hotkey:
            return self.tr(
                "To open a report with a few keys, go to the keyboard settings of this computer and give the"
                " command “itdesk report” the keys you like."
            )
        if not hotkey:
            return self.tr("No keys open a report.")
        return self.tr("{keys} opens a report, whatever is on the screen.").format(keys=keys_text(hotkey))

    @Slot(bool)
    def _switch_autostart(self, is_on: bool) -> None:  # noqa: FBT001 (Qt's slot)
        self.autostart_row.switch.setEnabled(False)
        self._runner.run(
            partial(self._calls.switch_autostart, is_on),
            then=self._show_autostart,
            failed=self._on_not_switched,
        )

    @Slot(object)
    def _show_autostart(self, state: "Autostart") -> None:
        by = None if state.may_change else Source.POLICY
        self.autostart_row.show_state(is_on=state.is_on, decided_by=by)
        if state.set_by == "policy":
            self.autostart_row.say(self.tr("Your company has decided this for every computer."))
        elif state.set_by == "machine":
            self.autostart_row.say(self.tr("IT has set this up on this computer for everybody."))

    @Slot(object)
    def _on_not_switched(self, error: Exception) -> None:
        self.failed.emit(error)
        self._runner.run(self._calls.autostart, then=self._show_autostart)

    @Slot(object)
    def _fail(self, error: Exception) -> None:
        self.failed.emit(error)

    def _assemble(self) -> None:
        self.column.setSpacing(scaled(16))
        self.column.addWidget(PlainLabel(self.tr("General"), TextRole.SECTION))
        for row in (self.language_row, self.theme_row, self.autostart_row):
            self.column.addWidget(row)
        keys = QVBoxLayout()
        keys.setSpacing(scaled(4))
        keys.addWidget(PlainLabel(self.tr("Report by keys"), TextRole.NAME))
        keys.addWidget(self.keys)
        self.column.addLayout(keys)
        self.column.addStretch(1)


def keys_text(hotkey: str) -> str:
    """Return keys as people write them: `Ctrl+Alt+H`."""
    return "+".join(key.capitalize() for key in hotkey.split("+"))
