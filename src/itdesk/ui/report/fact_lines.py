"""The single values of a card in words, for the lines that are shown when it is opened."""

from collections.abc import Collection, Iterable, Iterator, Mapping

from itdesk.diagnostics.base import Probe
from itdesk.diagnostics.cards import Detail
from itdesk.diagnostics.facts import Facts
from itdesk.ui.card_words import declared_words
from itdesk.ui.detail_words import detail_words
from itdesk.ui.field_words import field_name
from itdesk.ui.widgets.fact_lines import FactLine


def lines_of(
    found: Iterable[Detail],
    facts: Facts,
    declared: Mapping[str, Probe],
    dropped: Collection[tuple[str, str]] = (),
) -> Iterator[FactLine]:
    """Return a line for each value, those in `dropped` as kept back; values are foreign text.

    The first of a probe says why it is asked.
    """
    last = ""
    for detail in found:
        probe = declared.get(detail.probe)
        odd = facts.facts[detail.probe].get("implausible")
        yield FactLine(
            key=(detail.probe, detail.field.name),
            name=field_name(detail.field),
            value=detail_words(detail),
            reason=declared_words(probe.why) if probe is not None and detail.probe != last else "",
            is_odd=isinstance(odd, list) and detail.field.name in odd,
            is_included=(detail.probe, detail.field.name) not in dropped,
        )
        last = detail.probe
