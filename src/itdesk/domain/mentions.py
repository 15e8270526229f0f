"""Calling a colleague by `@login` in plain words: who is called, where it stands, and what is being typed."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from itdesk.domain.people import Person
from itdesk.domain.tokeniser import fold, tokens

MENTION = re.compile(r"(?<![\w@])@(\w[\w.\-]*\w|\w)")
BEGUN = re.compile(r"(?<![\w@])@([\w.\-]*)\Z")


@dataclass(frozen=True)
class Mention:
    """Where a colleague is called: the characters from the `@` to the end of the login."""

    login: str
    begin: int
    end: int


def found_mentions(text: str, logins: Iterable[str]) -> Iterator[Mention]:
    """Yield where one of these logins is called, in order. An address of mail calls nobody."""
    known = {login.casefold(): login for login in logins}
    for match in MENTION.finditer(text) if known else ():
        name = match[1].rstrip(".-")
        if name.casefold() in known:
            yield Mention(known[name.casefold()], match.start(), match.start() + 1 + len(name))


def mentions(text: str, logins: Iterable[str]) -> tuple[str, ...]:
    """Return the logins that are called by `@login`, each once, in order."""
    return tuple(dict.fromkeys(one.login for one in found_mentions(text, logins)))


def begun_mention(before: str) -> str | None:
    """Return what was typed since the `@` of a text's last word, perhaps nothing yet.

    `None`: nobody is being called.
    """
    found = BEGUN.search(before)
    return None if found is None else found[1]


def called_so(people: Iterable[Person], begun: str) -> tuple[Person, ...]:
    """Return those whose login, or a word of whose name, begins so; logins first, else in their order.

    Capitals and accents do not count.
    """
    wanted = fold(begun)
    found = [one for one in people if _is_called(one, wanted)]
    return tuple(sorted(found, key=lambda one: not fold(one.login).startswith(wanted)))


def _is_called(person: Person, wanted: str) -> bool:
    words = (fold(person.login), *tokens(person.login), *tokens(person.name))
    return any(word.startswith(wanted) for word in words)
