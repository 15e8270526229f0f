"""Why a change is refused, in a form that a program can act on and a person can read."""

from dataclasses import dataclass
from enum import StrEnum


class Code(StrEnum):
    """Stable names of the reasons."""

    NOT_FOUND = "not_found"
    NOT_ALLOWED = "not_allowed"
    CONFLICT = "conflict"
    ILLEGAL_TRANSITION = "illegal_transition"
    NOTE_REQUIRED = "note_required"
    REASON_REQUIRED = "reason_required"
    DATE_REQUIRED = "date_required"
    TEXT_EMPTY = "text_empty"
    TEXT_TOO_LONG = "text_too_long"
    TEXT_HAS_NUL = "text_has_nul"
    TEXT_INVALID_UNICODE = "text_invalid_unicode"
    OUT_OF_RANGE = "out_of_range"
    FILE_EMPTY = "file_empty"
    FILE_TOO_LARGE = "file_too_large"
    TOO_MANY_FILES = "too_many_files"
    FILES_FULL = "files_full"
    FILES_TODAY = "files_today"
    FACTS_TOO_LARGE = "facts_too_large"
    ALREADY_EXISTS = "already_exists"
    UNKNOWN_PERSON = "unknown_person"
    UNKNOWN_LOGIN = "unknown_login"
    UNKNOWN_QUEUE = "unknown_queue"
    UNKNOWN_CATEGORY = "unknown_category"
    UNKNOWN_KIND = "unknown_kind"
    UNKNOWN_ANNOUNCEMENT = "unknown_announcement"
    BAD_SHAPE = "bad_shape"
    CANNOT_BE_UNDONE = "cannot_be_undone"
    BUILT_UPON = "built_upon"
    NO_HIGHER_LINE = "no_higher_line"
    NO_FOLLOW_UP = "no_follow_up"
    DIFFERENT_REQUESTERS = "different_requesters"
    CYCLE = "cycle"
    TOO_DEEP = "too_deep"
    MERGED = "merged"
    HAS_CHILDREN = "has_children"
    READERS_DIFFER = "readers_differ"
    UNKNOWN_ENTRY = "unknown_entry"
    INCIDENT_STANDS = "incident_stands"
    NO_INCIDENT = "no_incident"
    DEPENDS_ON_REFUSED = "depends_on_refused"
    OTHER_CONTENT = "other_content"
    NO_DOCUMENT = "no_document"
    BAD_DOCUMENT = "bad_document"
    WORDS_MISSING = "words_missing"
    TOO_MANY = "too_many"
    UNKNOWN_REFERENCE = "unknown_reference"
    IN_USE = "in_use"
    LOGIN_TAKEN = "login_taken"
    UNKNOWN_FIELD = "unknown_field"
    BAD_FIELD = "bad_field"


