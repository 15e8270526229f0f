"""Graphics cards, by the kernel's folders and the lists of names."""

import platform
from pathlib import Path

import pytest

from itdesk.diagnostics.base import NotAvailable
from itdesk.diagnostics.linux import graphics
from itdesk.diagnostics.linux.hardware_ids import hardware_name, parse_names
from tests.unit.diagnostics.linux.tree import link, write

PCI_IDS = """\
# a comment
8085  Another maker
\t5917  Not this one
8086  Intel Corporation
\t5916  HD Graphics 620
\t5917  UHD Graphics 620
\t\t1028 0817  A card of Dell
10de  NVIDIA Corporation
\t1cba  GP107GLM [Quadro P2000 Mobile]
C 03  Display controller
"""
CARD = "sys/devices/pci0000:00/0000:00:02.0"
SECOND = "sys/devices/pci0000:00/0000:01:00.0"


def laptop(root: Path) -> Path:
    """Give a computer with two cards, one of them with a driver of its own version."""
    write(root, {
        "usr/share/misc/pci.ids": PCI_IDS,
        f"{CARD}/class": "0x030000\n",
        f"{CARD}/uevent": "DRIVER=i915\nPCI_ID=8086:5917\nPCI_SLOT_NAME=0000:00:02.0\n",
        f"{SECOND}/class": "0x030200\n",
        f"{SECOND}/uevent": "PCI_ID=10DE:1CBA\n",
        "sys/devices/pci0000:00/0000:00:1f.3/class": "0x040300\n",
        "sys/module/nvidia/version": "535.183.01\n",
    })  # fmt: skip
    for folder in (CARD, SECOND, "sys/devices/pci0000:00/0000:00:1f.3"):
        link(root, f"sys/bus/pci/devices/{Path(folder).name}", folder)
    link(root, f"{CARD}/driver", "sys/bus/pci/drivers/i915")
    link(root, f"{SECOND}/driver", "sys/bus/pci/drivers/nvidia")
    link(root, "sys/class/drm/card0/device", CARD)
    link(root, "sys/class/drm/card0-eDP-1/device", CARD)
    return root


def test_cards_with_their_drivers_each_once(tmp_path: Path) -> None:
    kernel = platform.release()
    assert graphics.read(laptop(tmp_path)) == {
        "adapters": [
            {"name": "Intel Corporation UHD Graphics 620", "driver": "i915", "driver_version": kernel},
            {
                "name": "NVIDIA Corporation GP107GLM [Quadro P2000 Mobile]",
                "driver": "nvidia",
                "driver_version": "535.183.01",
            },
        ]
    }


def test_a_card_that_is_not_on_the_bus(tmp_path: Path) -> None:
    soc = "sys/devices/platform/gpu"
    write(tmp_path, {f"{soc}/uevent": "DRIVER=vc4-drm\nOF_COMPATIBLE_0=brcm,bcm2711-vc5\n"})
    link(tmp_path, "sys/class/drm/card1/device", soc)
    assert graphics.read(tmp_path)["adapters"] == [
        {"name": "brcm,bcm2711-vc5", "driver": "", "driver_version": ""}
    ]


def test_no_card_and_a_card_in_a_loop(tmp_path: Path) -> None:
    with pytest.raises(NotAvailable, match="no graphics card"):
        graphics.read(tmp_path)
    device = tmp_path / "sys/class/drm/card0/device"
    device.parent.mkdir(parents=True)
    device.symlink_to(device)
    assert graphics.read(tmp_path)["adapters"]


def test_names_by_number(tmp_path: Path) -> None:
    assert hardware_name(tmp_path, "pci.ids", "8086", "5917") == "8086:5917"
    write(tmp_path, {"usr/share/hwdata/pci.ids": PCI_IDS})
    assert hardware_name(tmp_path, "pci.ids", "8086", "FFFF") == "Intel Corporation"
    assert hardware_name(tmp_path, "pci.ids", "10DE", "1cba").endswith("[Quadro P2000 Mobile]")
    assert parse_names(PCI_IDS.splitlines(), "8086", "1cba") == "Intel Corporation"
    assert parse_names(PCI_IDS.splitlines(), "ffff", "5917") == ""
