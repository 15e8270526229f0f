"""What somebody in IT knows, and what a ticket needs somebody to know."""

from collections.abc import Collection
from dataclasses import dataclass
from enum import StrEnum

from itdesk.domain.tokeniser import fold


class SkillArea(StrEnum):
    """What a skill is about."""

    SYSTEMS = "systems"
    APPLICATIONS = "applications"
    NETWORK = "network"
    LANGUAGES = "languages"


@dataclass(frozen=True, kw_only=True)
class Skill:
    """One thing that can be known: `name` is a word of the company's own, such as "SAP" or "Polski"."""

    area: SkillArea
    name: str


def has_skills(known: Collection[Skill], needed: Collection[Skill]) -> bool:
    """Tell whether everything that is needed is known. Names are compared without case and accents."""
    return {_key(skill) for skill in needed} <= {_key(skill) for skill in known}


def _key(skill: Skill) -> tuple[SkillArea, str]:
    return skill.area, fold(skill.name).strip()
