"""What the company's computers would have said about themselves when somebody reported from them."""

from datetime import datetime, timedelta
from random import Random

from itdesk.diagnostics.facts import Facts
from itdesk.domain.catalogue import Category
from itdesk.entrypoints.demo.company import DeviceSeed
from itdesk.entrypoints.demo.stories import TicketStory

GIB = 1024**3
ABOUT_A_COMPUTER = (Category.SOFTWARE_FAILURE, Category.HARDWARE_FAILURE, Category.NETWORK_AND_ACCESS)


def facts_of(device: DeviceSeed, story: TicketStory, at: datetime) -> str:
    """Return the facts of `device` at the time `at`, the same each time, as a report carries them."""
    chance = Random(story.title)  # noqa: S311 - a believable figure, no secret
    name, _, version = device.os.rpartition(" ")
    maker, _, model = device.model.partition(" ")
    uptime = timedelta(hours=chance.choice((1, 2, 3, 8, 26, 75, 310)))
    used = chance.randint(38, 93)
    free = device.disk_gb * chance.randint(4, 60) // 100
    return (
        Facts(
            collected_in_ms=chance.randint(180, 640),
            facts={
                "host": {"name": device.name},
                "machine": {"manufacturer": maker, "model": model, "serial": device.serial},
                "operating_system": {"name": name, "version": version},
                "boot": {"booted_at": (at - uptime).isoformat(), "uptime_s": int(uptime.total_seconds())},
                "session": {"login": story.requester, "kind": "console"},
                "network": {"connected": True, "kind": chance.choice(("wired", "wireless")), "vpn": False},
                "memory": {"total_bytes": device.memory_gb * GIB, "used_percent": used},
                "disks": {
                    "disks": [
                        {
                            "mount": "C:" if name.startswith("Windows") else "/",
                            "size_bytes": device.disk_gb * GIB,
                            "free_bytes": free * GIB,
                            "used_percent": 100 - 100 * free // device.disk_gb,
                        }
                    ]
                },
            },
        )
        .to_json()
        .decode()
    )
