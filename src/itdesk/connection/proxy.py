"""By which proxy the server is reached."""

from dataclasses import dataclass
from urllib.parse import unquote, urlsplit

from itdesk.connection.address import ServerAddress
from itdesk.connection.errors import Cause, Unreachable

DIRECT = "direct"
"""The value of the proxy setting that means: never a proxy."""


@dataclass(frozen=True)
class Proxy:
    """A proxy to go through. `credentials` is "login:password" or empty, and is never shown."""

    url: str
    credentials: str

    def __repr__(self) -> str:
        return f"Proxy({self.url!r})"


def choose_proxy(address: ServerAddress, setting: str) -> Proxy | None:
    """Return the proxy for `address`, None for the direct way.

    `setting` is empty (environment, then the operating system decides), "direct", or a proxy's URL.
    Raises Unreachable when the proxy's URL cannot be used.
    """
    if address.is_loopback or setting == DIRECT:
        return None
    url = setting or _system_proxy(address)
    return _parse(url, address) if url else None


def _system_proxy(address: ServerAddress) -> str:
    """Return what environment or operating system say, "" for no proxy."""
    from urllib.request import getproxies, proxy_bypass  # after the icon shows: 15 ms

    if proxy_bypass(address.host):
        return ""
    proxies = getproxies()
    return proxies.get(address.scheme) or proxies.get("all") or ""


def _parse(url: str, address: ServerAddress) -> Proxy:
    full = url if "://" in url else f"http://{url}"
    try:
        parts = urlsplit(full)
        port = parts.port
    except ValueError as error:
        raise Unreachable(address.origin, Cause.PROXY, "its address cannot be read") from error
    if parts.scheme not in ("http", "https") or not parts.hostname:
        raise Unreachable(address.origin, Cause.PROXY, "its address must begin with http:// or https://")
    host = f"[{parts.hostname}]" if ":" in parts.hostname else parts.hostname
    login, password = unquote(parts.username or ""), unquote(parts.password or "")
    return Proxy(
        url=f"{parts.scheme}://{host}:{port or 8080}", credentials=f"{login}:{password}" if login else ""
    )
