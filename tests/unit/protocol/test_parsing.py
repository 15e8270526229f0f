"""Whatever bytes come: a message of the expected shape and a bounded size, or BadMessage."""

import json
from contextlib import suppress

import pytest
from hypothesis import example, given
from hypothesis import strategies as some

from itdesk.domain.ids import new_id
from itdesk.protocol.messages import MAX_DEPTH, SyncRequest, SyncResponse
from itdesk.protocol.parsing import BadMessage, depth_of, encode, parse

ID = new_id()
CHANGE = {
    "id": ID,
    "ticket_id": ID,
    "kind": "CommentAdded",
    "payload": {"body": "x"},
    "made_at": "2026-01-01T00:00:00Z",
}
REQUEST: dict[str, object] = {"client": {"id": ID, "version": "1"}, "changes": [CHANGE]}


def _code(body: bytes, limit: int = 100_000) -> str:
    with pytest.raises(BadMessage) as caught:
        parse(body, SyncRequest, limit=limit)
    return caught.value.code


def _with(**values: object) -> bytes:
    return json.dumps(REQUEST | values).encode()


def _with_change(**values: object) -> bytes:
    return _with(changes=[CHANGE | values])


def test_a_good_message_passes() -> None:
    request = parse(_with(), SyncRequest)
    assert request.changes[0].kind == "CommentAdded"
    assert parse(encode(request), SyncRequest) == request


@pytest.mark.parametrize(
    ("body", "code"),
    [
        (b"", "body_required"),
        (b" " * 100_001, "too_large"),
        (b"\xff\xfe{}", "encoding_not_utf8"),
        (b'{"client": "\xc3"}', "encoding_not_utf8"),
        (b"{", "json_invalid"),
        (_with() + b"x", "json_invalid"),
        (b"NaN", "json_invalid"),
        (b"null", "bad_shape"),
        (b"[]", "bad_shape"),
        (b"{}", "bad_shape"),
        (b"[" * 50_000, "json_too_deep"),
        (b'{"a":' * 10_000, "json_too_deep"),
        (b"[" * (MAX_DEPTH + 1) + b"]" * (MAX_DEPTH + 1), "json_too_deep"),
        (b"[" * MAX_DEPTH + b"]" * MAX_DEPTH, "bad_shape"),
        (_with(client=None), "bad_shape"),
        (_with(changes=[CHANGE] * 101), "bad_shape"),
        (_with(want=[ID] * 201), "bad_shape"),
        (_with(retained=[ID] * 501), "bad_shape"),
        (_with(cursor="x" * 2_001), "bad_shape"),
        (_with(client={"id": ID, "version": "1" * 41}), "bad_shape"),
        (_with_change(id="../../etc/passwd"), "bad_shape"),
        (_with_change(id=ID.upper()), "bad_shape"),
        (_with_change(id=ID + "\n"), "bad_shape"),
        (_with_change(kind=""), "bad_shape"),
        (_with_change(kind="x" * 61), "bad_shape"),
        (_with_change(after=[ID] * 51), "bad_shape"),
        (_with_change(seen=-1), "bad_shape"),
        (_with_change(seen=2**53 + 1), "bad_shape"),
        (_with_change(seen=1.5), "bad_shape"),
        (_with_change(made_at="yesterday"), "bad_shape"),
        (_with_change(made_at="2026-01-01T00:00:00"), "bad_shape"),
        (_with_change(kind="half \ud83d"), "json_invalid"),
    ],
)
def test_each_fault_has_its_code(body: bytes, code: str) -> None:
    assert _code(body) == code


@given(some.binary(max_size=300))
@example(b'{"client":{"id":"' + b"0" * 32 + b'","version":"1"},"changes":[{}]}')
def test_hostile_bytes_raise_nothing_else(body: bytes) -> None:
    for expected in (SyncRequest, SyncResponse):
        with suppress(BadMessage):
            parse(body, expected)


some_json = some.recursive(
    some.none() | some.booleans() | some.integers() | some.floats(allow_nan=False) | some.text(max_size=5),
    lambda inner: some.lists(inner, max_size=3) | some.dictionaries(some.text(max_size=5), inner, max_size=3),
    max_leaves=8,
)


@given(some.sampled_from(["protocol", "client", "cursor", "changes", "want", "retained"]), some_json)
def test_no_field_takes_down_the_parser(field: str, value: object) -> None:
    try:
        request = parse(_with(**{field: value}), SyncRequest)
    except BadMessage:
        return
    assert parse(encode(request), SyncRequest) == request


@given(some.sampled_from(sorted(CHANGE)), some_json)
def test_no_field_of_a_change_takes_down_the_parser(field: str, value: object) -> None:
    with suppress(BadMessage):
        parse(_with_change(**{field: value}), SyncRequest)


def _depth(value: object) -> int:
    if isinstance(value, dict):
        return 1 + max((_depth(one) for one in value.values()), default=0)
    if isinstance(value, list):
        return 1 + max((_depth(one) for one in value), default=0)
    return 0


@given(some_json, some.integers(0, 60))
def test_depth_is_counted_without_parsing(value: object, more: int) -> None:
    """Brackets in strings do not count; escaped quotes do not end a string."""
    for _ in range(more):
        value = [value, '"]]]\\"{{[']
    depth, counted = _depth(value), depth_of(json.dumps(value).encode())
    assert counted in (depth, 0)
    assert counted == depth or depth <= MAX_DEPTH
