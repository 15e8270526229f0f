"""The model of the processor, by the registry."""

from itdesk.diagnostics.base import NotAvailable
from itdesk.diagnostics.windows.registry import Registry, text

KEY = r"HARDWARE\DESCRIPTION\System\CentralProcessor\0"


def read_model(registry: Registry) -> str:
    """Return the model. Raises NotAvailable."""
    model = " ".join(text(registry, KEY, "ProcessorNameString").split())
    if not model:
        raise NotAvailable("The registry does not name the processor.")
    return model
