"""Writes files of another computer into a folder."""

from collections.abc import Mapping
from pathlib import Path


def write(root: Path, files: Mapping[str, str | bytes]) -> Path:
    """Write each content at its path below `root`, and return that."""
    for name, content in files.items():
        (root / name).parent.mkdir(parents=True, exist_ok=True)
        (root / name).write_bytes(content.encode() if isinstance(content, str) else content)
    return root


def link(root: Path, place: str, target: str) -> None:
    """Make a link at a path below `root` to another path below it."""
    (root / place).parent.mkdir(parents=True, exist_ok=True)
    (root / target).mkdir(parents=True, exist_ok=True)
    (root / place).symlink_to(root / target)
