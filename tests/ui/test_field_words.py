"""What a fact is called on the screen, and what its codes are."""

from collections.abc import Iterator

import pytest

from itdesk.diagnostics.base import Field, every_field
from itdesk.diagnostics.declarations import declarations
from itdesk.ui.field_words import CODES


def _codes(fields: tuple[Field, ...]) -> Iterator[str]:
    for field in every_field(fields):
        yield from field.choices


@pytest.mark.parametrize(
    "code", sorted({code for probe in declarations().values() for code in _codes(probe.fields)})
)
def test_every_code_has_words(code: str) -> None:
    assert code in CODES
