"""Two documents of facts side by side: every real difference is told, nothing else is."""

import json
from collections.abc import Mapping

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from itdesk.diagnostics.anywhere import disks, memory
from itdesk.diagnostics.anywhere.crashes import crashes_probe
from itdesk.diagnostics.anywhere.software import software_probe
from itdesk.diagnostics.base import Field, Kind, Probe
from itdesk.diagnostics.comparison import LIMITS, Change, Difference, compare, news
from itdesk.diagnostics.declarations import declarations

Document = dict[str, dict[str, object]]

PROBE = Probe(
    name="p",
    why="",
    measure=dict,
    fields=(
        Field(name="text", description=""),
        Field(name="truth", description="", kind=Kind.TRUTH),
        Field(name="number", description="", kind=Kind.NUMBER),
        Field(name="load", description="", kind=Kind.NUMBER, passing=True),
        Field(name="names", description="", kind=Kind.TEXTS),
        Field(
            name="keyed",
            description="",
            kind=Kind.TABLE,
            key="name",
            items=4,
            columns=(
                Field(name="name", description=""),
                Field(name="version", description=""),
                Field(name="size", description="", kind=Kind.NUMBER, passing=True),
            ),
        ),
        Field(
            name="keyless",
            description="",
            kind=Kind.TABLE,
            columns=(Field(name="a", description=""), Field(name="b", description="", kind=Kind.NUMBER)),
        ),
    ),
)


def told(before: Mapping[str, object], after: Mapping[str, object]) -> list[tuple[object, ...]]:
    found = compare({"p": before}, {"p": after}, (PROBE,))
    return [(one.field, one.row, one.column, one.before, one.after, one.what.value) for one in found]


def named(*rows: str) -> dict[str, object]:
    pairs = (row.partition("=") for row in rows)
    return {"keyed": [{"name": name, "version": version} for name, _, version in pairs]}


def test_plain_values() -> None:
    assert told({"text": "a", "number": 1, "truth": True}, {"text": "b", "number": 1.0, "truth": False}) == [
        ("text", "", "", "a", "b", "changed"),
        ("truth", "", "", True, False, "changed"),
    ]
    assert told({"text": ""}, {"text": "b"}) == [("text", "", "", "", "b", "added")]


def test_rows_are_told_apart_by_their_key() -> None:
    assert told(named("word=1", "mail=5"), named("zoom=2", "word=2")) == [
        ("keyed", "mail", "", {"name": "mail", "version": "5"}, None, "removed"),
        ("keyed", "word", "version", "1", "2", "changed"),
        ("keyed", "zoom", "", None, {"name": "zoom", "version": "2"}, "added"),
    ]


def test_rows_that_share_a_key_are_compared_as_wholes() -> None:
    assert told(named("kernel=1"), named("kernel=2", "kernel=1")) == [
        ("keyed", "kernel", "", None, {"name": "kernel", "version": "2"}, "added")
    ]


def test_rows_without_a_key_are_counted() -> None:
    mouse, disk = {"a": "mouse"}, {"a": "disk", "b": 1}
    assert told({"keyless": [mouse, disk]}, {"keyless": [disk, disk, mouse]}) == [
        ("keyless", "", "", None, disk, "added")
    ]
    assert told({"names": ["ssh", "cron"]}, {"names": ["cron", "cups"]}) == [
        ("names", "cups", "", None, "cups", "added"),
        ("names", "ssh", "", "ssh", None, "removed"),
    ]


def test_what_passes_is_no_news() -> None:
    before = {"load": 1, "keyed": [{"name": "a", "size": 1}], "undeclared": 1, "implausible": ["load"]}
    assert told(before, {"load": 99, "keyed": [{"name": "a", "size": 2}], "undeclared": 2}) == []


@pytest.mark.parametrize("unknown", [{}, {"text": None}, {"text": 7}, {"error": "It failed.", "text": "b"}])
def test_what_a_side_does_not_tell_is_no_news(unknown: Mapping[str, object]) -> None:
    assert told({"text": "a", **named("x=1")}, unknown) == []
    assert told(unknown, {"text": "a", **named("x=1")}) == []


def test_a_cut_table_proves_nothing_about_the_rows_that_it_lacks() -> None:
    full = named("a=1", "b=1", "c=1", "d=1")
    assert told(named("a=1", "e=1"), full | {"keyed_count": 9}) == [
        ("keyed", "b", "", None, {"name": "b", "version": "1"}, "added"),
        ("keyed", "c", "", None, {"name": "c", "version": "1"}, "added"),
        ("keyed", "d", "", None, {"name": "d", "version": "1"}, "added"),
    ]
    assert told(full, named("a=2")) == [
        ("keyed", "a", "version", "1", "2", "changed"),
        ("keyed", "b", "", {"name": "b", "version": "1"}, None, "removed"),
        ("keyed", "c", "", {"name": "c", "version": "1"}, None, "removed"),
        ("keyed", "d", "", {"name": "d", "version": "1"}, None, "removed"),
    ]
    assert told(full, named("e=1", "b=1", "c=1", "d=1")) == []


def disk(used: object) -> Document:
    return {
        "disks": {"disks": [{"mount": "/", "file_system": "ext4", "used_percent": used, "free_bytes": 5}]}
    }


@pytest.mark.parametrize(
    ("before", "after", "is_news"),
    [(70, 89.9, False), (89.9, 90, True), (91, 94, False), (94, 97, True), (97, 60, True), ("91", 97, False)],
)
def test_a_disk_that_gets_full_is_news(before: object, after: object, is_news: bool) -> None:
    found = compare(disk(before), disk(after), (disks.PROBE,))
    assert [(one.row, one.column, one.before, one.after, one.what) for one in found] == (
        [("/", "used_percent", before, after, Change.CHANGED)] if is_news else []
    )


