"""What several kinds of document are made of, and what must hold of it."""

from collections.abc import Collection, Mapping
from typing import NamedTuple

from itdesk.domain.documents.words import Words
from itdesk.domain.ids import TicketId, document_subject, is_document_id
from itdesk.domain.limits import LIST_ENTRIES, NAME_CHARS, TAG_CHARS, TAGS
from itdesk.domain.refusals import Code, refuse
from itdesk.domain.skills import Skill
from itdesk.domain.text import check_text, is_blank
from itdesk.domain.worklog import tag_named

LANGUAGES = {"en": "English", "pl": "Polish"}
"""In which everything that people see must be said."""
LONGEST_LANGUAGE_CODE = 8
SHOWN_CHARS = 60


class Reference(NamedTuple):
    """A document that another one names; of kind `person` it is somebody."""

    kind: str
    id: str

    @property
    def subject(self) -> TicketId:
        """By which changes to it are known."""
        return TicketId(self.id) if self.kind == "person" else document_subject(self.kind, self.id)


def check_named(words: Words, field: str, limit: int = NAME_CHARS) -> None:
    """Raise Refused when it is missing in a language, or too long in one."""
    for language, called in LANGUAGES.items():
        if is_blank(words.get(language, "")):
            raise refuse(Code.WORDS_MISSING, field=field, limit=called)
    check_words(words, field, limit)


def check_told(words: Words, field: str, limit: int = NAME_CHARS) -> None:
    """Raise Refused when it is said in no language at all, or too long in one."""
    if all(map(is_blank, words.values())):
        raise refuse(Code.TEXT_EMPTY, field=field)
    check_words(words, field, limit)


def check_words(words: Words, field: str, limit: int) -> None:
    """Raise Refused when a language is none, or the words are too long in one."""
    for language, text in words.items():
        if not (language.isascii() and language.isalpha() and len(language) <= LONGEST_LANGUAGE_CODE):
            raise refuse(Code.BAD_DOCUMENT, yours=f"“{language[:SHOWN_CHARS]}” is no code of a language.")
        check_text(text, field, limit)


def check_count(listed: Collection[object], field: str, most: int = LIST_ENTRIES) -> None:
    """Raise Refused when there are too many."""
    if len(listed) > most:
        raise refuse(Code.TOO_MANY, field=field, yours=str(len(listed)), limit=str(most))


def check_ids(ids: Collection[str], field: str, most: int = LIST_ENTRIES) -> None:
    """Raise Refused when there are too many, or one that is no document's id."""
    check_count(ids, field, most)
    for id in ids:
        check_id(id, field)


def check_id(id: str, field: str) -> None:
    """Raise Refused for what is no document's id."""
    if not is_document_id(id):
        raise refuse(
            Code.BAD_DOCUMENT,
            field=field,
            yours=f"“{id[:SHOWN_CHARS]}” is no id: it has 1 to 32 of the signs a–z, 0–9, _ and -.",
        )


def check_details(details: Mapping[str, str], field: str, limit: int) -> None:
    """Raise Refused when there are too many, or one is too long."""
    check_count(details, field)
    for name, text in details.items():
        check_text(name, field, NAME_CHARS, required=True)
        check_text(text, field, limit)


def check_texts(texts: Collection[str], field: str) -> None:
    """Raise Refused when there are too many, or one is empty or too long."""
    check_count(texts, field)
    for text in texts:
        check_text(text, field, NAME_CHARS, required=True)


def check_tags(tags: Collection[str]) -> None:
    """Raise Refused when there are more than a ticket may have, or one is empty or too long."""
    check_count(tags, "tags", TAGS)
    for tag in tags:
        check_text(tag_named(tag), "tag", TAG_CHARS, required=True)


def check_skills(skills: Collection[Skill]) -> None:
    """Raise Refused when there are too many, or one is empty or too long."""
    check_texts([skill.name for skill in skills], "skills")