SENTENCES: dict[Code, str] = {
    Code.NOT_FOUND: "There is no such ticket that you may see.",
    Code.NOT_ALLOWED: "You may not do this.",
    Code.CONFLICT: "Somebody changed the {field} meanwhile to “{theirs}”; you asked for “{yours}”.",
    Code.ILLEGAL_TRANSITION: "A ticket that is {theirs} cannot become {yours}.",
    Code.NOTE_REQUIRED: "Say in a note what was done or why.",
    Code.REASON_REQUIRED: "Say what the ticket waits for.",
    Code.DATE_REQUIRED: "Say until when the ticket waits.",
    Code.TEXT_EMPTY: "The {field} is empty.",
    Code.TEXT_TOO_LONG: "The {field} is too long: at most {limit} characters can be sent.",
    Code.TEXT_HAS_NUL: "The {field} contains a NUL character, which cannot be stored.",
    Code.TEXT_INVALID_UNICODE: "The {field} contains half of a Unicode pair, which cannot be stored.",
    Code.OUT_OF_RANGE: "The {field} must be within {limit}.",
    Code.FILE_EMPTY: "The file {field} is empty.",
    Code.FILE_TOO_LARGE: "The file {field} is {yours}; at most {limit} can be sent.",
    Code.TOO_MANY_FILES: "At most {limit} files can be attached at once.",
    Code.FILES_FULL: "This ticket has {limit} files, and cannot take more.",
    Code.FILES_TODAY: "The file {field} is too much for one day: at most {limit} in 24 hours can be sent.",
    Code.FACTS_TOO_LARGE: "The facts about the computer are too large: at most {limit} can be sent.",
    Code.ALREADY_EXISTS: "This ticket exists already.",
    Code.UNKNOWN_PERSON: "There is nobody with the login “{yours}” who could take this.",
    Code.UNKNOWN_LOGIN: "Nobody here signs in as “{yours}”. See how it is written, or ask your colleague.",
    Code.UNKNOWN_QUEUE: "There is no queue “{yours}”.",
    Code.UNKNOWN_CATEGORY: "There is no category “{yours}”; known are {limit}.",
    Code.UNKNOWN_KIND: "The server does not know this kind of change: “{yours}”.",
    Code.UNKNOWN_ANNOUNCEMENT: "IT does not announce this any more. Report it if it still troubles you.",
    Code.BAD_SHAPE: "The change is not formed as the server expects: {yours}",
    Code.CANNOT_BE_UNDONE: "This cannot be undone.",
    Code.BUILT_UPON: "This cannot be undone any more: something later builds on it.",
    Code.NO_HIGHER_LINE: (
        "A ticket goes to a line above. There is none, or this queue does not belong to one."
    ),
    Code.NO_FOLLOW_UP: "There is nothing to follow up here any more.",
    Code.DIFFERENT_REQUESTERS: "They were reported by different people. Make them children of one ticket.",
    Code.CYCLE: "A ticket cannot be tied to itself, not even by way of others.",
    Code.TOO_DEEP: "A child cannot have children of its own.",
    Code.MERGED: "This ticket goes on in another one: do it there, or take the merge back first.",
    Code.HAS_CHILDREN: "It has children. Give them another parent first.",
    Code.READERS_DIFFER: "Not everybody who reads the other ticket may read this.",
    Code.UNKNOWN_ENTRY: "There is nothing like this on the ticket: {field}.",
    Code.INCIDENT_STANDS: "This is a major incident already. What is told of it stands in its announcement.",
    Code.NO_INCIDENT: "This is no major incident any more.",
    Code.DEPENDS_ON_REFUSED: "It belongs to a change that was refused.",
    Code.OTHER_CONTENT: "Another change was already accepted under the same id.",
    Code.NO_DOCUMENT: "There is no {field} “{yours}” that you may see.",
    Code.BAD_DOCUMENT: "{yours}",
    Code.WORDS_MISSING: "The {field} is missing in {limit}.",
    Code.TOO_MANY: "There are {yours} of this: {field}; at most {limit} are kept.",
    Code.UNKNOWN_REFERENCE: "There is no {field} “{yours}”.",
    Code.IN_USE: "It cannot be deleted: {theirs} still needs it.",
    Code.LOGIN_TAKEN: "Somebody else has the login “{yours}”.",
    Code.UNKNOWN_FIELD: "The ticket's category has no field “{yours}” that can be set here.",
    Code.BAD_FIELD: "The field “{field}” takes {limit}, not “{yours}”.",
}


@dataclass(frozen=True, kw_only=True)
class Refusal:
    """One reason. `theirs` and `yours` are both values of a conflict; `limit` is already worded."""

    code: Code
    field: str = ""
    limit: str = ""
    theirs: str = ""
    yours: str = ""

    def sentence(self) -> str:
        """Return the reason as one English sentence."""
        return SENTENCES[self.code].format(
            field=self.field, limit=self.limit, theirs=self.theirs, yours=self.yours
        )


class Refused(Exception):
    """A change breaks a rule. Carries the reason; nothing was done."""

    def __init__(self, refusal: Refusal) -> None:
        super().__init__(refusal.sentence())
        self.refusal = refusal


def refuse(code: Code, **details: str) -> Refused:
    """Return the exception for `code`, ready to be raised."""
    return Refused(Refusal(code=code, **details))
