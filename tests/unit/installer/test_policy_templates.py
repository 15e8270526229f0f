"""The templates by which administrators decide: whole, in both languages, and what the program reads."""

import plistlib
import re
import tomllib
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest

from installer.policy.make_templates import NAMESPACE, WORDS, declared, templates
from itdesk.settings import DECLARATIONS, MaySet, Source, resolve
from itdesk.workstation.company_settings import BUNDLE, read_property_list
from itdesk.workstation.settings_toml import read_layer

KEPT = Path(__file__).parents[3] / "installer" / "policy" / "templates"
IN = f"{{{NAMESPACE}}}"
ADMX = ET.fromstring(templates()["itdesk.admx"])
ADMLS = ["en-US/itdesk.adml", "pl-PL/itdesk.adml"]
NAMES = {one.name for one in declared()}


def test_what_is_kept_is_what_the_declarations_make() -> None:
    kept = {
        str(path.relative_to(KEPT)).replace("\\", "/"): path for path in KEPT.rglob("*") if path.is_file()
    }
    made = templates()
    assert sorted(kept) == sorted(made)
    stale = [name for name, content in made.items() if kept[name].read_bytes() != content]
    assert not stale, f"run `make policy`: {stale}"


def test_every_setting_that_a_company_may_decide_is_in_each_template() -> None:
    assert {policy.attrib["name"] for policy in ADMX.iter(f"{IN}policy")} == NAMES
    named = re.findall(r"(?m)^# ([a-z_]+) = ", templates()["policy.toml"].decode())
    assert set(named) == NAMES
    assert NAMES | {one.name for one in DECLARATIONS if one.may_set is MaySet.START} == {
        one.name for one in DECLARATIONS
    }


@pytest.mark.parametrize("name", ADMLS)
def test_every_word_that_the_editor_asks_for_is_there_and_none_besides(name: str) -> None:
    adml = ET.fromstring(templates()[name])
    asked = {value for each in ADMX.iter() for value in each.attrib.values() if value.startswith("$(")}
    strings = {f"$(string.{one.attrib['id']})" for one in adml.iter(f"{IN}string")}
    shown = {f"$(presentation.{one.attrib['id']})" for one in adml.iter(f"{IN}presentation")}
    assert strings | shown == asked
    assert all((one.text or "").strip() for one in adml.iter(f"{IN}string"))
    for presentation in adml.iter(f"{IN}presentation"):
        (control,) = presentation
        assert control.attrib["refId"] == presentation.attrib["id"]


def test_polish_words_are_polish() -> None:
    polish, english = (
        {one.attrib["id"]: one.text for one in ET.fromstring(templates()[name]).iter(f"{IN}string")}
        for name in ("pl-PL/itdesk.adml", "en-US/itdesk.adml")
    )
    same = {id for id, text in polish.items() if text == english[id] and id.removesuffix("_help") in NAMES}
    assert same <= {"proxy"}
    assert set(WORDS) == NAMES | {"texts"}


def test_each_policy_has_an_element_of_the_kind_that_the_program_reads() -> None:
    for one in declared():
        policy = next(each for each in ADMX.iter(f"{IN}policy") if each.attrib["name"] == one.name)
        switches = policy.findall(f"{IN}enabledValue/{IN}decimal")
        elements = [each for holder in policy.findall(f"{IN}elements") for each in holder]
        assert (len(switches), len(elements)) == ((1, 0) if isinstance(one.default, bool) else (0, 1))
        values = [value.text for value in policy.iter(f"{IN}string")]
        assert tuple(values) == one.choices


def test_the_example_file_says_nothing_until_a_line_is_uncovered(tmp_path: Path) -> None:
    text = templates()["policy.toml"].decode()
    path = tmp_path / "policy.toml"
    path.write_text(text, "utf-8")
    assert read_layer(path, Source.POLICY)[0].values == {}
    uncovered = re.sub(r"(?m)^# ([a-z_]+ = )", r"\1", text)
    assert set(tomllib.loads(uncovered)) == NAMES
    path.write_text(uncovered, "utf-8")
    layer, problems = read_layer(path, Source.POLICY)
    assert resolve([layer], problems).problems == ()


def test_the_profile_is_read_as_management_delivers_it(tmp_path: Path) -> None:
    whole = plistlib.loads(templates()["itdesk.mobileconfig"])
    (payload,) = whole["PayloadContent"]
    assert payload["PayloadType"] == BUNDLE
    delivered = tmp_path / f"{BUNDLE}.plist"
    delivered.write_bytes(plistlib.dumps(payload))
    layer, problems = read_property_list(delivered, Source.POLICY)
    settings = resolve([layer], problems)
    assert (settings.server_url, settings.problems) == ("https://help.example.com", ())
    assert settings.sources["server_url"] is Source.POLICY
