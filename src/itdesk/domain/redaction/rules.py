"""Makes rules of what the company has written down."""

import re
import warnings
from collections.abc import Collection, Iterator

from itdesk.domain.redaction.finding import Rules

PATTERN_CHARS = 1_000
SAMPLES = ("", " ", "a", "Ab 09", "jan.kowalski@example.com, tel. 22 555-01-02: /home/jan\\x", "ż_9-A")


class _Refused(Exception):
    """A pattern that is not used. The message says why, without a full stop."""


def rules_of(own_addresses: Collection[str], patterns_text: str) -> tuple[Rules, tuple[str, ...]]:
    """Return the rules, and a sentence for each pattern that is not used.

    `own_addresses` are the person's; `patterns_text` holds one regular expression a line, empty lines count
    for nothing. A bad one leaves the others in force.
    """
    patterns, sentences = [], []
    for number, line in enumerate(patterns_text.splitlines(), start=1):
        if not line.strip():
            continue
        try:
            patterns.append(_compiled(line.strip()))
        except _Refused as reason:
            sentences.append(f"Line {number} of the redaction patterns is not used: {reason}.")
    own = frozenset(address.strip().casefold() for address in own_addresses if address.strip())
    return Rules(own_addresses=own, patterns=tuple(patterns)), tuple(sentences)


def _compiled(text: str) -> re.Pattern[str]:
    """Return the pattern. Raises _Refused."""
    if len(text) > PATTERN_CHARS:
        raise _Refused(f"it is longer than {PATTERN_CHARS} characters")
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # about spellings that will mean something else one day
            pattern = re.compile(text)
    except (re.error, OverflowError, RecursionError, ValueError) as error:
        raise _Refused(f"it is no regular expression ({error})") from None
    if pattern.flags & re.VERBOSE:
        raise _Refused("the flag x is not allowed")
    if _repeats_what_repeats(text):
        raise _Refused("it repeats a group that repeats or chooses by itself, which may take for ever")
    if any(found[0] == "" for sample in SAMPLES for found in pattern.finditer(sample)):
        raise _Refused("it matches where there is nothing")
    return pattern


def _repeats_what_repeats(text: str) -> bool:
    """Tell whether a group of varying length is repeated, as in (a+)+ or (a|aa)*: such may never end."""
    varies = [False]
    atom_varies = False
    for piece in _pieces(text):
        if piece == "(":
            varies.append(False)
            atom_varies = False
        elif piece == ")":
            atom_varies = varies.pop() if len(varies) > 1 else False
            varies[-1] |= atom_varies
        elif piece == "|":
            varies[-1] = True
        elif piece[0] in "*+?{":
            if atom_varies and piece[0] != "?":
                return True
            varies[-1] = True
        else:
            atom_varies = False
    return False


def _pieces(text: str) -> Iterator[str]:
    """Return the pattern's pieces: escaped characters, classes, groups' ends, repetitions, single characters.

    A repetition of a fixed number, like {4}, varies nothing and is left out, as is the ? that opens a kind of
    group.
    """
    escape, character_class = r"\\.", r"\[\^?\]?(?:\\.|[^\]\\])*\]"
    varying = r"\{\d*,\d*\}"
    for found in re.finditer(rf"{escape}|{character_class}|\(\??|{varying}|(\{{\d+\}})|.", text, re.DOTALL):
        if not found[1]:
            yield "(" if found[0].startswith("(") else found[0]
