"""What must hold of somebody's card before it is written."""

from dataclasses import replace

from itdesk.domain.ids import is_id
from itdesk.domain.limits import NAME_CHARS, SHORT_TEXT_CHARS
from itdesk.domain.logins import fold_login
from itdesk.domain.people import Person, Role
from itdesk.domain.refusals import Code, refuse
from itdesk.domain.text import check_text


def checked_person(person: Person) -> Person:
    """Return the card as it is stored: the login folded, no blanks around the name. Raises Refused."""
    if not is_id(person.id):
        raise refuse(Code.BAD_SHAPE, yours="the id of a person has 32 hexadecimal digits.")
    check_text(person.department, "department", SHORT_TEXT_CHARS)
    check_text(person.site, "site", SHORT_TEXT_CHARS)
    check_text(person.place, "place", SHORT_TEXT_CHARS)
    check_text(person.phone, "phone", SHORT_TEXT_CHARS)
    if not person.role.is_given:
        sentence = f"Nobody can be given the role “{person.role}”."
        raise refuse(Code.BAD_DOCUMENT, field="role", yours=sentence)
    name = check_text(person.name.strip(), "name", NAME_CHARS, required=True)
    return replace(person, login=fold_login(person.login), name=name)


def checked_card(before: Person | None, wish: Person) -> Person:
    """Return the card as it is stored over `before`. Raises Refused; a claimed login is only disabled."""
    if before is None or before.role is not Role.CLAIMED:
        return checked_person(wish)
    if replace(wish, version=before.version) != replace(before, is_disabled=True):
        sentence = "This login is only claimed: it can be disabled, nothing else."
        raise refuse(Code.BAD_DOCUMENT, field="role", yours=sentence)
    return replace(before, is_disabled=True)


def is_renamed(before: Person | None, after: Person) -> bool:
    """Tell whether somebody is called otherwise than before, by name or login."""
    return before is not None and (before.name, before.login) != (after.name, after.login)
