"""What must hold of a page of the service catalogue, and of the fields that it asks for."""

from itdesk.domain.catalogue import Category
from itdesk.domain.document_rules.pieces import check_count, check_id, check_named
from itdesk.domain.documents.category import CategoryPage
from itdesk.domain.documents.custom_field import CustomField, FieldKind
from itdesk.domain.limits import FIELD_CHOICES, FIELDS_PER_CATEGORY, NAME_CHARS, TEXT_CHARS
from itdesk.domain.refusals import Code, Refused, refuse

BOUNDS = {
    "longest": FieldKind.TEXT,
    "least": FieldKind.NUMBER,
    "most": FieldKind.NUMBER,
    "earliest": FieldKind.DATE,
    "latest": FieldKind.DATE,
    "choices": FieldKind.CHOICE,
}
"""Which kind of field each bound belongs to."""
FEWEST_CHOICES = 2


def check_category(page: CategoryPage) -> None:
    """Raise Refused for the first thing that is wrong."""
    if page.id not in list(Category):
        raise refuse(Code.UNKNOWN_CATEGORY, yours=page.id, limit=", ".join(Category))
    check_named(page.name, "name")
    check_named(page.done, "what we do", TEXT_CHARS)
    check_named(page.not_done, "what we do not do", TEXT_CHARS)
    check_named(page.expected_time, "expected time", NAME_CHARS)
    check_count(page.fields, "fields", FIELDS_PER_CATEGORY)
    codes = [field.code for field in page.fields]
    for field in page.fields:
        if codes.count(field.code) > 1:
            raise _bad(field, "there are two of this code")
        check_field(field)


def check_field(field: CustomField) -> None:
    """Raise Refused for the first thing that is wrong with a field that a category asks for."""
    check_id(field.code, "code")
    check_named(field.name, "name of the field")
    for bound, kind in BOUNDS.items():
        if getattr(field, bound) not in (None, ()) and field.kind is not kind:
            raise _bad(field, f"“{bound}” is for a {kind}, not for a {field.kind}")
    if field.longest is not None and not 1 <= field.longest <= TEXT_CHARS:
        raise refuse(Code.OUT_OF_RANGE, field="longest text", limit=f"1 to {TEXT_CHARS}")
    if field.least is not None and field.most is not None and field.least > field.most:
        raise _bad(field, "its least is above its most")
    if field.earliest is not None and field.latest is not None and field.earliest > field.latest:
        raise _bad(field, "its earliest day is after its latest")
    if field.kind is FieldKind.CHOICE:
        _check_choices(field)


def _check_choices(field: CustomField) -> None:
    if len(field.choices) < FEWEST_CHOICES:
        raise _bad(field, f"a choice has at least {FEWEST_CHOICES} values")
    check_count(field.choices, "choices", FIELD_CHOICES)
    codes = [choice.code for choice in field.choices]
    for choice in field.choices:
        check_id(choice.code, "code")
        check_named(choice.words, "words of a choice")
        if codes.count(choice.code) > 1:
            raise _bad(field, f"two choices have the code “{choice.code}”")


def _bad(field: CustomField, fault: str) -> Refused:
    return refuse(Code.BAD_DOCUMENT, field="fields", yours=f"The field “{field.code}”: {fault}.")
