"""Every setting of the client, declared once: name, type, default, words, and who may set it."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from enum import StrEnum

ENVIRONMENT_PREFIX = "ITDESK_"
TIME_OF_DAY = "([01]?[0-9]|2[0-3]):[0-5][0-9]"
WORDS_OF_BOOLEANS = {"true": True, "yes": True, "1": True, "false": False, "no": False, "0": False}


class Source(StrEnum):
    """Where a value comes from, strongest first."""

    POLICY = "policy"
    USER_POLICY = "user_policy"
    ARGUMENT = "argument"
    ENVIRONMENT = "environment"
    PERSON = "person"
    INSTALLER = "installer"
    DEFAULT = "default"


STRONGER_THAN_PERSON = frozenset(list(Source)[: list(Source).index(Source.PERSON)])


class MaySet(StrEnum):
    """Who may set a setting. Who starts the program always may, where the company has said nothing."""

    PERSON = "person"
    MACHINE = "machine"
    START = "start"


@dataclass(frozen=True, kw_only=True)
class Declaration:
    """One setting. `choices` is empty where any value of the type is good."""

    name: str
    default: str | bool
    help: str
    may_set: MaySet = MaySet.PERSON
    choices: tuple[str, ...] = ()
    pattern: str = ""
    """A regular expression that all of a text must match; empty where any text is good."""
    example: str = ""
    """A text that matches `pattern`, for people."""
    is_secret: bool = False
    """Whether nobody is shown what it is."""

    @property
    def environment(self) -> str:
        """The environment variable that sets it."""
        return ENVIRONMENT_PREFIX + self.name.upper()

    @property
    def expected(self) -> str:
        """What a value must be, in words."""
        if self.choices:
            return "one of " + ", ".join(f'"{choice}"' for choice in self.choices)
        if self.pattern:
            return f'a text like "{self.example}", or an empty one'
        return "true or false" if isinstance(self.default, bool) else "text"

    def accepts(self, value: object) -> bool:
        """Return whether `value` has the type of this setting, is among its choices, and has its form."""
        if type(value) is not type(self.default) or (self.choices and value not in self.choices):
            return False
        return not (self.pattern and value) or re.fullmatch(self.pattern, str(value)) is not None


DECLARATIONS = (
    Declaration(
        name="server_url",
        default="",
        help="Address of the help desk's server, like https://help.example.com.",
    ),
    Declaration(
        name="language", default="auto", help="Language of the windows.", choices=("auto", "en", "pl")
    ),
    Declaration(
        name="theme", default="system", help="Colours of the windows.", choices=("system", "light", "dark")
    ),
    Declaration(
        name="proxy",
        default="",
        help='Address of the proxy. Empty: as the operating system says. "direct": never a proxy.',
    ),
    Declaration(
        name="ca_file",
        default="",
        help="File with the company's own certificate authority (PEM), believed besides the computer's own.",
    ),
    Declaration(
        name="allow_plain_http",
        default=False,
        help="Whether another computer's server may be reached without encryption. For test networks only.",
        may_set=MaySet.MACHINE,
    ),
    Declaration(
        name="credential_store",
        default="keyring",
        help="Where the sign-in is kept: in the keyring, in memory until the program ends, or in a file.",
        may_set=MaySet.MACHINE,
        choices=("keyring", "memory", "file"),
    ),
    Declaration(
        name="enrolment_key",
        default="",
        help="Key with which people can report from this computer before they sign in. Empty: they sign in.",
        may_set=MaySet.MACHINE,
        is_secret=True,
    ),
    Declaration(
        name="diagnostics_tier",
        default="2",
        help="The most that may be collected: nothing, what is always asked, the usual, all for a symptom.",
        may_set=MaySet.MACHINE,
        choices=("none", "0", "1", "2"),
    ),
    Declaration(
        name="forbidden_probes",
        default="",
        help="Names of facts that are never collected, separated by blanks or commas.",
        may_set=MaySet.MACHINE,
    ),
    Declaration(
        name="screenshots",
        default=True,
        help="Whether a report may carry a picture of the screen.",
        may_set=MaySet.MACHINE,
    ),
    Declaration(
        name="remote_help",
        default="",
        help="Program or address by which technicians help from afar, with places for its numbers.",
        may_set=MaySet.MACHINE,
    ),
    Declaration(
        name="redaction_patterns",
        default="",
        help="The company's own regular expressions, one a line: what they match is highlighted in a report.",
        may_set=MaySet.MACHINE,
    ),
    Declaration(
        name="notifications",
        default=True,
        help="Whether the desktop tells of answers to your tickets and of what IT announces.",
    ),
    Declaration(
        name="notify_assigned",
        default=True,
        help="Whether technicians are told of tickets that somebody assigns to them.",
    ),
    Declaration(
        name="notify_answers",
        default=True,
        help="Whether technicians are told of answers, notes and “not fixed” on tickets assigned to them.",
    ),
    Declaration(
        name="notify_mentions",
        default=True,
        help="Whether technicians are told of notes that mention them.",
    ),
    Declaration(
        name="notify_due",
        default=True,
        help="Whether technicians are told when a ticket of theirs is soon due, and when it is overdue.",
    ),
    Declaration(
        name="quiet_from",
        default="",
        help="Time of day from which nothing is told, like 18:00. Empty: no quiet hours.",
        pattern=TIME_OF_DAY,
        example="18:00",
    ),
    Declaration(
        name="quiet_until",
        default="",
        help="Time of day until which nothing is told, like 07:00. Empty: no quiet hours.",
        pattern=TIME_OF_DAY,
        example="07:00",
    ),
    Declaration(
        name="autostart",
        default="",
        help="Whether itdesk starts with the desktop: on, off. Empty: as each person chooses.",
        may_set=MaySet.MACHINE,
        pattern="on|off",
        example="on",
    ),
    Declaration(
        name="hotkey",
        default="ctrl+alt+h",
        help="Keys that open a report from everywhere, on Windows. Empty: none.",
        pattern=r"((ctrl|alt|shift|win)\+){1,4}([a-z0-9]|f[1-9]|f1[0-2])",
        example="ctrl+alt+h",
    ),
    Declaration(
        name="log_level",
        default="info",
        help="How much is written to the log.",
        choices=("debug", "info", "warning", "error"),
    ),
    Declaration(
        name="data_dir",
        default="",
        help="Folder for everything that the program keeps. Empty: the usual place of the operating system.",
        may_set=MaySet.START,
    ),
)
BY_NAME = {declaration.name: declaration for declaration in DECLARATIONS}


@dataclass(frozen=True, kw_only=True)
class Layer:
    """Values from one source. `origin` names it for people: a file's path, "environment", "arguments".

    `lines` tells for a file where each of its names stands, counted from 1.
    """

    source: Source
    origin: str
    values: Mapping[str, object]
    lines: Mapping[str, int] = field(default_factory=dict)


@dataclass(frozen=True, kw_only=True)
class Problem:
    """A value that was passed over. `got` and `expected` are already in words."""

    origin: str
    key: str
    got: str
    expected: str
    line: int = 0
    """Counted from 1; 0 where there are no lines."""

    @property
    def place(self) -> str:
        """The file and the line, or what else named it."""
        return f"{self.origin}, line {self.line}" if self.line else self.origin

    def sentence(self) -> str:
        """Return what is wrong and where, in one English sentence."""
        return (
            f"{self.place}: the setting “{self.key}” is {self.got}, expected {self.expected}; it is ignored."
        )


@dataclass(frozen=True, kw_only=True)
class Settings:
    """The values in force. `sources` and `origins` tell for each name where its value comes from."""

    server_url: str
    language: str
    theme: str
    proxy: str
    ca_file: str
    allow_plain_http: bool
    credential_store: str
    enrolment_key: str
    diagnostics_tier: str
    forbidden_probes: str
    screenshots: bool
    remote_help: str
    redaction_patterns: str
    notifications: bool
    notify_assigned: bool
    notify_answers: bool
    notify_mentions: bool
    notify_due: bool
    quiet_from: str
    quiet_until: str
    autostart: str
    hotkey: str
    log_level: str
    data_dir: str
    sources: Mapping[str, Source] = field(default_factory=dict)
    origins: Mapping[str, str] = field(default_factory=dict)
    problems: tuple[Problem, ...] = ()

    def decided_by(self, name: str) -> Source | None:
        """Return who has decided over the person's head, if anybody has."""
        return self.sources[name] if self.sources[name] in STRONGER_THAN_PERSON else None


