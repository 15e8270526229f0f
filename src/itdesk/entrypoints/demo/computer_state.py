"""How a computer of the demo's company is when nothing is wrong with it: the same for the same day."""

from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from hashlib import sha256
from random import Random
from typing import NamedTuple

from itdesk.entrypoints.demo.company import DeviceSeed
from itdesk.version import VERSION

GIB = 1024**3
DAYS_OF_A_RELEASE = 35
Told = dict[str, dict[str, object]]


class Model(NamedTuple):
    """What all computers of one model have in common."""

    chassis: str
    processor: str
    cores: int
    graphics: str
    driver: str
    architecture: str = "x86_64"


MODELS = {
    "OptiPlex 7010": Model("desktop", "Intel Core i5-13500", 14, "Intel UHD Graphics 770", "igfxn.inf"),
    "ProDesk 400": Model("desktop", "Intel Core i5-10500", 6, "Intel UHD Graphics 630", "igfxn.inf"),
    "EliteBook 840": Model("laptop", "Intel Core i7-1355U", 10, "Intel Iris Xe Graphics", "igfxn.inf"),
    "Latitude 5440": Model("laptop", "Intel Core i5-1345U", 10, "Intel Iris Xe Graphics", "igfxn.inf"),
    "ThinkPad T14": Model("laptop", "AMD Ryzen 7 PRO 7840U", 8, "AMD Radeon 780M Graphics", "amdkmdag"),
    "MacBook Pro 14": Model("laptop", "Apple M3 Pro", 11, "Apple M3 Pro", "", "arm64"),
}
OTHER_MODEL = Model("desktop", "Intel Core i5-10500", 6, "Intel UHD Graphics 630", "igfxn.inf")
PRINTERS = {"Kraków": ("HP-312", "HP-208", "HP-108"), "Warszawa": ("HP-W11", "HP-W03")}
SUBNETS = {"Kraków": "10.4.3", "Warszawa": "10.8.1"}
PROGRAMS = ("chrome", "ms-teams", "excel", "outlook", "onedrive")
ANTIVIRUS = {"Windows": "Microsoft Defender Antivirus", "macOS": "XProtect"}


