"""What a Linux computer is asked."""

from functools import partial

from itdesk.diagnostics.anywhere.adapters import adapters_probe
from itdesk.diagnostics.anywhere.battery import battery_probe
from itdesk.diagnostics.anywhere.boot import boot_probe
from itdesk.diagnostics.anywhere.busiest import busiest_probe
from itdesk.diagnostics.anywhere.crashes import crashes_probe
from itdesk.diagnostics.anywhere.disk_health import disk_health_probe
from itdesk.diagnostics.anywhere.faulty_devices import faulty_devices_probe
from itdesk.diagnostics.anywhere.foreground import foreground_probe
from itdesk.diagnostics.anywhere.gateway import gateway_probe
from itdesk.diagnostics.anywhere.graphics import graphics_probe
from itdesk.diagnostics.anywhere.host import host_probe
from itdesk.diagnostics.anywhere.machine import machine_probe
from itdesk.diagnostics.anywhere.network import network_probe
from itdesk.diagnostics.anywhere.operating_system import operating_system_probe
from itdesk.diagnostics.anywhere.printers import printers_probe
from itdesk.diagnostics.anywhere.processor import processor_probe
from itdesk.diagnostics.anywhere.remote_support import remote_support_probe
from itdesk.diagnostics.anywhere.security import security_probe
from itdesk.diagnostics.anywhere.session import session_probe
from itdesk.diagnostics.anywhere.shares import shares_probe
from itdesk.diagnostics.anywhere.software import software_probe
from itdesk.diagnostics.anywhere.sound import sound_probe
from itdesk.diagnostics.anywhere.system_log import system_log_probe
from itdesk.diagnostics.anywhere.updates import updates_probe
from itdesk.diagnostics.anywhere.usb import usb_probe
from itdesk.diagnostics.anywhere.vpn import vpn_probe
from itdesk.diagnostics.anywhere.wireless import wireless_probe
from itdesk.diagnostics.base import Probe
from itdesk.diagnostics.circumstances import UNKNOWN, Circumstances
from itdesk.diagnostics.linux import (
    adapters,
    battery,
    boot,
    busiest,
    crashes,
    disk_health,
    faulty_devices,
    foreground,
    graphics,
    machine,
    network,
    operating_system,
    printers,
    processor,
    remote_support,
    security,
    session,
    shares,
    software,
    sound,
    system_log,
    updates,
    usb,
    vpn,
    wireless,
)


def probes(circumstances: Circumstances = UNKNOWN) -> tuple[Probe, ...]:
    """Return the probes that only Linux answers so, in the order of the document."""
    return (
        host_probe(),
        operating_system_probe(operating_system.read),
        boot_probe(boot.read),
        session_probe(session.read),
        machine_probe(machine.read),
        processor_probe(processor.read_model),
        network_probe(network.read_route),
        foreground_probe(foreground.read),
        *_usual(),
        *_of_symptoms(circumstances),
    )


def _usual() -> tuple[Probe, ...]:
    return (
        graphics_probe(graphics.read),
        battery_probe(battery.read),
        wireless_probe(wireless.read),
        security_probe(security.read),
        updates_probe(updates.read),
        faulty_devices_probe(faulty_devices.read),
        busiest_probe(busiest.read),
        crashes_probe(crashes.read),
        printers_probe(printers.read),
        remote_support_probe(remote_support.read),
    )


def _of_symptoms(circumstances: Circumstances) -> tuple[Probe, ...]:
    return (
        system_log_probe(partial(system_log.read, circumstances.broke_at)),
        software_probe(software.read),
        adapters_probe(partial(adapters.read, circumstances.server_host)),
        disk_health_probe(disk_health.read),
        sound_probe(sound.read),
        usb_probe(usb.read),
        shares_probe(shares.read),
        vpn_probe(vpn.read),
        gateway_probe(network.read_route),
    )
