"""Keys and tokens that are known by their form."""

import base64
import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from itdesk.domain.redaction import Rules, Secret, find, hidden
from tests.unit.domain.redaction.surroundings import (
    RULES,
    Surroundings,
    around,
    is_found,
    nothing_is_found,
)

LABELS = st.sampled_from(["", "RSA ", "EC ", "OPENSSH ", "ENCRYPTED "])
ALPHANUMERIC = "abcxyzABCXYZ0189"


def pem(label: str, content: bytes) -> str:
    lines = base64.encodebytes(content).decode()
    return f"-----BEGIN {label}PRIVATE KEY-----\n{lines}-----END {label}PRIVATE KEY-----"


def in_base64(content: bytes) -> str:
    return base64.urlsafe_b64encode(content).decode().rstrip("=")


@given(LABELS, st.binary(min_size=1, max_size=300), around)
def test_a_private_key_is_found_as_a_whole(label: str, content: bytes, within: Surroundings) -> None:
    assert is_found(Secret.PRIVATE_KEY, pem(label, content), within)


@given(LABELS, st.binary(min_size=40, max_size=300))
def test_a_private_key_that_was_cut_off_is_found_to_the_end(label: str, content: bytes) -> None:
    cut = pem(label, content).partition("-----END")[0]
    text = f"w dzienniku: {cut}"
    assert hidden(text, find(text, RULES)) == "w dzienniku: ▇▇▇▇"


def test_two_private_keys_are_two() -> None:
    key = pem("", b"0123456789")
    text = f"{key}\ni drugi\n{key}"
    assert hidden(text, find(text, RULES)) == "▇▇▇▇\ni drugi\n▇▇▇▇"


def test_what_is_public_may_be_seen() -> None:
    certificate = pem("", b"0123456789").replace("PRIVATE KEY", "CERTIFICATE")
    assert nothing_is_found(f"{certificate}\n{certificate.replace('CERTIFICATE', 'PUBLIC KEY')}")


@given(
    st.dictionaries(st.text(ALPHANUMERIC, min_size=1), st.text(max_size=20), max_size=3),
    st.binary(min_size=1, max_size=64),
    around,
)
def test_a_web_token_is_found(claims: dict[str, str], signature: bytes, within: Surroundings) -> None:
    header = in_base64(json.dumps({"alg": "HS256", "typ": "JWT"}).encode())
    token = ".".join((header, in_base64(json.dumps(claims).encode()), in_base64(signature)))
    assert is_found(Secret.JWT, token, within)
    assert is_found(Secret.JWT, token, within, lead="Authorization: Bearer ")
    assert is_found(Secret.JWT, token, Surroundings(within.before, "\n"), lead="access_token=")
    assert is_found(Secret.JWT, token.rpartition(".")[0], within, tail="…")


@given(
    st.sampled_from(["ghp_", "github_pat_", "glpat-", "xoxb-", "sk_live_"]),
    st.text(ALPHANUMERIC, min_size=36, max_size=60),
    around,
)
def test_tokens_of_known_issuers_are_found(start: str, rest: str, within: Surroundings) -> None:
    assert is_found(Secret.TOKEN, start + rest, within)


@given(st.sampled_from(["AKIA", "ASIA"]), st.text("ABCXYZ0189", min_size=16, max_size=16), around)
def test_names_of_keys_of_a_cloud_are_found(start: str, rest: str, within: Surroundings) -> None:
    assert is_found(Secret.TOKEN, start + rest, within)


@given(st.sampled_from(["Bearer", "bearer", "Basic"]), st.text(ALPHANUMERIC, min_size=8, max_size=40), around)
def test_what_an_http_header_carries_is_found(scheme: str, value: str, within: Surroundings) -> None:
    said = f"{value}7=="
    assert is_found(Secret.TOKEN, said, within, lead=f"Authorization: {scheme} ")


@pytest.mark.parametrize(
    "text",
    [
        "Basic information about the bearer certificates",
        "eyJ is how it begins",
        "sk_live_ and ghp_ are prefixes",
        "ID 3f2504e0-4f89-41d3-9a0c-0305e82c3301, sha256 9f86d081884c7d659a2feaa0c55ad015a3bf4f1b",
    ],
)
def test_words_are_no_tokens(text: str) -> None:
    assert nothing_is_found(text)


def test_own_addresses_change_nothing_about_tokens() -> None:
    assert find("Bearer abcdefgh1", Rules())[0].secret is Secret.TOKEN
