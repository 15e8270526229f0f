"""What passes can be stored in both databases."""

import pytest
from hypothesis import given
from hypothesis import strategies as some

from itdesk.domain.refusals import Code, Refused
from itdesk.domain.text import check_text


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("", Code.TEXT_EMPTY),
        (" \t\n\u00a0", Code.TEXT_EMPTY),
        ("\u200b\u2060\ufeff", Code.TEXT_EMPTY),
        ("\u202e\x07", Code.TEXT_EMPTY),
        ("x" * 11, Code.TEXT_TOO_LONG),
        ("a\0", Code.TEXT_HAS_NUL),
        ("\udfff", Code.TEXT_INVALID_UNICODE),
    ],
)
def test_the_reason_is_named(text: str, code: Code) -> None:
    with pytest.raises(Refused) as caught:
        check_text(text, "title", 10, required=True)
    assert caught.value.refusal.code is code
    assert "title" in str(caught.value)


@given(some.text(alphabet=some.characters(exclude_categories=())))
def test_what_passes_is_unchanged_and_can_be_written_everywhere(text: str) -> None:
    try:
        assert check_text(text, "title", 50) is text
    except Refused:
        assert len(text) > 50 or "\0" in text or any(0xD800 <= ord(one) < 0xE000 for one in text)
    else:
        assert len(text) <= 50
        assert b"\0" not in text.encode("utf-8")
