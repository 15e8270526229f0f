"""Error answers: `application/problem+json` (RFC 9457) with a stable `code`, whatever went wrong."""

import logging
from collections.abc import Mapping
from dataclasses import dataclass
from http import HTTPStatus
from typing import Any

import msgspec
from litestar import Request, Response
from litestar.exceptions import HTTPException

from itdesk.domain.refusals import Code, Refused
from itdesk.protocol.messages import Problem
from itdesk.protocol.parsing import BadMessage, encode
from itdesk.server.accounts.errors import (
    AccountError,
    EnrolmentOver,
    EnrolmentRefused,
    TooManyAttempts,
    UnknownEnrolment,
)
from itdesk.server.http.requests import RequestCut, request_id, route_of
from itdesk.server.store.files import (
    ChecksumMismatch,
    FileLost,
    FileProblem,
    NotWhole,
    TooManyBytes,
    WrongOffset,
)
from itdesk.server.store.store import StoreUnavailable

logger = logging.getLogger(__name__)

PROBLEM_TYPE = "application/problem+json"
AWAY_FOR_S = 5
AWAY = "The ticket store cannot reach its database right now. Nothing is lost; try again shortly."
STATUS_OF_BAD_MESSAGE = {"bad_shape": 422, "unknown_field": 422, "too_large": 413}
STATUS_OF_REFUSAL = {
    Code.NOT_FOUND: 404,
    Code.NO_DOCUMENT: 404,
    Code.UNKNOWN_KIND: 404,
    Code.NOT_ALLOWED: 403,
    Code.IN_USE: 409,
    Code.CONFLICT: 412,
}
STATUS_OF_ACCOUNT = {
    "wrong_password": 401,
    "bad_code": 403,
    EnrolmentRefused.code: 403,
    EnrolmentOver.code: 403,
    UnknownEnrolment.code: 404,
    "login_taken": 409,
    "set_up_done": 409,
    "has_password": 409,
    "too_many_attempts": 429,
}
CODES = {
    400: ("bad_request", "The request is not formed as expected."),
    404: ("not_found", "There is nothing here that you may see."),
    405: ("method_not_allowed", "This address does not answer this method."),
    413: ("too_large", "The request is larger than is accepted here."),
    415: ("media_type_not_supported", "The request is of a type that is not read here."),
}


@dataclass(frozen=True, kw_only=True)
class Both:
    """Both sides of a conflict, as JSON; nothing where a side has nothing. `version` is theirs."""

    version: int
    theirs: bytes = b""
    yours: bytes = b""


class Failed(Exception):
    """Ends a request with a problem. `code` is stable, `sentence` is for people."""

    def __init__(
        self,
        status: int,
        code: str,
        sentence: str,
        headers: Mapping[str, str] | None = None,
        both: Both | None = None,
    ) -> None:
        super().__init__(sentence)
        self.status = status
        self.code = code
        self.sentence = sentence
        self.headers = dict(headers or {})
        self.both = both


def sign_in_needed() -> Failed:
    """Return the answer to a request without a valid token."""
    return Failed(
        401, "sign_in_needed", "Sign in first: this token is not valid.", {"WWW-Authenticate": "Bearer"}
    )


def not_found() -> Failed:
    """Return the answer for what does not exist, or not for this reader."""
    return Failed(404, *CODES[404])


def answer_failure(request: Request[Any, Any, Any], error: Exception) -> Response[bytes]:
    """Return the problem that tells what went wrong. Every failure of ours is logged with its traceback."""
    failed = _as_failed(error)
    if failed.status >= 500 and failed.code != "busy":  # that is counted: a line each would be more load
        logger.error(
            "%s %s failed with %s (request %s)",
            request.method,
            route_of(request.scope),
            failed.code,
            request_id(request.scope),
            exc_info=None if isinstance(error, Failed) else error,
        )
    return problem_response(failed)


def problem_response(failed: Failed) -> Response[bytes]:
    """Return the answer that carries `failed`."""
    problem = Problem(
        code=failed.code,
        title=HTTPStatus(failed.status).phrase,
        status=failed.status,
        detail=failed.sentence,
    )
    if (both := failed.both) is not None:
        problem = msgspec.structs.replace(
            problem, version=both.version, theirs=_raw(both.theirs), yours=_raw(both.yours)
        )
    return Response(
        encode(problem), status_code=failed.status, media_type=PROBLEM_TYPE, headers=failed.headers
    )


def _raw(body: bytes) -> msgspec.Raw | msgspec.UnsetType:
    return msgspec.Raw(body) if body else msgspec.UNSET


def _as_failed(error: Exception) -> Failed:
    match error:
        case Failed():
            return error
        case BadMessage():
            return Failed(STATUS_OF_BAD_MESSAGE.get(error.code, 400), error.code, str(error))
        case Refused(refusal=refusal):
            return Failed(STATUS_OF_REFUSAL.get(refusal.code, 422), refusal.code, str(error))
        case AccountError():
            return _of_account(error)
        case FileProblem():
            return _of_file(error)
        case RequestCut():
            return Failed(400, "request_cut", "The request ended before it was whole.")
        case StoreUnavailable():
            return Failed(503, "store_unavailable", AWAY, {"Retry-After": str(AWAY_FOR_S)})
        case HTTPException(status_code=status) if status < 500:
            return _of_framework(error)
    return Failed(500, "server_failed", "The server failed. It is logged; try again later.")


def _of_account(error: AccountError) -> Failed:
    headers = {"Retry-After": str(error.wait_s)} if isinstance(error, TooManyAttempts) else {}
    return Failed(STATUS_OF_ACCOUNT.get(error.code, 422), error.code, str(error), headers)


def _of_file(error: FileProblem) -> Failed:
    match error:
        case WrongOffset(offset=offset):
            return Failed(409, "wrong_offset", str(error), {"Upload-Offset": str(offset)})
        case ChecksumMismatch():
            return Failed(422, "checksum_mismatch", str(error), {"Upload-Offset": "0"})
        case TooManyBytes():
            return Failed(413, "too_large", str(error))
        case NotWhole():
            return Failed(409, "file_incomplete", str(error))
        case FileLost():
            return Failed(500, "file_lost", str(error))
    return not_found()


def _of_framework(error: HTTPException) -> Failed:
    code, sentence = CODES.get(error.status_code, ("bad_request", "The request cannot be answered."))
    return Failed(error.status_code, code, sentence, error.headers)
