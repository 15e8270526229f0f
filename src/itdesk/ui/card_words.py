"""The cards of facts in words: their names, long and short, their icons, and the groups they stand in."""

from dataclasses import dataclass

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication

from itdesk.diagnostics.base import Tier


@dataclass(frozen=True)
class CardWords:
    """How a card is shown: its icon, its name, and its name for a narrow column."""

    icon: str
    tier: Tier
    name: object
    short: object


CARDS = {
    "computer": CardWords(
        "computer",
        Tier.ALWAYS,
        QT_TRANSLATE_NOOP("Facts", "Computer"),
        QT_TRANSLATE_NOOP("Facts", "Computer"),
    ),
    "system": CardWords(
        "settings", Tier.ALWAYS, QT_TRANSLATE_NOOP("Facts", "System"), QT_TRANSLATE_NOOP("Facts", "System")
    ),
    "person": CardWords(
        "person",
        Tier.ALWAYS,
        QT_TRANSLATE_NOOP("Facts", "Who is signed in here"),
        QT_TRANSLATE_NOOP("Facts", "Signed in"),
    ),
    "network": CardWords(
        "network", Tier.ALWAYS, QT_TRANSLATE_NOOP("Facts", "Network"), QT_TRANSLATE_NOOP("Facts", "Network")
    ),
    "memory": CardWords(
        "memory",
        Tier.ALWAYS,
        QT_TRANSLATE_NOOP("Facts", "Memory and processor"),
        QT_TRANSLATE_NOOP("Facts", "Memory"),
    ),
    "disks": CardWords(
        "disk", Tier.ALWAYS, QT_TRANSLATE_NOOP("Facts", "Disks"), QT_TRANSLATE_NOOP("Facts", "Disks")
    ),
    "foreground": CardWords(
        "app",
        Tier.ALWAYS,
        QT_TRANSLATE_NOOP("Facts", "Program in front"),
        QT_TRANSLATE_NOOP("Facts", "Program"),
    ),
    "changes": CardWords(
        "clock",
        Tier.USUAL,
        QT_TRANSLATE_NOOP("Facts", "What changed lately"),
        QT_TRANSLATE_NOOP("Facts", "Changed"),
    ),
    "trouble": CardWords(
        "warning",
        Tier.USUAL,
        QT_TRANSLATE_NOOP("Facts", "Errors and crashes"),
        QT_TRANSLATE_NOOP("Facts", "Errors"),
    ),
    "printers": CardWords(
        "printer", Tier.USUAL, QT_TRANSLATE_NOOP("Facts", "Printers"), QT_TRANSLATE_NOOP("Facts", "Printers")
    ),
    "screens": CardWords(
        "screenshot",
        Tier.USUAL,
        QT_TRANSLATE_NOOP("Facts", "Screens and graphics"),
        QT_TRANSLATE_NOOP("Facts", "Screens"),
    ),
    "battery": CardWords(
        "battery", Tier.USUAL, QT_TRANSLATE_NOOP("Facts", "Battery"), QT_TRANSLATE_NOOP("Facts", "Battery")
    ),
    "busiest": CardWords(
        "slow",
        Tier.USUAL,
        QT_TRANSLATE_NOOP("Facts", "Busiest programs"),
        QT_TRANSLATE_NOOP("Facts", "Busiest"),
    ),
    "updates": CardWords(
        "download", Tier.USUAL, QT_TRANSLATE_NOOP("Facts", "Updates"), QT_TRANSLATE_NOOP("Facts", "Updates")
    ),
    "security": CardWords(
        "lock", Tier.USUAL, QT_TRANSLATE_NOOP("Facts", "Protection"), QT_TRANSLATE_NOOP("Facts", "Protection")
    ),
    "remote": CardWords(
        "eye",
        Tier.USUAL,
        QT_TRANSLATE_NOOP("Facts", "Remote support"),
        QT_TRANSLATE_NOOP("Facts", "Remote"),
    ),
    "other": CardWords(
        "more", Tier.USUAL, QT_TRANSLATE_NOOP("Facts", "Other facts"), QT_TRANSLATE_NOOP("Facts", "Other")
    ),
    "checks": CardWords(
        "check",
        Tier.SYMPTOM,
        QT_TRANSLATE_NOOP("Facts", "What was checked"),
        QT_TRANSLATE_NOOP("Facts", "Checked"),
    ),
    "log": CardWords(
        "note",
        Tier.SYMPTOM,
        QT_TRANSLATE_NOOP("Facts", "System's log"),
        QT_TRANSLATE_NOOP("Facts", "Log"),
    ),
    "software": CardWords(
        "app",
        Tier.SYMPTOM,
        QT_TRANSLATE_NOOP("Facts", "Installed programs"),
        QT_TRANSLATE_NOOP("Facts", "Installed"),
    ),
    "whole_network": CardWords(
        "network",
        Tier.SYMPTOM,
        QT_TRANSLATE_NOOP("Facts", "Network in detail"),
        QT_TRANSLATE_NOOP("Facts", "In detail"),
    ),
    "disk_health": CardWords(
        "disk",
        Tier.SYMPTOM,
        QT_TRANSLATE_NOOP("Facts", "Health of the disks"),
        QT_TRANSLATE_NOOP("Facts", "Health"),
    ),
    "sound": CardWords(
        "sound",
        Tier.SYMPTOM,
        QT_TRANSLATE_NOOP("Facts", "Sound and camera"),
        QT_TRANSLATE_NOOP("Facts", "Sound"),
    ),
    "usb": CardWords(
        "plus",
        Tier.SYMPTOM,
        QT_TRANSLATE_NOOP("Facts", "Plugged in"),
        QT_TRANSLATE_NOOP("Facts", "Plugged in"),
    ),
    "shares": CardWords(
        "disk",
        Tier.SYMPTOM,
        QT_TRANSLATE_NOOP("Facts", "Network drives"),
        QT_TRANSLATE_NOOP("Facts", "Drives"),
    ),
}
"""By the card's key, in the order in which they are shown; those of a symptom come when it is chosen."""

GROUPS = {
    Tier.ALWAYS: (
        QT_TRANSLATE_NOOP("Facts", "This computer"),
        QT_TRANSLATE_NOOP("Facts", "So that IT knows which computer it is and how it is doing."),
    ),
    Tier.USUAL: (
        QT_TRANSLATE_NOOP("Facts", "How it has been working"),
        QT_TRANSLATE_NOOP("Facts", "So that IT finds the cause without asking you."),
    ),
    Tier.SYMPTOM: (
        QT_TRANSLATE_NOOP("Facts", "About what you chose"),
        QT_TRANSLATE_NOOP("Facts", "Looked up only because of what is happening to you."),
    ),
}
"""What stands above the cards of a tier: its name, and why they are asked."""


def card_name(key: str) -> str:
    """Return the name of a card."""
    return said(CARDS.get(key, CARDS["other"]).name)


def short_name(key: str) -> str:
    """Return the name of a card in a narrow column."""
    return said(CARDS.get(key, CARDS["other"]).short)


def group_name(tier: Tier) -> str:
    """Return the name of a tier's group of cards."""
    return said(GROUPS[tier][0])


def group_reason(tier: Tier) -> str:
    """Return why a tier's facts are asked."""
    return said(GROUPS[tier][1])


def said(source: object) -> str:
    """Return a text of the tables of facts in the person's language."""
    return QCoreApplication.translate("Facts", str(source))
