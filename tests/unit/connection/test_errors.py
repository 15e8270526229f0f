"""A failure that was kept in a file is told like the one that happened."""

import pytest

from itdesk.connection.errors import (
    Cause,
    ExchangeFailed,
    NotItdesk,
    Problem,
    SignInNeeded,
    TooOld,
    Unreachable,
    failure_from,
    kept_words,
)

SERVER = "https://help.example.com"
FAILURES: list[ExchangeFailed] = [
    *(Unreachable(SERVER, cause, "because") for cause in Cause),
    NotItdesk(SERVER, "a web page"),
    Problem(SERVER, status=503, code="store_unavailable", title="Later"),
    SignInNeeded(SERVER, status=401, code="sign_in_needed", title="Sign in again"),
    TooOld(SERVER, status=426, code="too_old", title="Too old"),
]


@pytest.mark.parametrize(
    "error", FAILURES, ids=lambda error: f"{type(error).__name__} {kept_words(error)[0]}"
)
def test_what_is_kept_of_a_failure_tells_the_same(error: ExchangeFailed) -> None:
    told = failure_from(error.server, *kept_words(error))
    assert (type(told), told.sentence, told.server) == (type(error), error.sentence, error.server)
    assert kept_words(told) == kept_words(error)
