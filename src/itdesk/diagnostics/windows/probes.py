"""What a Windows computer is asked."""

from functools import partial

from itdesk.diagnostics.anywhere import busiest
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
from itdesk.diagnostics.windows import (
    adapters,
    audio_endpoints,
    battery,
    boot,
    certificate_store,
    crashes,
    disk_health,
    drive_protection,
    echo,
    faulty_devices,
    firmware,
    foreground,
    graphics,
    host,
    ip_tables,
    machine,
    membership,
    network,
    operating_system,
    printers,
    processor,
    ras,
    remote_support,
    security,
    service,
    session,
    shares,
    software,
    sound,
    spooler,
    system_log,
    tpm,
    updates,
    usb,
    vpn,
    wireless,
    wlan_api,
)
from itdesk.diagnostics.windows.event_log import EventLog
from itdesk.diagnostics.windows.process import program_name
from itdesk.diagnostics.windows.registry import Hive, Place, Registry
from itdesk.diagnostics.windows.wmi import ComWmi, Wmi


def probes(circumstances: Circumstances = UNKNOWN) -> tuple[Probe, ...]:
    """Return the probes that only Windows answers so, in the order of the document."""
    registry, wmi = Hive(), ComWmi()
    return (*_always(registry), *_usual(registry, wmi), *_for_symptoms(registry, wmi, circumstances))


def _always(registry: Registry) -> tuple[Probe, ...]:
    return (
        host_probe(partial(host.read_domain, registry), partial(membership.read_membership, registry)),
        operating_system_probe(partial(operating_system.read, registry)),
        boot_probe(partial(boot.read, registry)),
        session_probe(partial(session.read, registry)),
        machine_probe(partial(machine.read, registry, firmware.read_table)),
        processor_probe(partial(processor.read_model, registry)),
        network_probe(partial(network.read_route, registry)),
        foreground_probe(foreground.read),
    )


def _usual(registry: Registry, wmi: Wmi) -> tuple[Probe, ...]:
    events = EventLog()
    return (
        graphics_probe(partial(graphics.read, wmi)),
        battery_probe(partial(battery.read, wmi)),
        wireless_probe(partial(wireless.read, wlan_api.read_adapters)),
        security_probe(
            partial(security.read, registry, wmi, tpm.read_version, drive_protection.read_protection)
        ),
        updates_probe(partial(updates.read, wmi, updates.read_history)),
        faulty_devices_probe(partial(faulty_devices.read, wmi, registry, events)),
        busiest_probe(partial(busiest.read, program_name)),
        crashes_probe(lambda: crashes.read(events, crashes.folders())),
        printers_probe(
            partial(printers.read, spooler.read_queues, spooler.read_default, service.service_state)
        ),
        remote_support_probe(
            lambda: remote_support.read([registry, Hive(Place.LOCAL_MACHINE_32)], remote_support.folders())
        ),
    )


def _for_symptoms(registry: Registry, wmi: Wmi, circumstances: Circumstances) -> tuple[Probe, ...]:
    own = Hive(Place.CURRENT_USER)
    return (
        system_log_probe(partial(system_log.read, EventLog(), circumstances.broke_at)),
        software_probe(partial(software.read, _program_lists(registry, own))),
        adapters_probe(lambda: _network(registry, circumstances.server_host)),
        disk_health_probe(partial(disk_health.read, wmi)),
        sound_probe(
            partial(sound.read, registry, own, wmi, audio_endpoints.read_endpoints, service.service_state)
        ),
        usb_probe(partial(usb.read, wmi, registry)),
        shares_probe(partial(shares.read, registry, own, wmi, certificate_store.read_certificates)),
        vpn_probe(lambda: vpn.read(vpn.phonebooks(), ras.read_connections, vpn.read_adapters)),
        gateway_probe(partial(network.read_route, registry)),
    )


def _program_lists(registry: Registry, own: Registry) -> tuple[tuple[str, Registry], ...]:
    return ("64-bit", registry), ("32-bit", Hive(Place.LOCAL_MACHINE_32)), ("user", own)


def _network(registry: Registry, server_host: str) -> dict[str, object]:
    return adapters.read(
        registry=registry,
        adapters=adapters.read_adapters,
        routes=ip_tables.read_routes,
        neighbours=ip_tables.read_neighbours,
        trace=echo.read_trace,
        hosts=adapters.hosts_file(),
        server_host=server_host,
    )
