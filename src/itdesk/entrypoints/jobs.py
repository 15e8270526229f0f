"""Shows what the server does by itself, and does a job now: for whoever runs the server."""

import json
from datetime import datetime
from pathlib import Path

import msgspec

from itdesk.entrypoints.server import (
    BACKUPS_FOLDER,
    FILES_FOLDER,
    Unusable,
    prepare_folder,
    utc_now,
    with_store,
)
from itdesk.server.jobs.declared import declared_jobs
from itdesk.server.jobs.runner import JobHeld, JobRunner, UnknownJob
from itdesk.server.store.backups.making import BackupFailed
from itdesk.server.store.job_states import JobState, JobStates
from itdesk.server.store.store import Store
from itdesk.server.tickets.desk import TicketDesk


def list_jobs(data_dir: Path | None, database: str | None, *, as_json: bool) -> int:
    """Print how each job stands; return the exit code."""

    def told(store: Store) -> str:
        states = JobStates(store).all()
        if as_json:
            return json.dumps(msgspec.to_builtins(states), ensure_ascii=False, indent=2)
        return "\n".join(_line(state, utc_now()) for state in states) or "No server has run here yet."

    return with_store(told, data_dir, database)


def run_job(name: str, data_dir: Path | None, database: str | None) -> int:
    """Do one piece of a job now, in this process; return the exit code. What prevents it is one sentence."""
    folder = prepare_folder(data_dir)
    files, backups = folder / FILES_FOLDER, None if database else folder / BACKUPS_FOLDER

    def done(store: Store) -> str:
        desk = TicketDesk(store, now=utc_now)
        desk.start()
        try:
            jobs = declared_jobs(store, desk, files, backups)
            count = JobRunner(store, jobs, now=utc_now).run_now(name)
        except (UnknownJob, JobHeld, BackupFailed) as error:
            raise Unusable(str(error)) from None
        finally:
            desk.stop()
        return f"{name} is done: {count}."

    return with_store(done, data_dir, database)


def _line(state: JobState, now: datetime) -> str:
    is_held = state.leased_until is not None and state.leased_until > now
    last = f"last {_time(state.last_run_at)}" if state.last_run_at else "never yet"
    words = [f"{state.name:<20}", last, "at it now" if is_held else f"next {_time(state.next_run_at)}"]
    if state.done is not None:
        words.append(f"did {state.done}")
    if state.failures:
        words.append(f"failed {state.failures} times: {' '.join(state.failure.split())}")
    return "  ".join(words)


def _time(at: datetime) -> str:
    return at.isoformat(timespec="seconds").replace("+00:00", "Z")
