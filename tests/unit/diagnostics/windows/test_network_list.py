"""How far the network goes, by the flags of netlistmgr.h; membership, by those of lmjoin.h."""

import sys

import pytest

from itdesk.diagnostics.windows import membership, network_list
from tests.unit.diagnostics.fake_registry import FakeRegistry

ENTRA = FakeRegistry({rf"{membership.ENTRA_KEY}\0123456789ABCDEF": {"TenantId": "0000"}})
NOTHING = FakeRegistry({})


@pytest.mark.parametrize(
    ("connectivity", "flags", "level"),
    [
        (0, 0, "none"),
        (0x1 | 0x2, 0, "limited"),
        (0x20, 0, "limited"),
        (0x40, 0, "full"),
        (0x20 | 0x400, 0, "full"),
        (0x20, 0x1, "portal"),
        (0x40, 0x8, "full"),
    ],
)
def test_the_level(connectivity: int, flags: int, level: str) -> None:
    assert network_list.level_of(connectivity, flags) == level


@pytest.mark.parametrize(
    ("registry", "status", "word"),
    [
        (NOTHING, 3, "domain"),
        (ENTRA, 3, "domain"),
        (ENTRA, 2, "entra"),
        (NOTHING, 2, "workgroup"),
        (NOTHING, 0, ""),
    ],
)
def test_the_membership(registry: FakeRegistry, status: int, word: str) -> None:
    assert membership.membership(registry, status) == word


@pytest.mark.skipif(sys.platform == "win32", reason="there Windows has an opinion")
def test_elsewhere_nothing_is_claimed() -> None:
    assert network_list.read_level() == ""
    assert membership.read_membership(NOTHING) == ""


@pytest.mark.skipif(sys.platform != "win32", reason="asks the real list of networks")
def test_windows_has_an_opinion() -> None:
    if sys.platform == "win32":
        from itdesk.diagnostics.windows import netlistmgr
        from itdesk.diagnostics.windows.com import with_com

        level = network_list.level_of(*with_com(netlistmgr.connectivity))
        assert level in {"none", "portal", "limited", "full"}
    assert membership.read_membership(NOTHING) in {"workgroup", "domain"}
