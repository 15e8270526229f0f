"""Disks by the kernel and by smartctl."""

import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from itdesk.diagnostics.base import NotAvailable
from itdesk.diagnostics.linux import disk_health
from itdesk.diagnostics.linux.disk_health import describe_by_kernel, parse_smart
from tests.unit.diagnostics.linux.tree import write

BLOCK = "sys/block"
NVME = {
    "smart_status": {"passed": True},
    "nvme_smart_health_information_log": {"critical_warning": 0, "percentage_used": 7},
    "temperature": {"current": 41},
}
ATA = {
    "smart_status": {"passed": True},
    "ata_smart_attributes": {
        "table": [{"id": 1, "raw": {"value": 9}}, {"id": 5, "name": "Reallocated", "raw": {"value": 8}}]
    },
}


def test_what_the_kernel_knows(tmp_path: Path) -> None:
    write(tmp_path, {
        f"{BLOCK}/nvme0n1/size": "1000215216\n", f"{BLOCK}/nvme0n1/device/model": "KINGSTON SNV2S\n",
        f"{BLOCK}/nvme0n1/device/hwmon1/temp1_input": "38850\n", f"{BLOCK}/nvme0n1/device/state": "live\n",
        f"{BLOCK}/sda/queue/rotational": "1\n", f"{BLOCK}/sda/device/hwmon/hwmon3/temp1_input": "30000\n",
        f"{BLOCK}/sda/device/state": "offline\n",
        f"{BLOCK}/mmcblk0/device/name": "DG4032\n", f"{BLOCK}/mmcblk0/device/life_time": "0x01 0x03\n",
        f"{BLOCK}/vda/queue/rotational": "1\n",
        f"{BLOCK}/loop0/size": "8\n", f"{BLOCK}/dm-0/size": "8\n", f"{BLOCK}/zram0/size": "8\n",
    })  # fmt: skip
    told = disk_health.read(tmp_path)["disks"]
    assert isinstance(told, list)
    card, nvme, disk, virtual = told
    assert [row["name"] for row in told] == ["mmcblk0", "nvme0n1", "sda", "vda"]
    assert (nvme["type"], nvme["size_bytes"], nvme["temperature_c"]) == ("nvme", 1000215216 * 512, 38.85)
    assert (disk["type"], disk["temperature_c"], disk["health"]) == ("hdd", 30, "failing")
    assert (card["model"], card["wear_percent"]) == ("DG4032", 30)
    assert virtual["type"] is None


@pytest.mark.parametrize(
    ("said", "health", "wear", "reallocated"),
    [
        (NVME, "ok", 7, None),
        (NVME | {"nvme_smart_health_information_log": {"percentage_used": 99}}, "warning", 99, None),
        (NVME | {"nvme_smart_health_information_log": {"critical_warning": 4}}, "warning", None, None),
        (ATA, "warning", None, 8),
        (ATA | {"smart_status": {"passed": False}}, "failing", None, 8),
        ({"smartctl": {"exit_status": 2, "messages": []}}, None, None, None),
        ([], None, None, None),
    ],
)
def test_what_a_disk_says(
    said: object, health: str | None, wear: int | None, reallocated: int | None
) -> None:
    told = parse_smart(said)
    assert (told["health"], told["wear_percent"], told["reallocated"]) == (health, wear, reallocated)


def test_no_disk(tmp_path: Path) -> None:
    with pytest.raises(NotAvailable, match="no disk"):
        disk_health.read(tmp_path)


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(),
    lambda inner: (
        st.lists(inner) | st.dictionaries(st.sampled_from([*NVME, *ATA, "table", "id", "raw"]), inner)
    ),
)


@given(JSON)
def test_no_answer_breaks_the_parser(said: object) -> None:
    parse_smart(said)


@given(st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0"), max_size=50))
def test_no_file_breaks_the_reader(text: str) -> None:
    import tempfile

    with tempfile.TemporaryDirectory() as folder:
        root = Path(folder)
        write(root, {f"sda/{name}": text for name in ("size", "queue/rotational", "device/life_time")})
        assert json.dumps(describe_by_kernel(root / "sda"))
