"""What the diagnostics never read, on any platform, by what stands in their source."""

import ast
import re
from collections.abc import Collection, Iterator
from pathlib import Path
from typing import TypeGuard

import pytest

import itdesk.diagnostics

FOLDER = Path(itdesk.diagnostics.__file__).parent
MODULES = sorted(FOLDER.rglob("*.py"))
ALLOWED_VARIABLES = {
    # the session: its kind, desktop and language
    *("DISPLAY", "WAYLAND_DISPLAY", "XDG_SESSION_TYPE", "XDG_CURRENT_DESKTOP", "SSH_CONNECTION"),
    *("LC_ALL", "LC_MESSAGES", "LANG"),
    # what xprop and pactl need in order to be heard
    *("XAUTHORITY", "HOME", "XDG_RUNTIME_DIR"),
    # where Windows keeps its own files and those of programs
    *("SYSTEMROOT", "SYSTEMDRIVE", "PROGRAMDATA", "APPDATA", "LOCALAPPDATA"),
}
ENVIRONMENTS = {"os.environ", "environment"}
TRUSTED = {"session_kind", "ask_tool", "ask_json"}
"""Functions of other modules that are handed an environment, which they do not tell."""
OWN = (
    "def read(environment=None):\n    environment = os.environ if environment is None else environment\n    "
)
READERS = {"cmdline", "environ", "environb", "getenv", "getenvb", "expandvars", "as_dict"}
"""Whatever they are called on: psutil's processes tell command lines and environments by such names."""
FORBIDDEN_WORDS = re.compile(
    r"""(?ix)
    \bcmdline\b | /environ\b | \bcommand_?line\b
    | clipboard | \bpbpaste\b | \bxclip\b | \bxsel\b | \bwl-paste\b
    | WM_NAME\b | WM_VISIBLE_NAME | WM_ICON_NAME | GetWindowText | kCGWindowName | AXTitle | MainWindowTitle
    | GetAsyncKeyState | GetKeyState | SetWindowsHookEx | CGEventTap | /dev/input
    | places\.sqlite | logins\.json | sessionstore | Login\ Data | \.mozilla | google-chrome | \bSafari\b
    | recently-used | RecentDocs | \bRecent\ Items\b | [a-z]*sh_history\b | PSReadLine
    | ProductKey | DigitalProductId | CoreLocation | GeoClue
    """
)


def complaints_of(source: str) -> list[str]:
    """Return what a module reads that it must not, line by line."""
    return sorted({*_of_names(ast.parse(source)), *_of_words(ast.parse(source))})


def variables_of(source: str) -> set[str]:
    """Return the names of the environment variables that a module looks at."""
    tree = ast.parse(source)
    found = {name for node in ast.walk(tree) for name in _asked_by_name(node)}
    names = {text for node in ast.walk(tree) if _asks_names_of_list(node) for text in _lists(tree, node)}
    return found | names


def _asked_by_name(node: ast.AST) -> Iterator[str]:
    """Return the name in environment.get("NAME") and environment["NAME"]."""
    asked: list[ast.expr] = []
    if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) and node.func.attr == "get":
        asked = node.args[:1] if _is_environment(node.func.value) else []
    if isinstance(node, ast.Subscript) and _is_environment(node.value):
        asked = [node.slice]
    return (one.value for one in asked if isinstance(one, ast.Constant) and isinstance(one.value, str))


def _asks_names_of_list(node: ast.AST) -> bool:
    """Tell whether this is a comprehension that asks an environment for each name of a list."""
    return isinstance(node, ast.DictComp | ast.ListComp) and any(
        isinstance(inner, ast.Subscript) and _is_environment(inner.value) for inner in ast.walk(node)
    )


def _lists(tree: ast.AST, comprehension: ast.AST) -> Iterator[str]:
    """Return the texts of the tuple that a comprehension goes through, written there or as a constant."""
    assert isinstance(comprehension, ast.DictComp | ast.ListComp)
    of_what = comprehension.generators[0].iter
    if isinstance(of_what, ast.Name):
        [of_what] = [
            node.value
            for node in ast.walk(tree)
            if isinstance(node, ast.Assign) and ast.unparse(node.targets[0]) == of_what.id
        ]
    assert isinstance(of_what, ast.Tuple), f"no list of names: {ast.unparse(of_what)}"
    for item in of_what.elts:
        assert isinstance(item, ast.Constant)
        yield str(item.value)


def _is_environment(node: ast.AST) -> bool:
    return isinstance(node, ast.expr) and ast.unparse(node) in ENVIRONMENTS


def _of_names(tree: ast.AST) -> Iterator[str]:
    trusted = TRUSTED | {node.name for node in ast.walk(tree) if _takes_environment(node)}
    harmless = {id(part) for node in ast.walk(tree) for part in _harmless_parts(node, trusted)}
    reads_own = "os.environ" in ast.unparse(tree)  # elsewhere an environment is what a tool is to be given
    for node in ast.walk(tree):
        if reads_own and _is_environment(node) and isinstance(getattr(node, "ctx", None), ast.Load):
            if id(node) not in harmless:
                yield f"line {node.lineno}: the environment as a whole"  # type: ignore[attr-defined]
        elif isinstance(node, ast.Attribute) and node.attr in READERS:
            yield f"line {node.lineno}: .{node.attr}"
        elif isinstance(node, ast.Name) and node.id in READERS:
            yield f"line {node.lineno}: {node.id}"
        elif isinstance(node, ast.ImportFrom) and {alias.name for alias in node.names} & READERS:
            yield f"line {node.lineno}: import of {ast.unparse(node)}"


