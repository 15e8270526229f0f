"""Sound devices and cameras."""

from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from itdesk.diagnostics.linux import sound
from itdesk.diagnostics.linux.sound import parse_cards, parse_defaults, parse_devices, read_cameras
from tests.unit.diagnostics.linux.tree import write

SINKS = """\
Sink #0
\tState: IDLE
\tName: glosnik
\tDescription: Głośnik
\tDriver: module-null-sink.c
\tMute: yes
\tVolume: front-left: 45875 /  70% / -9.29 dB,   front-right: 65536 / 100% / 0.00 dB
\t        balance 0.00
\tBase Volume: 65536 / 100% / 0.00 dB
\tMonitor Source: glosnik.monitor
\tProperties:
\t\tdevice.description = "Głośnik"
"""
SOURCES = """\
Source #0
\tName: glosnik.monitor
\tDescription: Monitor of Głośnik
\tMute: no
\tMonitor of Sink: glosnik

Source #1
\tName: mikrofon
\tDescription: Mikrofon
\tMute: no
\tVolume: mono: 65536 / 100% / 0.00 dB
\tMonitor of Sink: n/a
"""
INFO = "Server String: unix:/run\nUser Name: ann\nDefault Sink: glosnik\nDefault Source: mikrofon\n"
CARDS = """\
 0 [PCH            ]: HDA-Intel - HDA Intel PCH
                      HDA Intel PCH at 0xdd328000 irq 133
 1 [Headset        ]: USB-Audio - Jabra EVOLVE 20 MS
                      GN Netcom A/S Jabra EVOLVE 20 MS at usb-0000:00:14.0-2, full speed
"""


def test_speakers_and_microphones_by_their_own_names() -> None:
    assert parse_defaults(INFO) == {"Sink": "glosnik", "Source": "mikrofon"}
    assert parse_devices(SINKS, "glosnik") == [
        {"name": "Głośnik", "is_default": True, "muted": True, "volume_percent": 100}
    ]
    assert parse_devices(SOURCES, "other") == [
        {"name": "Mikrofon", "is_default": False, "muted": False, "volume_percent": 100}
    ]


def test_without_a_sound_service_the_cards_are_told(tmp_path: Path) -> None:
    told = sound.read(write(tmp_path, {"proc/asound/cards": CARDS}), tmp_path)
    assert told["service"] == "stopped"
    assert told["outputs"] == [{"name": "HDA Intel PCH"}, {"name": "Jabra EVOLVE 20 MS"}]
    assert parse_cards("--- no soundcards ---\n") == []


def test_a_socket_that_nobody_answers_at(tmp_path: Path) -> None:
    write(tmp_path, {"pulse/native": "no socket"})
    told = sound.read(tmp_path, tmp_path)
    assert told == {"outputs": [], "cameras": []}


def test_cameras_and_which_is_in_use(tmp_path: Path) -> None:
    videos = "sys/class/video4linux"
    write(tmp_path, {
        f"{videos}/video0/name": "Integrated Camera\n", f"{videos}/video0/index": "0\n",
        f"{videos}/video1/name": "Integrated Camera\n", f"{videos}/video1/index": "1\n",
        f"{videos}/video2/name": "HD Webcam\n", f"{videos}/video2/index": "0\n",
        "proc/42/comm": "zoom\n", "proc/self/comm": "",
    })  # fmt: skip
    (tmp_path / "proc/42/fd").mkdir()
    (tmp_path / "proc/42/fd/7").symlink_to("/dev/video2")
    (tmp_path / "proc/42/fd/8").symlink_to("pipe:[1]")
    assert read_cameras(tmp_path) == [
        {"name": "Integrated Camera", "in_use": False},
        {"name": "HD Webcam", "in_use": True},
    ]


def test_no_camera(tmp_path: Path) -> None:
    assert read_cameras(tmp_path) == []


@given(st.text() | st.lists(st.sampled_from((SINKS + SOURCES).splitlines()) | st.text()).map("\n".join))
def test_no_text_breaks_the_parsers(text: str) -> None:
    for device in parse_devices(text, text):
        assert device["name"]
    parse_defaults(text)
    parse_cards(text)
