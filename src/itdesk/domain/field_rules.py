"""Whether custom fields of a ticket may have these values, by the page of its category."""

import math
from collections.abc import Iterable, Iterator, Mapping
from datetime import date

from itdesk.domain.audience import Audience
from itdesk.domain.custom_fields import FieldValue, value_text
from itdesk.domain.documents.custom_field import CustomField, FieldKind
from itdesk.domain.ids import is_id
from itdesk.domain.limits import FIELDS_PER_CATEGORY, SHORT_TEXT_CHARS
from itdesk.domain.refusals import Code, refuse
from itdesk.domain.text import check_text

BIGGEST = 1e15
SHOWN_CHARS = 60
Values = Mapping[str, FieldValue | None]


def check_field_values(values: Values) -> None:
    """Raise Refused for what could not be kept whatever the category says."""
    if len(values) > FIELDS_PER_CATEGORY:
        raise refuse(Code.TOO_MANY, field="fields", yours=str(len(values)), limit=str(FIELDS_PER_CATEGORY))
    for code, value in values.items():
        check_text(code, "code", SHORT_TEXT_CHARS, required=True)
        if isinstance(value, str):
            check_text(value, "value", SHORT_TEXT_CHARS * 100)
        elif isinstance(value, int | float) and not (math.isfinite(value) and abs(value) <= BIGGEST):
            raise refuse(Code.OUT_OF_RANGE, field="value", limit="-1e15 to 1e15")


def check_fields(fields: Iterable[CustomField], values: Values, audience: Audience) -> None:
    """Raise Refused for a value that its field does not take, or for a field that is not there.

    All are set for one audience: that of the fields, so that nobody reads what is not for her.
    """
    known = {field.code: field for field in fields}
    for code, value in values.items():
        field = known.get(code)
        if field is None or field.audience is not audience:
            raise refuse(Code.UNKNOWN_FIELD, field="fields", yours=code[:SHOWN_CHARS])
        if value is None:
            if field.required:
                raise refuse(Code.TEXT_EMPTY, field=code)
        elif limit := _limit_broken(field, value):
            raise refuse(Code.BAD_FIELD, field=code, yours=value_text(value)[:SHOWN_CHARS], limit=limit)


def missing(fields: Iterable[CustomField], values: Values) -> Iterator[str]:
    """Yield the codes of the fields that have to be answered at opening and are not."""
    for field in fields:
        if (
            field.required
            and field.audience is Audience.PARTICIPANTS
            and values.get(field.code) in (None, "")
        ):
            yield field.code


def people_in(fields: Iterable[CustomField], values: Values) -> frozenset[str]:
    """Return the ids of the people whom these values name."""
    kinds = {field.code: field.kind for field in fields}
    named = (value for code, value in values.items() if kinds.get(code) is FieldKind.PERSON)
    return frozenset(value for value in named if isinstance(value, str))


def _limit_broken(field: CustomField, value: FieldValue) -> str:
    """Return what the field takes, in words, when it does not take this value; "" when it does."""
    match field.kind:
        case FieldKind.TEXT:
            longest = field.longest or SHORT_TEXT_CHARS
            fits = isinstance(value, str) and bool(value.strip()) and len(value) <= longest
            return "" if fits else f"a text of at most {longest} characters"
        case FieldKind.NUMBER:
            return _number_broken(field, value)
        case FieldKind.DATE:
            return _date_broken(field, value)
        case FieldKind.CHOICE:
            codes = [choice.code for choice in field.choices]
            return "" if value in codes else f"one of {', '.join(codes)}"
        case FieldKind.YES_NO:
            return "" if isinstance(value, bool) else "yes or no"
        case FieldKind.PERSON:
            return "" if isinstance(value, str) and is_id(value) else "a person"


def _number_broken(field: CustomField, value: FieldValue) -> str:
    is_number = isinstance(value, int | float) and not isinstance(value, bool)
    least, most = field.least, field.most
    fits = is_number and (least is None or value >= least) and (most is None or value <= most)  # type: ignore[operator]
    bounds = [f"at least {value_text(least)}"] if least is not None else []
    bounds += [f"at most {value_text(most)}"] if most is not None else []
    return "" if fits else " ".join(["a number", " and ".join(bounds)]).strip()


def _date_broken(field: CustomField, value: FieldValue) -> str:
    day = _day(value)
    earliest, latest = field.earliest, field.latest
    fits = day is not None and (earliest is None or day >= earliest) and (latest is None or day <= latest)
    bounds = [f"from {earliest}"] if earliest is not None else []
    bounds += [f"until {latest}"] if latest is not None else []
    return "" if fits else " ".join(["a day like 2026-03-02", *bounds])


def _day(value: FieldValue) -> date | None:
    if not isinstance(value, str) or len(value) != len("2026-03-02"):
        return None
    try:
        return date.fromisoformat(value)
    except ValueError:
        return None
