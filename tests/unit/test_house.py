"""The rules of the house that no other tool keeps. CONTRIBUTING.md says why they are rules."""

import ast
import re
import subprocess
import tomllib
from collections.abc import Iterator
from pathlib import Path, PurePosixPath

import pytest

ROOT = Path(__file__).parents[2]
SOURCE = ROOT / "src" / "itdesk"
MODULES = sorted(SOURCE.rglob("*.py"))
MOST_LINES = 400
NAMES_THAT_SAY_NOTHING = re.compile(r"(^|_)(utils?|helpers?|managers?|common|misc|stuff)$")
COLOUR = re.compile(r"#(?:[0-9a-fA-F]{8}|[0-9a-fA-F]{6}|[0-9a-fA-F]{3})\b")
COLOURS_ARE_DECLARED_IN = SOURCE / "ui" / "tokens.py"


def _called(path: Path) -> str:
    return path.relative_to(ROOT).as_posix()


def _declared() -> dict[str, object]:
    return tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))


def _tracked_files(folder: str) -> list[str]:
    listing = subprocess.run(
        ["git", "ls-files", folder], cwd=ROOT, capture_output=True, text=True, check=True, timeout=30
    )
    return listing.stdout.splitlines()


def _strings(tree: ast.AST) -> Iterator[tuple[int, str]]:
    for node in ast.walk(tree):
        if isinstance(node, ast.Constant) and isinstance(node.value, str):
            yield node.lineno, node.value


def test_the_rules_have_something_to_look_at() -> None:
    assert len(MODULES) > 10


@pytest.mark.parametrize("module", MODULES, ids=_called)
def test_a_file_holds_one_thing(module: Path) -> None:
    lines = len(module.read_text("utf-8").splitlines())
    assert lines <= MOST_LINES, f"{_called(module)} has {lines} lines: which two things does it hold?"


@pytest.mark.parametrize("module", MODULES, ids=_called)
def test_a_file_is_named_after_what_it_holds(module: Path) -> None:
    parts = module.relative_to(SOURCE).with_suffix("").parts
    assert not [part for part in parts if NAMES_THAT_SAY_NOTHING.search(part)]


@pytest.mark.parametrize("module", MODULES, ids=_called)
def test_every_module_says_what_it_is(module: Path) -> None:
    assert ast.get_docstring(ast.parse(module.read_text("utf-8"))), f"{_called(module)} has no docstring"


def test_every_folder_of_the_source_is_a_package() -> None:
    folders = {module.parent for module in MODULES}
    assert not [_called(folder) for folder in folders if not (folder / "__init__.py").exists()]


@pytest.mark.parametrize("module", sorted(set(MODULES) - {COLOURS_ARE_DECLARED_IN}), ids=_called)
def test_colours_are_declared_in_one_place(module: Path) -> None:
    strings = _strings(ast.parse(module.read_text("utf-8")))
    assert not [f"line {line}: {text}" for line, text in strings if COLOUR.search(text)]


def test_every_file_of_the_resources_is_packaged() -> None:
    tool = _declared()["tool"]
    assert isinstance(tool, dict)
    packaged = {PurePosixPath(glob).suffix for glob in tool["setuptools"]["package-data"]["itdesk.resources"]}
    build_inputs = {".py", ".ts"}  # the module itself, and what .qm files are made from
    shipped = [PurePosixPath(name) for name in _tracked_files("resources")]
    assert not [str(path) for path in shipped if path.suffix not in packaged | build_inputs]


def test_the_lock_names_no_place_to_fetch_from() -> None:
    lock = (ROOT / "requirements.txt").read_text("utf-8")
    assert not re.findall(r"https?:|file:|--(?:extra-)?index-url|--find-links|^/|@ ", lock, re.MULTILINE)


def test_every_package_of_the_lock_has_a_hash() -> None:
    lock = (ROOT / "requirements.txt").read_text("utf-8")
    packages = re.split(r"^(?=[A-Za-z0-9])", lock, flags=re.MULTILINE)[1:]
    assert packages
    assert not [text.split()[0] for text in packages if "--hash=sha256:" not in text]


def test_the_lock_holds_all_that_is_declared() -> None:
    project = _declared()["project"]
    assert isinstance(project, dict)
    extras = project["optional-dependencies"].values()
    asked = [*project["dependencies"], *(requirement for extra in extras for requirement in extra)]
    names = {re.split(r"[^\w.-]", requirement, maxsplit=1)[0].lower() for requirement in asked}
    lock = (ROOT / "requirements.txt").read_text("utf-8")
    assert names <= {name.lower() for name in re.findall(r"^([\w.-]+)==", lock, re.MULTILINE)}


@pytest.mark.parametrize("page", ["README.md", "CONTRIBUTING.md"])
def test_the_commands_that_a_page_names_exist(page: str) -> None:
    targets = set(re.findall(r"^([a-z-]+):", (ROOT / "Makefile").read_text("utf-8"), re.MULTILINE))
    named = set(re.findall(r"\bmake ([a-z-]+)", (ROOT / page).read_text("utf-8")))
    assert named
    assert named <= targets


@pytest.mark.parametrize("page", ["README.md", "CONTRIBUTING.md", "CHANGELOG.md"])
def test_the_pages_that_a_page_links_to_exist(page: str) -> None:
    links = re.findall(r"\]\((?!https?:|#)([^)#]+)", (ROOT / page).read_text("utf-8"))
    assert not [link for link in links if not (ROOT / link).exists()]


def test_make_demo_passes_its_arguments_on() -> None:
    recipe = re.search(r"^demo:.*\n((?:\t.*\n)+)", (ROOT / "Makefile").read_text("utf-8"), re.MULTILINE)
    assert recipe is not None
    assert recipe[1] == "\t$(BIN)/itdesk demo $(ARGS)\n"
