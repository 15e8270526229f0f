"""The interfaces by which Windows tells how far its networks go, declared as in netlistmgr.h."""

import sys

CONNECTED = 1
MOST_NETWORKS = 16
FLAGS = ("NA_InternetConnectivityV4", "NA_InternetConnectivityV6")

if sys.platform == "win32":
    from ctypes import HRESULT, POINTER, byref, c_int, c_uint, c_ulong, c_void_p, c_wchar_p
    from typing import Any, ClassVar

    import comtypes
    from comtypes import GUID, STDMETHOD, IUnknown
    from comtypes.automation import VARIANT, IDispatch

    CLASS = GUID("{DCB00C01-570F-4A9B-8D69-199FDBA5723B}")

    class IPropertyBag(IUnknown):  # type: ignore[misc]
        """What else is known of a network."""

        _iid_ = GUID("{55272A00-42CB-11CE-8135-00AA004BB851}")
        _methods_: ClassVar = [STDMETHOD(HRESULT, "Read", [c_wchar_p, POINTER(VARIANT), c_void_p])]

    class IEnumNetworks(IDispatch):  # type: ignore[misc]
        """Networks."""

        _iid_ = GUID("{DCB00003-570F-4A9B-8D69-199FDBA5723B}")
        _methods_: ClassVar = [
            STDMETHOD(HRESULT, "NewEnum", [c_void_p]),
            STDMETHOD(HRESULT, "Next", [c_ulong, POINTER(POINTER(IUnknown)), POINTER(c_ulong)]),
        ]

    class INetworkListManager(IDispatch):  # type: ignore[misc]
        """Windows' list of networks. The methods left empty only keep the later ones in their places."""

        _iid_ = GUID("{DCB00000-570F-4A9B-8D69-199FDBA5723B}")
        _methods_: ClassVar = [
            STDMETHOD(HRESULT, "GetNetworks", [c_int, POINTER(POINTER(IEnumNetworks))]),
            *(STDMETHOD(HRESULT, f"unused{at}") for at in range(5)),
            STDMETHOD(HRESULT, "GetConnectivity", [POINTER(c_uint)]),
        ]

    def connectivity() -> tuple[int, int]:
        """Return NLM_CONNECTIVITY, and the flags of all networks together. Raises COMError, OSError."""
        manager = comtypes.CoCreateInstance(CLASS, interface=INetworkListManager)
        told = c_uint()
        manager.GetConnectivity(byref(told))
        try:
            return told.value, _flags(manager)
        except (comtypes.COMError, OSError):
            return told.value, 0

    def _flags(manager: Any) -> int:
        networks: Any = POINTER(IEnumNetworks)()
        manager.GetNetworks(CONNECTED, byref(networks))
        flags = 0
        for _ in range(MOST_NETWORKS):
            network: Any = POINTER(IUnknown)()
            if networks.Next(1, byref(network), None) or not network:
                break
            flags |= _flags_of(network.QueryInterface(IPropertyBag))
        return flags

    def _flags_of(bag: Any) -> int:
        flags = 0
        for name in FLAGS:
            value = VARIANT()
            try:
                bag.Read(name, byref(value), None)
            except (comtypes.COMError, OSError):
                continue
            flags |= value.value if isinstance(value.value, int) else 0
        return flags
