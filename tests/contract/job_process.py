"""A server's desk and jobs as a process of its own, with a clock that begins where a test says and runs fast.

`python -m tests.contract.job_process STORE FILES NOW SPEED`; it prints a line when it is at work, and ends
when its standard input does, or by a signal.
"""

import sys
import time
from datetime import datetime, timedelta
from pathlib import Path

from itdesk.server.jobs.declared import declared_jobs
from itdesk.server.jobs.runner import JobRunner
from itdesk.server.store.store import open_store
from itdesk.server.tickets.desk import TicketDesk


def main(url: str, files: str, now: str, speed: str) -> None:
    begun, start = time.monotonic(), datetime.fromisoformat(now)

    def clock() -> datetime:
        return start + timedelta(seconds=(time.monotonic() - begun) * float(speed))

    store = open_store(url)
    desk = TicketDesk(store, now=clock)
    runner = JobRunner(store, declared_jobs(store, desk, Path(files)), now=clock, look_every_s=0.05)
    desk.start()
    runner.start()
    print("at work", flush=True)
    sys.stdin.read()
    runner.stop()
    desk.stop()
    store.close()


if __name__ == "__main__":
    main(*sys.argv[1:])
