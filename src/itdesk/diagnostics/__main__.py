"""Prints every sentence that `diagnostics` declares for people as source text for Qt's translation tool.

The declarations know no Qt, so the tool cannot see them where they stand: `make translations` reads this.
"""

from collections.abc import Iterator

from itdesk.diagnostics.base import every_field
from itdesk.diagnostics.card_kinds import GROUPS, KINDS, OTHER
from itdesk.diagnostics.checks.verdicts import VERDICTS
from itdesk.diagnostics.declarations import declarations

CONTEXT = "Declared"


def declared_sentences() -> Iterator[str]:
    """Return what a person may read: names of cards and fields, reasons, verdicts, advice."""
    for kind in (*KINDS, OTHER):
        yield from (kind.name, kind.short)
    for group in GROUPS.values():
        yield from (group.name, group.reason)
    for probe in declarations().values():
        yield probe.why
        yield from (field.description for field in every_field(probe.fields))
    for verdict in VERDICTS.values():
        yield from (verdict.sentence, verdict.advice)


def main() -> None:
    """Print a line of Python for each sentence, each once."""
    print('"""Made by python -m itdesk.diagnostics; read by lupdate alone."""')  # noqa: T201
    for sentence in dict.fromkeys(filter(None, declared_sentences())):
        print(f"QT_TRANSLATE_NOOP({CONTEXT!r}, {sentence!r})")  # noqa: T201


if __name__ == "__main__":
    main()
