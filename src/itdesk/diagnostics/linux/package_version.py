"""The version of one package of the distribution."""

import re

from itdesk.diagnostics.base import NotAvailable
from itdesk.diagnostics.command import ask_tool

ASKED = (
    ("/usr/bin/dpkg-query", "-W", "-f", "${Version}"),
    ("/usr/bin/rpm", "-q", "--qf", "%{VERSION}-%{RELEASE}"),
)
LIMIT_S = 0.3
NAME = re.compile(r"[a-z0-9][a-z0-9.+-]{0,99}", re.ASCII)


def package_version(package: str) -> str:
    """Return the version of an installed package, "" where there is none of that name."""
    if not NAME.fullmatch(package):
        return ""
    for asked in ASKED:
        try:
            return ask_tool([*asked, package], limit_s=LIMIT_S).strip()
        except NotAvailable:
            continue
    return ""