@dataclass(frozen=True)
class Computer:
    """One computer, who sits at it (a login), and the moment that is looked at."""

    device: DeviceSeed
    login: str
    at: datetime

    @property
    def system(self) -> str:
        """Windows, macOS or Debian."""
        return self.device.os.partition(" ")[0]

    @property
    def model(self) -> Model:
        """What its kind has."""
        return MODELS.get(self.device.model.partition(" ")[2], OTHER_MODEL)

    @property
    def is_laptop(self) -> bool:
        """Whether it is carried around."""
        return self.model.chassis == "laptop"

    @property
    def id(self) -> str:
        """The number that itdesk made for it."""
        return sha256(self.device.serial.encode()).hexdigest()[:32]

    @property
    def release(self) -> int:
        """How many monthly releases of drivers and programs there have been."""
        return self.at.toordinal() // DAYS_OF_A_RELEASE - 20_000

    @property
    def chance(self) -> Random:
        """What differs between two computers, and never for one of them."""
        return Random(self.device.serial)  # noqa: S311 - a believable figure, no secret

    @property
    def default_printer(self) -> str:
        """Where its pages come out."""
        return self.chance.choice(self._printer_names())

    def graphics_version(self, release: int) -> str:
        """Return the version of the graphics driver as of a release."""
        return f"31.0.101.{4146 + release % 97 * 13}"

    def printer_driver(self, release: int) -> str:
        """Return the name of the printers' driver as of a release: it changes rarely."""
        return f"HP UPD PCL 6 7.{release // 3 % 40}"

    def update(self, months_ago: int) -> tuple[str, datetime]:
        """Return the name and the day of a monthly update of Windows, the newest for 0."""
        months = self.at.year * 12 + self.at.month - 1
        if self.at < second_tuesday(months) + timedelta(days=2):
            months -= 1
        months -= months_ago
        return f"KB50{months * 41 % 9000 + 31000}", second_tuesday(months) + timedelta(days=1)

    def busiest(self, shares: tuple[int, ...]) -> dict[str, object]:
        """Return the programs that use most, with these shares in per cent of processor and memory."""
        ending = ".exe" if self.system == "Windows" else ""
        total = self.device.memory_gb * GIB
        by_share = [(f"{name}{ending}", share) for name, share in zip(PROGRAMS, shares, strict=True)]
        return {
            "by_processor": [{"name": name, "percent": share} for name, share in by_share],
            "by_memory": [{"name": name, "bytes": total * share // 100} for name, share in by_share],
        }

    def always(self) -> Told:
        """Return what every report carries."""
        name, _, version = self.device.os.rpartition(" ")
        maker, _, model = self.device.model.partition(" ")
        return {
            "device": {"id": self.id, "client_version": VERSION},
            "host": {"name": self.device.name},
            "machine": {
                "manufacturer": maker,
                "model": model,
                "chassis": self.model.chassis,
                "serial": self.device.serial,
            },
            "operating_system": {"name": name, "version": version, "architecture": self.model.architecture},
            "boot": self._boot(),
            "session": {"login": self.login, "kind": "console"},
            "network": self._network(),
            "server": {"reached": True},
            "memory": self._memory(self.chance.randint(38, 71)),
            "processor": {"model": self.model.processor, "cores": self.model.cores, "load_percent": 11},
            "disks": self._disks(),
        }

    def usual(self) -> Told:
        """Return what reports carry unless it is kept back."""
        told: Told = {
            "displays": self._displays(),
            "graphics": self._graphics(),
            "printers": self._printers(),
            "updates": self._updates(),
            "security": self._security(),
            "busiest": self.busiest((9, 6, 4, 2, 1)),
        }
        if self.is_laptop:
            told["battery"] = self._battery()
            told["wireless"] = self._wireless()
        return told

    def _boot(self) -> dict[str, object]:
        morning = self.at.replace(hour=5, minute=self.chance.randint(0, 50), second=0, microsecond=0)
        days = (self.chance.choice((0, 0, 1, 4)) + self.release) % 5 * 4
        booted = morning - timedelta(days=days)
        uptime = int((self.at - booted).total_seconds())
        return {"booted_at": booted.isoformat(), "uptime_s": uptime, "pending_restart": days > 14}

    def _network(self) -> dict[str, object]:
        subnet = SUBNETS.get(self.device.site, "10.4.3")
        return {
            "connected": True,
            "level": "full",
            "kind": "wireless" if self.is_laptop else "wired",
            "interface": "Wi-Fi" if self.is_laptop else "Ethernet",
            "ipv4": [f"{subnet}.{self.chance.randint(20, 230)}"],
            "gateway": f"{subnet}.1",
            "dns": [f"{subnet}.10", f"{subnet}.11"],
            "vpn": False,
        }

    def _memory(self, used: int) -> dict[str, object]:
        total = self.device.memory_gb * GIB
        available = total * (100 - used) // 100
        swap = {"swap_total_bytes": total // 8, "swap_used_bytes": total // 8 * used // 800}
        return {"total_bytes": total, "available_bytes": available, "used_percent": used, **swap}

    def _disks(self) -> dict[str, object]:
        """The disk fills by a tenth of a per cent each day, until somebody tidies up."""
        used = min(94.0, self.chance.randint(45, 88) + self.at.toordinal() % 70 / 10)
        total = self.device.disk_gb * GIB
        disk = {
            "mount": "C:" if self.system == "Windows" else "/",
            "file_system": {"Windows": "NTFS", "macOS": "APFS"}.get(self.system, "ext4"),
            "total_bytes": total,
            "free_bytes": round(total * (100 - used) / 100),
            "used_percent": round(used, 1),
        }
        return {"disks": [disk]}

    def _displays(self) -> dict[str, object]:
        own = [_display("Built-in screen", 1920, 1200, scale=1.25)] if self.is_laptop else []
        others = self.chance.choice((1, 2, 2)) - len(own)
        desk = [_display(f"DELL P2422H ({place + 1})", 1920, 1080) for place in range(others)]
        screens, left = own + desk, 0
        for screen in screens:
            screen |= {"x": left, "y": 0, "is_primary": left == 0}
            left += 1920
        return {"displays": screens}

    def _graphics(self) -> dict[str, object]:
        adapter = {"name": self.model.graphics}
        if self.model.driver:
            adapter["driver"] = self.model.driver
            adapter["driver_version"] = self.graphics_version(self.release)
        return {"adapters": [adapter]}

    def _printer_names(self) -> tuple[str, ...]:
        return PRINTERS.get(self.device.site, PRINTERS["Kraków"])

    def _printers(self) -> dict[str, object]:
        driver = self.printer_driver(self.release)
        real = [
            {"name": name, "driver": driver, "port": "network", "state": "ready", "waiting": 0}
            for name in self._printer_names()
        ]
        pdf = {"name": "Microsoft Print to PDF", "port": "virtual", "state": "ready", "waiting": 0}
        virtual = [pdf] if self.system == "Windows" else []
        return {"service": "running", "default": self.default_printer, "printers": [*real, *virtual]}

    def _updates(self) -> dict[str, object]:
        if self.system != "Windows":
            last = (self.at - timedelta(days=9)).replace(microsecond=0)
            return {"last_at": last.isoformat(), "waiting": 0}
        every = [self.update(months_ago) for months_ago in range(3)]
        installed = [{"name": name, "at": day.isoformat()} for name, day in every]
        return {"installed": installed, "failed": [], "last_at": installed[0]["at"], "waiting": 0}

    def _security(self) -> dict[str, object]:
        name = ANTIVIRUS.get(self.system)
        antivirus = [{"name": name, "enabled": True, "up_to_date": True}] if name else []
        chip = {"tpm": "2.0", "secure_boot": True} if self.system == "Windows" else {}
        return {"antivirus": antivirus, "firewall": True, "disk_encrypted": True, **chip}

    def _battery(self) -> dict[str, object]:
        health, is_plugged = self.chance.randint(71, 98), self.chance.random() < 0.6
        return {
            "percent": 100 if is_plugged else self.chance.randint(25, 90),
            "plugged": is_plugged,
            "health_percent": health,
            "cycles": (100 - health) * 17,
        }

    def _wireless(self) -> dict[str, object]:
        return {
            "connected": True,
            "band_ghz": 5,
            "channel": self.chance.choice((36, 44, 100)),
            "signal_dbm": -self.chance.randint(48, 63),
            "rate_mbps": 866,
            "security": "WPA2-Enterprise",
        }


def second_tuesday(months: int) -> datetime:
    """Return the day on which the month's updates come out; `months` are counted from the year 0."""
    first = datetime(months // 12, months % 12 + 1, 1, 17, tzinfo=UTC)
    return first + timedelta(days=(1 - first.weekday()) % 7 + 7)


def _display(name: str, width: int, height: int, scale: float = 1) -> dict[str, object]:
    return {"name": name, "width_px": width, "height_px": height, "scale": scale, "refresh_hz": 60}
