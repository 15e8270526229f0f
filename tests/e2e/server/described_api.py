"""Every operation of the OpenAPI document, asked as it says and otherwise: each answer is as it says.

schemathesis makes the requests out of the document, so a new route is asked by itself. The same are made at
every run; ITDESK_API_SEED=NUMBER makes others.
"""

import os
from collections import Counter
from collections.abc import Iterator, Sequence
from enum import StrEnum
from typing import Any

import schemathesis
from hypothesis import HealthCheck, Phase, given, seed, settings
from hypothesis import strategies as some
from hypothesis.errors import Unsatisfiable
from schemathesis.checks import not_a_server_error
from schemathesis.core.failures import Failure, FailureGroup
from schemathesis.generation import GenerationMode
from schemathesis.specs.openapi.checks import (
    content_type_conformance,
    negative_data_rejection,
    response_headers_conformance,
    response_schema_conformance,
    status_code_conformance,
)

from tests.e2e.server.conftest import PASSWORD
from tests.e2e.server.server_process import Visitor, report

SEED = int(os.environ.get("ITDESK_API_SEED", "7"))
NOT_ASKED = {"/v1/live", "/v1/sign-out"}
"""A stream has no end; the other ends the token with which all the rest is asked."""
CHECKS = [
    not_a_server_error,
    status_code_conformance,
    content_type_conformance,
    response_headers_conformance,
    response_schema_conformance,
    negative_data_rejection,
]
"""Not that all good data is taken: which ids exist, and which version is meant, no schema says."""
OF_A_DOCUMENT, OF_ANOTHER = 2, 6
"""So many requests of each sort: every kind of document has the same routes."""
ROLES = ("adam", "tomek", "anna", None)
REAL_IDS = ("printing", "IT-1", "1", "0" * 32)
TAGS = ('"1"', "*", '"0"')


MODES = (GenerationMode.POSITIVE, GenerationMode.NEGATIVE)
LEAST = {GenerationMode.POSITIVE: {200, 401, 404}, GenerationMode.NEGATIVE: {400, 401}}
"""Without these something is wrong with the questions."""


class Part(StrEnum):
    """Which operations: every kind of document has the same routes."""

    DOCUMENTS = "documents"
    OTHERS = "others"


class Asker:
    """Asks a server everything that it describes, as an admin, a technician, an employee and nobody."""

    def __init__(self, url: str) -> None:
        stranger = Visitor(url)
        signed_in = {login: stranger.sign_in(login, PASSWORD) for login in ROLES if login}
        signed_in["anna"].sync(report())
        self._url = url
        self._headers: dict[str | None, dict[str, str]] = {
            login: one.signed() for login, one in signed_in.items()
        } | {None: {}}
        self._document = stranger.ask("GET", "/v1/openapi.json").json
        self._statuses: Counter[int] = Counter()
        self._faults: list[str] = []
        for visitor in (stranger, *signed_in.values()):
            visitor.close()

    def check(self, mode: GenerationMode, part: Part) -> None:
        """Ask a part of the operations, and fail with all that did not hold."""
        print(f"ITDESK_API_SEED={SEED}")
        self._statuses.clear()
        self._faults.clear()
        for operation in self._operations(part):
            self._ask_some(operation, mode)
        assert not self._faults, "\n\n".join(self._faults)
        assert LEAST[mode] <= self._statuses.keys(), self._statuses

    def _operations(self, part: Part) -> Iterator[Any]:
        for found in schemathesis.openapi.from_dict(self._document).get_all_operations():
            operation = found.ok()
            is_of_documents = operation.path.startswith("/v1/documents/")
            if operation.path not in NOT_ASKED and is_of_documents == (part is Part.DOCUMENTS):
                yield operation

    def _ask_some(self, operation: Any, mode: GenerationMode) -> None:
        few = OF_A_DOCUMENT if operation.path.startswith("/v1/documents/") else OF_ANOTHER

        @seed(SEED)
        @settings(
            max_examples=few,
            deadline=None,
            database=None,
            phases=[Phase.generate],
            suppress_health_check=list(HealthCheck),
        )
        @given(
            case=operation.as_strategy(generation_mode=mode),
            role=some.sampled_from(ROLES),
            real=some.sampled_from((*REAL_IDS, None)),
            tag=some.sampled_from(TAGS),
        )
        def ask(case: Any, role: str | None, real: str | None, tag: str) -> None:
            if mode is GenerationMode.POSITIVE and real is not None:
                _make_real(case, real, tag)
            self._ask(case, role)

        try:
            ask()
        except Unsatisfiable:  # what takes nothing cannot be given anything wrong
            assert mode is GenerationMode.NEGATIVE

    def _ask(self, case: Any, role: str | None) -> None:
        response = case.call(base_url=self._url, headers=self._headers[role], timeout=30)
        self._statuses[response.status_code] += 1
        try:
            case.validate_response(response, checks=CHECKS)
        except (Failure, FailureGroup) as failure:
            self._faults.append(
                f"{case.operation.label} as {role}: {_told(failure)}\n{case.as_curl_command()}"
            )


def _make_real(case: Any, id: str, tag: str) -> None:
    """Let a good request be about something that there is: what is asked goes deeper then."""
    for name in case.path_parameters or {}:
        case.path_parameters[name] = id
    if isinstance(case.body, dict) and "id" in case.body:
        case.body["id"] = id
    if case.method in ("PUT", "DELETE"):
        case.headers["If-Match"] = tag


def _told(failure: Failure | FailureGroup) -> str:
    inner: Sequence[Any] = failure.exceptions if isinstance(failure, FailureGroup) else [failure]
    return "; ".join(f"{one.title}: {one.message}" for one in inner)
