"""A Mac that is none: its tools are little programs that print what real ones have printed."""

import shlex
from collections.abc import Mapping
from pathlib import Path

import pytest

from itdesk.diagnostics.macos import (
    adapters,
    battery,
    disk_health,
    faulty_devices,
    foreground,
    graphics,
    host,
    install_history,
    printers,
    security,
    shares,
    software,
    sound,
    system_extensions,
    system_log,
    system_profiler,
    updates,
    usb,
    vpn,
    wireless,
)
from tests.unit.diagnostics.macos import recorded_tools as tools
from tests.unit.diagnostics.macos.recorded_profiles import PROFILES

BASIC = "-json -detailLevel basic "
ASKING = (
    adapters,
    battery,
    disk_health,
    faulty_devices,
    foreground,
    graphics,
    host,
    printers,
    security,
    shares,
    software,
    sound,
    system_extensions,
    system_log,
    usb,
    vpn,
    wireless,
)
PATIENCE_S = 30.0
FRONT = "ASN:0x0-0x1001"


class FakeMac:
    """Answers by tool and arguments; what it was not told makes the tool fail."""

    def __init__(self, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        self._folder = folder
        self._monkeypatch = monkeypatch

    def install(self) -> None:
        """Put every tool and file in its place; nobody is late, however busy the computer is."""
        for module in ASKING:
            for name in [name for name in vars(module) if name.endswith("LIMIT_S")]:
                self._monkeypatch.setattr(module, name, PATIENCE_S)
        profiles = {f"{BASIC}{kind}": answer for kind, answer in PROFILES.items()}
        self.tool(system_profiler, "PROFILER", profiles)
        self.tool(battery, "PMSET", tools.ON_BATTERY)
        self.tool(security, "FIREWALL", "Firewall is enabled. (State = 1)\n")
        self.tool(security, "FILEVAULT", "FileVault is On.\n")
        self.tool(system_extensions, "COMMAND", tools.EXTENSIONS)
        self.tool(faulty_devices, "LAUNCHCTL", tools.AGENTS)
        self.tool(
            disk_health,
            "DISKUTIL",
            {
                "list -plist physical": tools.DISKS.decode(),
                "info -plist disk0": tools.DISK0.decode(),
                "info -plist disk4": tools.DISK4.decode(),
            },
        )
        self.tool(printers, "LPSTAT", tools.QUEUES)
        self.tool(sound, "PGREP", "210\n")
        self.tool(shares, "MOUNT", tools.MOUNTS)
        self.tool(vpn, "COMMAND", tools.CONNECTIONS)
        self.tool(host, "DIRECTORY", tools.IN_A_DOMAIN)
        self.tool(adapters, "IFCONFIG", tools.INTERFACES)
        self.tool(adapters, "NETSTAT", tools.ROUTES)
        self.tool(adapters, "ARP", tools.NEIGHBOURS)
        self.tool(adapters, "TRACEROUTE", {"-n -q 1 -w 1 -m 12 help.example.com": tools.WAY})
        self.tool(
            foreground,
            "LSAPPINFO",
            {
                "front": f"{FRONT}:\n",
                f"info -only name {FRONT}:": '"LSDisplayName"="Mail"\n',
                f"info -only bundlepath {FRONT}:": f'"LSBundlePath"="{self.bundle("Mail")}"\n',
            },
        )
        self.log(tools.LOG)
        self.file(adapters, "HOSTS", tools.HOSTS.encode())
        self.file(install_history, "HISTORY", tools.HISTORY)
        self.file(updates, "WAITING", tools.OFFERS)

    def tool(self, module: object, constant: str, answer: str | Mapping[str, str]) -> Path:
        """Put a program in the place of a module's tool: it prints one text, or one by its arguments."""
        path = self._folder / f"{getattr(module, '__name__').rpartition('.')[2]}-{constant}"  # noqa: B009
        cases = (
            {"*": answer} if isinstance(answer, str) else {shlex.quote(key): answer[key] for key in answer}
        )
        lines = ["#!/bin/sh", 'case "$*" in']
        for number, (pattern, text) in enumerate(cases.items()):
            content = path.with_name(f"{path.name}-{number}")
            content.write_text(text, "utf-8")
            lines.append(f"{pattern}) exec /bin/cat {shlex.quote(str(content))} ;;")
        path.write_text("\n".join([*lines, "esac", "exit 9\n"]), "utf-8")
        path.chmod(0o755)
        told = getattr(module, constant)
        self._monkeypatch.setattr(
            module, constant, str(path) if isinstance(told, str) else (str(path), *told[1:])
        )
        return path

    def log(self, answer: str) -> None:
        """Put a program in the place of the tool log: it answers however it is asked."""
        self.tool(system_log, "LOG", answer)

    def file(self, module: object, constant: str, content: bytes) -> None:
        """Put a file in the place of one that a module reads."""
        path = self._folder / constant
        path.write_bytes(content)
        self._monkeypatch.setattr(module, constant, path)

    def bundle(self, name: str) -> Path:
        """Return the folder of a program that says who it is."""
        folder = self._folder / f"{name}.app"
        (folder / "Contents").mkdir(parents=True)
        (folder / "Contents" / "Info.plist").write_bytes(tools.INFO)
        return folder
