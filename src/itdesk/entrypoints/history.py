"""Builds what notes, while the tray runs, how this computer is doing."""

from itdesk.diagnostics.history.history_thread import HistoryThread
from itdesk.diagnostics.history.marks import marks
from itdesk.diagnostics.history.sampler import Sampler
from itdesk.diagnostics.policy import permitted, policy_of
from itdesk.diagnostics.probes import every_probe
from itdesk.settings import Settings
from itdesk.workstation.device_id import read_device_id
from itdesk.workstation.paths import DataFolder


def history_thread(data: DataFolder, settings: Settings) -> HistoryThread:
    """Return the thread, not started yet. What the company's policy forbids is not noted either."""
    policy, _ = policy_of(settings)
    probes = permitted(every_probe(read_device_id(data)), policy)
    return HistoryThread(Sampler(data.history, probes, marks=marks()))
