"""The model of the processor, by sysctl."""

from itdesk.diagnostics.command import ask_tool


def read_model() -> str:
    """Return the model. Raises NotAvailable."""
    return ask_tool(["/usr/sbin/sysctl", "-n", "machdep.cpu.brand_string"]).strip()
