"""What a file is, by its first bytes alone."""

import pytest
from hypothesis import given
from hypothesis import strategies as some

from itdesk.server.store.sniffing import OCTETS, SIGNATURES, SNIFFED_BYTES, sniffed


@pytest.mark.parametrize(
    ("beginning", "media_type"),
    [
        (b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR", "image/png"),
        (b"\xff\xd8\xff\xe0\0\x10JFIF", "image/jpeg"),
        (b"GIF89a\x01\0\x01\0", "image/gif"),
        (b"RIFF\x24\0\0\0WEBPVP8 ", "image/webp"),
        (b"%PDF-1.7", "application/pdf"),
        (b"PK\x03\x04\x14\0", "application/zip"),
        (b"<svg xmlns='http://www.w3.org/2000/svg'><script>", OCTETS),
        (b"<!DOCTYPE html><script>alert(1)</script>", OCTETS),
        (b"MZ\x90\0", OCTETS),
        (b"#!/bin/sh", OCTETS),
        (b" \x89PNG\r\n\x1a\n", OCTETS),
        (b"RIFF\x24\0\0\0AVI LIST", OCTETS),
        (b"", OCTETS),
    ],
)
def test_the_beginning_decides(beginning: bytes, media_type: str) -> None:
    assert sniffed(beginning) == media_type


@given(some.binary(max_size=64))
def test_nothing_that_a_browser_runs_is_ever_said(content: bytes) -> None:
    said = sniffed(content)
    assert said in {media_type for _, media_type in SIGNATURES} | {"image/webp", OCTETS}
    assert sniffed(content[:SNIFFED_BYTES]) == said
    assert "html" not in said
    assert "svg" not in said
