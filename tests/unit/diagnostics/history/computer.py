"""A computer that a test changes at will: its probes, its clock, and what the system counts."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

from itdesk.diagnostics.base import NotAvailable, Probe, Reading
from itdesk.diagnostics.declarations import declarations
from itdesk.diagnostics.history.records import Happening, Sample
from itdesk.diagnostics.history.sampler import Sampler

MONDAY = datetime(2026, 3, 2, 8, 0, tzinfo=UTC)
ASKED = ("operating_system", "boot", "network", "memory", "disks", "software", "printers", "crashes")


class Computer:
    """Tells through its probes whatever `says` holds; a probe that is not there cannot be asked."""

    def __init__(self) -> None:
        self.at = MONDAY
        self.says: dict[str, Mapping[str, object]] = {
            "network": {"connected": True, "kind": "wired", "ipv4": ["10.0.0.5"], "gateway": "10.0.0.1"},
            "software": {"programs": [program("Word", "1"), program("Zoom", "5")]},
        }
        self.asked: list[str] = []
        self.disk_percent = 50.0
        self.booted_at = MONDAY
        self.mark: object = None

    def clock(self) -> datetime:
        return self.at

    def wait(self, **time: float) -> None:
        self.at += timedelta(**time)

    @property
    def probes(self) -> tuple[Probe, ...]:
        declared = declarations()
        return tuple(replace(declared[name], measure=self._measure(name)) for name in ASKED)

    def _measure(self, name: str) -> Reading:
        def measure() -> Mapping[str, object]:
            self.asked.append(name)
            if name not in self.says:
                raise NotAvailable("The computer does not say.")
            return self.says[name]

        return measure

    def look(self, at: datetime, network: Mapping[str, object]) -> Sample:
        connected = network.get("connected")
        return Sample(
            at=at,
            booted_at=self.booted_at,
            disk_percent=self.disk_percent,
            memory_percent=40,
            connected=connected if isinstance(connected, bool) else None,
            kind=str(network.get("kind", "")),
        )

    def addresses(self) -> list[str]:
        network = self.says.get("network", {})
        return [str(network.get("ipv4"))] if network.get("connected") else []

    def sampler(self, folder: Path) -> Sampler:
        return Sampler(
            folder,
            self.probes,
            clock=self.clock,
            look=self.look,
            addresses=self.addresses,
            marks={"software": lambda: self.mark},
        )


def program(name: str, version: str) -> dict[str, object]:
    return {"name": name, "version": version, "publisher": "Somebody", "installed_at": "2026-01-01"}


def told(records: object) -> list[tuple[object, ...]]:
    """Return probe, row, before and after of what happened."""
    assert isinstance(records, list | tuple)
    happenings = [record.difference for record in records if isinstance(record, Happening)]
    return [(one.probe, one.row, one.before, one.after) for one in happenings]