def test_memory_that_runs_out_is_news() -> None:
    before, after = ({"memory": {"used_percent": used, "available_bytes": used}} for used in (50.5, 96))
    assert [one.place for one in compare(before, after, (memory.PROBE,))] == [
        ("memory", "used_percent", "", "")
    ]


def test_every_limit_is_a_number_that_passes() -> None:
    for probe, field_name, column in LIMITS:
        field = next(field for field in declarations()[probe].fields if field.name == field_name)
        limited = next((one for one in field.columns if one.name == column), field)
        assert (limited.passing, limited.kind) == (True, Kind.NUMBER)


def test_what_fell_out_of_the_latest_things_is_no_news() -> None:
    probe = crashes_probe(dict)
    old, new = (
        {"crashes": {"crashes": [{"at": at, "program": "word"}]}} for at in ("2026-03-01", "2026-03-02")
    )
    both = compare(old, new, (probe,))
    assert [one.what for one in both] == [Change.REMOVED, Change.ADDED]
    assert news(both) == both[1:]


def test_the_order_is_that_of_the_declarations_and_the_keys() -> None:
    other = software_probe(dict)
    before: Document = {"p": {"text": "a", **named()}, "software": {"programs": []}}
    after: Document = {"software": {"programs": [{"name": "x"}]}, "p": {**named("z=1", "b=1"), "text": "b"}}
    assert [one.place for one in compare(before, after, (other, PROBE))] == [
        ("software", "programs", "x", ""),
        ("p", "text", "", ""),
        ("p", "keyed", "b", ""),
        ("p", "keyed", "z", ""),
    ]


SMALL = st.sampled_from(["a", "b", "", "\ud800"])
NUMBERS = st.sampled_from([0, 1, 1.0, 0.5, -3, 89, 91, 96.5])
ROWS = st.lists(
    st.fixed_dictionaries({}, optional={"name": SMALL, "version": SMALL, "size": NUMBERS, "odd": SMALL}),
    max_size=5,
)
KEYLESS = st.lists(st.fixed_dictionaries({}, optional={"a": SMALL, "b": NUMBERS}), max_size=5)
VALUES = st.fixed_dictionaries(
    {},
    optional={
        "text": SMALL,
        "truth": st.booleans(),
        "number": NUMBERS,
        "load": NUMBERS,
        "names": st.lists(SMALL, max_size=4),
        "keyed": ROWS,
        "keyed_count": st.just(9),
        "keyless": KEYLESS,
        "error": st.nothing() | st.just("It failed."),
    },
)
ANYTHING = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(alphabet=st.characters()),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(), inner, max_size=4),
    max_leaves=12,
)
NAMES = st.sampled_from(
    [field.name for probe in declarations().values() for field in probe.fields] + ["error"]
)
DOCUMENTS = st.dictionaries(
    st.sampled_from(sorted(declarations())),
    ANYTHING | st.dictionaries(NAMES, ANYTHING, max_size=6),
    max_size=6,
)


def mirrored(one: Difference) -> Difference:
    what = {Change.ADDED: Change.REMOVED, Change.REMOVED: Change.ADDED}.get(one.what, one.what)
    return Difference(
        probe=one.probe,
        field=one.field,
        row=one.row,
        column=one.column,
        before=one.after,
        after=one.before,
        what=what,
    )


def is_real(one: Difference, before: Mapping[str, object], after: Mapping[str, object]) -> bool:
    """Whether each side holds what is said of it, by a look at nothing but the documents."""
    if one.field in ("names", "keyed", "keyless"):
        sides = ((one.before, before), (one.after, after))
        return one.before != one.after and all(_holds(one, value, side[one.field]) for value, side in sides)
    return (before[one.field], after[one.field]) == (one.before, one.after)


def _holds(one: Difference, value: object, items: object) -> bool:
    assert isinstance(items, list)
    if one.column:
        return any(row.get("name") == one.row and row.get(one.column, "") == (value or "") for row in items)
    return value is None or value in [_lasting(item) for item in items]


def _lasting(item: object) -> object:
    if not isinstance(item, Mapping):
        return item
    return {key: part for key, part in item.items() if part != "" and key not in ("size", "odd")}


@given(VALUES)
def test_nothing_differs_from_itself(values: dict[str, object]) -> None:
    assert told(values, json.loads(json.dumps(values))) == []


@settings(max_examples=300)
@given(VALUES, VALUES)
def test_every_difference_is_real_and_the_mirror_shows_the_same(
    one: dict[str, object], other: dict[str, object]
) -> None:
    there = compare({"p": one}, {"p": other}, (PROBE,))
    assert compare({"p": other}, {"p": one}, (PROBE,)) == tuple(mirrored(difference) for difference in there)
    assert all(is_real(difference, one, other) for difference in there)
    assert json.loads(json.dumps([one.before for one in there])) == [one.before for one in there]


@given(DOCUMENTS, DOCUMENTS)
def test_documents_that_hold_anything_are_compared_without_a_complaint(
    one: Document, other: Document
) -> None:
    probes = declarations().values()
    assert compare(one, one, probes) == ()
    there, back = compare(one, other, probes), compare(other, one, probes)
    assert [difference.place for difference in there] == [difference.place for difference in back]


def test_a_document_that_is_nested_without_end() -> None:
    nested: object = "x"
    for _ in range(100_000):
        nested = [nested]
    document = {"p": {"text": nested, "names": nested, "keyed": nested, "keyless": [{"a": nested}]}}
    assert compare(document, {"p": {"text": "a", **named("x=1")}}, (PROBE,)) == compare(
        {"p": {"keyed": []}}, {"p": named("x=1")}, (PROBE,)
    )
