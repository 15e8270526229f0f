"""Texts in which secrets are hidden by the tests, and the question that all of them ask."""

from dataclasses import dataclass

from hypothesis import strategies as st

from itdesk.domain.redaction import Finding, Rules, Secret, find, hidden

RULES = Rules(own_addresses=frozenset({"joanna.wisniewska@example.com"}))
WORDS = st.sampled_from(
    [
        *(
            "drukarka",
            "nie",
            "działa",
            "od",
            "rana",
            "proszę",
            "o",
            "pomoc",
            "na",
            "w",
            "Łódź",
            "do",
            "numer",
        ),
        *("the", "screen", "stays", "dark", "since", "Monday", "on", "a", "i", "404", "3", "12:30", "11.2"),
    ]
)
SENTENCES = st.lists(WORDS, max_size=6).map(" ".join)
DIGITS = "0123456789"


@dataclass(frozen=True)
class Surroundings:
    """What stands before and behind a secret."""

    before: str
    after: str


around = st.builds(
    Surroundings,
    before=st.builds(
        "{}{}".format, SENTENCES, st.sampled_from(["\n", " (", ' "', ": ", "\t", ", ", " – ", " "])
    ),
    after=st.builds(
        "{}{}".format, st.sampled_from(["\n", ")", '"', ", ", ". ", " ", "; ", " – "]), SENTENCES
    ),
)


def digits(count: int) -> st.SearchStrategy[str]:
    return st.text(DIGITS, min_size=count, max_size=count)


def is_found(secret: Secret, value: str, within: Surroundings, lead: str = "", tail: str = "") -> bool:
    """Find `value` between lead and tail, exactly and alone; then hide it without a trace."""
    before, after = within.before + lead, tail + within.after
    text = before + value + after
    findings = find(text, RULES)
    expected = (Finding(len(before), len(before) + len(value), secret),)
    assert findings == expected, [(it.secret, text[it.start : it.end]) for it in findings]
    assert hidden(text, findings) == f"{before}▇▇▇▇{after}"
    assert find(hidden(text, findings), RULES) == ()
    return True


def nothing_is_found(text: str) -> bool:
    """Find nothing in `text`; say what it was otherwise."""
    findings = find(text, RULES)
    assert findings == (), [(it.secret, text[it.start : it.end]) for it in findings]
    return True
