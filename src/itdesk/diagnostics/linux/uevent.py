"""What the kernel tells of a device in its file uevent."""

from pathlib import Path

from itdesk.diagnostics.text_file import read_text


def read_uevent(device: Path) -> dict[str, str]:
    """Return the names and values of a device in /sys; nothing where it cannot be read."""
    return parse_uevent(read_text(device / "uevent"))


def parse_uevent(content: str) -> dict[str, str]:
    """Return names and values of lines like NAME=value."""
    pairs = (line.partition("=") for line in content.splitlines())
    return {name: value for name, found, value in pairs if found}
