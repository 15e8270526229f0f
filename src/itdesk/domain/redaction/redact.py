"""Finds secrets in a text, and hides them."""

from collections.abc import Callable, Iterable, Iterator
from functools import partial

from itdesk.domain.redaction.account_numbers import bank_accounts, cards, pesels
from itdesk.domain.redaction.finding import Finding, Rules
from itdesk.domain.redaction.keys import access_tokens, private_keys, web_tokens
from itdesk.domain.redaction.mark import MARK, MARK_CHARACTER, Span, covered, unmarked
from itdesk.domain.redaction.places import emails, homes, macs, networks, url_credentials
from itdesk.domain.redaction.secret import Secret
from itdesk.domain.redaction.words import passwords, tokens

Recogniser = Callable[[str], Iterator[Span]]
ROUNDS = 4
WINDOW_CHARS = 512
OVERLAP_CHARS = 128


def find(text: str, rules: Rules) -> tuple[Finding, ...]:
    """Return the secrets in `text`, in order and not overlapping; where two kinds fit, the more special one.

    What is hidden already is found no more.
    """
    found: list[Finding] = []
    for _ in range(ROUNDS):  # what was covered may set its neighbours apart
        more = _look(text, rules)
        if not more:
            break
        found += more
        text = covered(text, ((finding.start, finding.end) for finding in more))
    return tuple(sorted(found, key=lambda finding: finding.start))


def hidden(text: str, findings: Iterable[Finding]) -> str:
    """Return `text` with one mark in the place of each of `findings`, and of those that touch each other."""
    pieces, reached = [], 0
    for start, end in _joined(findings):
        pieces += [text[reached:start], MARK]
        reached = end
    return "".join([*pieces, text[reached:]])


def _joined(findings: Iterable[Finding]) -> list[Span]:
    joined: list[Span] = []
    for finding in sorted(findings, key=lambda finding: finding.start):
        if joined and finding.start <= joined[-1][1]:
            joined[-1] = joined[-1][0], max(joined[-1][1], finding.end)
        else:
            joined.append((finding.start, finding.end))
    return joined


def _look(text: str, rules: Rules) -> list[Finding]:
    """Return what is found at one look. Each kind sees the text with the more special ones covered."""
    of_company = list(_of_company(text, rules))  # theirs were written for the text as it is
    found = []
    for secret, recogniser in (*_recognisers(rules), (Secret.ADMIN, lambda _: iter(of_company))):
        spans = list(unmarked(text, recogniser(text)))
        found += [Finding(start, end, secret) for start, end in spans]
        text = covered(text, spans)
    return found


def _recognisers(rules: Rules) -> tuple[tuple[Secret, Recogniser], ...]:
    """Return who knows which kind, the most special first."""
    own = {address.casefold() for address in rules.own_addresses}
    return (
        (Secret.PRIVATE_KEY, private_keys),
        (Secret.JWT, web_tokens),
        (Secret.URL_CREDENTIALS, url_credentials),
        (Secret.BANK_ACCOUNT, bank_accounts),
        (Secret.CARD, cards),
        (Secret.PESEL, pesels),
        (Secret.MAC, macs),
        (Secret.HOME, homes),
        (Secret.SSID, networks),
        (Secret.TOKEN, access_tokens),
        (Secret.PASSWORD, passwords),
        (Secret.TOKEN, tokens),
        (Secret.EMAIL, partial(emails, own=own)),
    )


def _of_company(text: str, rules: Rules) -> Iterator[Span]:
    """Return where the company's patterns match, line by line, in pieces: theirs may be slow ones.

    What touches a mark is left alone: a pattern could go on for ever beside what it has found.
    """
    if not rules.patterns:
        return
    begin = 0
    for line in text.split("\n"):
        for start in range(0, len(line), WINDOW_CHARS - OVERLAP_CHARS):
            for pattern in rules.patterns:
                for found in pattern.finditer(line, start, start + WINDOW_CHARS):
                    if MARK_CHARACTER not in line[max(found.start() - 1, 0) : found.end() + 1]:
                        yield begin + found.start(), begin + found.end()
        begin += len(line) + 1
