"""Writes the templates by which administrators set policies, all from the one declaration of the settings.

Run as `python installer/policy/make_templates.py FOLDER`; `make policy` writes them where they are kept.
"""

import plistlib
import sys
import tomllib
import uuid
from collections.abc import Iterator
from pathlib import Path
from xml.etree import ElementTree as ET

from itdesk.settings import DECLARATIONS, Declaration, MaySet
from itdesk.workstation.company_registry import POLICIES
from itdesk.workstation.company_settings import BUNDLE

WORDS = tomllib.loads((Path(__file__).parent / "words.toml").read_text("utf-8"))
NAMESPACE = "http://schemas.microsoft.com/GroupPolicy/2006/07/PolicyDefinitions"
LANGUAGES = {"en": "en-US", "pl": "pl-PL"}
LINES = frozenset({"redaction_patterns"})
EXAMPLES = {"server_url": "https://help.example.com"}
HEAD = """\
# What holds for everybody on this computer. Only administrators may change this file.
# Take the # away from a line to decide it; people then see a lock and that it was you.
# It applies when the program starts.
"""


def declared() -> Iterator[Declaration]:
    """Yield the settings about which a company may decide."""
    return (one for one in DECLARATIONS if one.may_set is not MaySet.START)


def definitions() -> ET.Element:
    """Return the .admx: what can be decided and where in the registry it stands."""
    root = ET.Element("policyDefinitions", xmlns=NAMESPACE, revision="1.0", schemaVersion="1.0")
    names = ET.SubElement(root, "policyNamespaces")
    ET.SubElement(names, "target", prefix="itdesk", namespace="itdesk.Policies")
    ET.SubElement(names, "using", prefix="windows", namespace="Microsoft.Policies.Windows")
    ET.SubElement(root, "resources", minRequiredRevision="1.0")
    supported = ET.SubElement(ET.SubElement(root, "supportedOn"), "definitions")
    ET.SubElement(supported, "definition", name="supported", displayName="$(string.supported)")
    categories = ET.SubElement(root, "categories")
    ET.SubElement(categories, "category", name="itdesk", displayName="$(string.program)")
    policies = ET.SubElement(root, "policies")
    for one in declared():
        _define(policies, one)
    return root


def _define(policies: ET.Element, one: Declaration) -> None:
    is_switch = isinstance(one.default, bool)
    attributes = {
        "name": one.name,
        "class": "Both",
        "displayName": f"$(string.{one.name})",
        "explainText": f"$(string.{one.name}_help)",
        "key": POLICIES,
    }
    attributes |= {"valueName": one.name} if is_switch else {"presentation": f"$(presentation.{one.name})"}
    policy = ET.SubElement(policies, "policy", attributes)
    ET.SubElement(policy, "parentCategory", ref="itdesk")
    ET.SubElement(policy, "supportedOn", ref="supported")
    if is_switch:
        ET.SubElement(ET.SubElement(policy, "enabledValue"), "decimal", value="1")
        ET.SubElement(ET.SubElement(policy, "disabledValue"), "decimal", value="0")
        return
    elements = ET.SubElement(policy, "elements")
    kind = "enum" if one.choices else "multiText" if one.name in LINES else "text"
    element = ET.SubElement(elements, kind, id=one.name, valueName=one.name)
    for choice in one.choices:
        item = ET.SubElement(element, "item", displayName=f"$(string.{one.name}_{choice})")
        ET.SubElement(ET.SubElement(item, "value"), "string").text = choice


def words_in(language: str) -> ET.Element:
    """Return the .adml of one language: every word that the editor shows."""
    root = ET.Element("policyDefinitionResources", xmlns=NAMESPACE, revision="1.0", schemaVersion="1.0")
    ET.SubElement(root, "displayName").text = WORDS["texts"]["program"][language]
    ET.SubElement(root, "description").text = WORDS["texts"]["title"][language]
    resources = ET.SubElement(root, "resources")
    strings = ET.SubElement(resources, "stringTable")
    for name in ("program", "supported"):
        ET.SubElement(strings, "string", id=name).text = WORDS["texts"][name][language]
    presentations = ET.SubElement(resources, "presentationTable")
    for one in declared():
        _name(strings, presentations, one, language)
    return root


def _name(strings: ET.Element, presentations: ET.Element, one: Declaration, language: str) -> None:
    name = WORDS[one.name][language]
    ET.SubElement(strings, "string", id=one.name).text = name
    ET.SubElement(strings, "string", id=f"{one.name}_help").text = help_in(one, language)
    for choice in one.choices:
        ET.SubElement(strings, "string", id=f"{one.name}_{choice}").text = choice
    if isinstance(one.default, bool):
        return
    presentation = ET.SubElement(presentations, "presentation", id=one.name)
    if one.choices or one.name in LINES:
        kind = "dropdownList" if one.choices else "multiTextBox"
        ET.SubElement(presentation, kind, refId=one.name).text = name
    else:
        box = ET.SubElement(presentation, "textBox", refId=one.name)
        ET.SubElement(box, "label").text = name


def help_in(one: Declaration, language: str) -> str:
    """Return what a setting means."""
    return one.help if language == "en" else str(WORDS[one.name]["help_pl"])


def example_of(one: Declaration) -> str | bool:
    """Return a value that shows the form: a default, or where that is empty, an example."""
    return (
        one.default if isinstance(one.default, bool) else EXAMPLES.get(one.name) or one.default or one.example
    )


def policy_toml() -> str:
    """Return /etc/itdesk/policy.toml as it comes: every line a comment."""
    lines = [HEAD]
    for one in declared():
        value = example_of(one)
        written = str(value).lower() if isinstance(value, bool) else f'"{value}"'
        lines += [f"# {one.help}", f"# Expected: {one.expected}.", f"# {one.name} = {written}", ""]
    return "\n".join(lines)


def profile() -> bytes:
    """Return the .mobileconfig: a profile that decides the server's address, to be added to."""
    inner = {
        "PayloadType": BUNDLE,
        "PayloadVersion": 1,
        "PayloadIdentifier": f"{BUNDLE}.policy.settings",
        "PayloadUUID": _uuid("settings"),
        "PayloadDisplayName": WORDS["texts"]["title"]["en"],
    }
    inner |= {one.name: example_of(one) for one in declared() if one.name in EXAMPLES}
    outer = {
        "PayloadType": "Configuration",
        "PayloadVersion": 1,
        "PayloadIdentifier": f"{BUNDLE}.policy",
        "PayloadUUID": _uuid("policy"),
        "PayloadDisplayName": WORDS["texts"]["title"]["en"],
        "PayloadScope": "System",
        "PayloadContent": [inner],
    }
    return plistlib.dumps(outer, sort_keys=False)


def _uuid(part: str) -> str:
    return str(uuid.uuid5(uuid.NAMESPACE_DNS, f"{part}.{BUNDLE}")).upper()


def templates() -> dict[str, bytes]:
    """Return every template by its path within the folder."""
    admls = {f"{folder}/itdesk.adml": _xml(words_in(language)) for language, folder in LANGUAGES.items()}
    return {
        "itdesk.admx": _xml(definitions()),
        **admls,
        "itdesk.mobileconfig": profile(),
        "policy.toml": policy_toml().encode(),
    }


def _xml(root: ET.Element) -> bytes:
    ET.indent(root)
    return b'<?xml version="1.0" encoding="utf-8"?>\n' + ET.tostring(root, "unicode").encode() + b"\n"


def main(folder: Path) -> None:
    """Write every template into the folder."""
    for name, content in templates().items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content)


if __name__ == "__main__":
    main(Path(sys.argv[1]))
