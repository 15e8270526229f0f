"""Every probe as it is declared, the same on all platforms: what it may say, why it is asked, who sees it."""

from collections.abc import Mapping

from itdesk.diagnostics.anywhere import checks, disks, memory
from itdesk.diagnostics.anywhere.adapters import adapters_probe
from itdesk.diagnostics.anywhere.battery import battery_probe
from itdesk.diagnostics.anywhere.boot import boot_probe
from itdesk.diagnostics.anywhere.busiest import busiest_probe
from itdesk.diagnostics.anywhere.changes import changes_probe
from itdesk.diagnostics.anywhere.crashes import crashes_probe
from itdesk.diagnostics.anywhere.device import device_probe
from itdesk.diagnostics.anywhere.disk_health import disk_health_probe
from itdesk.diagnostics.anywhere.displays import displays_probe
from itdesk.diagnostics.anywhere.faulty_devices import faulty_devices_probe
from itdesk.diagnostics.anywhere.foreground import foreground_probe
from itdesk.diagnostics.anywhere.gateway import gateway_probe
from itdesk.diagnostics.anywhere.graphics import graphics_probe
from itdesk.diagnostics.anywhere.host import host_probe
from itdesk.diagnostics.anywhere.machine import machine_probe
from itdesk.diagnostics.anywhere.network import Route, network_probe
from itdesk.diagnostics.anywhere.operating_system import operating_system_probe
from itdesk.diagnostics.anywhere.printers import printers_probe
from itdesk.diagnostics.anywhere.processor import processor_probe
from itdesk.diagnostics.anywhere.remote_support import remote_support_probe
from itdesk.diagnostics.anywhere.security import security_probe
from itdesk.diagnostics.anywhere.server import server_probe
from itdesk.diagnostics.anywhere.session import session_probe
from itdesk.diagnostics.anywhere.shares import shares_probe
from itdesk.diagnostics.anywhere.software import software_probe
from itdesk.diagnostics.anywhere.sound import sound_probe
from itdesk.diagnostics.anywhere.system_log import system_log_probe
from itdesk.diagnostics.anywhere.updates import updates_probe
from itdesk.diagnostics.anywhere.usb import usb_probe
from itdesk.diagnostics.anywhere.vpn import vpn_probe
from itdesk.diagnostics.anywhere.wireless import wireless_probe
from itdesk.diagnostics.base import Probe, Tier

PLAIN = (
    boot_probe,
    session_probe,
    machine_probe,
    operating_system_probe,
    foreground_probe,
    displays_probe,
    graphics_probe,
    battery_probe,
    wireless_probe,
    security_probe,
    updates_probe,
    faulty_devices_probe,
    busiest_probe,
    crashes_probe,
    changes_probe,
    printers_probe,
    remote_support_probe,
    system_log_probe,
    software_probe,
    adapters_probe,
    disk_health_probe,
    sound_probe,
    usb_probe,
    shares_probe,
    vpn_probe,
)
"""Those whose measurement is one call without arguments."""


def declarations() -> Mapping[str, Probe]:
    """Return all probes by name; measured, they would say nothing."""
    others = (
        device_probe(""),
        host_probe(),
        memory.PROBE,
        processor_probe(str),
        disks.PROBE,
        network_probe(lambda _: Route()),
        gateway_probe(lambda _: Route()),
        server_probe(None),
        Probe(name=checks.NAME, tier=Tier.SYMPTOM, why=checks.WHY, fields=checks.FIELDS, measure=dict),
    )
    return {probe.name: probe for probe in (*others, *(make(dict) for make in PLAIN))}
