"""Runs the jobs: in a thread of each server, and each job in one of them at a time."""

import logging
import threading
from collections.abc import Callable, Sequence
from datetime import datetime, timedelta

from itdesk.domain.ids import new_id
from itdesk.server.jobs.job import Job
from itdesk.server.store.job_states import JobStates
from itdesk.server.store.store import Store, StoreUnavailable

logger = logging.getLogger(__name__)

LOOK_EVERY_S = 5
LEASE = timedelta(minutes=2)
"""One piece of a job is done well within it. Who holds a lease and dies holds the job up this long."""
FIRST_BACK_OFF = timedelta(seconds=30)
LONGEST_BACK_OFF = timedelta(hours=1)


class UnknownJob(LookupError):
    """There is no such job. The text is a sentence for a person."""

    def __init__(self, name: str, known: Sequence[str]) -> None:
        super().__init__(f"There is no job “{name}”; known are {', '.join(known)}.")


class JobHeld(Exception):
    """Somebody else is at it. The text is a sentence for a person."""

    def __init__(self, name: str) -> None:
        super().__init__(f"A server is at the job “{name}” right now. Try again in two minutes.")


class JobRunner:
    """The jobs of one store in this process. Several processes share what is due (docs/decisions/0012)."""

    def __init__(
        self,
        store: Store,
        jobs: Sequence[Job],
        *,
        now: Callable[[], datetime],
        look_every_s: float = LOOK_EVERY_S,
    ) -> None:
        self._states = JobStates(store)
        self._jobs = {job.name: job for job in jobs}
        self._now = now
        self._look_every_s = look_every_s
        self._holder = new_id()
        self._is_declared = False
        self._is_away = False
        self._ended = threading.Event()
        self._thread = threading.Thread(target=self._run, name="itdesk-jobs", daemon=True)

    def start(self) -> None:
        """Begin to look what is due. The store must have been migrated."""
        self._thread.start()

    def stop(self) -> None:
        """Finish the piece that is under way, and end."""
        self._ended.set()
        self._thread.join()

    def run_due(self) -> None:
        """Do what is due now and not held by another server. Raises StoreUnavailable."""
        if not self._is_declared:
            self._declare()
        while names := [name for name in self._states.due(self._now()) if name in self._jobs]:
            for name in names:
                if self._ended.is_set():
                    return
                self._claim_and_do(self._jobs[name])

    def run_now(self, name: str) -> int:
        """Do one piece of a job, due or not, and return how much was done.

        Raises UnknownJob, JobHeld, StoreUnavailable, and whatever the job itself raises.
        """
        job = self._jobs.get(name)
        if job is None:
            raise UnknownJob(name, sorted(self._jobs))
        self._declare()
        now = self._now()
        if not self._states.claim(name, self._holder, now, now + LEASE, early=True):
            raise JobHeld(name)
        return self._do(job)

    def _run(self) -> None:
        while not self._ended.is_set():
            self._look()
            self._ended.wait(self._look_every_s)

    def _look(self) -> None:
        """A database that is away is told once, and asked again next time."""
        try:
            self.run_due()
            self._is_away = False
        except StoreUnavailable as error:
            if not self._is_away:
                logger.warning("The jobs wait: %s", error)
            self._is_away = True
        except Exception:
            logger.exception("The jobs could not be looked after.")

    def _declare(self) -> None:
        now = self._now()
        self._states.declare({name: job.next_run(now) for name, job in self._jobs.items()}, now)
        self._is_declared = True

    def _claim_and_do(self, job: Job) -> None:
        now = self._now()
        if not self._states.claim(job.name, self._holder, now, now + LEASE):
            return  # another server was faster
        try:
            self._do(job)
        except StoreUnavailable as error:
            logger.warning("The job %s is tried again later: %s", job.name, error)
        except Exception:
            logger.exception("The job %s failed; it is tried again later.", job.name)

    def _do(self, job: Job) -> int:
        """Do one piece and write down how it went; raise what it raised."""
        try:
            done = job.work(self._now())
        except Exception as error:
            self._put_off(job, error)
            raise
        now = self._now()
        next_run_at = now if job.most is not None and done >= job.most else job.next_run(now)
        self._states.finish(job.name, self._holder, now, done, next_run_at)
        return done

    def _put_off(self, job: Job, error: Exception) -> None:
        """Write down that it failed. Where even that fails, the lease ends by itself."""
        now = self._now()
        failures = self._states.failures(job.name)
        back_off = min(FIRST_BACK_OFF * 2 ** min(failures, 10), LONGEST_BACK_OFF)
        words = f"{type(error).__name__}: {error}"
        self._states.fail(job.name, self._holder, now, words, now + back_off)
