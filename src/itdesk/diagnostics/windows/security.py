"""What protects this Windows: the Security Center, the firewall's registry, the firmware, BitLocker."""

from collections.abc import Callable
from contextlib import suppress

from itdesk.diagnostics.base import NotAvailable
from itdesk.diagnostics.windows.registry import Registry
from itdesk.diagnostics.windows.wmi import Row, Wmi, number, text

CENTER = r"root\SecurityCenter2"
ANTIVIRUS = "SELECT displayName, productState FROM AntiVirusProduct"
FIREWALL = "SELECT displayName, productState FROM FirewallProduct"
FIREWALL_KEY = r"SYSTEM\CurrentControlSet\Services\SharedAccess\Parameters\FirewallPolicy"
POLICY_KEY = r"SOFTWARE\Policies\Microsoft\WindowsFirewall"
PROFILES = ("DomainProfile", "StandardProfile", "PublicProfile")
SECURE_BOOT_KEY = r"SYSTEM\CurrentControlSet\Control\SecureBoot\State"
# Microsoft does not document productState. These are the parts that all who read it agree on, in the words of
# WSC_SECURITY_PRODUCT_STATE and _SIGNATURE_STATUS of iwscapi.h: Defender says 0x061100 when it is on and
# up to date, 0x061110 when its signatures are old, 0x060100 when it is off.
STATE_SHIFT, STATE_BITS, ON = 12, 0xF, 1
OLD_SIGNATURES = 0x10
TPM_NAMES = {1: "1.2", 2: "2.0"}
PROTECTED, NOT_PROTECTED = {1, 6}, {0, 2, 3, 4, 5, 8}  # of System.Volume.BitLockerProtection; 5 is suspended
ENCRYPTABLE = "SELECT DriveLetter, ProtectionStatus FROM Win32_EncryptableVolume"
ENCRYPTION = r"root\cimv2\Security\MicrosoftVolumeEncryption"


def read(
    registry: Registry, wmi: Wmi, tpm_version: Callable[[], int], drive_protection: Callable[[], int]
) -> dict[str, object]:
    """Return what protects this computer; what Windows does not tell is left out.

    `tpm_version` returns 1 or 2, `drive_protection` BitLocker's number for the system drive; both raise
    NotAvailable.
    """
    firewalls = _products(wmi, FIREWALL)
    in_force = next((product for product in firewalls if product["enabled"]), None)
    return {
        "antivirus": _products(wmi, ANTIVIRUS),
        "firewall": True if in_force else windows_firewall(registry),
        "firewall_name": in_force["name"] if in_force else "Windows Firewall",
        "disk_encrypted": _is_encrypted(wmi, drive_protection),
        "secure_boot": _truth(registry.value(SECURE_BOOT_KEY, "UEFISecureBootEnabled")),
        "tpm": _tpm(tpm_version),
    }


def _products(wmi: Wmi, query: str) -> list[dict[str, object]]:
    """Return the products that registered themselves; a server has no Security Center."""
    with suppress(NotAvailable):
        return [_product(row) for row in wmi.query(CENTER, query)]
    return []


def _product(row: Row) -> dict[str, object]:
    state = number(row, "productState")
    known = {} if state is None else product_state(state)
    return {"name": text(row, "displayName"), "enabled": None, **known}


def product_state(state: int) -> dict[str, bool]:
    """Return whether a product is on, and whether its signatures are up to date."""
    is_on = (state >> STATE_SHIFT) & STATE_BITS == ON
    return {"enabled": is_on, "up_to_date": not state & OLD_SIGNATURES}


def windows_firewall(registry: Registry) -> bool | None:
    """Return whether Windows' own firewall is on for every kind of network, None when nothing is told.

    A policy of the company goes before what is set on this computer.
    """
    told = [_profile(registry, profile) for profile in PROFILES]
    known = [is_on for is_on in told if is_on is not None]
    return all(known) if known else None


def _profile(registry: Registry, profile: str) -> bool | None:
    by_policy = registry.value(rf"{POLICY_KEY}\{profile}", "EnableFirewall")
    own = registry.value(rf"{FIREWALL_KEY}\{profile}", "EnableFirewall")
    return _truth(own if by_policy is None else by_policy)


def _truth(value: object) -> bool | None:
    return value != 0 if isinstance(value, int) else None


def _is_encrypted(wmi: Wmi, drive_protection: Callable[[], int]) -> bool | None:
    """Return whether BitLocker protects the system drive, None when it is not told."""
    with suppress(NotAvailable):
        protection = drive_protection()
        if protection in PROTECTED | NOT_PROTECTED:
            return protection in PROTECTED
    with suppress(NotAvailable):  # tells administrators alone
        for row in wmi.query(ENCRYPTION, ENCRYPTABLE):
            if text(row, "DriveLetter").upper() == "C:":
                return number(row, "ProtectionStatus") == 1
    return None


def _tpm(tpm_version: Callable[[], int]) -> str | None:
    with suppress(NotAvailable):
        return TPM_NAMES.get(tpm_version())
    return None
