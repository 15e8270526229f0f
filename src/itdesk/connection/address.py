"""The server's address, checked once and then trusted."""

import re
from dataclasses import dataclass
from ipaddress import ip_address
from urllib.parse import SplitResult, urlsplit

HOST = re.compile(r"[a-z0-9._-]+|[0-9a-f:.]+")
DEFAULT_PORTS = {"http": 80, "https": 443}


class BadAddress(ValueError):
    """The text is not an address of a server. The message is a sentence for the person who typed it."""


@dataclass(frozen=True)
class ServerAddress:
    """Where the server is. `host` is lower case, without brackets, in ASCII."""

    scheme: str
    host: str
    port: int

    @property
    def origin(self) -> str:
        """The address as text without a slash at the end, its port only where it is not the usual one."""
        host = f"[{self.host}]" if ":" in self.host else self.host
        usual = DEFAULT_PORTS[self.scheme] == self.port
        return f"{self.scheme}://{host}" if usual else f"{self.scheme}://{host}:{self.port}"

    @property
    def is_loopback(self) -> bool:
        """Whether the server is on this very computer."""
        return is_loopback(self.host)

    def __str__(self) -> str:
        return self.origin


def is_loopback(host: str) -> bool:
    """Return whether `host` can only be this computer. No name is looked up."""
    try:
        return ip_address(host).is_loopback
    except ValueError:
        return host == "localhost"


def is_literal(host: str) -> bool:
    """Return whether `host` is an address in numbers, which nobody has to look up."""
    try:
        ip_address(host)
    except ValueError:
        return False
    return True


def parse_server_url(text: str, *, allow_plain_http: bool = False) -> ServerAddress:
    """Return the address that `text` names.

    Plain http is accepted for this computer alone, unless `allow_plain_http`. Raises BadAddress.
    """
    shown = text.strip()
    parts = _split(shown)
    _check_parts(parts, shown)
    address = ServerAddress(scheme=parts.scheme, host=_ascii_host(parts, shown), port=_port(parts, shown))
    if address.scheme == "http" and not (allow_plain_http or address.is_loopback):
        raise BadAddress(f"“{shown}” would send passwords unprotected. Write https:// instead of http://.")
    return address


def _split(shown: str) -> SplitResult:
    """Return the parts. A space or a control character anywhere is refused: urlsplit would drop some."""
    if not shown:
        raise BadAddress("The server's address is empty. It looks like https://helpdesk.example.com.")
    if any(character.isspace() or not character.isprintable() for character in shown):
        raise BadAddress("The server's address contains a space or an invisible character. Type it again.")
    try:
        return urlsplit(shown)
    except ValueError as error:
        raise BadAddress(f"“{shown}” is not the address of a server: {error}.") from error


def _check_parts(parts: SplitResult, shown: str) -> None:
    if parts.scheme not in DEFAULT_PORTS or not shown.lower().startswith(f"{parts.scheme}://"):
        raise BadAddress(f"“{shown}” is not the address of a server: it must begin with https://.")
    if "@" in parts.netloc:
        raise BadAddress("The server's address must not contain a name or password. Leave out all before @.")
    if parts.path not in ("", "/") or parts.query or parts.fragment or "?" in shown or "#" in shown:
        raise BadAddress(f"“{shown}” goes on after the server's name. Leave out all after the name and port.")


def _ascii_host(parts: SplitResult, shown: str) -> str:
    host = (parts.hostname or "").rstrip(".")
    try:
        ascii_host = host if ":" in host else host.encode("idna").decode("ascii").lower()
    except UnicodeError:
        ascii_host = ""
    if not HOST.fullmatch(ascii_host):
        raise BadAddress(f"“{shown}” does not name a server. It looks like https://helpdesk.example.com.")
    return ascii_host


def _port(parts: SplitResult, shown: str) -> int:
    try:
        port = parts.port
    except ValueError:
        port = 0
    if port == 0 or parts.netloc.endswith(":"):
        raise BadAddress(f"“{shown}” has an impossible port. A port is a number from 1 to 65535.")
    return port or DEFAULT_PORTS[parts.scheme]
