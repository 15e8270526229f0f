"""Why an exchange with the server did not work. Each error's text is one sentence or two for a person."""

from enum import StrEnum


class ExchangeFailed(Exception):
    """The world failed between this computer and the server. Nothing is lost; it may be tried again."""

    def __init__(self, server: str, sentence: str) -> None:
        super().__init__(sentence)
        self.server = server
        self.sentence = sentence


class Cause(StrEnum):
    """At which step the server could not be reached."""

    NAME = "name"
    REFUSED = "refused"
    TIMEOUT = "timeout"
    TLS = "tls"
    PROXY = "proxy"
    BROKEN = "broken"


ADVICE = {
    Cause.NAME: "The name of the server {server} is not known here. Check the network and the address.",
    Cause.REFUSED: "The server {server} cannot be reached. Check the network; it may also be switched off.",
    Cause.TIMEOUT: "The server {server} did not answer in time. Check the network or try again later.",
    Cause.TLS: "The connection to {server} is not safe: {reason}. Nothing was sent; tell your IT.",
    Cause.PROXY: "The proxy on the way to {server} refuses: {reason}. Check the proxy setting.",
    Cause.BROKEN: "The connection to {server} broke off in the middle. It will work again by itself.",
}


class Unreachable(ExchangeFailed):
    """The server was not reached, or its answer did not arrive whole. `reason` says how, for the log."""

    def __init__(self, server: str, cause: Cause, reason: str = "") -> None:
        super().__init__(server, ADVICE[cause].format(server=server, reason=reason))
        self.cause = cause
        self.reason = reason


class NotItdesk(ExchangeFailed):
    """Something answered, but not an itdesk server. `found` says what came instead."""

    def __init__(self, server: str, found: str) -> None:
        super().__init__(
            server,
            f"The address {server} answers, but not as an itdesk server: {found}. "
            "Check the address; in a guest network, sign in to the network first.",
        )
        self.found = found


class Problem(ExchangeFailed):
    """The server understood and said no, or failed itself. `retry_after` is in seconds."""

    def __init__(
        self, server: str, *, status: int, code: str, title: str, retry_after: float | None = None
    ) -> None:
        super().__init__(server, title)
        self.status = status
        self.code = code
        self.title = title
        self.retry_after = retry_after

    @property
    def may_pass(self) -> bool:
        """Whether the same request can be expected to work later."""
        return self.status >= 500 or self.status in (408, 425, 429)


class SignInNeeded(Problem):
    """The server does not know who asks: no token, a token that is over, or a wrong password."""


class TooOld(Problem):
    """The server no longer understands this version of the program."""


NOT_ITDESK, SIGN_IN, TOO_OLD = "not_itdesk", "sign_in", "too_old"


def kept_words(error: ExchangeFailed) -> tuple[str, str]:
    """Return the kind of the failure and what belongs to it, to be kept in a file: see `failure_from`."""
    match error:
        case Unreachable(cause=cause, reason=reason):
            return cause, reason
        case NotItdesk(found=found):
            return NOT_ITDESK, found
        case TooOld(title=title):
            return TOO_OLD, title
        case SignInNeeded(title=title):
            return SIGN_IN, title
        case Problem(code=code, title=title):
            return code, title
    return "", error.sentence


def failure_from(server: str, kind: str, detail: str) -> ExchangeFailed:
    """Return the failure of which `kept_words` were kept, so that it can be told in any language."""
    if kind in Cause.__members__.values():
        return Unreachable(server, Cause(kind), detail)
    if kind == NOT_ITDESK:
        return NotItdesk(server, detail)
    problem = {SIGN_IN: SignInNeeded, TOO_OLD: TooOld}.get(kind, Problem)
    return problem(server, status=0, code=kind, title=detail)
