"""What protects this Linux, as far as an ordinary user may see."""

import time
from pathlib import Path

from itdesk.diagnostics.base import NotAvailable
from itdesk.diagnostics.linux.block_devices import is_encrypted
from itdesk.diagnostics.linux.units import ask_units, service_runs, unit_names
from itdesk.diagnostics.text_file import entries, is_there, read_bytes, read_text

LIMIT_S = 0.5
WEEK_S = 7 * 86_400
EFI_ATTRIBUTES_BYTES = 4
FIREWALLS = ("firewalld", "nftables", "iptables", "shorewall")
AGENTS = (  # where a program lies, its name, the service that watches
    ("opt/microsoft/mdatp", "Microsoft Defender", "mdatp"),
    ("opt/CrowdStrike", "CrowdStrike Falcon", "falcon-sensor"),
    ("opt/sentinelone", "SentinelOne", "sentinelone"),
    ("opt/sophos-spl", "Sophos", "sophos-spl"),
    ("opt/eset/eea", "ESET Endpoint Antivirus", "eea"),
    ("opt/kaspersky/kesl", "Kaspersky Endpoint Security", "kesl"),
)
SIGNATURES = ("daily.cld", "daily.cvd")


def read(root: Path = Path("/")) -> dict[str, object]:
    """Return what is known of the protection; what is not to be seen is left out."""
    return {
        "antivirus": [*_clamav(root), *_agents(root)],
        **firewall(root),
        "disk_encrypted": is_encrypted(root),
        "secure_boot": secure_boot(root),
        "tpm": tpm_version(root),
    }


def firewall(root: Path) -> dict[str, object]:
    """Return name and state of the firewall; nothing where it cannot be known."""
    told = read_text(root / "etc/ufw/ufw.conf")
    if "ENABLED=yes" in told.split():
        return {"firewall": True, "firewall_name": "ufw"}
    if service_runs("firewalld", root):
        return {"firewall": True, "firewall_name": "firewalld"}
    try:
        units = ask_units(
            ["list-units", "--state=active", *(f"{name}.service" for name in FIREWALLS)], LIMIT_S
        )
    except NotAvailable:
        return {"firewall": False, "firewall_name": "ufw"} if "ENABLED=no" in told.split() else {}
    active = [name.removesuffix(".service") for name in unit_names(units)]
    return {"firewall": bool(active), "firewall_name": active[0] if active else None}


def secure_boot(root: Path) -> bool | None:
    """Return whether the firmware starts signed systems alone, None where there is no such firmware."""
    for variable in entries(root / "sys/firmware/efi/efivars"):
        if variable.name.startswith("SecureBoot-"):
            value = read_bytes(variable, 16)[EFI_ATTRIBUTES_BYTES:]
            return value == b"\x01" if len(value) == 1 else None
    return None


def tpm_version(root: Path) -> str | None:
    """Return "2.0" or "1.2", None without a TPM."""
    for chip in entries(root / "sys/class/tpm"):
        major = read_text(chip / "tpm_version_major")
        if major:
            return {"2": "2.0", "1": "1.2"}.get(major, major)
        if is_there(chip / "device/caps"):  # kernels before 5.6 say it there, of 1.2 alone
            return "1.2"
    return None


def _clamav(root: Path) -> list[dict[str, object]]:
    if not any(is_there(root / path) for path in ("usr/bin/clamscan", "usr/sbin/clamd", "usr/bin/clamd")):
        return []
    ages_s = [_age_s(root / "var/lib/clamav" / name) for name in SIGNATURES]
    known = [age_s for age_s in ages_s if age_s is not None]
    watches = any(service_runs(name, root) for name in ("clamav-daemon", "clamd@scan", "clamav-clamonacc"))
    return [{"name": "ClamAV", "enabled": watches, "up_to_date": min(known) < WEEK_S if known else False}]


def _age_s(path: Path) -> float | None:
    try:
        return time.time() - path.stat().st_mtime
    except OSError:
        return None


def _agents(root: Path) -> list[dict[str, object]]:
    return [
        {"name": name, "enabled": service_runs(service, root)}
        for place, name, service in AGENTS
        if is_there(root / place)
    ]
