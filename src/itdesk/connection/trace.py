"""Walks the way to the server step by step, as a request would go, and times each step."""

import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from types import TracebackType
from typing import TYPE_CHECKING, Self, TypeVar
from urllib.parse import urlsplit

from itdesk.connection.address import is_literal
from itdesk.connection.answer import Answer
from itdesk.connection.connection import Connection
from itdesk.connection.errors import Cause, ExchangeFailed, NotItdesk, Unreachable
from itdesk.connection.outcome import Outcome
from itdesk.connection.proxy import Proxy, choose_proxy

if TYPE_CHECKING:
    import socket
    import ssl

    from itdesk.connection.dialling import Place, Secured

LIMIT_S = 2.0
WHOLE_LIMIT_S = 8.5
LEAST_S = 0.05
GRACE_S = 0.25
"""The request bounds each of its own waits, and words its failure better than who waits for it."""
HEALTH = "/healthz"
ANSWER = "answer"
PROBLEM = "problem"
CAUSES = (*(cause.value for cause in Cause), "proxy_login", ANSWER, PROBLEM)
"""Every cause: those of Unreachable, a proxy that wants a login, something else that answers, a server that
fails."""
SAID = {Cause.TIMEOUT: "it did not answer in time", Cause.BROKEN: "the connection broke off in the middle"}


@dataclass(frozen=True)
class Step:
    """One step of the way: "dns", "tcp", "proxy", "tls" or "server".

    `ms` is how long it took; `reason` says in a few English words what was found, `cause` is one of CAUSES
    where it failed; `answer` is what the server said, in the last step alone.
    """

    name: str
    outcome: Outcome
    ms: int = 0
    reason: str = ""
    cause: str = ""
    answer: Answer | None = field(default=None, repr=False, compare=False)


def trace(
    connection: Connection, limit_s: float = LIMIT_S, whole_limit_s: float = WHOLE_LIMIT_S
) -> Iterator[Step]:
    """Yield the steps of the way to the server; the first that fails is the last.

    Each step has `limit_s` seconds, the last one also the time of the way before it, which it walks again;
    all together have `whole_limit_s`. Through a proxy, "dns" and "tcp" are the way to the proxy. Sends
    nothing but a request for /healthz.
    """
    with _Walk(connection, limit_s, whole_limit_s) as walk:
        choice = walk.timed("proxy", walk.choose)
        if choice.outcome is Outcome.FAILED:
            yield choice
            return
        for name, go in walk.pieces():
            step = walk.timed(name, go)
            yield step
            if step.outcome is Outcome.FAILED:
                return


@dataclass(frozen=True)
class _Told:
    outcome: Outcome = Outcome.PASSED
    reason: str = ""
    answer: Answer | None = None


_Go = Callable[[float], _Told]
_Value = TypeVar("_Value")


