"""The busiest programs of this Linux, by the kernel's names for them."""

from functools import partial
from pathlib import Path

from itdesk.diagnostics.anywhere import busiest
from itdesk.diagnostics.text_file import read_text


def read(root: Path = Path("/")) -> dict[str, object]:
    """Return the programs that use most."""
    return busiest.read(partial(kernel_name, root))


def kernel_name(root: Path, pid: int) -> str:
    """Return the name of a process, "" when it is gone.

    psutil looks for the end of a long name in the command line, where a program may write what it likes.
    """
    return read_text(root / "proc" / str(pid) / "comm")
