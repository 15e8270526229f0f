"""Bodies that break servers: each is answered by a problem document, none by a failure of ours."""

import json
import socket

import pytest

from itdesk.protocol.messages import MAX_BODY_BYTES
from tests.e2e.server.server_process import ServerProcess, Visitor, report, sync_body

BEYOND_64_BITS = b'"seen":9223372036854775808,"made_at"'
ME = {"client": {"id": "0" * 32, "version": "x"}}


def signing_in(**fields: object) -> bytes:
    return json.dumps({"login": "anna", "password": "x"} | fields).encode()


SIGN_INS = {
    "empty": (b"", 400, "body_required"),
    "not JSON": (b"login=anna", 400, "json_invalid"),
    "byte order mark": (b"\xef\xbb\xbf" + signing_in(), 400, "json_invalid"),
    "UTF-16": (signing_in().decode().encode("utf-16"), 400, "encoding_not_utf8"),
    "broken UTF-8": (b'{"login": "\xff"}', 400, "encoding_not_utf8"),
    "an integer of 5 000 digits": (b'{"login": ' + b"9" * 5_000 + b"}", 422, "bad_shape"),
    "a key twice": (b'{"login": "a", "login": "b", "password": "x"}', 400, "duplicate_key"),
    "half a Unicode pair": (b'{"login": "\\ud800", "password": "x"}', 400, "json_invalid"),
    "a NUL in the login": (signing_in(login="an\0na"), 422, "text_has_nul"),
    "a NUL in the device": (signing_in(device="\0"), 422, "text_has_nul"),
    "a number for text": (signing_in(login=7), 422, "bad_shape"),
    "a text that is too long": (signing_in(login="a" * 201), 422, "bad_shape"),
    "only blanks": (signing_in(login=" \u2003 "), 422, "text_empty"),
    "a list": (b"[]", 422, "bad_shape"),
    "null": (b"null", 422, "bad_shape"),
    "a body that is too large": (signing_in(password="x" * 20_000), 413, "too_large"),
}

EXCHANGES = {
    "nested deeply": (b'{"client": ' + b"[" * 100_000 + b"]" * 100_000 + b"}", 400, "json_too_deep"),
    "NaN": (b'{"protocol": NaN}', 400, "json_invalid"),
    "Infinity": (b'{"protocol": Infinity}', 400, "json_invalid"),
    "1e999": (b'{"protocol": 1e999}', 422, "bad_shape"),
    "2**63": (sync_body(report()).replace(b'"made_at"', BEYOND_64_BITS), 422, "bad_shape"),
    "a text for a number": (json.dumps(ME | {"protocol": "1"}).encode(), 422, "bad_shape"),
    "a path for an id": (
        json.dumps({"client": {"id": "../" * 10 + "ab", "version": ""}}).encode(),
        422,
        "bad_shape",
    ),
    "too many wishes": (json.dumps(ME | {"want": ["0" * 32] * 201}).encode(), 422, "bad_shape"),
    "a year that is no year": (
        sync_body(report()).replace(b'"made_at":"20', b'"made_at":"120'),
        422,
        "bad_shape",
    ),
}


@pytest.mark.parametrize("case", SIGN_INS)
def test_a_hostile_sign_in_is_answered(stranger: Visitor, case: str) -> None:
    body, status, code = SIGN_INS[case]
    answer = stranger.ask("POST", "/v1/sign-in", body, {"Content-Type": "application/json"})
    assert (answer.status, answer.code) == (status, code), answer


@pytest.mark.parametrize("case", EXCHANGES)
def test_a_hostile_exchange_is_answered(anna: Visitor, case: str) -> None:
    body, status, code = EXCHANGES[case]
    answer = anna.ask("POST", "/v1/sync", body)
    assert (answer.status, answer.code) == (status, code), answer