class _Walk:
    """One walk; holds the open socket until it is over. Its pieces raise StepFailed or ExchangeFailed."""

    def __init__(self, connection: Connection, limit_s: float, whole_limit_s: float) -> None:
        self._connection = connection
        self._address = connection.address
        self._limit_s = limit_s
        self._begun = time.monotonic()
        self._ends = self._begun + whole_limit_s
        self._proxy: Proxy | None = None
        self._places: list[Place] = []
        self._door: socket.socket | Secured | None = None

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if self._door is not None:
            self._door.close()

    def pieces(self) -> tuple[tuple[str, _Go], ...]:
        """Return the steps in their order."""
        return (
            ("dns", self.look_up),
            ("tcp", self.connect),
            ("proxy", self.pass_proxy),
            ("tls", self.secure),
            ("server", self.ask),
        )

    def timed(self, name: str, go: _Go) -> Step:
        """Return how one piece went, and how long it took."""
        from itdesk.connection.dialling import StepFailed

        begun = time.monotonic()
        cause = reason = ""
        told = _Told(Outcome.FAILED)
        try:
            told = go(max(min(self._limit_s, self._ends - begun), LEAST_S))
        except StepFailed as failure:
            cause, reason = failure.cause, failure.reason
        except ExchangeFailed as failure:
            cause, reason = _cause_and_reason(failure)
        ms = 0 if told.outcome is Outcome.SKIPPED else round((time.monotonic() - begun) * 1000)
        return Step(name, told.outcome, ms, reason or told.reason, cause, told.answer)

    def choose(self, limit_s: float) -> _Told:
        """Choose the proxy. Windows may look up the server's name for that."""
        from itdesk.connection.dialling import LATE, StepFailed, within

        try:
            self._proxy = within(limit_s, lambda: choose_proxy(self._address, self._connection.proxy))
        except TimeoutError as error:
            raise StepFailed(Cause.TIMEOUT, LATE) from error
        return _Told()

    def look_up(self, limit_s: float) -> _Told:
        """Find the addresses of the server, or of the proxy."""
        from itdesk.connection.dialling import look_up

        host, port = self._first_door()
        self._places = list(self._to_the_proxy(lambda: look_up(host, port, limit_s)))
        if is_literal(host):
            return _Told(Outcome.SKIPPED, "it is no name but an address")
        return _Told(reason=", ".join(dict.fromkeys(str(place[4][0]) for place in self._places[:4])))

    def connect(self, limit_s: float) -> _Told:
        """Connect to the server, or to the proxy."""
        from itdesk.connection.dialling import connect

        self._door, where = self._to_the_proxy(lambda: connect(self._places, limit_s))
        return _Told(reason=where if self._proxy is None else f"the proxy {urlsplit(self._proxy.url).netloc}")

    def pass_proxy(self, limit_s: float) -> _Told:
        """Let the proxy, where there is one, connect to the server."""
        from itdesk.connection.dialling import ask_proxy, secure

        if self._proxy is None:
            return _Told(Outcome.SKIPPED, "no proxy")
        assert self._door is not None
        proxy = urlsplit(self._proxy.url)
        if proxy.scheme == "https":
            self._door = secure(self._door, self._tls_context(), proxy.hostname or "", limit_s)
        if self._address.scheme == "http":
            return _Told(Outcome.SKIPPED, "requests are handed to it as they are")
        ask_proxy(self._door, self._address.host, self._address.port, self._proxy.credentials, limit_s)
        return _Told(reason=proxy.netloc)

    def secure(self, limit_s: float) -> _Told:
        """Check the server's certificate."""
        from itdesk.connection.dialling import secure

        if self._address.scheme == "http":
            return _Told(Outcome.SKIPPED, "the address asks for no encryption")
        assert self._door is not None
        self._door = door = secure(self._door, self._tls_context(), self._address.host, limit_s)
        return _Told(reason=door.version() or "")

    def ask(self, limit_s: float) -> _Told:
        """Ask the server by the way that every request takes.

        It walks all the way again, so it gets the time that the way took, and its own.
        """
        from itdesk.connection.dialling import LATE, StepFailed, within

        now = time.monotonic()
        whole_s = max(min(limit_s + now - self._begun, self._ends - now), LEAST_S)
        try:
            answer = within(
                whole_s + GRACE_S, lambda: self._connection.request("GET", HEALTH, deadline_s=whole_s)
            )
        except TimeoutError as error:
            raise StepFailed(Cause.TIMEOUT, LATE) from error
        return _Told(answer=answer)

    def _first_door(self) -> tuple[str, int]:
        if self._proxy is None:
            return self._address.host, self._address.port
        parts = urlsplit(self._proxy.url)
        return parts.hostname or "", parts.port or 0

    def _to_the_proxy(self, go: Callable[[], _Value]) -> _Value:
        """Do a piece of the way to the first door; where that is a proxy, it is the proxy that failed."""
        from itdesk.connection.dialling import StepFailed

        try:
            return go()
        except StepFailed as failure:
            if self._proxy is None:
                raise
            raise StepFailed(Cause.PROXY, f"the proxy: {failure.reason}") from failure

    def _tls_context(self) -> "ssl.SSLContext":
        from itdesk.connection.trust import make_tls_context

        return make_tls_context(self._address.origin, self._connection.ca_file)


def _cause_and_reason(failure: ExchangeFailed) -> tuple[str, str]:
    if isinstance(failure, Unreachable):
        return failure.cause.value, SAID.get(failure.cause, failure.reason)
    if isinstance(failure, NotItdesk):
        return ANSWER, failure.found
    return PROBLEM, failure.sentence
