"""Whether this Linux waits for a restart."""

from pathlib import Path


def read(root: Path = Path("/")) -> dict[str, object]:
    """Return the flag that Debian and Ubuntu set after updates; elsewhere nothing is known."""
    if not (root / "etc/debian_version").exists():
        return {}
    return {
        "pending_restart": any(
            (root / path).exists() for path in ("run/reboot-required", "var/run/reboot-required")
        )
    }
