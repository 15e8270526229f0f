"""Looks at this computer, lightly or thoroughly, and keeps what it sees."""

import logging
from collections.abc import Callable, Iterable, Mapping
from datetime import UTC, datetime, timedelta
from functools import partial
from pathlib import Path
from threading import Lock

from itdesk.diagnostics.anywhere.network import source_addresses
from itdesk.diagnostics.base import Probe
from itdesk.diagnostics.bounds import bounded
from itdesk.diagnostics.collector import Result, ask
from itdesk.diagnostics.comparison import compare, news
from itdesk.diagnostics.history.journal import Journal
from itdesk.diagnostics.history.last_state import LastState, Seen
from itdesk.diagnostics.history.light import LightLook
from itdesk.diagnostics.history.marks import Mark
from itdesk.diagnostics.history.patience import Patience
from itdesk.diagnostics.history.reach import Addresses, Reach
from itdesk.diagnostics.history.records import Happening, Sample, moment
from itdesk.diagnostics.history.watched import NOTED, filled, watched

logger = logging.getLogger(__name__)

STATE_NAME = "state.json"
LIGHT_LIMIT_S = 5.0
SAME_START = timedelta(minutes=2)
"""The moment of the start is reckoned from the clock: when that is set right, it moves a little."""

Look = Callable[[datetime, Mapping[str, object]], Sample]


def utc_now() -> datetime:
    """Return the time."""
    return datetime.now(UTC)


class Sampler:
    """Keeps what it sees in `folder`; only one thread may ask it, `note` excepted.

    Of `probes` those are asked that the history watches, whichever are there. `marks` say by probe, cheaply,
    whether its answer can have changed; None says nothing. `look` and `addresses` measure what is light.
    """

    def __init__(
        self,
        folder: Path,
        probes: Iterable[Probe],
        *,
        clock: Callable[[], datetime] = utc_now,
        look: Look | None = None,
        marks: Mapping[str, Mark] | None = None,
        addresses: Addresses = source_addresses,
    ) -> None:
        self._journal = Journal(folder)
        self._state = LastState(folder / STATE_NAME)
        self._probes = watched(probes)
        self._clock = clock
        self._look = look or LightLook()
        self._marks = marks or {}
        self._known_marks: dict[str, object] = {}
        self._patience = Patience()
        self._reach = Reach(self._ask_for_network, addresses)
        self._lock = Lock()
        self._noted: dict[str, Result] = {}

    def sample(self) -> None:
        """Take a light sample. Raises OSError when it cannot be kept, and what the look raises."""
        network, now = self._reach.now(), self._clock()
        look = partial(self._look, now, network)
        self._journal.append([self._patience.wait_for("light look", look, LIGHT_LIMIT_S)], now)

    def look_thoroughly(self, is_over: Callable[[], bool] = lambda: False) -> None:
        """Ask the probes and keep what changed since the last time. Raises OSError when it cannot be kept.

        Once `is_over`, the remaining probes are not asked.
        """
        answers: dict[str, Result] = {}
        marks = {name: mark() for name, mark in self._marks.items()}
        same = {
            name for name, mark in marks.items() if mark is not None and mark == self._known_marks.get(name)
        }
        for name, probe in self._probes.items():
            if name not in NOTED | same and not is_over():
                answers[name] = self._ask(probe)
        if "network" in answers:
            self._reach.learn(answers["network"])
        self._keep(answers, same)
        self._known_marks |= {name: marks[name] for name in marks.keys() & answers.keys()}

    def note(self, name: str, values: Mapping[str, object]) -> None:
        """Take what only the desktop knows, like the `displays`; kept by `keep_noted`. From any thread."""
        if name in NOTED:
            with self._lock:
                self._noted[name] = bounded(values, self._probes[name].fields)

    def keep_noted(self) -> None:
        """Keep what was noted since the last time, if anything was. Raises OSError."""
        with self._lock:
            noted, self._noted = self._noted, {}
        if noted:
            self._keep(noted, set())

    def _ask_for_network(self) -> Result:
        return self._ask(self._probes["network"]) if "network" in self._probes else {}

    def _ask(self, probe: Probe) -> Result:
        try:
            return self._patience.wait_for(probe.name, partial(ask, probe), probe.limit_s)
        except TimeoutError as late:
            logger.info("the history goes on without an answer: %s", late)
            return {"error": str(late)}

    def _keep(self, answers: Mapping[str, Result], same: set[str]) -> None:
        """Write the changes first, then the state: a crash between them tells a change twice, never not."""
        now = self._clock()
        before = self._state.read()
        good = {name: filled(name, values) for name, values in answers.items() if "error" not in values}
        after = {name: _continued(before.get(name), values) for name, values in good.items()}
        known = {name: seen.values for name, seen in before.items()}
        happened = [
            Happening(at=now, since=min(before[one.probe].at, now), difference=one)
            for one in news(compare(known, after, self._probes.values()))
        ]
        if happened:
            self._journal.append(happened, now, for_certain=True)
        still = {name: Seen(now, seen.values) for name, seen in before.items() if name in same}
        self._state.write({**before, **still, **{name: Seen(now, values) for name, values in after.items()}})


def _continued(before: Seen | None, values: Mapping[str, object]) -> Mapping[str, object]:
    """Return the values, and what was known before of what they do not tell this time.

    The start of the computer stays as it was first seen while it is the same start.
    """
    if before is None:
        return values
    known = {
        name: value for name, value in before.values.items() if name.removesuffix("_count") not in values
    }
    earlier, now = moment(before.values.get("booted_at")), moment(values.get("booted_at"))
    if earlier is None or now is None or abs(now - earlier) > SAME_START:
        return {**known, **values}
    return {**known, **values, "booted_at": before.values["booted_at"]}
