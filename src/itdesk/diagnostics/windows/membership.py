"""What this Windows is a member of, by netapi32.dll and the registry."""

import sys

from itdesk.diagnostics.windows.registry import Registry

ENTRA_KEY = r"SYSTEM\CurrentControlSet\Control\CloudDomainJoin\JoinInfo"
WORKGROUP, DOMAIN = 2, 3  # NETSETUP_JOIN_STATUS of lmjoin.h


def membership(registry: Registry, status: int) -> str:
    """Return domain, entra, workgroup or "". Who is in a domain and in Entra is managed by the domain."""
    if status == DOMAIN:
        return "domain"
    if registry.subkeys(ENTRA_KEY):
        return "entra"
    return "workgroup" if status == WORKGROUP else ""


def read_membership(registry: Registry) -> str:
    """Return what this computer is a member of, "" when it is not told."""
    return membership(registry, _join_status())


def _join_status() -> int:
    if sys.platform == "win32":
        import ctypes

        library = ctypes.WinDLL("netapi32")
        library.NetApiBufferFree.argtypes = [ctypes.c_void_p]
        name, status = ctypes.c_void_p(), ctypes.c_int()
        if library.NetGetJoinInformation(None, ctypes.byref(name), ctypes.byref(status)) == 0:
            library.NetApiBufferFree(name)
            return status.value
    return 0
