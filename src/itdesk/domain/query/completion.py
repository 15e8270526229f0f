"""What may come next in a search that somebody types: fields, and the values of a field."""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from itdesk.domain.query.fields import FIELDS, Field, Kind
from itdesk.domain.tokeniser import fold, tokens

OFFERED = 8
LAST_PART = re.compile(
    r'(?:^|(?<=\s))-?(?:([^\W\d_]+):((?:"[^"]*"?|[^\s",])*(?:,(?:"[^"]*"?|[^\s",])*)*)|([^\W\d_]+))$'
)
"""The term at the end: a field with its values so far, or the beginning of a word."""
DAYS = ("today", "yesterday")


@dataclass(frozen=True, kw_only=True)
class Vocabulary:
    """What the values of fields may be here; people by login and name, queues by id and name."""

    people: Mapping[str, str] = field(default_factory=dict)
    queues: tuple[str, ...] = ()
    tags: tuple[str, ...] = ()


@dataclass(frozen=True, kw_only=True)
class Completion:
    """One way to go on: the search as it would be, the piece of it that was completed, and what it means."""

    text: str
    piece: str
    meaning: str = ""


def completions(text: str, known: Vocabulary) -> tuple[Completion, ...]:
    """Return how the search may go on at its end, likeliest first; nothing within a word that may be any."""
    found = LAST_PART.search(text)
    if found is None:
        return ()
    name, values, word = found[1], found[2], found[3]
    if name is None:
        return tuple(_fields(text[: found.start(3)], word))
    if fold(name) not in FIELDS:
        return ()
    before = text[: found.end() - len(_last_value(values))]
    return tuple(_values(before, FIELDS[fold(name)], _last_value(values), known))


def _last_value(values: str) -> str:
    """Return what stands behind the last comma that no quotation mark holds."""
    is_quoted, begin = False, 0
    for place, sign in enumerate(values):
        is_quoted ^= sign == '"'
        if sign == "," and not is_quoted:
            begin = place + 1
    return values[begin:]


def _fields(before: str, word: str) -> Iterator[Completion]:
    for name in FIELDS:
        if name.startswith(fold(word)):
            yield Completion(text=f"{before}{name}:", piece=f"{name}:")


def _values(before: str, field: Field, typed: str, known: Vocabulary) -> Iterator[Completion]:
    wanted = tokens(typed)
    offered = 0
    for value, meaning, names in _known_values(field, known):
        if offered < OFFERED and _begins(wanted, f"{value} {meaning} {names}"):
            offered += 1
            piece = f'"{value}"' if " " in value else value
            yield Completion(text=f"{before}{piece} ", piece=piece, meaning=meaning)


def _begins(wanted: Iterable[str], words: str) -> bool:
    """Tell whether each wanted word begins one of the words."""
    there = tokens(words.replace("_", " "))
    return all(any(one.startswith(word) for one in there) for word in wanted)


def _known_values(field: Field, known: Vocabulary) -> Iterator[tuple[str, str, str]]:
    """Yield what a field may be, what that means where it does not say so itself, and other words for it."""
    match field.kind:
        case Kind.CHOICE:
            yield from ((value, "", " ".join(names)) for value, names in field.values.items())
        case Kind.SCALE:
            yield from ((value, names[-1], " ".join(names)) for value, names in field.values.items())
        case Kind.PERSON:
            yield from ((word, "", "") for word in ("me", "none")[: 1 + (field.name == "assignee")])
            yield from ((login, name, "") for login, name in known.people.items())
        case Kind.NAME | Kind.TAG | Kind.DATE:
            yield from ((word, "", "") for word in _words(field, known))


def _words(field: Field, known: Vocabulary) -> tuple[str, ...]:
    if field.kind is Kind.DATE:
        return DAYS
    return ("none", *known.queues) if field.kind is Kind.NAME else known.tags
