"""The facts in a few cards: plain values for the screen to word, nothing is translated here."""

from collections.abc import Mapping
from dataclasses import dataclass

from itdesk.diagnostics.base import Field, Probe, Tier
from itdesk.diagnostics.card_kinds import KINDS, OTHER, CardKind
from itdesk.diagnostics.card_lines import Piece
from itdesk.diagnostics.facts import Facts, Values

COUNT = "_count"
"""Ends the name of a list's whole length, which is no value of its own."""
REASON = Field(name="error", description="Could not be found out")


@dataclass(frozen=True, kw_only=True)
class Card:
    """One card. Switching it off leaves out all its `probes`.

    `key` names its title, `icon` its picture; `pieces` make its one line; `alarm` marks what is probably
    broken; `failed` is true when none of its probes could say anything.
    """

    key: str
    icon: str
    tier: Tier
    probes: tuple[str, ...]
    pieces: tuple[Piece, ...]
    alarm: bool = False
    failed: bool = False
    reason: str = ""
    """Why the first of its probes could say nothing, where none could."""


@dataclass(frozen=True, kw_only=True)
class Detail:
    """One value on a card: which probe says it, and the field as it is declared."""

    probe: str
    field: Field
    value: object


def make_cards(facts: Facts) -> tuple[Card, ...]:
    """Return the cards for what is in `facts`; every probe belongs to exactly one card.

    Probes that no card knows share a last one, "other": nothing is sent that is not shown.
    """
    kinds = [kind for kind in KINDS if any(name in facts.facts for name in kind.probes)]
    cards = [_make_card(kind, facts) for kind in kinds]
    known = {name for kind in KINDS for name in kind.probes}
    others = tuple(name for name in facts.facts if name not in known)
    if others:
        pieces = tuple(Piece("probe", name) for name in others)
        other = Card(
            key=OTHER.key,
            icon=OTHER.icon,
            tier=OTHER.tier,
            probes=others,
            pieces=pieces,
            failed=_failed(others, facts),
            reason=_reason(others, facts),
        )
        cards.append(other)
    return tuple(cards)


def details(probes: tuple[str, ...], facts: Facts, declared: Mapping[str, Probe]) -> tuple[Detail, ...]:
    """Return the single values of these probes; what is not declared is shown under its own name."""
    return tuple(
        Detail(probe=probe, field=_declared(declared.get(probe), name), value=value)
        for probe in probes
        for name, value in facts.facts.get(probe, {}).items()
        if name != "implausible" and not name.endswith(COUNT)
    )


def _declared(probe: Probe | None, name: str) -> Field:
    if name == REASON.name:
        return REASON
    fields = probe.fields if probe is not None else ()
    return next((field for field in fields if field.name == name), Field(name=name, description=""))


def _make_card(kind: CardKind, facts: Facts) -> Card:
    probes = tuple(name for name in kind.probes if name in facts.facts)
    said = {name: _good(facts.facts.get(name, {})) for name in kind.probes}
    return Card(
        key=kind.key,
        icon="wifi" if kind.key == "network" and said["network"].get("kind") == "wireless" else kind.icon,
        tier=kind.tier,
        probes=probes,
        pieces=tuple(piece for piece in kind.say(said) if piece.value not in (None, "")),
        alarm=kind.alarm(said),
        failed=_failed(probes, facts),
        reason=_reason(probes, facts),
    )


def _failed(probes: tuple[str, ...], facts: Facts) -> bool:
    return all("error" in facts.facts[name] for name in probes)


def _reason(probes: tuple[str, ...], facts: Facts) -> str:
    return str(facts.facts[probes[0]]["error"]) if _failed(probes, facts) else ""


def _good(values: Values) -> Values:
    return {} if "error" in values else values
