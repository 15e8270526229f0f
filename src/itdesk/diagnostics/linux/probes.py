"""What a Linux computer is asked."""

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
from itdesk.diagnostics.linux import (
    boot,
    foreground,
    machine,
    network,
    operating_system,
    processor,
    session,
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
    )
