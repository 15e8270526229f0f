"""The version of the security chip, by tbs.dll, which needs no administrator."""

import sys

from itdesk.diagnostics.base import NotAvailable

NONE_THERE = 0x8028400F  # TBS_E_TPM_NOT_FOUND


def read_version() -> int:
    """Return 1 for TPM 1.2 and 2 for TPM 2.0. Raises NotAvailable."""
    if sys.platform == "win32":
        import ctypes

        info = (ctypes.c_uint32 * 4)(
            1
        )  # TPM_DEVICE_INFO: structVersion, tpmVersion, tpmInterfaceType, revision
        try:
            ask = ctypes.WinDLL("tbs").Tbsi_GetDeviceInfo
        except (OSError, AttributeError):
            raise NotAvailable("This Windows tells nothing of a TPM.") from None
        code = ask(ctypes.sizeof(info), info) & 0xFFFF_FFFF
        if code == 0:
            return int(info[1])
        raise NotAvailable("There is no TPM." if code == NONE_THERE else f"TPM error 0x{code:08X}.")
    raise NotAvailable("This is not Windows.")
