"""The cards of facts in words: their names, long and short, and the groups they stand in."""

from PySide6.QtCore import QCoreApplication

from itdesk.diagnostics.base import Tier
from itdesk.diagnostics.card_kinds import GROUPS, KINDS, OTHER

CARDS = {kind.key: kind for kind in (*KINDS, OTHER)}
"""By the card's key, in the order in which they are shown."""


def card_name(key: str) -> str:
    """Return the name of a card."""
    return declared_words(CARDS.get(key, OTHER).name)


def short_name(key: str) -> str:
    """Return the name of a card in a narrow column."""
    return declared_words(CARDS.get(key, OTHER).short)


def group_name(tier: Tier) -> str:
    """Return the name of a tier's group of cards."""
    return declared_words(GROUPS[tier].name)


def group_reason(tier: Tier) -> str:
    """Return why a tier's facts are asked."""
    return declared_words(GROUPS[tier].reason)


def declared_words(text: str) -> str:
    """Return a text of the declarations in `diagnostics` in the person's language."""
    return QCoreApplication.translate("Declared", text)


def said(source: object) -> str:
    """Return a text of the tables of facts in the person's language."""
    return QCoreApplication.translate("Facts", str(source))
