"""Finds out about this computer while she writes: at once what is usual, later what a symptom needs."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import datetime
from functools import partial
from threading import Lock

from PySide6.QtCore import QObject, Signal, Slot

from itdesk.diagnostics.asking import Asking
from itdesk.diagnostics.base import Tier
from itdesk.diagnostics.checks import Finding, needed_probes, run_checks
from itdesk.diagnostics.declarations import declarations
from itdesk.diagnostics.facts import Facts
from itdesk.domain.documents import Symptom
from itdesk.ui.background import Runner
from itdesk.ui.surroundings import OnProbe
from itdesk.ui.widgets.house_window import HouseWindow

CollectFacts = Callable[[Asking, OnProbe], Facts]
CHECKS = "checks"
AROUND_THE_TIME = ("changes", "system_log")
"""Probes that answer otherwise when the trouble began earlier."""


@dataclass(frozen=True)
class Looked:
    """What was found because of one symptom; another one may have been chosen meanwhile."""

    symptom: Symptom
    found: Facts | tuple[Finding, ...]


class Telling:
    """Hands on what probes say, from their threads, until it is stopped.

    A probe may answer when the window that asked is gone: emitting its signal then ends the program.
    """

    def __init__(self, emit: OnProbe) -> None:
        self._emit: OnProbe | None = emit
        self._lock = Lock()

    def tell(self, name: str, values: Mapping[str, object]) -> None:
        """Hand on one answer, from whatever thread."""
        with self._lock:
            if self._emit is not None:
                self._emit(name, values)

    def stop(self) -> None:
        """Hand on nothing any more. When this returns, nothing is on its way."""
        with self._lock:
            self._emit = None


class Gathering(QObject):
    """Signals: probe_told(name, values) as each answers, collected(Facts) when the usual ones are over,
    checked(findings) when a symptom's checks have been made, failed(error).
    """

    probe_told = Signal(str, object)
    collected = Signal(object)
    checked = Signal(object)
    failed = Signal(object)
    _arrived = Signal(str, object)

    def __init__(
        self, runner: Runner, collect: CollectFacts, displays: Mapping[str, object], parent: HouseWindow
    ) -> None:
        super().__init__(parent)
        self._runner = runner
        self._collect = collect
        self._displays = displays
        self._facts = Facts(collected_in_ms=0, facts={})
        self._tiers = {name: probe.tier for name, probe in declarations().items()}
        self._symptom: Symptom | None = None
        self._wanted: frozenset[str] = frozenset()
        self._broke_at: datetime | None = None
        self._is_usual_over = self._is_symptom_over = False
        self._arrived.connect(self._on_probe)
        self._telling = Telling(self._arrived.emit)
        parent.closed.connect(self.stop)

    @property
    def wanted(self) -> frozenset[str]:
        """The probes that are asked only because of the symptom, and the checks."""
        return self._wanted

    @Slot()
    def stop(self) -> None:
        """Hear no more single answers: the window closes."""
        self._telling.stop()

    def begin(self) -> None:
        """Ask what every report carries."""
        call = partial(self._collect, Asking(displays=self._displays), self._telling.tell)
        self._runner.run(call, then=self._on_usual, failed=self._on_failed)

    def look_back(self, broke_at: datetime | None) -> None:
        """Ask again what depends on when the trouble began, if that is another time than before."""
        if broke_at != self._broke_at:
            self._broke_at = broke_at
            if self._is_usual_over:
                self._look_back()

    def _look_back(self) -> None:
        names = tuple(name for name in AROUND_THE_TIME if name in self._tiers and not self._is_unwanted(name))
        asking = Asking(tier=None, probes=names, broke_at=self._broke_at)
        call = partial(self._collect, asking, self._telling.tell)
        self._runner.run(call, failed=self._on_failed)

    def look_into(self, symptom: Symptom) -> None:
        """Ask what this symptom needs, in place of what the one before needed."""
        names = {*symptom.probes, *needed_probes(symptom.checks)} if symptom.collects else set()
        asked = tuple(sorted(name for name in names if self._tiers.get(name) is Tier.SYMPTOM))
        self._symptom, self._is_symptom_over = symptom, False
        self._wanted = frozenset(asked) | ({CHECKS} if symptom.checks and symptom.collects else set())
        self._facts = self._facts.without([name for name in self._facts.facts if self._is_unwanted(name)])
        asking = Asking(tier=None, probes=asked, broke_at=self._broke_at)
        call = partial(_look, symptom, partial(self._collect, asking), self._telling.tell)
        self._runner.run(call, then=self._on_looked, failed=self._on_failed)

    def _is_unwanted(self, name: str) -> bool:
        return self._tiers.get(name) is Tier.SYMPTOM and name not in self._wanted

    def _check(self) -> None:
        """Make the symptom's checks as soon as all that they need has been asked."""
        symptom = self._symptom
        if (
            symptom is None
            or CHECKS not in self._wanted
            or not (self._is_usual_over and self._is_symptom_over)
        ):
            return
        call = partial(_check, symptom, self._facts)
        self._runner.run(call, then=self._on_checked, failed=self._on_failed)

    @Slot(str, object)
    def _on_probe(self, name: str, values: Mapping[str, object]) -> None:
        if not self._is_unwanted(name):
            self._facts = self._facts.with_probe(name, values)
            self.probe_told.emit(name, values)

    @Slot(object)
    def _on_usual(self, facts: Facts) -> None:
        self._is_usual_over = True
        self.collected.emit(facts)
        if self._broke_at is not None:
            self._look_back()
        self._check()

    @Slot(object)
    def _on_looked(self, looked: Looked) -> None:
        if looked.symptom is self._symptom and isinstance(looked.found, Facts):
            for name, values in looked.found.facts.items():
                self._on_probe(name, values)
            self._is_symptom_over = True
            self._check()

    @Slot(object)
    def _on_checked(self, looked: Looked) -> None:
        if looked.symptom is self._symptom:
            self.checked.emit(looked.found)

    @Slot(object)
    def _on_failed(self, error: Exception) -> None:
        self.failed.emit(error)


def _look(symptom: Symptom, collect: Callable[[OnProbe], Facts], tell: OnProbe) -> Looked:
    return Looked(symptom, collect(tell))


def _check(symptom: Symptom, facts: Facts) -> Looked:
    return Looked(symptom, run_checks(symptom.checks, facts.facts))
