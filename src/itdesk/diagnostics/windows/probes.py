"""What a Windows computer is asked."""

from functools import partial

from itdesk.diagnostics.anywhere.boot import boot_probe
from itdesk.diagnostics.anywhere.foreground import foreground_probe
from itdesk.diagnostics.anywhere.host import host_probe
from itdesk.diagnostics.anywhere.machine import machine_probe
from itdesk.diagnostics.anywhere.network import network_probe
from itdesk.diagnostics.anywhere.operating_system import operating_system_probe
from itdesk.diagnostics.anywhere.processor import processor_probe
from itdesk.diagnostics.anywhere.session import session_probe
from itdesk.diagnostics.base import Probe
from itdesk.diagnostics.circumstances import UNKNOWN, Circumstances
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


def probes(circumstances: Circumstances = UNKNOWN) -> tuple[Probe, ...]:
    """Return the probes that only Windows answers so, in the order of the document."""
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
