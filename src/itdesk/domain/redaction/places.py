"""Recognises who and where: addresses, networks, home folders."""

import re
from collections.abc import Collection, Iterator

from itdesk.domain.redaction.mark import MARK_CHARACTER, Span
from itdesk.domain.redaction.words import is_secret_name

EMAIL = re.compile(
    r"(?<![\w.+%-])(?<!\w')[\w.+%-]++(?:'[\w.+%-]++)*+@(?P<domain>\w++(?:-++\w++)*+(?:\.\w++(?:-++\w++)*+)++)"
)
# Units of systemd (getty@tty1.service) and pictures for fine screens (icon@2x.png) look like addresses.
NO_DOMAINS = re.compile(
    r"(?i)(?:.*\.)?(?:service|socket|slice|scope|target|timer|mount|path|swap|device|[0-9]+|.)"
    r"|[1-4]x\.[a-z]{3,4}"
)
MAC = re.compile(
    r"(?i)(?<![0-9a-z])(?<!\b[0-9a-f]{2}[:-])"
    r"(?:[0-9a-f]{2}([:-])[0-9a-f]{2}(?:\1[0-9a-f]{2}){4}(?:\1[0-9a-f]{2}\1[0-9a-f]{2})?(?![:-][0-9a-f]{2}\b)"
    r"|[0-9a-f]{4}\.[0-9a-f]{4}\.[0-9a-f]{4}(?!\.[0-9a-f]{4}\b))(?![0-9a-z])"
)
NETWORK = re.compile(
    r"(?<![A-Za-z])(?i:e?ssid(?:[ _]?name)?)(?P<separator>[ \t]{0,32}+[:=])?[ \t]{0,16}+"
    rf"(?:\"(?P<double>[^\"\n]++)\"|'(?P<single>[^'\n]++)'|(?(separator)(?P<bare>[^\n\r\ufffd,;{MARK_CHARACTER}]{{1,32}}+)|(?!)))"
)
NO_NETWORK = ("off", "any", "off/any", "none", "hidden", "--")
URL = re.compile(
    r"(?<![A-Za-z0-9+.-])[A-Za-z][A-Za-z0-9+.-]{0,30}+://(?P<authority>[^\s/?#\"'<>\\]*+)(?P<rest>[^\s\"'<>]*+)"
)
PARAMETER = re.compile(r"[?&;#](?P<name>[\w.%\[\]-]{1,64}+)=(?P<value>[^&#]*+)")
SHORT_NAMES = ("auth", "code", "jwt", "otp", "session", "sessionid", "sid", "sig", "signature", "ticket")
HOME = re.compile(
    r"(?<![\w.~-])(?:/var|/export|/System/Volumes/Data|/mnt/[a-z]|/[a-z])?/(?i:home|users)/"
    rf"(?P<unix>[^\s/\\:*?\"'<>|,;(){{}}\[\]{MARK_CHARACTER}]++)"
    r"|(?<![A-Za-z0-9])[A-Za-z]:[\\/]{1,2}(?i:users|documents and settings)[\\/]{1,2}"
    rf"(?:(?P<folder>[^\\/:*?\"<>|\n\r{MARK_CHARACTER}]{{1,64}}+)(?=[\\/])|(?P<windows>[^\s\\/:*?\"<>|,;(){{}}\[\]{MARK_CHARACTER}]++))"
)
NOBODY = {"shared", "public", "default", "default user", "all users", "guest", "lost+found"}


def emails(text: str, own: Collection[str]) -> Iterator[Span]:
    """Return where addresses of mail stand that are not among `own`, which are casefolded."""
    for found in EMAIL.finditer(text):
        address = found[0].lstrip(".+%-")
        if NO_DOMAINS.fullmatch(found["domain"]) or address.casefold() in own:
            continue
        yield found.end() - len(address), found.end()


def macs(text: str) -> Iterator[Span]:
    """Return where addresses of network adapters stand; those that every computer has are none."""
    for found in MAC.finditer(text):
        if len(set(found[0].lower()) & set("0123456789abcdef")) > 1:
            yield found.span()


def networks(text: str) -> Iterator[Span]:
    """Return where names of Wi-Fi networks stand behind “SSID”."""
    for found in NETWORK.finditer(text):
        kind = found.lastgroup or "bare"
        name = found[kind].rstrip(" \t.")
        if name.strip() and name.casefold() not in NO_NETWORK:
            yield found.start(kind), found.start(kind) + len(name)


def url_credentials(text: str) -> Iterator[Span]:
    """Return where name and password, and values of secret parameters, stand in addresses of the web."""
    for found in URL.finditer(text):
        start = found.start("authority")
        at = found["authority"].rfind("@")
        if at > 0:
            yield start, start + at
        for parameter in PARAMETER.finditer(found["rest"]):
            if parameter["name"].casefold().rpartition("-")[2] in SHORT_NAMES or is_secret_name(
                parameter["name"]
            ):
                value = parameter["value"].rstrip(".,;:)]}")
                begin = found.start("rest") + parameter.start("value")
                yield begin, begin + len(value)


def homes(text: str) -> Iterator[Span]:
    """Return where a person's name stands in the path of a home folder."""
    for found in HOME.finditer(text):
        kind = found.lastgroup or "unix"
        name = found[kind] if kind == "folder" else found[kind].rstrip(".!”»")
        if name and name.casefold() not in NOBODY:
            yield found.start(kind), found.start(kind) + len(name)
