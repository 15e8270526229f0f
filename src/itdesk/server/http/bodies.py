"""JSON bodies: read within a limit, checked before anything is made of them."""

import json
from typing import Any, TypeVar

from litestar import Request

from itdesk.protocol.messages import MAX_BODY_BYTES
from itdesk.protocol.parsing import BadMessage, parse
from itdesk.protocol.strictness import unknown_field
from itdesk.server.http.problems import Failed
from itdesk.server.http.requests import pieces

Expected = TypeVar("Expected")

JSON = "application/json"


async def read_json_body(request: Request[Any, Any, Any], limit: int = MAX_BODY_BYTES) -> bytes:
    """Return the body. Raises Failed: 413 before more than `limit` bytes are read, 415 for no JSON."""
    _check_headers(request, limit)
    body = bytearray()
    async for piece in pieces(request):
        body += piece
        if len(body) > limit:
            raise too_large(limit)
    return bytes(body)


def parse_body(body: bytes, expected: type[Expected], *, may_be_newer: bool = False) -> Expected:
    """Return the message in `body`.

    Raises BadMessage, also when an object names a key twice, or one that the message has not. The latter is
    let through where a newer program may ask.
    """
    message = parse(body, expected)
    raw = json.loads(body, object_pairs_hook=_refuse_duplicates, parse_int=str, parse_float=str)
    unknown = "" if may_be_newer else unknown_field(raw, expected)
    if unknown:
        raise not_known(unknown)
    return message


def not_known(name: str) -> BadMessage:
    """Return why a field is refused: there is none, or it is the server's to set."""
    return BadMessage("unknown_field", f"The field “{name}” does not exist here, or is not yours to set.")


def too_large(limit: int) -> Failed:
    """Return the answer to a body of more than `limit` bytes."""
    return Failed(413, "too_large", f"The request is too large: at most {limit} bytes are accepted here.")


def declared_length(request: Request[Any, Any, Any]) -> int | None:
    """Return how many bytes the request says it has, None when it does not say."""
    text = request.headers.get("content-length", "")
    return int(text) if text.isascii() and text.isdecimal() and len(text) < 20 else None


def _check_headers(request: Request[Any, Any, Any], limit: int) -> None:
    media_type = request.headers.get("content-type", "").partition(";")[0].strip().lower()
    if media_type != JSON:
        raise Failed(415, "media_type_not_supported", f"Send the request as {JSON}.")
    if request.headers.get("content-encoding", "identity").lower() != "identity":
        raise Failed(415, "encoding_not_supported", "Send the request without compression.")
    if (declared_length(request) or 0) > limit:
        raise too_large(limit)


def _refuse_duplicates(pairs: list[tuple[str, object]]) -> None:
    keys = [key for key, _ in pairs]
    if len(set(keys)) != len(keys):
        twice = next(key for key in keys if keys.count(key) > 1)
        raise BadMessage("duplicate_key", f"An object names the key “{twice[:60]}” twice.")
