"""What a public reply says that was meant for IT alone: words of a note."""

from collections.abc import Iterable, Iterator

from itdesk.domain.tokeniser import tokens

RUN = 6
"""So many words in a row, the same as in a note, are no chance."""


def quoted(reply: str, notes: Iterable[str], public: Iterable[str]) -> str | None:
    """Return the first words of `reply` that stand in a note and were never said in public; none: `None`.

    Capitals, accents and signs do not count. Words that stand in `public`, such as the requester's own,
    are no secret though a note repeats them.
    """
    secret = {run for note in notes for run in _runs(tokens(note))}
    if not secret:
        return None
    known = {run for text in public for run in _runs(tokens(text))}
    found = next((run for run in _runs(tokens(reply)) if run in secret and run not in known), None)
    return None if found is None else " ".join(found)


def _runs(words: list[str]) -> Iterator[tuple[str, ...]]:
    return (tuple(words[start : start + RUN]) for start in range(len(words) - RUN + 1))
