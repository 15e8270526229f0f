"""What the server answered, and what an answer that is not the expected one means."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime

from itdesk.connection.errors import ExchangeFailed, NotItdesk, Problem, SignInNeeded, TooOld

PROBLEM_TYPE = "application/problem+json"
TOO_OLD_CODES = frozenset({"too_old", "client_too_old", "protocol_too_old"})
LONGEST_WAIT_S = 86_400.0
TITLE_CHARS = 500


@dataclass(frozen=True)
class Answer:
    """A whole answer. The names in `headers` are lower case."""

    status: int
    headers: Mapping[str, str]
    body: bytes

    @property
    def media_type(self) -> str:
        """The type of the body without parameters, lower case."""
        return self.headers.get("content-type", "").partition(";")[0].strip().lower()


def check_answer(answer: Answer, server: str, expect: str | None) -> Answer:
    """Return `answer` when it succeeded and its body is of the type `expect` (None: any).

    Raises NotItdesk, Problem, SignInNeeded or TooOld.
    """
    if 300 <= answer.status < 400 and answer.status != 304:
        raise NotItdesk(server, f"it sends on to {_shown(answer.headers.get('location', 'nowhere'))}")
    if answer.status >= 400:
        raise _failure(answer, server)
    if answer.body and expect is not None and answer.media_type != expect:
        raise NotItdesk(server, f"it sent {_kind(answer.media_type)} where {expect} was expected")
    return answer


def _failure(answer: Answer, server: str) -> ExchangeFailed:
    retry_after = parse_retry_after(answer.headers.get("retry-after", ""), datetime.now(UTC))
    told = _told(answer)
    if told is None and answer.status < 500:
        return NotItdesk(server, f"it sent {_kind(answer.media_type)} with status {answer.status}")
    code, title = told or (
        "server_failed",
        f"The server {server} failed with status {answer.status}. Try again later.",
    )
    return _problem_class(answer.status, code)(
        server, status=answer.status, code=code, title=title, retry_after=retry_after
    )


def _problem_class(status: int, code: str) -> type[Problem]:
    if status == 426 or code in TOO_OLD_CODES:
        return TooOld
    return SignInNeeded if status == 401 else Problem


def _told(answer: Answer) -> tuple[str, str] | None:
    """Return code and sentence of a problem document, None when the body is none."""
    if answer.media_type != PROBLEM_TYPE:
        return None
    try:
        document = json.loads(answer.body)
    except (ValueError, RecursionError):
        return None
    if not isinstance(document, dict):
        return None
    code, title = document.get("code"), document.get("detail") or document.get("title")
    if not isinstance(code, str) or not isinstance(title, str):
        return None
    return _shown(code), _shown(title)


def parse_retry_after(text: str, now: datetime) -> float | None:
    """Return seconds from now, at most a day; None when there is none or it cannot be read."""
    from email.utils import parsedate_to_datetime  # rarely needed, 7 ms

    digits = text.strip()  # more signs go than float() passes over
    if digits.isdecimal():
        seconds = float(digits)
    else:
        try:
            when = parsedate_to_datetime(text)
        except ValueError:
            return None
        seconds = (when.replace(tzinfo=when.tzinfo or UTC) - now).total_seconds()
    return min(max(seconds, 0.0), LONGEST_WAIT_S)


def _kind(media_type: str) -> str:
    if media_type in ("text/html", "application/xhtml+xml"):
        return "a web page"
    return _shown(media_type) if media_type else "something without a type"


def _shown(text: str) -> str:
    """Return foreign text as one printable line of bounded length."""
    printable = "".join(character if character.isprintable() else " " for character in text)
    return printable if len(printable) <= TITLE_CHARS else printable[:TITLE_CHARS] + "…"
