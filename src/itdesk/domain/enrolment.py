"""Logins that a computer claims before anybody has signed in there: whose they are, how they are called."""

import re
import unicodedata
from hashlib import sha256

from itdesk.domain.ids import PersonId
from itdesk.domain.limits import NAME_CHARS
from itdesk.domain.people import Person, Role
from itdesk.domain.refusals import Code, refuse
from itdesk.domain.text import check_text

PROFILE = re.compile("[0-9a-f]{64}")
PURPOSE = b"itdesk claimed login of profile "
PART_CHARS = 80
MARK_DIGITS = 8


def person_of_profile(profile: str) -> PersonId:
    """Return who a profile's reports belong to: known before the server was ever reached.

    `profile` is that profile's secret, 64 random hexadecimal digits. It cannot be told from the id.
    """
    return PersonId(sha256(PURPOSE + profile.encode()).hexdigest()[:32])


def claimed_person(profile: str, os_login: str, device: str, site: str = "") -> Person:
    """Return the card of whoever sits there. Raises Refused for a profile that is none, and for bad text.

    Its login is nobody else's, whatever was claimed: it ends with digits of the id.
    """
    if PROFILE.fullmatch(profile) is None:
        raise refuse(Code.BAD_SHAPE, yours="a profile has 64 hexadecimal digits.")
    id = person_of_profile(profile)
    name = check_text(os_login.strip(), "login", NAME_CHARS, required=True)
    check_text(device, "device", NAME_CHARS)
    claimed = f"{_folded(name)}@{_folded(device)}#{id[:MARK_DIGITS]}"
    return Person(id=id, login=claimed, name=name, role=Role.CLAIMED, site=site)


def _folded(text: str) -> str:
    return unicodedata.normalize("NFKC", text).strip().casefold()[:PART_CHARS]
