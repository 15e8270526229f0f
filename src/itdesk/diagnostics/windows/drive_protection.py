"""What the shell shows of BitLocker for the system drive: the only way that needs no administrator."""

import os
import sys

from itdesk.diagnostics.base import NotAvailable

PROPERTY = "System.Volume.BitLockerProtection"


def read_protection() -> int:
    """Return the shell's number: 1 on, 2 off, 3 being encrypted, 4 being decrypted, 5 suspended, 6 locked.

    Raises NotAvailable.
    """
    from itdesk.diagnostics.windows.com import with_com

    return with_com(_ask)


def _ask() -> int:
    if sys.platform == "win32":
        from itdesk.diagnostics.windows.com import late_bound

        drive = late_bound("Shell.Application").NameSpace(os.environ.get("SYSTEMDRIVE", "C:"))
        told = drive.Self.ExtendedProperty(PROPERTY) if drive is not None else None
        if isinstance(told, int):
            return told
    raise NotAvailable("Windows does not say whether the drive is encrypted.")
