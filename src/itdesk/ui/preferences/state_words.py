"""How the program stands, in words: named lines in groups, for the page and for the text that is copied."""

from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING

from PySide6 import __version__ as pyside_version
from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication, qVersion

from itdesk.ui.failure_words import failure_sentence
from itdesk.ui.preferences.doctor_words import fix_words, found_words, step_name, verdict_words
from itdesk.ui.times import day_and_time

if TYPE_CHECKING:
    from collections.abc import Sequence

    from itdesk.services.doctor import Finding
    from itdesk.services.program_state import ProgramState, SettingState

SOURCES = {
    "argument": QT_TRANSLATE_NOOP("ProgramState", "given when itdesk was started"),
    "environment": QT_TRANSLATE_NOOP("ProgramState", "set in the environment"),
    "policy": QT_TRANSLATE_NOOP("ProgramState", "set by your IT department, in {origin}"),
    "user_policy": QT_TRANSLATE_NOOP("ProgramState", "set by your IT department for you, in {origin}"),
    "person": QT_TRANSLATE_NOOP("ProgramState", "chosen by you"),
    "installer": QT_TRANSLATE_NOOP("ProgramState", "given at installation, in {origin}"),
    "default": QT_TRANSLATE_NOOP("ProgramState", "as itdesk comes"),
}

NAMES = (
    QT_TRANSLATE_NOOP("ProgramState", "State"),
    QT_TRANSLATE_NOOP("ProgramState", "Versions"),
    QT_TRANSLATE_NOOP("ProgramState", "All settings"),
    QT_TRANSLATE_NOOP("ProgramState", "never"),
    QT_TRANSLATE_NOOP("ProgramState", "Signed in"),
    QT_TRANSLATE_NOOP("ProgramState", "nobody"),
    QT_TRANSLATE_NOOP("ProgramState", "Server"),
    QT_TRANSLATE_NOOP("ProgramState", "not known"),
    QT_TRANSLATE_NOOP("ProgramState", "Last exchange"),
    QT_TRANSLATE_NOOP("ProgramState", "In the way"),
    QT_TRANSLATE_NOOP("ProgramState", "Waiting to be sent"),
    QT_TRANSLATE_NOOP("ProgramState", "Refused"),
    QT_TRANSLATE_NOOP("ProgramState", "Folder"),
    QT_TRANSLATE_NOOP("ProgramState", "Log"),
    QT_TRANSLATE_NOOP("ProgramState", "empty"),
)
"""What stands before the values; declared here so that they are collected."""


@dataclass(frozen=True)
class Line:
    """A name, its value, and perhaps where that comes from."""

    name: str
    value: str
    source: str = ""


@dataclass(frozen=True)
class Group:
    """Lines under a heading."""

    name: str
    lines: tuple[Line, ...]


def groups_of(state: "ProgramState", now: datetime) -> tuple[Group, ...]:
    """Return all that the page tells about the program itself."""
    return (
        Group(_said("State"), _standing(state, now)),
        Group(_said("Versions"), _versions(state)),
        Group(_said("All settings"), tuple(_setting(one) for one in state.settings)),
    )


def as_text(groups: "Sequence[Group]", findings: "Sequence[Finding]") -> str:
    """Return the same as plain text, with what the doctor has found first."""
    lines = []
    for finding in findings:
        lines.append(f"{step_name(finding)} ({verdict_words(finding)}): {found_words(finding)}")
        if fix_words(finding):
            lines.append(f"    {fix_words(finding)}")
    for group in groups:
        lines += ["", group.name]
        lines += [_as_text(line) for line in group.lines]
    return "\n".join(lines).strip() + "\n"


def _as_text(line: Line) -> str:
    return f"{line.name}: {line.value}" + (f" ({line.source})" if line.source else "")


def _standing(state: "ProgramState", now: datetime) -> tuple[Line, ...]:
    last = day_and_time(state.last_sync, now) if state.last_sync else _said("never")
    return (
        Line(_said("Signed in"), state.person or _said("nobody")),
        Line(_said("Server"), state.server or _said("not known")),
        Line(_said("Last exchange"), last),
        *([Line(_said("In the way"), failure_sentence(state.problem))] if state.problem else []),
        Line(_said("Waiting to be sent"), str(state.waiting)),
        Line(_said("Refused"), str(state.refused)),
        Line(_said("Folder"), str(state.folder)),
        Line(_said("Log"), str(state.log)),
    )


def _versions(state: "ProgramState") -> tuple[Line, ...]:
    own = (("Qt", qVersion()), ("PySide", pyside_version))
    return tuple(Line(name, version) for name, version in (*state.versions, *own))


def _setting(state: "SettingState") -> Line:
    source = _said(SOURCES[state.source.value]).format(origin=state.origin)
    return Line(state.name, " ".join(state.value.split()) or _said("empty"), source)


def _said(source: object) -> str:
    return QCoreApplication.translate("ProgramState", str(source))