def layer_of_environment(environment: Mapping[str, str]) -> Layer:
    """Return what the environment variables ITDESK_… set. Empty ones count as not set."""
    values = {
        declaration.name: typed(declaration, environment[declaration.environment])
        for declaration in DECLARATIONS
        if environment.get(declaration.environment)
    }
    return Layer(source=Source.ENVIRONMENT, origin="environment", values=values)


def typed(declaration: Declaration, text: str) -> str | bool:
    """Return `text` as a value of the declared type where it is one, else unchanged."""
    if isinstance(declaration.default, bool):
        return WORDS_OF_BOOLEANS.get(text.strip().lower(), text)
    return text


def resolve(layers: Iterable[Layer], known_problems: Iterable[Problem] = ()) -> Settings:
    """Return the settings in force: of each, the value of the strongest source that has a good one.

    Never fails: a bad value or an unknown key becomes a Problem, the rest still applies.
    `known_problems` are those met while the layers were read.
    """
    values: dict[str, object] = {declaration.name: declaration.default for declaration in DECLARATIONS}
    sources = dict.fromkeys(values, Source.DEFAULT)
    origins = dict.fromkeys(values, "default")
    problems = list(known_problems)
    strongest_last = sorted(layers, key=lambda layer: list(Source).index(layer.source), reverse=True)
    for layer in strongest_last:
        for key, value in layer.values.items():
            problem = _fault(layer, key, value)
            if problem is not None:
                problems.append(problem)
                continue
            values[key], sources[key], origins[key] = value, layer.source, layer.origin
    return Settings(**values, sources=sources, origins=origins, problems=tuple(problems))  # type: ignore[arg-type]


def _fault(layer: Layer, key: str, value: object) -> Problem | None:
    found = _got_and_expected(layer.source, key, value)
    if found is None:
        return None
    got, expected = found
    return Problem(origin=layer.origin, key=key, got=got, expected=expected, line=layer.lines.get(key, 0))


def _got_and_expected(source: Source, key: str, value: object) -> tuple[str, str] | None:
    declaration = BY_NAME.get(key)
    if declaration is None:
        return "not known", "one of " + ", ".join(BY_NAME)
    if not _may_stand_in(source, declaration.may_set):
        return "set here", PLACES[declaration.may_set]
    if not declaration.accepts(value):
        return f"“{value}”" if isinstance(value, str) else str(value).lower(), declaration.expected
    return None


PLACES = {
    MaySet.PERSON: "anywhere",
    MaySet.MACHINE: "only in the company's policy, from the installer, or in the environment",
    MaySet.START: "only in the environment or as an argument",
}


def _may_stand_in(source: Source, may_set: MaySet) -> bool:
    if source is Source.PERSON:
        return may_set is MaySet.PERSON
    return source in (Source.ARGUMENT, Source.ENVIRONMENT) or may_set is not MaySet.START
