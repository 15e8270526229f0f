"""What a person gives who has a one-time code, instead of login and password."""

from dataclasses import dataclass

CODE_CHARS = 100
SHORTEST_PASSWORD = 8
LONGEST_PASSWORD = 1_000
SET_UP = "set-up-"
KINDS = (SET_UP, "invitation-", "reset-")


@dataclass(frozen=True, kw_only=True)
class CodeUse:
    """A code with the password that she chose; login and name only where it makes the first admin."""

    code: str
    password: str
    login: str = ""
    name: str = ""

    @property
    def is_set_up(self) -> bool:
        """Whether it makes the first admin."""
        return is_set_up(self.code)


def is_set_up(code: str) -> bool:
    """Tell whether a code asks for login and name: the one that a new server prints."""
    return code.startswith(SET_UP)


def looks_like_code(text: str) -> bool:
    """Tell whether it is worth asking the server about `text`."""
    return len(text) <= CODE_CHARS and any(text.startswith(kind) and text != kind for kind in KINDS)
