"""COM for the length of one question, on the thread that asks it."""

import sys
from collections.abc import Callable
from typing import Any, TypeVar

from itdesk.diagnostics.base import NotAvailable

Answer = TypeVar("Answer")
ACCESS_DENIED = frozenset({0x80041003, 0x80070005, 0x80070522})
NOT_THERE = frozenset({0x8004100E, 0x80041010, 0x80040154, 0x80070002, 0x8004100C, 0x80041002})


def with_com(ask: Callable[[], Answer]) -> Answer:
    """Return the answer of `ask`, which runs with COM at hand. Raises NotAvailable.

    `ask` returns plain values alone: an object of COM must not outlive the call.
    """
    if sys.platform == "win32":
        import comtypes

        comtypes.CoInitialize()
        try:
            try:
                return ask()
            except NotAvailable as error:
                reason = str(error)
            except (comtypes.COMError, OSError) as error:
                reason = sentence(code_of(error))
            # The error is gone now, and with it the frames that held objects: those must go before COM does.
        finally:
            comtypes.CoUninitialize()
        raise NotAvailable(reason)
    raise NotAvailable("This is not Windows.")


def code_of(error: BaseException) -> int:
    """Return Windows' code of an error, as the unsigned number that its documentation uses."""
    code = getattr(error, "hresult", None) or getattr(error, "winerror", None) or 0
    return int(code) & 0xFFFF_FFFF


def sentence(code: int) -> str:
    """Return one sentence for a code of COM or WMI."""
    if code in ACCESS_DENIED:
        return "Windows tells this to administrators only."
    if code in NOT_THERE:
        return "This edition of Windows does not record this."
    return f"Windows did not answer (0x{code:08X})."


def late_bound(program: str) -> Any:
    """Return a new object of the class `program`, whose methods are found by name. Call within `with_com`."""
    import comtypes.client

    return comtypes.client.CreateObject(program, dynamic=True)
