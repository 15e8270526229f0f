"""The model of the processor, from /proc."""

from pathlib import Path

from itdesk.diagnostics.base import NotAvailable
from itdesk.diagnostics.text_file import read_text

NAMES = ("model name", "Model", "Hardware", "cpu model", "cpu")


def read_model(root: Path = Path("/")) -> str:
    """Return the model. Raises NotAvailable when the kernel does not name it, as on many ARM machines."""
    told: dict[str, str] = {}
    for line in read_text(root / "proc/cpuinfo").splitlines():
        name, _, value = line.partition(":")
        told.setdefault(name.strip(), value.strip())
    for name in NAMES:
        if told.get(name):
            return " ".join(told[name].split())
    raise NotAvailable("The kernel does not name the processor.")
