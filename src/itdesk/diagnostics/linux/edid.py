"""What a monitor tells of itself over its cable."""

import struct
from dataclasses import dataclass

MAGIC = b"\x00\xff\xff\xff\xff\xff\xff\x00"
BLOCK_BYTES = 128
DESCRIPTORS = (54, 72, 90, 108)
DESCRIPTOR_BYTES = 18
NAME, SERIAL = 0xFC, 0xFF


@dataclass(frozen=True)
class Monitor:
    """Name and serial number, "" where it does not tell them."""

    name: str
    serial: str


def parse_edid(block: bytes) -> Monitor | None:
    """Return the monitor of an EDID, None for what is none."""
    if len(block) < BLOCK_BYTES or not block.startswith(MAGIC):
        return None
    texts = dict(_text(block[start : start + DESCRIPTOR_BYTES]) for start in DESCRIPTORS)
    maker, product, number = struct.unpack_from(">H", block, 8)[0], *struct.unpack_from("<HI", block, 10)
    return Monitor(
        name=texts.get(NAME) or f"{_letters(maker)} {product:04X}",
        serial=texts.get(SERIAL) or (str(number) if number else ""),
    )


def _text(descriptor: bytes) -> tuple[int, str]:
    """Return kind and text of a descriptor; its kind is 0 when it holds no text."""
    if descriptor[:3] != b"\0\0\0":
        return 0, ""
    return descriptor[3], descriptor[5:].partition(b"\n")[0].decode("cp437").strip()


def _letters(maker: int) -> str:
    """Return the three letters of a maker, five bits each, A being 1."""
    return "".join(chr(ord("@") + (maker >> shift & 0x1F)) for shift in (10, 5, 0))
