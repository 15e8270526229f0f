"""Custom fields of tickets: what is asked, and setting it."""

from collections.abc import Mapping

from itdesk.domain.audience import Audience
from itdesk.domain.catalogue import Category
from itdesk.domain.changes import FieldsSet
from itdesk.domain.custom_fields import FieldValue
from itdesk.domain.documents import CategoryPage
from itdesk.domain.documents.custom_field import CustomField
from itdesk.domain.field_rules import check_fields, missing
from itdesk.domain.ids import TicketId
from itdesk.domain.refusals import Code, refuse
from itdesk.replica import contents
from itdesk.services.asking import Saved, form
from itdesk.services.desk import Desk


def category_pages(desk: Desk) -> tuple[CategoryPage, ...]:
    """Return the pages of the service catalogue. Raises WorldFailed."""
    return contents.documents(desk.replica, CategoryPage)


def fields_of(desk: Desk, category: Category) -> tuple[CustomField, ...]:
    """Return the fields of a category that this person may see, in their order. Raises WorldFailed."""
    page = contents.document(desk.replica, CategoryPage, category)
    is_staff = desk.actor.role.is_staff
    fields = page.fields if page is not None else ()
    return tuple(field for field in fields if is_staff or field.audience is not Audience.STAFF)


def known_fields(desk: Desk) -> dict[str, CustomField]:
    """Return every field that some category has, by code. Raises WorldFailed."""
    return {field.code: field for page in category_pages(desk) for field in page.fields}


def asked_at_opening(desk: Desk, category: Category) -> tuple[CustomField, ...]:
    """Return the fields that a report in this category carries: those that all on the ticket see."""
    fields = fields_of(desk, category)
    return tuple(field for field in fields if field.audience is Audience.PARTICIPANTS)


def check_at_opening(desk: Desk, category: Category, values: Mapping[str, FieldValue]) -> None:
    """Raise Refused for values that a report may not carry, or for a required one that is left out."""
    if values:
        fields = asked_at_opening(desk, category)
        check_fields(fields, values, Audience.PARTICIPANTS)
        for code in missing(fields, values):
            raise refuse(Code.TEXT_EMPTY, field=code)


def set_fields(desk: Desk, ticket_id: TicketId, values: Mapping[str, FieldValue | None]) -> tuple[Saved, ...]:
    """Save values of custom fields, nothing to empty one: a change for each audience, in one commit.

    Raises Refused and WorldFailed.
    """
    held = contents.held_ticket(desk.replica, ticket_id)
    if held is None:
        raise refuse(Code.NOT_FOUND)
    fields = fields_of(desk, held.shown.category)
    audiences = {field.code: field.audience for field in fields}
    changes = []
    for audience in Audience:
        some = {code: value for code, value in values.items() if audiences.get(code) is audience}
        if some:
            check_fields(fields, some, audience)
            changes.append(form(desk, ticket_id, FieldsSet(values=some, audience=audience)))
    for code in values.keys() - audiences.keys():
        raise refuse(Code.UNKNOWN_FIELD, field="fields", yours=code)
    if changes:
        desk.save(changes)
    return tuple(Saved(change_id=change.id, ticket_id=ticket_id) for change in changes)
