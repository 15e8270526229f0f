"""What a Mac is asked."""

from dataclasses import replace
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
from itdesk.diagnostics.macos import (
    adapters,
    battery,
    busiest,
    crashes,
    disk_health,
    faulty_devices,
    foreground,
    graphics,
    host,
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
    """Return the probes that only macOS answers so, in the order of the document."""
    return (*_always(), *_usual(), *_of_symptoms(circumstances))


def _always() -> tuple[Probe, ...]:
    return (
        host_probe(host.read_domain, host.read_joined),
        operating_system_probe(operating_system.read),
        boot_probe(dict),
        session_probe(session.read),
        machine_probe(machine.read, limit_s=1.5),
        processor_probe(processor.read_model),
        _slow(network_probe(network.read_route), 1.4),
        foreground_probe(foreground.read),
    )


def _usual() -> tuple[Probe, ...]:
    return (
        _slow(graphics_probe(graphics.read), 3.0),
        _slow(battery_probe(battery.read), 2.5),
        _slow(wireless_probe(wireless.read), 5.0),
        _slow(security_probe(security.read), 4.5),
        updates_probe(updates.read),
        _slow(faulty_devices_probe(faulty_devices.read), 12.0),
        busiest_probe(busiest.read),
        crashes_probe(crashes.read),
        _slow(printers_probe(printers.read), 4.0),
        remote_support_probe(remote_support.read),
    )


def _of_symptoms(circumstances: Circumstances) -> tuple[Probe, ...]:
    return (
        _slow(system_log_probe(partial(system_log.read, circumstances)), 20.0),
        _slow(software_probe(software.read), 25.0),
        _slow(adapters_probe(partial(adapters.read, circumstances)), 18.0),
        _slow(disk_health_probe(disk_health.read), 10.0),
        _slow(sound_probe(sound.read), 6.0),
        _slow(usb_probe(usb.read), 11.0),
        _slow(shares_probe(shares.read), 4.0),
        vpn_probe(vpn.read),
        gateway_probe(network.read_route),
    )


def _slow(probe: Probe, limit_s: float) -> Probe:
    """Return the probe with more time: some tools take seconds, and what is late is told late."""
    return replace(probe, limit_s=limit_s)
