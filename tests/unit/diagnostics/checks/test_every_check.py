"""What holds for every check, whatever the facts say."""

import json
import re
from collections.abc import Mapping

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from itdesk.connection.outcome import Outcome
from itdesk.diagnostics.anywhere import checks as declaration
from itdesk.diagnostics.bounds import bounded
from itdesk.diagnostics.checks import CHECKS, Finding, findings_fact, run_checks
from itdesk.diagnostics.checks.step_names import CHECK_NAMES, STEP_NAMES
from itdesk.diagnostics.checks.verdicts import VERDICTS
from tests.unit.diagnostics.checks.documents import (
    FIELDS,
    HEALTHY,
    MICROPHONE,
    PRINTER,
    SPEAKER,
    WAY,
    documents,
    hostile,
    unreached,
)

CALM = ("fine", "partly", "unknown")
every_check = pytest.mark.parametrize("name", sorted(CHECKS))
Change = Mapping[str, Mapping[str, object]]


def calm(finding: Finding) -> bool:
    return finding.verdict.partition(".")[2] in CALM


def outcomes(finding: Finding) -> set[str]:
    return {step.outcome for step in finding.steps}


def look(name: str, facts: Mapping[str, object]) -> Finding:
    (finding,) = run_checks([name], facts)
    return finding


def check_rules(finding: Finding) -> None:
    """Assert what holds for each finding."""
    said = outcomes(finding)
    assert finding.verdict in VERDICTS
    assert finding.verdict.startswith(f"{finding.check}.")
    assert {step.name for step in finding.steps} <= STEP_NAMES.keys()
    assert len({step.name for step in finding.steps}) == len(finding.steps)
    assert calm(finding) == (Outcome.FAILED not in said)
    assert not (finding.is_fault and calm(finding))
    if finding.verdict.endswith(".fine"):
        assert said <= {Outcome.PASSED, Outcome.SKIPPED}
        assert Outcome.PASSED in said
    if finding.verdict.endswith(".unknown"):
        assert Outcome.PASSED not in said
    if "{subject}" in VERDICTS[finding.verdict].sentence:
        assert finding.subject
    for line in (finding.subject, *(step.detail for step in finding.steps)):
        assert len(line) <= 256
        assert not line or line.isprintable()
    assert all(step.ms is None or step.ms >= 0 for step in finding.steps)


@given(facts=documents())
def test_any_computer_gets_findings_that_hold(facts: dict[str, object]) -> None:
    for name in CHECKS:
        check_rules(look(name, facts))


@settings(max_examples=200)
@given(facts=hostile())
def test_any_document_gets_findings_that_hold(facts: dict[str, object]) -> None:
    for name in CHECKS:
        check_rules(look(name, facts))


@every_check
def test_a_healthy_computer_is_fine(name: str) -> None:
    finding = look(name, HEALTHY)
    assert (finding.verdict, finding.is_fault, finding.subject) == (f"{name}.fine", False, "")


@every_check
@pytest.mark.parametrize("told", [{}, {"error": "It did not answer in time."}, None, [], "x", 7])
def test_where_nothing_is_known_nothing_is_claimed(name: str, told: object) -> None:
    finding = look(name, dict.fromkeys(FIELDS, told))
    assert (finding.verdict, finding.is_fault) == (f"{name}.unknown", False)
    assert outcomes(finding) == {Outcome.UNKNOWN}
    assert look(name, {}) == finding


NOT_NEEDED = {"adapters", "wireless", "gateway"}
"""The network speaks for itself when the server was reached."""
KNOWN_BESIDE = {("network", "network"), ("vpn", "vpn")}
"""Adapters and router are facts of their own; that a VPN is up is a fact of the network too."""


@pytest.mark.parametrize(
    ("name", "probe"),
    [(check.name, probe) for check in CHECKS.values() for probe in check.probes if probe not in NOT_NEEDED],
)
def test_without_one_of_its_probes_a_check_gives_no_all_clear(name: str, probe: str) -> None:
    told = {**HEALTHY, probe: {"error": "It did not answer in time."}}
    finding = look(name, told)
    if (name, probe) in KNOWN_BESIDE:
        assert finding.verdict == f"{name}.fine"
    else:
        assert finding.verdict in {f"{name}.partly", f"{name}.unknown"}


