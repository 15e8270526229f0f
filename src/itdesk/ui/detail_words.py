"""One value on a card in words, those too that need more than their own declaration."""

from collections.abc import Callable, Mapping

from PySide6.QtCore import QT_TRANSLATE_NOOP

from itdesk.diagnostics.cards import REASON, Detail
from itdesk.diagnostics.checks.step_names import CHECK_NAMES, STEP_NAMES
from itdesk.ui.card_words import declared_words, said
from itdesk.ui.change_words import dated_change
from itdesk.ui.field_words import as_lines, choice_words, value_words
from itdesk.ui.finding_words import finding_words
from itdesk.ui.reason_words import reason_words

Row = Mapping[str, object]


def detail_words(detail: Detail) -> str:
    """Return the value in words; a table in lines. Everything in it may be foreign text."""
    write = SPECIAL.get((detail.probe, detail.field.name))
    if write is not None and isinstance(detail.value, list):
        return as_lines([write(row) for row in detail.value if isinstance(row, Mapping)])
    if detail.field is REASON:
        return reason_words(str(detail.value))
    return value_words(detail.field, detail.value)


def _finding(row: Row) -> str:
    name = declared_words(CHECK_NAMES.get(str(row.get("check")), str(row.get("check", ""))))
    return said(FINDING).format(check=name, verdict=finding_words(row))


def _step(row: Row) -> str:
    name = str(row.get("name", ""))
    outcome = choice_words(str(row.get("outcome", "")))
    detail = reason_words(" ".join(str(row.get("detail", row.get("reason", ""))).split()))
    step = declared_words(STEP_NAMES.get(name, name))
    return " · ".join(filter(None, (said(STEP).format(step=step, outcome=outcome), detail)))


FINDING = QT_TRANSLATE_NOOP("Facts", "{check}: {verdict}")
STEP = QT_TRANSLATE_NOOP("Facts", "{step}: {outcome}")
SPECIAL: Mapping[tuple[str, str], Callable[[Row], str]] = {
    ("checks", "findings"): _finding,
    ("checks", "steps"): _step,
    ("server", "steps"): _step,
    ("changes", "changes"): dated_change,
}