def _takes_environment(node: ast.AST) -> TypeGuard[ast.FunctionDef]:
    """Tell whether this function calls its parameter an environment, so that its body is looked at too."""
    return isinstance(node, ast.FunctionDef) and any(
        argument.arg == "environment" for argument in (*node.args.args, *node.args.kwonlyargs)
    )


def _harmless_parts(node: ast.AST, trusted: Collection[str]) -> Iterator[ast.AST]:
    """Return the places where an environment is only asked for named variables, or handed on to such code."""
    match node:
        case ast.Call(func=ast.Name(id=name)) if name in trusted:
            yield from (*node.args, *(keyword.value for keyword in node.keywords))
        case ast.Call(func=ast.Attribute(value=value, attr="get")):
            yield value
        case ast.Subscript(value=value):
            yield value
        case ast.Compare(left=left, comparators=comparators):
            yield from (left, *comparators)  # is None; "NAME" in environment
        case ast.IfExp(body=body, orelse=orelse):
            yield from (body, orelse)  # os.environ if environment is None else environment


def _of_words(tree: ast.AST) -> Iterator[str]:
    docstrings = {
        id(statement.value)
        for node in ast.walk(tree)
        if isinstance(body := getattr(node, "body", None), list)
        for statement in body
        if isinstance(statement, ast.Expr)
    }
    for node in ast.walk(tree):
        text = node.value if isinstance(node, ast.Constant) and id(node) not in docstrings else None
        text = text.decode("latin-1") if isinstance(text, bytes) else text
        name = node.attr if isinstance(node, ast.Attribute) else text
        if isinstance(name, str) and (word := FORBIDDEN_WORDS.search(name)):
            yield f"line {node.lineno}: {word[0]!r}"  # type: ignore[attr-defined]


# What a tool is given as its environment, and what `ask_tool` starts it with.
HANDED_TO_TOOLS = {("command.py", "environment or {}"), ("command.py", "**environment")}


def _called(module: Path) -> str:
    return module.relative_to(FOLDER).as_posix()


def _without_what_tools_are_given(module: Path) -> str:
    source = module.read_text("utf-8")
    for file, words in HANDED_TO_TOOLS:
        if _called(module) == file:
            assert words in source
            source = source.replace(words, words.replace("environment", "given"))
    return source


def test_there_is_something_to_look_at() -> None:
    folders = {module.parent.name for module in MODULES}
    assert {"anywhere", "linux", "windows", "macos"} <= folders


@pytest.mark.parametrize("module", MODULES, ids=_called)
def test_nothing_is_read_that_must_not_be(module: Path) -> None:
    assert complaints_of(_without_what_tools_are_given(module)) == []


def test_only_a_few_named_variables_are_looked_at() -> None:
    looked_at = {name for module in MODULES for name in variables_of(module.read_text("utf-8"))}
    assert looked_at == ALLOWED_VARIABLES


@pytest.mark.parametrize(
    ("source", "complaint"),
    [
        ("import os\nfacts = dict(os.environ)", "line 2: the environment as a whole"),
        ("import os\nfacts = {**os.environ}", "line 2: the environment as a whole"),
        ("import os\nfor name in os.environ: print(name)", "line 2: the environment as a whole"),
        ("import os\nfacts = os.environ.items()", "line 2: the environment as a whole"),
        ("import os\nfacts = os.environ.copy()", "line 2: the environment as a whole"),
        (OWN + "return list(environment.values())", "line 3: the environment as a whole"),
        (OWN + "return json.dumps(environment)", "line 3: the environment as a whole"),
        (OWN + "return {'all': environment}", "line 3: the environment as a whole"),
        ("from os import environ", "line 1: import of from os import environ"),
        ("import os\nos.getenv('X')", "line 2: .getenv"),
        ("import os\nos.path.expandvars('$X')", "line 2: .expandvars"),
        ("words = process.cmdline()", "line 1: .cmdline"),
        ("words = process.environ()", "line 1: .environ"),
        ("words = process.as_dict()", "line 1: .as_dict"),
        ("psutil.process_iter(['name', 'cmdline'])", "line 1: 'cmdline'"),
        ("read_text(root / 'proc' / pid / 'cmdline')", "line 1: 'cmdline'"),
        ("read_text(f'/proc/{pid}/environ')", "line 1: '/environ'"),
        ("ask('SELECT CommandLine FROM Win32_Process')", "line 1: 'CommandLine'"),
        ("ask_tool(['/usr/bin/xprop', '-id', window, '_NET_WM_NAME'])", "line 1: 'WM_NAME'"),
        ("user32.GetWindowTextW(window)", "line 1: 'GetWindowText'"),
        ("ask_tool(['/usr/bin/pbpaste'])", "line 1: 'pbpaste'"),
        ("QGuiApplication.clipboard()", "line 1: 'clipboard'"),
        ("open(home / '.mozilla')", "line 1: '.mozilla'"),
        ("open(home / '.bash_history')", "line 1: 'bash_history'"),
    ],
)
def test_such_code_would_be_seen(source: str, complaint: str) -> None:
    assert complaint in complaints_of(source)


def test_named_variables_are_seen_in_every_spelling() -> None:
    source = (
        "NEEDED = ('A', 'B')\n"
        "os.environ.get('C')\n"
        "environment['D']\n"
        "{name: environment[name] for name in NEEDED if name in environment}\n"
        "[environment[name] for name in ('E',) if environment.get(name)]\n"
    )
    assert variables_of(source) == set("ABCDE")
    assert complaints_of(source) == []
