"""Chooses the probes that this platform can answer."""

import sys
from functools import partial

from itdesk.diagnostics.anywhere import disks, memory
from itdesk.diagnostics.anywhere.boot import boot_probe
from itdesk.diagnostics.anywhere.device import device_probe
from itdesk.diagnostics.anywhere.foreground import foreground_probe
from itdesk.diagnostics.anywhere.host import host_probe
from itdesk.diagnostics.anywhere.machine import machine_probe
from itdesk.diagnostics.anywhere.network import network_probe
from itdesk.diagnostics.anywhere.operating_system import operating_system_probe
from itdesk.diagnostics.anywhere.processor import processor_probe
from itdesk.diagnostics.anywhere.session import session_probe
from itdesk.diagnostics.base import Probe


def first_tier(device_id: str, platform: str = sys.platform) -> tuple[Probe, ...]:
    """Return the probes that always run (T0), in the order of the document.

    `device_id` is the random id that the workstation keeps; `platform` is named as sys.platform does.
    Nothing is measured yet.
    """
    anywhere = (device_probe(device_id), memory.PROBE, disks.PROBE)
    if platform == "win32":
        return anywhere + _windows()
    return anywhere + (_macos() if platform == "darwin" else _linux())


def _linux() -> tuple[Probe, ...]:
    from itdesk.diagnostics.linux import (
        boot,
        foreground,
        machine,
        network,
        operating_system,
        processor,
        session,
    )

    return (
        host_probe(),
        operating_system_probe(operating_system.read),
        boot_probe(boot.read),
        session_probe(session.read),
        machine_probe(machine.read),
        processor_probe(processor.read_model),
        network_probe(network.read_route),
        foreground_probe(foreground.read),
    )


def _macos() -> tuple[Probe, ...]:
    from itdesk.diagnostics.macos import foreground, machine, network, operating_system, processor, session

    return (
        host_probe(),
        operating_system_probe(operating_system.read),
        boot_probe(dict),
        session_probe(session.read),
        machine_probe(machine.read, limit_s=1.5),
        processor_probe(processor.read_model),
        network_probe(network.read_route),
        foreground_probe(foreground.read),
    )


def _windows() -> tuple[Probe, ...]:
    from itdesk.diagnostics.windows import (
        boot,
        firmware,
        foreground,
        host,
        machine,
        network,
        operating_system,
        processor,
        session,
    )
    from itdesk.diagnostics.windows.registry import LocalMachine

    registry = LocalMachine()
    return (
        host_probe(partial(host.read_domain, registry)),
        operating_system_probe(partial(operating_system.read, registry)),
        boot_probe(partial(boot.read, registry)),
        session_probe(partial(session.read, registry)),
        machine_probe(partial(machine.read, registry, firmware.read_table)),
        processor_probe(partial(processor.read_model, registry)),
        network_probe(partial(network.read_route, registry)),
        foreground_probe(foreground.read),
    )
