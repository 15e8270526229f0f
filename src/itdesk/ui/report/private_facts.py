"""What looks private in the facts: named above the cards, blacked out or shown again by one click."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from itdesk.diagnostics.facts import Facts
from itdesk.diagnostics.redaction import FactFinding, findings_in, with_hidden
from itdesk.domain.redaction import Rules
from itdesk.ui.background import Runner
from itdesk.ui.secret_words import what_was_found
from itdesk.ui.widgets.banner import Banner, Tone

PAUSE_MS = 150


class PrivateFacts(QObject):
    """Looks at the facts in the background whenever others go along. Signals: changed."""

    changed = Signal()

    def __init__(self, runner: Runner, banner: Banner, rules: Callable[[], Rules], parent: QObject) -> None:
        super().__init__(parent)
        self._runner = runner
        self._banner = banner
        self._rules = rules
        self._facts: Facts | None = None
        self._is_hidden = False
        self._pause = QTimer(self, singleShot=True, interval=PAUSE_MS)
        self._pause.timeout.connect(self._look)
        banner.acted.connect(self._on_acted)

    @property
    def is_hidden(self) -> bool:
        """Whether what looks private is blacked out."""
        return self._is_hidden

    def hide(self, is_hidden: bool) -> None:  # noqa: FBT001 (reads like a switch)
        """Black it out, or show it again."""
        self._is_hidden = is_hidden
        self.changed.emit()
        self._look()

    def watch(self, facts: Facts | None) -> None:
        """These facts go along now."""
        self._facts = facts
        self._pause.start()

    @Slot()
    def _look(self) -> None:
        if self._facts is None:
            self._banner.dismiss()
            return
        call = partial(findings_in, self._facts.facts, self._rules())
        self._runner.run(call, then=self._on_found)

    @Slot(object)
    def _on_found(self, findings: tuple[FactFinding, ...]) -> None:
        if not findings:
            self._banner.dismiss()
            return
        what = what_was_found(one.finding for one in findings)
        if self._is_hidden:
            self._banner.say(
                Tone.GOOD, self.tr("Blacked out: {what}").format(what=what), "", self.tr("Show again")
            )
        else:
            self._banner.say(
                Tone.CAREFUL,
                self.tr("Some of it looks private: {what}").format(what=what),
                "",
                self.tr("Black it out"),
                icon_name="eye",
            )

    @Slot()
    def _on_acted(self) -> None:
        self.hide(not self._is_hidden)


def without_private(facts: Facts, rules: Rules) -> Facts:
    """Return the facts with bars over everything that looks private."""
    return Facts(
        collected_in_ms=facts.collected_in_ms,
        facts=with_hidden(facts.facts, findings_in(facts.facts, rules)),
        schema=facts.schema,
    )
