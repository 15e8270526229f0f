"""What a ticket has of the custom fields that its category asks for."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from itdesk.domain.audience import Audience

FieldValue = str | int | float | bool
"""By its kind: text, a number, a day as `2026-03-02`, the code of a choice, yes or no, a person's id."""


@dataclass(frozen=True, kw_only=True)
class SetField:
    """The value that a ticket has of a custom field, and who sees it."""

    value: FieldValue
    audience: Audience = Audience.PARTICIPANTS


def field_texts(fields: Mapping[str, SetField]) -> Iterator[tuple[Audience, str]]:
    """Yield what is searched of a ticket's custom fields, and who may find it so. Yes and no find nothing."""
    for one in fields.values():
        if not isinstance(one.value, bool):
            yield one.audience, value_text(one.value)


def value_text(value: FieldValue) -> str:
    """Return a value as plain text: a whole number without a point."""
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    return str(value)
