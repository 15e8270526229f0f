"""What the company's computers would have said about themselves when somebody reported from them."""

from datetime import datetime
from random import Random

from itdesk.diagnostics.checks.run import findings_fact, run_checks
from itdesk.diagnostics.facts import Facts
from itdesk.domain.catalogue import Category
from itdesk.entrypoints.demo.company import DeviceSeed
from itdesk.entrypoints.demo.computer_changes import changes_of
from itdesk.entrypoints.demo.computer_state import Computer
from itdesk.entrypoints.demo.computer_trouble import trouble_of
from itdesk.entrypoints.demo.stories import TicketStory

ABOUT_A_COMPUTER = (Category.SOFTWARE_FAILURE, Category.HARDWARE_FAILURE, Category.NETWORK_AND_ACCESS)
CHECKED = {
    "printing": ("printing",),
    "vpn": ("vpn",),
    "slow": ("memory", "disk"),
    "program": ("memory", "disk"),
    "program_start": ("memory", "disk"),
    "wifi": ("network",),
    "network": ("network",),
    "sound_camera": ("sound",),
}
"""Which checks a symptom orders, as in the symptoms that every store starts with."""


def facts_of(device: DeviceSeed, story: TicketStory, at: datetime) -> str:
    """Return the facts of `device` at the time `at`, the same each time, as a report carries them."""
    chance = Random(story.title)  # noqa: S311 - a believable figure, no secret
    computer = Computer(device, story.requester, at)
    told = {**computer.always(), **computer.usual()}
    for probe, values in trouble_of(computer, story, chance).items():
        told[probe] = {**told.get(probe, {}), **values}
    told["changes"] = changes_of(computer, story, told, chance)
    checks = CHECKED.get(story.symptom, ())
    if checks:
        told["checks"] = findings_fact(run_checks(checks, told))
    return Facts(collected_in_ms=chance.randint(180, 940), facts=told).to_json().decode()
