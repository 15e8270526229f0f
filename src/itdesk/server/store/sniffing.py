"""What a file is, by its first bytes. Names and what a client says of a file are never believed."""

SNIFFED_BYTES = 16
OCTETS = "application/octet-stream"
SIGNATURES = (
    (b"\x89PNG\r\n\x1a\n", "image/png"),
    (b"\xff\xd8\xff", "image/jpeg"),
    (b"GIF87a", "image/gif"),
    (b"GIF89a", "image/gif"),
    (b"%PDF-", "application/pdf"),
    (b"PK\x03\x04", "application/zip"),
)
"""Of what people attach, the kinds whose beginning cannot be something else that a browser would run.

Texts, web pages and drawings with scripts in them (SVG) have no such beginning: they stay octets.
"""


def sniffed(beginning: bytes) -> str:
    """Return the media type of a file that begins so (`SNIFFED_BYTES` are enough)."""
    for signature, media_type in SIGNATURES:
        if beginning.startswith(signature):
            return media_type
    if beginning[:4] == b"RIFF" and beginning[8:12] == b"WEBP":
        return "image/webp"
    return OCTETS
