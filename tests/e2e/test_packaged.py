"""The program as it is installed, editable or from a wheel: it finds its resources and its migrations."""

import os
import shutil
import subprocess
import sys
from email import message_from_bytes
from pathlib import Path
from zipfile import ZipFile

import pytest

ROOT = Path(__file__).parents[2]
LIMIT_S = 100
BUILD_INPUTS = {".ts"}
ASK = """
from pathlib import Path
import sys
import itdesk
from importlib.resources import files
from itdesk.entrypoints.cli.main import run
from itdesk.services.symptoms import symptoms
print(Path(itdesk.__file__).parent)
assert symptoms()
assert any(one.name.endswith(".svg") for one in files("itdesk.resources").joinpath("icons").iterdir())
assert files("itdesk.resources").joinpath("translations", "itdesk_pl.qm").is_file()
sys.exit(run(["server", "add-user", "joanna", "--name", "Joanna", "--role", "employee", "--password-stdin",
              "--data-dir", "store"]))
"""


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The wheel of what git knows, built aside: a build leaves its rests in the folder it is run in."""
    source, out = tmp_path_factory.mktemp("source"), tmp_path_factory.mktemp("wheel")
    for name in tracked("src", "resources", "pyproject.toml", "setup.py", "README.md", "LICENSE"):
        (source / name).parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(ROOT / name, source / name)
    build = (
        "wheel",
        "--quiet",
        "--no-deps",
        "--no-build-isolation",
        "--no-index",
        "--wheel-dir",
        str(out),
        ".",
    )
    run(sys.executable, "-m", "pip", "--disable-pip-version-check", *build, folder=source)
    [made] = out.iterdir()
    return made


def run(*command: str, folder: Path, **variables: str) -> str:
    """Run a program in a folder; return what it printed, having ended with 0."""
    done = subprocess.run(
        command,
        cwd=folder,
        env=os.environ | variables,
        input="drukarka-312",
        capture_output=True,
        text=True,
        timeout=LIMIT_S,
        check=False,
    )
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout


def tracked(*paths: str) -> list[str]:
    """Return the files that are in git, or about to be."""
    listed = run("git", "ls-files", "--cached", "--others", "--exclude-standard", *paths, folder=ROOT)
    return sorted({name for name in listed.splitlines() if (ROOT / name).exists()})


def test_the_wheel_holds_every_module_and_every_resource(wheel: Path) -> None:
    sources = [path for path in map(Path, tracked("src", "resources")) if path.suffix not in BUILD_INPUTS]
    homes = {"src": Path(), "resources": Path("itdesk/resources")}
    wanted = {(homes[path.parts[0]] / Path(*path.parts[1:])).as_posix() for path in sources}
    assert wanted <= set(ZipFile(wheel).namelist())


def test_the_wheel_says_what_it_is_and_what_it_starts(wheel: Path) -> None:
    with ZipFile(wheel) as archive:
        told = {Path(name).name: archive.read(name) for name in archive.namelist() if ".dist-info/" in name}
    about = message_from_bytes(told["METADATA"])
    assert about["License-Expression"] == "Apache-2.0"
    assert set(about.get_all("Provides-Extra", [])) == {"server", "dev"}
    starts = told["entry_points.txt"].decode().split()
    assert starts[starts.index("[console_scripts]") + 1] == "itdesk"
    assert starts[starts.index("[gui_scripts]") + 1] == "itdesk-desktop"


def test_what_a_wheel_installs_runs(wheel: Path, tmp_path: Path) -> None:
    installed = tmp_path / "installed"
    with ZipFile(wheel) as archive:
        archive.extractall(installed)
    said = run(sys.executable, "-c", ASK, folder=tmp_path, PYTHONPATH=str(installed))
    assert said.splitlines()[0] == str(installed / "itdesk")


def test_what_is_installed_here_runs(tmp_path: Path) -> None:
    assert run(sys.executable, "-c", ASK, folder=tmp_path).splitlines()[0]
