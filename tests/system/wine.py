"""Python for Windows, run by wine, with itdesk and what its lock names for Windows."""

import fcntl
import hashlib
import os
import shutil
import subprocess
import tomllib
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path

from tests.system import windows_packages

ROOT = Path(__file__).parents[2]
BUILD = ROOT / "build" / "wine"
WINE, SERVER = Path("/usr/lib/wine/wine64"), Path("/usr/lib/wine/wineserver64")
PREFIX_LIMIT_S = 180
STAMP = "ready"
PROFILE, EXAMPLES = "few_examples", 15
"""pytest's plug-in and Hypothesis' profile, by which a rule is tried by few examples, always the same."""


class Wine:
    """One Windows of its own, in `folder`: drive C: and the registry are kept in it, Z: is this computer."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self.python = folder / "python" / "python.exe"

    @property
    def _drive_c(self) -> Path:
        return self.prefix / "drive_c"

    @property
    def prefix(self) -> Path:
        """Return the folder that holds drive C: and the registry."""
        return self._folder / "prefix"

    def run(
        self, command: Sequence[str | Path], *, limit_s: float, variables: Mapping[str, str] | None = None
    ) -> subprocess.CompletedProcess[str]:
        """Run a Windows program until it ends; what it prints, errors too, is its `stdout`.

        Raises subprocess.TimeoutExpired.
        """
        # The streams must be pipes: Python for Windows does not start with a file of Linux as one of them.
        return subprocess.run(
            [WINE, *command],
            # On drive C: the paths of Linux and macOS are not there, as on any Windows; on Z: they would be.
            cwd=self._drive_c if self._drive_c.exists() else self._folder,
            env=self._environment() | dict(variables or {}),
            input="",
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            encoding="utf-8",
            errors="replace",
            timeout=limit_s,
            check=False,
        )

    def _environment(self) -> dict[str, str]:
        known = {name: os.environ[name] for name in ("PATH", "HOME", "USER") if name in os.environ}
        return known | {
            "WINEPREFIX": str(self.prefix),
            "WINEARCH": "win64",
            "WINEDEBUG": "-all",
            "WINEDLLOVERRIDES": "mscoree,mshtml=",  # .NET and a browser, which wine would offer to download
            "LC_ALL": "C.UTF-8",  # else wine passes on no letters but ASCII's
            "PYTHONUTF8": "1",
            # The sources are shared with this computer's own Python; what is compiled of them is not.
            "PYTHONPYCACHEPREFIX": in_windows(self._folder / "compiled"),
        }

    def end(self) -> None:
        """End whatever still runs in this Windows."""
        subprocess.run([SERVER, "-k"], env=self._environment(), timeout=30, check=False)


def in_windows(path: Path) -> str:
    """Return what a path of this computer is called in Windows."""
    return f"Z:{path}".replace("/", "\\")


@contextmanager
def windows() -> Iterator[Wine]:
    """Give a Windows with Python, set up once for each lock and wine; it is ended afterwards.

    There is one at a time: who wants it meanwhile, another worker or another run, waits.
    """
    wine = Wine(BUILD / _name())
    with _alone():
        try:
            if not (wine.python.parent / STAMP).exists():
                _set_up(wine)
            yield wine
        finally:
            wine.end()


@contextmanager
def _alone() -> Iterator[None]:
    BUILD.parent.mkdir(exist_ok=True)
    with BUILD.with_suffix(".lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        yield


def _name() -> str:
    """Return a name that changes with all that a set-up is made of."""
    version = subprocess.run([WINE, "--version"], capture_output=True, check=True, timeout=30).stdout
    parts = [version, (ROOT / "requirements.txt").read_bytes()]
    parts += [Path(module).read_bytes() for module in (__file__, windows_packages.__file__)]
    return hashlib.sha256(b"\0".join(parts)).hexdigest()[:12]


def _set_up(wine: Wine) -> None:
    shutil.rmtree(BUILD, ignore_errors=True)  # those of older locks too
    home = wine.python.parent
    home.mkdir(parents=True)
    windows_packages.unpack_python(home)
    packages = home / "Lib" / "site-packages"
    windows_packages.unpack_wheels(ROOT / "requirements.txt", packages)
    _install_itdesk(home, packages)
    wine.prefix.mkdir()
    made = wine.run(["wineboot", "--init"], limit_s=PREFIX_LIMIT_S)
    assert (wine.prefix / "system.reg").exists(), made.stdout
    (home / STAMP).touch()


def _install_itdesk(home: Path, packages: Path) -> None:
    """Let this Python find itdesk where it stands, and its resources by the name that they have installed."""
    places = ["python311.zip", ".", "Lib\\site-packages", in_windows(ROOT / "src"), "import site"]
    (home / "python311._pth").write_text("\n".join(places), "utf-8")
    (packages / "itdesk_resources.pth").write_text("import itdesk_resources\n", "utf-8")
    (packages / f"{PROFILE}.py").write_text(
        "from hypothesis import settings\n"
        f"settings.register_profile({PROFILE!r}, settings.get_profile('ci'), max_examples={EXAMPLES})\n",
        "utf-8",
    )
    resources = in_windows(ROOT / "resources")
    (packages / "itdesk_resources.py").write_text(
        f"""import importlib.util, sys


class Finder:
    def find_spec(self, name, path=None, target=None):
        if name == "itdesk.resources":
            folder = {resources!r}
            return importlib.util.spec_from_file_location(
                name, folder + r"\\__init__.py", submodule_search_locations=[folder]
            )


sys.meta_path.insert(0, Finder())
""",
        "utf-8",
    )


def pytest_settings(folder: Path) -> Path:
    """Write pytest's settings without those of the plug-in for Qt, which is not there; return the file."""
    declared = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["tool"]["pytest"]["ini_options"]
    lines = ["[pytest]"]
    for name, value in declared.items():
        if not name.startswith(("qt_", "testpaths", "minversion")):
            words = value if isinstance(value, list) else [str(value)]
            lines.append(f"{name} =\n" + "".join(f"    {word}\n" for word in words).rstrip("\n"))
    settings = folder / "pytest.ini"
    settings.write_text("\n".join(lines) + "\n", "utf-8")
    return settings
