"""Prints what is made from the declarations: `python -m itdesk.diagnostics sentences | schema`.

The declarations know no Qt, so Qt's translation tool cannot see their sentences where they stand: `make
translations` reads them from here. The schema is published as docs/diagnostics.schema.json.
"""

import json
import sys
from collections.abc import Iterator

from itdesk.diagnostics.base import every_field
from itdesk.diagnostics.card_kinds import GROUPS, KINDS, OTHER
from itdesk.diagnostics.cards import REASON
from itdesk.diagnostics.checks.step_names import CHECK_NAMES, STEP_NAMES
from itdesk.diagnostics.checks.verdicts import VERDICTS
from itdesk.diagnostics.declarations import declarations
from itdesk.diagnostics.reasons import REASONS, WAY_REASONS
from itdesk.diagnostics.schema import json_schema

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
    yield REASON.description
    yield from (*REASONS, *WAY_REASONS)
    for verdict in VERDICTS.values():
        yield from (verdict.sentence, verdict.advice)
    yield from CHECK_NAMES.values()
    yield from STEP_NAMES.values()


def sentences_source() -> str:
    """Return a line of Python for each sentence, each once, as lupdate reads it."""
    lines = [
        f"QT_TRANSLATE_NOOP({CONTEXT!r}, {json.dumps(sentence, ensure_ascii=False)})"
        for sentence in dict.fromkeys(filter(None, declared_sentences()))
    ]
    return "\n".join(lines) + "\n"


def schema_text() -> str:
    """Return the schema as it is published."""
    return json.dumps(json_schema(declarations().values()), indent=2, ensure_ascii=False) + "\n"


if __name__ == "__main__":
    print({"sentences": sentences_source, "schema": schema_text}[sys.argv[1]](), end="")  # noqa: T201
