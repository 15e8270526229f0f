"""What this Mac is a member of: an Active Directory, or Entra by Platform SSO."""

import re

from itdesk.diagnostics.command import ask_tool
from itdesk.diagnostics.macos.parts import if_told

DIRECTORY = ("/usr/sbin/dsconfigad", "-show")
SINGLE_SIGN_ON = ("/usr/bin/app-sso", "platform", "-s")
LIMIT_S = 0.3
DOMAIN = re.compile(r"(?m)^Active Directory Domain {0,40}= {0,4}(?P<domain>\S{1,255})")
BY_MICROSOFT = re.compile(r'"?extensionIdentifier"? {0,4}[=:] {0,4}"?com\.microsoft\.')


def read_domain() -> str:
    """Return the Active Directory's domain, "" without one."""
    return if_told(lambda: parse_domain(ask_tool(DIRECTORY, limit_s=LIMIT_S)), "")


def read_joined() -> str:
    """Return "domain" or "entra", "" where nothing is known."""
    if read_domain():
        return "domain"
    return if_told(lambda: parse_single_sign_on(ask_tool(SINGLE_SIGN_ON, limit_s=LIMIT_S)), "")


def parse_domain(printed: str) -> str:
    """Return the domain of `dsconfigad -show`, which prints nothing on a Mac that is in none."""
    found = DOMAIN.search(printed)
    return found["domain"] if found else ""


def parse_single_sign_on(printed: str) -> str:
    """Return "entra" where Microsoft's extension signs this device in, by `app-sso platform -s`."""
    return "entra" if BY_MICROSOFT.search(printed) else ""
