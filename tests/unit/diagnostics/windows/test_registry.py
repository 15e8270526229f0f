"""The registry's times, and the real registry where there is one."""

import sys
import uuid
from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from itdesk.diagnostics.windows.registry import FIRST_MOMENT, Hive, Place, filetime, text

ON_WINDOWS = pytest.mark.skipif(sys.platform != "win32", reason="writes into a real registry")


def test_a_filetime() -> None:
    assert filetime(133_211_708_571_634_483) == datetime(2023, 2, 18, 5, 14, 17, 163448, tzinfo=UTC)
    assert filetime(0) is None
    assert filetime(10**30) is None
    assert filetime(True) is None
    assert filetime("133211708571634483") is None


@given(st.integers(1, 2**63 - 1))
def test_every_filetime_is_a_moment_or_none(ticks: int) -> None:
    at = filetime(ticks)
    assert at is None or at >= FIRST_MOMENT


@pytest.mark.skipif(sys.platform == "win32", reason="there is a registry")
@pytest.mark.parametrize("place", Place)
def test_elsewhere_the_registry_is_empty(place: Place) -> None:
    hive = Hive(place)
    assert (hive.value("a", "b"), hive.values("a"), hive.exists("a")) == (None, {}, False)
    assert (hive.subkeys("a"), hive.changed_at("a")) == ([], None)


@ON_WINDOWS
def test_what_was_written_is_read_back() -> None:
    if sys.platform == "win32":
        import winreg

        key = rf"Software\itdesk-test-{uuid.uuid4()}"
        with winreg.CreateKey(winreg.HKEY_CURRENT_USER, rf"{key}\below") as opened:
            winreg.SetValueEx(opened, "words", 0, winreg.REG_SZ, "Zażółć")
            winreg.SetValueEx(opened, "number", 0, winreg.REG_DWORD, 7)
        try:
            hive = Hive(Place.CURRENT_USER)
            assert text(hive, rf"{key}\below", "words") == "Zażółć"
            assert hive.values(rf"{key}\below") == {"words": "Zażółć", "number": 7}
            assert hive.subkeys(key) == ["below"]
            assert hive.exists(key)
            assert not hive.exists(rf"{key}\other")
            written = hive.changed_at(rf"{key}\below")
            assert written is not None
            assert abs(datetime.now(UTC) - written) < timedelta(minutes=5)
        finally:
            winreg.DeleteKey(winreg.HKEY_CURRENT_USER, rf"{key}\below")
            winreg.DeleteKey(winreg.HKEY_CURRENT_USER, key)
        assert not Hive(Place.CURRENT_USER).exists(key)
