"""What is declared is the same on every platform, whole, and published."""

import ast
import json
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from itdesk.diagnostics.__main__ import schema_text
from itdesk.diagnostics.base import Kind, Probe, Tier, every_field
from itdesk.diagnostics.declarations import declarations
from itdesk.diagnostics.probes import every_probe
from itdesk.diagnostics.reasons import REASONS, WAY_REASONS
from itdesk.domain.audience import Audience

ROOT = Path(__file__).parents[3]
SOURCES = sorted((ROOT / "src" / "itdesk" / "diagnostics").rglob("*.py"))
HANDED_IN = {"displays", "changes", "server", "checks"}
"""What no platform is asked: the desktop, the history, the server and the checks say it."""
PROBES = tuple(declarations().values())


def called(value: object) -> str:
    return value.name if isinstance(value, Probe) else str(value)


@pytest.mark.parametrize("platform", ["linux", "win32", "darwin"])
def test_every_platform_asks_what_is_declared(platform: str) -> None:
    asked = {probe.name: probe for probe in every_probe("", platform)}
    assert set(asked) == set(declarations()) - HANDED_IN
    for name, probe in asked.items():
        declared = declarations()[name]
        assert (probe.fields, probe.why, probe.tier) == (declared.fields, declared.why, declared.tier)


@pytest.mark.parametrize("probe", PROBES, ids=called)
def test_every_probe_says_why_it_is_asked_and_who_sees_it(probe: Probe) -> None:
    assert re.fullmatch(r"[A-Z].*\.", probe.why)
    assert probe.audience is Audience.REQUESTER
    assert probe.tier in Tier
    assert probe.limit_s > 0


@pytest.mark.parametrize("probe", PROBES, ids=called)
def test_every_field_is_described(probe: Probe) -> None:
    names = [field.name for field in probe.fields]
    assert len(set(names)) == len(names)
    for field in every_field(probe.fields):
        assert re.fullmatch(r"[a-z0-9_]+", field.name), field
        assert re.fullmatch(r"[A-Z].*[^.]", field.description), field
        assert bool(field.columns) == (field.kind is Kind.TABLE), field
        assert not field.key or field.key in {column.name for column in field.columns}
        assert not field.unit or field.kind is Kind.NUMBER, field


def test_names_and_unit_of_what_is_measured_agree() -> None:
    units = {
        "_bytes": "B",
        "_percent": "%",
        "_ms": "ms",
        "_mbps": "Mbit/s",
        "_px": "px",
        "_hz": "Hz",
        "_s": "s",
    }
    strays = [
        (probe.name, field.name, field.unit)
        for probe in PROBES
        for field in every_field(probe.fields)
        for ending, unit in units.items()
        if field.kind is Kind.NUMBER and field.name.endswith(ending) and field.unit != unit
    ]
    assert strays == []


def test_the_published_schema_is_that_of_the_declarations() -> None:
    published = (ROOT / "docs" / "diagnostics.schema.json").read_text("utf-8")
    assert published == schema_text(), "run: make schema"
    facts = json.loads(published)["properties"]["facts"]["properties"]
    assert set(facts) == set(declarations())


def _raised_reasons() -> Iterator[tuple[str, str]]:
    """Return every sentence that the sources raise as NotAvailable, places for values as {}, and where."""
    for path in SOURCES:
        tree = ast.parse(path.read_text("utf-8"))
        for node in ast.walk(tree):
            name = getattr(node, "func", None)
            if isinstance(node, ast.Call) and isinstance(name, ast.Name) and name.id == "NotAvailable":
                where = f"{path.relative_to(ROOT)}:{node.lineno}"
                yield from ((sentence, where) for sentence in _sentences(node.args[0]))


def _sentences(node: ast.expr) -> Iterator[str]:
    if isinstance(node, ast.Constant):
        yield str(node.value)
    elif isinstance(node, ast.JoinedStr):
        pieces = (str(one.value) if isinstance(one, ast.Constant) else "{}" for one in node.values)
        yield "".join(pieces)
    elif isinstance(node, ast.IfExp):
        yield from _sentences(node.body)
        yield from _sentences(node.orelse)


def test_every_reason_can_be_translated() -> None:
    known = {re.sub(r"\{\w+\}", "{}", reason) for reason in REASONS}
    raised = dict(_raised_reasons())
    assert len(raised) > 30
    assert {sentence: where for sentence, where in raised.items() if sentence not in known} == {}


@pytest.mark.parametrize("reason", WAY_REASONS)
def test_every_reason_of_the_way_is_one_that_the_connection_says(reason: str) -> None:
    sources = [path.read_text("utf-8") for path in (ROOT / "src" / "itdesk" / "connection").glob("*.py")]
    fixed = max(re.split(r"\{\w+\}", reason), key=len)
    assert any(fixed in source for source in sources)


@pytest.mark.parametrize("reason", REASONS)
def test_every_reason_is_a_sentence(reason: str) -> None:
    assert re.fullmatch(r"[A-Z].*\.", reason)
