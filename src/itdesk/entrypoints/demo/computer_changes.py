"""What had changed on a computer of the demo's company before something broke: one to four things."""

from collections.abc import Iterator, Mapping
from datetime import timedelta
from random import Random
from typing import NamedTuple

from itdesk.entrypoints.demo.computer_state import Computer, Told
from itdesk.entrypoints.demo.stories import TicketStory

HOUR, DAY = 60, 24 * 60


class Happened(NamedTuple):
    """One change, so many minutes before the report."""

    minutes: int
    probe: str
    field: str
    row: str
    column: str
    before: str
    after: str

    @property
    def what(self) -> str:
        """Came, went, or is another."""
        if not self.before and not self.column and self.row:
            return "added"
        return "removed" if not self.after and not self.column else "changed"


def changes_of(computer: Computer, story: TicketStory, told: Told, chance: Random) -> dict[str, object]:
    """Return the probe "changes": what explains the story first, then what merely happened."""
    causes = list(_causes(computer, story, told, chance))
    rest = list(_everyday(computer, chance))
    happened = sorted([*causes, *chance.sample(rest, chance.randint(1 if not causes else 0, len(rest)))])
    good = computer.at - timedelta(minutes=max((one.minutes for one in happened), default=0) + 5 * HOUR)
    return {
        "good_at": good.replace(microsecond=0).isoformat(),
        "changes": [_row(computer, one) for one in happened[:4]],
    }


def _causes(computer: Computer, story: TicketStory, told: Told, chance: Random) -> Iterator[Happened]:
    match story.symptom:
        case "printing":
            yield _printer_driver(computer, chance.choice((22, 48, 95)), told)
        case "monitor":
            yield from _graphics_driver(computer, chance.choice((22, 41, 170)))
            yield Happened(6, "displays", "displays", "DELL P2422H (2)", "", "1920 × 1080", "")
        case "program" | "program_start":
            yield _program("Microsoft Office LTSC", 34, "16.0.17928.20148", "16.0.17928.20216")
        case "vpn":
            yield _program("FortiClient VPN", chance.choice((50, 400)), "7.2.3.0929", "7.2.4.0972")
        case "slow":
            yield Happened(18, "memory", "used_percent", "", "", "88", str(told["memory"]["used_percent"]))
            yield _program("Microsoft OneDrive", 3 * HOUR, "24.196.0929", "24.201.1006")
        case "network":
            yield Happened(
                12, "network", "level", "", "", "full", str(told["network"].get("level", "limited"))
            )
        case "wifi":
            yield Happened(25, "network", "kind", "", "", "wired", "wireless")
        case "sound_camera":
            yield Happened(15, "software", "programs", "Jabra Direct", "", "", "6.18.15601")
        case "computer_off":
            yield from _graphics_driver(computer, 11 * HOUR)


def _everyday(computer: Computer, chance: Random) -> Iterator[Happened]:
    """What happens on every computer now and then."""
    if computer.system == "Windows":
        name, day = computer.update(0)
        minutes = int((computer.at - day).total_seconds() // 60)
        if 0 < minutes < 9 * DAY:
            yield Happened(minutes, "updates", "installed", name, "", "", name)
        yield _program("Microsoft Edge", chance.randint(2, 5) * DAY, "130.0.2849.80", "131.0.2903.51")
        yield _program("7-Zip", chance.randint(3, 6) * DAY, "24.08", "24.09")
    else:
        yield _program("Google Chrome", chance.randint(2, 5) * DAY, "130.0.6723.117", "131.0.6778.70")


def _graphics_driver(computer: Computer, minutes: int) -> Iterator[Happened]:
    if computer.model.driver:
        before, after = (computer.graphics_version(computer.release - step) for step in (1, 0))
        yield Happened(
            minutes, "graphics", "adapters", computer.model.graphics, "driver_version", before, after
        )


def _printer_driver(computer: Computer, minutes: int, told: Told) -> Happened:
    before, after = (computer.printer_driver(computer.release - step) for step in (3, 0))
    printer = str(told["printers"]["default"])
    return Happened(minutes, "printers", "printers", printer, "driver", before, after)


def _program(name: str, minutes: int, before: str, after: str) -> Happened:
    return Happened(minutes, "software", "programs", name, "version", before, after)


def _row(computer: Computer, one: Happened) -> Mapping[str, object]:
    at = (computer.at - timedelta(minutes=one.minutes)).replace(microsecond=0)
    return {
        "at": at.isoformat(),
        "minutes_before": one.minutes,
        "probe": one.probe,
        "field": one.field,
        "row": one.row,
        "column": one.column,
        "before": one.before,
        "after": one.after,
        "what": one.what,
    }
