"""The interfaces of Windows' Core Audio, declared as in mmdeviceapi.h and endpointvolume.h."""

import sys

from itdesk.diagnostics.windows.audio_endpoints import Endpoint

RENDER, CAPTURE = 0, 1
ACTIVE = 1
CONSOLE = 0
IN_PROCESS = 1
MOST_DEVICES = 64

if sys.platform == "win32":
    from collections.abc import Iterator
    from ctypes import (
        HRESULT,
        POINTER,
        byref,
        c_float,
        c_int,
        c_uint,
        c_void_p,
        c_wchar_p,
        windll,
        wstring_at,
    )
    from typing import Any, ClassVar

    import comtypes
    from comtypes import GUID, STDMETHOD, IUnknown

    CLASS = GUID("{BCDE0395-E52F-467C-8E3D-C4579291692E}")

    class IAudioEndpointVolume(IUnknown):  # type: ignore[misc]
        """How loud one device is. The methods left empty only keep the later ones in their places."""

        _iid_ = GUID("{5CDF2C82-841E-4546-9722-0CF74078229A}")
        _methods_: ClassVar = [
            *(STDMETHOD(HRESULT, f"unused{at}") for at in range(6)),
            STDMETHOD(HRESULT, "GetMasterVolumeLevelScalar", [POINTER(c_float)]),
            *(STDMETHOD(HRESULT, f"unused{at}") for at in range(6, 11)),
            STDMETHOD(HRESULT, "GetMute", [POINTER(c_int)]),
        ]

    class IMMDevice(IUnknown):  # type: ignore[misc]
        """One device."""

        _iid_ = GUID("{D666063F-1587-4E43-81F1-B948E807363F}")
        _methods_: ClassVar = [
            STDMETHOD(HRESULT, "Activate", [POINTER(GUID), c_uint, c_void_p, POINTER(c_void_p)]),
            STDMETHOD(HRESULT, "OpenPropertyStore"),
            STDMETHOD(HRESULT, "GetId", [POINTER(c_void_p)]),
        ]

    class IMMDeviceCollection(IUnknown):  # type: ignore[misc]
        """Devices."""

        _iid_ = GUID("{0BD7A1BE-7A1A-44DB-8397-CC5392387B5E}")
        _methods_: ClassVar = [
            STDMETHOD(HRESULT, "GetCount", [POINTER(c_uint)]),
            STDMETHOD(HRESULT, "Item", [c_uint, POINTER(POINTER(IMMDevice))]),
        ]

    class IMMDeviceEnumerator(IUnknown):  # type: ignore[misc]
        """Lists devices."""

        _iid_ = GUID("{A95664D2-9614-4F35-A746-DE8DB63617E6}")
        _methods_: ClassVar = [
            STDMETHOD(HRESULT, "EnumAudioEndpoints", [c_int, c_uint, POINTER(POINTER(IMMDeviceCollection))]),
            STDMETHOD(HRESULT, "GetDefaultAudioEndpoint", [c_int, c_int, POINTER(POINTER(IMMDevice))]),
            STDMETHOD(HRESULT, "GetDevice", [c_wchar_p, POINTER(POINTER(IMMDevice))]),
        ]

    def endpoints() -> list[Endpoint]:
        """Return the devices for sound that are there now. Raises COMError, OSError."""
        enumerator = comtypes.CoCreateInstance(CLASS, interface=IMMDeviceEnumerator)
        return [*_endpoints(enumerator, RENDER), *_endpoints(enumerator, CAPTURE)]

    def _endpoints(enumerator: Any, flow: int) -> Iterator[Endpoint]:
        devices: Any = POINTER(IMMDeviceCollection)()
        enumerator.EnumAudioEndpoints(flow, ACTIVE, byref(devices))
        count = c_uint()
        devices.GetCount(byref(count))
        default = _default(enumerator, flow)
        for index in range(min(count.value, MOST_DEVICES)):
            device: Any = POINTER(IMMDevice)()
            devices.Item(index, byref(device))
            id_ = _id(device)
            muted, volume_percent = _loudness(device)
            yield Endpoint(id=id_, is_default=id_ == default, muted=muted, volume_percent=volume_percent)

    def _default(enumerator: Any, flow: int) -> str:
        """Return the id of the device that programs use if not told otherwise, "" without one."""
        device: Any = POINTER(IMMDevice)()
        try:
            enumerator.GetDefaultAudioEndpoint(flow, CONSOLE, byref(device))
        except (comtypes.COMError, OSError):
            return ""
        return _id(device)

    def _id(device: Any) -> str:
        told = c_void_p()
        device.GetId(byref(told))
        if not told.value:
            return ""
        id_ = wstring_at(told.value)
        windll.ole32.CoTaskMemFree(told)
        return id_

    def _loudness(device: Any) -> tuple[bool | None, int | None]:
        """Return whether it is muted and how loud it is in percent, None each where it does not say."""
        address = c_void_p()
        try:
            device.Activate(byref(IAudioEndpointVolume._iid_), IN_PROCESS, None, byref(address))
            volume: Any = POINTER(IAudioEndpointVolume).from_buffer_copy(address)
            level, muted = c_float(), c_int()
            volume.GetMasterVolumeLevelScalar(byref(level))
            volume.GetMute(byref(muted))
        except (comtypes.COMError, OSError):
            return None, None
        return bool(muted.value), round(100 * level.value)