@pytest.mark.parametrize(
    ("title", "code"),
    [("a\0b", "text_has_nul"), ("x" * 201, "text_too_long"), ("   ", "text_empty")],
)
def test_hostile_text_is_refused_by_itself(anna: Visitor, title: str, code: str) -> None:
    good = report()
    answer = anna.sync(report(title), good)
    refusal = answer.results[0].refusal
    assert refusal is not None
    assert refusal.code == code
    assert answer.results[1].state == "accepted"


def test_half_a_unicode_pair_in_a_report_is_refused_by_itself(anna: Visitor) -> None:
    body = sync_body(report("SURROGATE"), report()).replace(b"SURROGATE", b"\\ud800")
    answer = anna.ask("POST", "/v1/sync", body)
    assert answer.status in (200, 400)
    if answer.status == 200:
        assert [result["state"] for result in answer.json["results"]] == ["refused", "accepted"]
    else:
        assert answer.code == "json_invalid"


def test_a_lying_or_endless_body_is_cut_off(server: ServerProcess, anna: Visitor) -> None:
    declared = str(MAX_BODY_BYTES + 1)
    with socket.create_connection(("127.0.0.1", server.port), timeout=20) as raw:
        head = f"POST /v1/sync HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer {anna.token}\r\n"
        raw.sendall(f"{head}Content-Type: application/json\r\nContent-Length: {declared}\r\n\r\n".encode())
        assert raw.recv(4096).startswith(b"HTTP/1.1 413 ")


def test_a_chunked_body_over_the_limit_is_refused(server: ServerProcess, anna: Visitor) -> None:
    with socket.create_connection(("127.0.0.1", server.port), timeout=20) as raw:
        head = f"POST /v1/sync HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer {anna.token}\r\n"
        raw.sendall(f"{head}Content-Type: application/json\r\nTransfer-Encoding: chunked\r\n\r\n".encode())
        chunk = b"100000\r\n" + b" " * 0x100000 + b"\r\n"
        for _ in range(5):
            raw.sendall(chunk)
        assert raw.recv(4096).startswith(b"HTTP/1.1 413 ")


@pytest.mark.parametrize(
    ("headers", "code"),
    [
        ({"Content-Type": "text/plain"}, "media_type_not_supported"),
        ({"Content-Type": "application/json", "Content-Encoding": "gzip"}, "encoding_not_supported"),
    ],
)
def test_other_kinds_of_body_are_not_read(stranger: Visitor, headers: dict[str, str], code: str) -> None:
    answer = stranger.ask("POST", "/v1/sign-in", signing_in(), headers)
    assert (answer.status, answer.code) == (415, code)


@pytest.mark.parametrize(
    ("method", "path", "status", "code"),
    [
        ("GET", "/", 404, "not_found"),
        ("GET", "/v2/sync", 404, "not_found"),
        ("GET", "/v1/files/..%2f..%2fetc%2fpasswd", 404, "not_found"),
        ("GET", "/v1/files/%2e%2e", 401, "sign_in_needed"),
        ("GET", "/v1/sync", 405, "method_not_allowed"),
        ("DELETE", "/v1/sign-in", 405, "method_not_allowed"),
    ],
)
def test_unknown_doors_answer_in_the_same_form(
    stranger: Visitor, method: str, path: str, status: int, code: str
) -> None:
    answer = stranger.ask(method, path)
    assert (answer.status, answer.code) == (status, code)


@pytest.mark.parametrize("token", ["", "itd_", "itd_" + "x" * 5_000, "Basic", "itd_\u00e9", "null"])
def test_a_bad_token_is_no_token(stranger: Visitor, token: str) -> None:
    answer = stranger.ask("GET", "/v1/tickets", headers={"Authorization": f"Bearer {token}"})
    assert (answer.status, answer.code) == (401, "sign_in_needed")


def test_a_request_keeps_a_harmless_id_and_loses_another(stranger: Visitor) -> None:
    given = stranger.ask("GET", "/healthz", headers={"X-Request-Id": "from-the-client.1"})
    assert given.headers["x-request-id"] == "from-the-client.1"
    hostile = stranger.ask("GET", "/healthz", headers={"X-Request-Id": "a b<script>"})
    assert "script" not in hostile.headers["x-request-id"]
