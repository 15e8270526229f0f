"""The version in a program's file (VS_FIXEDFILEINFO of verrsrc.h), and which file a process runs."""

import os
import re
import struct
import sys
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from itdesk.diagnostics.windows.file_version import FIXED, parse_fixed, read_version
from itdesk.diagnostics.windows.process import program_name, program_of

WORD = struct.pack("<13I", 0xFEEF04BD, 0x10000, 16 << 16, 17328 << 16 | 20162, 16 << 16, 0, *[0] * 7)


def test_a_version_of_four_numbers() -> None:
    assert parse_fixed(WORD) == "16.0.17328.20162"
    assert parse_fixed(b"\0" * len(WORD)) == ""
    assert parse_fixed(WORD[: FIXED.size - 1]) == ""


@given(st.binary(max_size=60), st.booleans())
def test_any_bytes_are_a_version_or_none(content: bytes, is_signed: bool) -> None:
    told = parse_fixed(WORD[:4] + content if is_signed else content)
    assert told == "" or re.fullmatch(r"\d+\.\d+\.\d+\.\d+", told)


@pytest.mark.skipif(sys.platform == "win32", reason="there programs have versions")
def test_elsewhere_nothing_is_claimed() -> None:
    assert read_version(Path(sys.executable)) == ""
    assert program_of(os.getpid()) is None


@pytest.mark.skipif(sys.platform != "win32", reason="reads a real program")
def test_this_very_program() -> None:
    program = program_of(os.getpid())
    assert program is not None
    assert program_name(os.getpid()) == Path(sys.executable).name
    assert read_version(program).startswith(f"{sys.version_info.major}.{sys.version_info.minor}.")
    assert read_version(Path(__file__)) == ""
    assert program_of(2**31 - 4) is None