def disk(percent: float) -> Change:
    return {
        "disks": {"disks": [{"mount": "/", "used_percent": 1.0}, {"mount": "/home", "used_percent": percent}]}
    }


def device(**values: object) -> Change:
    return {"disk_health": {"disks": [{"name": "sda", "model": "WD", "health": "ok", **values}]}}


def memory(**values: object) -> Change:
    return {"memory": {**HEALTHY["memory"], **values}}


def printer(**values: object) -> Change:
    return {"printers": {**HEALTHY["printers"], "printers": [{**PRINTER, **values}]}}


def sound(**values: object) -> Change:
    return {"sound": {**HEALTHY["sound"], **values}}


def server(step: str, cause: str) -> Change:
    return {"server": unreached(step, cause)}


GIB = 2**30
OFF = {"adapters": [{"name": "lo", "up": True}, {"name": "eth0", "up": False}]}
BY_ITSELF = {"connected": False, "ipv4": ["169.254.1.2"], "ipv6": ["fe80::1%eth0"]}
LOST = unreached("dns", "name")
FAILURES: list[tuple[str, Change, str, bool, str]] = [
    (
        "network.no_adapter",
        {"adapters": OFF, "server": LOST, "network": {"connected": False}},
        "adapter",
        True,
        "",
    ),
    ("network.wifi_off", {"adapters": OFF, "wireless": {"switched_off": True}}, "adapter", True, ""),
    ("network.self_assigned", {"network": BY_ITSELF, "server": LOST}, "address", True, ""),
    (
        "network.no_address",
        {"network": {"connected": False, "ipv6": ["fe80::1"]}, "server": LOST},
        "address",
        True,
        "",
    ),
    (
        "network.no_router",
        {"network": {"connected": False}, "gateway": {}, "server": LOST},
        "gateway",
        True,
        "",
    ),
    (
        "network.router_silent",
        {"gateway": {"address": "10.0.0.1", "answered": False}},
        "gateway",
        False,
        "10.0.0.1",
    ),
    (
        "network.router_silent",
        {"gateway": {"address": "10.0.0.1", "answered": False}, "server": LOST},
        "gateway",
        True,
        "10.0.0.1",
    ),
    ("network.name_unknown", server("dns", "name"), "dns", True, ""),
    ("network.names_silent", server("dns", "timeout"), "dns", True, ""),
    ("network.proxy_unreachable", server("dns", "proxy"), "dns", True, ""),
    ("network.proxy_unreachable", server("tcp", "proxy"), "tcp", True, ""),
    ("network.server_refused", server("tcp", "refused"), "tcp", True, ""),
    ("network.server_silent", server("tcp", "timeout"), "tcp", True, ""),
    ("network.proxy_refuses", server("proxy", "proxy"), "proxy", True, ""),
    ("network.proxy_refuses", server("proxy", "timeout"), "proxy", True, ""),
    ("network.proxy_login", server("proxy", "proxy_login"), "proxy", True, ""),
    ("network.not_safe", server("tls", "tls"), "tls", True, ""),
    ("network.broken_off", server("tls", "broken"), "tls", True, ""),
    ("network.not_itdesk", server("server", "answer"), "server", True, ""),
    ("network.server_fails", server("server", "problem"), "server", True, ""),
    ("network.server_unreached", server("server", ""), "server", True, ""),
    (
        "network.portal",
        {**server("tls", "tls"), "network": {**HEALTHY["network"], "level": "portal"}},
        "tls",
        True,
        "",
    ),
    ("vpn.no_network", {"network": {"connected": False}}, "network", True, ""),
    (
        "vpn.none",
        {"network": {"connected": True, "vpn": False}, "vpn": {"connections": []}},
        "set_up",
        True,
        "",
    ),
    (
        "vpn.disconnected",
        {"network": {"connected": True}, "vpn": {"connections": [{"name": "A", "state": "disconnected"}]}},
        "connected",
        True,
        "",
    ),
    ("vpn.disconnected", {"network": {"connected": True, "vpn": False}, "vpn": {}}, "connected", True, ""),
    (
        "vpn.connecting",
        {"network": {"connected": True}, "vpn": {"connections": [{"name": "A", "state": "connecting"}]}},
        "connected",
        False,
        "",
    ),
    ("vpn.server_unreached", server("tcp", "timeout"), "server", True, ""),
    ("printing.service_stopped", {"printers": {"service": "stopped"}}, "service", True, ""),
    ("printing.no_printer", {"printers": {"service": "running", "printers": []}}, "exists", True, ""),
    ("printing.only_virtual", printer(port="virtual"), "exists", True, ""),
    (
        "printing.no_default",
        {"printers": {"service": "running", "printers": [PRINTER]}},
        "default",
        False,
        "",
    ),
    (
        "printing.default_missing",
        {"printers": {"service": "running", "printers": [PRINTER], "default": "Old"}},
        "default",
        False,
        "Old",
    ),
    ("printing.queue_stopped", printer(state="stopped"), "state", True, "HP"),
    ("printing.offline", printer(state="offline"), "state", True, "HP"),
    ("printing.printer_error", printer(state="error", reason="paper jam"), "state", True, "HP"),
    ("printing.documents_wait", printer(waiting=2), "queue", True, "HP"),
    ("disk.full", disk(95), "space", True, "/home"),
    ("disk.nearly_full", disk(94.9), "space", False, "/home"),
    ("disk.nearly_full", disk(90), "space", False, "/home"),
    ("disk.failing", device(health="failing"), "health", True, "WD"),
    ("disk.warns", device(health="warning"), "health", True, "WD"),
    ("disk.worn", device(wear_percent=100), "health", False, "WD"),
    ("disk.sectors_replaced", device(reallocated=3), "errors", False, "WD"),
    ("disk.unreadable", {"disks": {"disks": [{"mount": "D:", "error": "I/O error"}]}}, "errors", False, "D:"),
    ("memory.full_by", memory(used_percent=95), "memory", True, "firefox"),
    ("memory.full", {**memory(used_percent=99), "busiest": {}}, "memory", True, ""),
    ("memory.tight_by", memory(used_percent=85), "memory", False, "firefox"),
    ("memory.tight", {**memory(used_percent=94), "busiest": {"error": "no"}}, "memory", False, ""),
    ("memory.swapping", memory(swap_used_bytes=GIB // 2), "swap", False, ""),
    ("memory.swapping", memory(swap_used_bytes=GIB, used_percent=90), "swap", True, ""),
    (
        "memory.one_program",
        {**memory(), "busiest": {"by_memory": [{"name": "x", "bytes": 4 * GIB}]}},
        "busiest",
        False,
        "x",
    ),
    (
        "memory.long_uptime",
        {"boot": {"uptime_s": 14 * 86_400, "pending_restart": False}},
        "uptime",
        False,
        "",
    ),
    ("memory.restart_waits", {"boot": {"uptime_s": 5, "pending_restart": True}}, "restart", False, ""),
    ("sound.service_stopped", sound(service="stopped"), "service", True, ""),
    ("sound.no_output", sound(outputs=[]), "output", True, ""),
    (
        "sound.no_default_output",
        sound(outputs=[{**SPEAKER, "is_default": False}]),
        "output_default",
        False,
        "",
    ),
    ("sound.output_muted", sound(outputs=[{**SPEAKER, "muted": True}]), "output_muted", True, "Speakers"),
    (
        "sound.output_quiet",
        sound(outputs=[{**SPEAKER, "volume_percent": 5}]),
        "output_volume",
        True,
        "Speakers",
    ),
    ("sound.no_input", sound(inputs=[]), "input", False, ""),
    (
        "sound.no_default_input",
        sound(inputs=[{**MICROPHONE, "is_default": False}]),
        "input_default",
        False,
        "",
    ),
    ("sound.input_muted", sound(inputs=[{**MICROPHONE, "muted": True}]), "input_muted", True, "Headset"),
    (
        "sound.input_quiet",
        sound(inputs=[{**MICROPHONE, "volume_percent": 0}]),
        "input_volume",
        True,
        "Headset",
    ),
    ("sound.input_blocked", sound(microphone_allowed=False), "input_allowed", True, ""),
    ("camera.none", sound(cameras=[]), "present", True, ""),
    ("camera.blocked", sound(camera_allowed=False), "allowed", True, ""),
    ("camera.in_use", sound(cameras=[{"name": "Webcam", "in_use": True}]), "free", False, "Webcam"),
]
each_failure = pytest.mark.parametrize("case", FAILURES, ids=lambda case: f"{case[0]} at {case[2]}")


@each_failure
def test_each_failure_has_its_verdict(case: tuple[str, Change, str, bool, str]) -> None:
    verdict, change, step, is_fault, subject = case
    finding = look(verdict.partition(".")[0], {**HEALTHY, **change})
    assert (finding.verdict, finding.is_fault, finding.subject) == (verdict, is_fault, subject)
    assert step in {one.name for one in finding.steps if one.outcome is Outcome.FAILED}


@settings(max_examples=300)
@given(case=st.sampled_from(FAILURES), facts=documents() | hostile())
def test_a_failure_is_never_cleared_whatever_else_is_told(
    case: tuple[str, Change, str, bool, str], facts: dict[str, object]
) -> None:
    verdict, change, *_ = case
    assert not calm(look(verdict.partition(".")[0], {**facts, **change}))


def test_every_verdict_is_reached_by_some_facts() -> None:
    shown = {verdict for verdict, *_ in FAILURES}
    always = {f"{name}.{word}" for name in CHECKS for word in CALM}
    assert shown | always == VERDICTS.keys()


@pytest.mark.parametrize("code", sorted(VERDICTS))
def test_a_verdict_is_one_plain_sentence_with_an_advice(code: str) -> None:
    verdict = VERDICTS[code]
    for text in (verdict.sentence, verdict.advice):
        assert text[0].isupper() or text.startswith("{subject}")
        assert re.fullmatch(r"[^.!?]+\.", text)
        assert len(text) <= 110
        assert set(re.findall(r"\{(.*?)\}", text)) <= {"subject"}
    assert "{" not in verdict.advice


def test_every_check_and_step_has_a_name() -> None:
    assert CHECK_NAMES.keys() == CHECKS.keys()
    steps = {step.name for name in CHECKS for step in look(name, {}).steps}
    assert STEP_NAMES.keys() == steps
    assert all(check.name == name for name, check in CHECKS.items())
    assert {probe for check in CHECKS.values() for probe in check.probes} == FIELDS.keys()


def test_checks_are_made_in_their_order_once_and_unknown_ones_not() -> None:
    found = run_checks(["camera", "newer", "disk", "camera"], HEALTHY)
    assert [finding.check for finding in found] == ["camera", "disk"]
    assert run_checks([], HEALTHY) == ()


def test_what_was_found_is_a_fact() -> None:
    fact = findings_fact(
        run_checks(["printing", "vpn"], {**HEALTHY, **printer(state="stopped", reason="no toner")})
    )
    assert fact["findings"] == [
        {"check": "printing", "verdict": "printing.queue_stopped", "subject": "HP", "is_fault": True},
        {"check": "vpn", "verdict": "vpn.fine", "is_fault": False},
    ]
    steps = fact["steps"]
    assert isinstance(steps, list)
    assert {"check": "printing", "name": "state", "outcome": "failed", "detail": "no toner"} in steps
    assert len(steps) == 9


@given(facts=documents() | hostile())
def test_the_fact_is_whole_and_can_be_stored(facts: dict[str, object]) -> None:
    fact = findings_fact(run_checks(CHECKS, facts))
    assert json.loads(json.dumps(fact, allow_nan=False)) == fact
    assert bounded(fact, declaration.FIELDS) == fact
    assert not [name for name in fact if name.endswith("_count") or name == "implausible"]


def test_the_way_to_the_server_is_told_with_its_times() -> None:
    steps = {step.name: step for step in look("network", HEALTHY).steps}
    assert (steps["dns"].detail, steps["dns"].ms) == ("192.0.2.7", 3)
    assert [step["name"] for step in WAY] == [*steps][3:]
    broken = look("network", {**HEALTHY, **server("tcp", "timeout")}).steps
    assert [step.outcome for step in broken[3:]] == ["passed", "failed", "skipped", "skipped", "skipped"]
    first = {"reached": False, "failed_at": "proxy", "steps": [{"name": "proxy", "outcome": "failed"}]}
    early = look("network", {**HEALTHY, "server": first})
    assert (early.verdict, early.steps[3].name) == ("network.proxy_refuses", "proxy")
