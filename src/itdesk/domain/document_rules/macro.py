"""What must hold of a macro."""

from collections.abc import Iterator

from itdesk.domain.document_rules.pieces import Reference, check_named, check_tags, check_words
from itdesk.domain.documents.macro import Macro
from itdesk.domain.limits import TEXT_CHARS
from itdesk.domain.macro_text import VARIABLES, strange_place
from itdesk.domain.refusals import Code, refuse
from itdesk.domain.status import Status

NEVER_BY_HAND = (Status.NEW, Status.MERGED)


def check_macro(macro: Macro) -> None:
    """Raise Refused for the first thing that is wrong."""
    check_named(macro.name, "name")
    check_words(macro.text, "text", TEXT_CHARS)
    for text in macro.text.values():
        if strange := strange_place(text):
            known = ", ".join(f"{{{name}}}" for name in VARIABLES)
            sentence = f"“{strange[:60]}” fills in nothing; known are {known}."
            raise refuse(Code.BAD_DOCUMENT, field="text", yours=sentence)
    check_tags(macro.tags)
    _check_deeds(macro)


def _check_deeds(macro: Macro) -> None:
    if macro.status in NEVER_BY_HAND:
        raise refuse(Code.BAD_DOCUMENT, field="status", yours=f"No macro makes a ticket {macro.status}.")
    if (macro.status is Status.PENDING) is not (macro.reason is not None):
        raise refuse(Code.REASON_REQUIRED, field="reason")
    if (macro.impact is None) is not (macro.urgency is None):
        raise refuse(Code.BAD_DOCUMENT, field="priority", yours="Impact and urgency are set together.")
    deeds = (macro.status, macro.impact, macro.queue_id, *macro.tags)
    if not any(text.strip() for text in macro.text.values()) and not any(deed is not None for deed in deeds):
        raise refuse(Code.BAD_DOCUMENT, yours="A macro says or does something.")


def named_by_macro(macro: Macro) -> Iterator[Reference]:
    """Yield what must exist."""
    if macro.queue_id is not None:
        yield Reference("queue", macro.queue_id)
