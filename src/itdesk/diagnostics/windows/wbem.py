"""The four interfaces of COM by which WMI is asked, declared as in Microsoft's wbemcli.h."""

import sys
import time

from itdesk.diagnostics.base import NotAvailable

LIMIT_S = 5.0
MOST_ROWS = 2000
NO_LIMIT_OF_TIME, ONE = 0x80, 1
AT_ONCE_AND_ONCE = 0x10 | 0x20  # the call returns before the rows are there; each is handed out once
TIMED_OUT = 0x40004
WINNT, NO_AUTHORIZATION, LEVEL_CALL, IMPERSONATE = 10, 0, 3, 3

if sys.platform == "win32":
    from ctypes import HRESULT, POINTER, byref, c_long, c_ulong, c_void_p, c_wchar_p, oledll
    from typing import Any, ClassVar

    import comtypes
    from comtypes import BSTR, GUID, STDMETHOD, IUnknown
    from comtypes.automation import VARIANT

    CLASS = GUID("{4590F811-1D3A-11D0-891F-00AA004B2E24}")

    def _unused(*names: str) -> list[Any]:
        """Return entries of the table that only keep the later ones in their places."""
        return [STDMETHOD(HRESULT, name) for name in names]

    class IWbemClassObject(IUnknown):  # type: ignore[misc]
        """One row."""

        _iid_ = GUID("{DC12A681-737F-11CF-884D-00AA004B2E24}")
        _methods_: ClassVar = [
            *_unused("GetQualifierSet"),
            STDMETHOD(HRESULT, "Get", [c_wchar_p, c_long, POINTER(VARIANT), c_void_p, c_void_p]),
        ]

    class IEnumWbemClassObject(IUnknown):  # type: ignore[misc]
        """The rows of an answer."""

        _iid_ = GUID("{027947E1-D731-11CE-A357-000000000001}")
        _methods_: ClassVar = [
            *_unused("Reset"),
            STDMETHOD(
                HRESULT, "Next", [c_long, c_ulong, POINTER(POINTER(IWbemClassObject)), POINTER(c_ulong)]
            ),
        ]

    class IWbemServices(IUnknown):  # type: ignore[misc]
        """One namespace."""

        _iid_ = GUID("{9556DC99-828C-11CF-A37E-00AA003240C7}")
        _methods_: ClassVar = [
            *_unused("OpenNamespace", "CancelAsyncCall", "QueryObjectSink", "GetObject", "GetObjectAsync"),
            *_unused("PutClass", "PutClassAsync", "DeleteClass", "DeleteClassAsync", "CreateClassEnum"),
            *_unused("CreateClassEnumAsync", "PutInstance", "PutInstanceAsync", "DeleteInstance"),
            *_unused("DeleteInstanceAsync", "CreateInstanceEnum", "CreateInstanceEnumAsync"),
            STDMETHOD(
                HRESULT, "ExecQuery", [BSTR, BSTR, c_long, c_void_p, POINTER(POINTER(IEnumWbemClassObject))]
            ),
        ]

    class IWbemLocator(IUnknown):  # type: ignore[misc]
        """Opens namespaces."""

        _iid_ = GUID("{DC12A687-737F-11CF-884D-00AA004B2E24}")
        _methods_: ClassVar = [
            STDMETHOD(
                HRESULT,
                "ConnectServer",
                [BSTR, BSTR, BSTR, BSTR, c_long, BSTR, c_void_p, POINTER(POINTER(IWbemServices))],
            )
        ]

    def query(namespace: str, wql: str, names: tuple[str, ...]) -> list[dict[str, object]]:
        """Return the named properties of each row. Raises COMError, OSError, NotAvailable."""
        ends = time.monotonic() + LIMIT_S
        locator = comtypes.CoCreateInstance(CLASS, interface=IWbemLocator)
        services: Any = POINTER(IWbemServices)()
        locator.ConnectServer(namespace, None, None, None, NO_LIMIT_OF_TIME, None, None, byref(services))
        _may_act_for_us(services)
        rows: Any = POINTER(IEnumWbemClassObject)()
        services.ExecQuery("WQL", wql, AT_ONCE_AND_ONCE, None, byref(rows))
        _may_act_for_us(rows)
        told: list[dict[str, object]] = []
        while len(told) < MOST_ROWS and (row := _next(rows, ends)):
            told.append({name: _property(row, name) for name in names})
        return told

    def _may_act_for_us(proxy: Any) -> None:
        """Let WMI's service look with this person's rights: by default it may only learn who she is."""
        try:
            oledll.ole32.CoSetProxyBlanket(
                proxy, WINNT, NO_AUTHORIZATION, None, LEVEL_CALL, IMPERSONATE, None, 0
            )
        except OSError:
            return  # the object lives in this process: there is nobody between

    def _next(rows: Any, ends: float) -> Any:
        """Return the next row, something false after the last one. Raises NotAvailable when it is late."""
        row, count = POINTER(IWbemClassObject)(), c_ulong()
        wait_ms = max(round((ends - time.monotonic()) * 1000), 0)
        if rows.Next(wait_ms, ONE, byref(row), byref(count)) == TIMED_OUT:
            raise NotAvailable("Windows did not answer in time.")
        return row

    def _property(row: Any, name: str) -> object:
        """Return a property; None where this version of the class has none of that name."""
        value = VARIANT()
        try:
            row.Get(name, 0, byref(value), None, None)
        except (comtypes.COMError, OSError):
            return None
        held: object = value.value
        return list(held) if isinstance(held, tuple) else held
