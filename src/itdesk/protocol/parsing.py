"""Bytes to messages and back. What passes here has the right shape and a bounded size."""

from typing import TypeVar

import msgspec

from itdesk.protocol.messages import MAX_BODY_BYTES, MAX_DEPTH

Message = TypeVar("Message")


class BadMessage(ValueError):
    """The bytes are not the message that was expected. `code` is stable, the text is for people."""

    def __init__(self, code: str, sentence: str) -> None:
        super().__init__(sentence)
        self.code = code


def parse(body: bytes, expected: type[Message], *, limit: int = MAX_BODY_BYTES) -> Message:
    """Return `body` as an `expected` message.

    Raises BadMessage when it is empty, longer than `limit` bytes, not UTF-8, not JSON, nested deeper
    than 32 levels, or of another shape.
    """
    _check_bytes(body, limit)
    try:
        return msgspec.json.decode(body, type=expected)
    except msgspec.ValidationError as error:
        raise BadMessage("bad_shape", f"The message is not formed as expected: {error}") from None
    except msgspec.DecodeError as error:
        raise BadMessage("json_invalid", f"The message is not JSON: {error}") from None
    except RecursionError:
        raise BadMessage("json_too_deep", "The message is nested too deeply.") from None


def encode(message: object) -> bytes:
    """Return `message` as JSON."""
    return msgspec.json.encode(message)


def _check_bytes(body: bytes, limit: int) -> None:
    if not body:
        raise BadMessage("body_required", "The message is empty.")
    if len(body) > limit:
        raise BadMessage("too_large", f"The message has {len(body)} bytes; at most {limit} are accepted.")
    try:
        body.decode("utf-8")
    except UnicodeDecodeError as error:
        raise BadMessage("encoding_not_utf8", f"Byte {error.start} of the message is not UTF-8.") from None
    if depth_of(body) > MAX_DEPTH:
        raise BadMessage("json_too_deep", f"The message is nested deeper than {MAX_DEPTH} levels.")


def depth_of(body: bytes) -> int:
    """Return how deeply the JSON text in `body` is nested, without parsing it."""
    if body.count(b"[") + body.count(b"{") <= MAX_DEPTH:
        return 0
    depth = deepest = 0
    in_string = escaped = False
    for byte in body:
        if in_string:
            escaped, in_string = (byte == 0x5C and not escaped), (byte != 0x22 or escaped)
        elif byte == 0x22:
            in_string = True
        elif byte in b"[{":
            depth += 1
            deepest = max(deepest, depth)
        elif byte in b"]}":
            depth -= 1
    return deepest
