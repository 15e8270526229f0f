"""Windows' phone book of VPN connections (rasphone.pbk), as [MS-RRASM] 2.2.2 documents it."""

import re
from dataclasses import dataclass

VPN = "2"
KINDS = {  # VpnStrategy
    "0": "automatic",
    "1": "PPTP",
    "2": "PPTP",
    "3": "L2TP",
    "4": "L2TP",
    "5": "SSTP",
    "6": "SSTP",
    "7": "IKEv2",
    "8": "IKEv2",
    "14": "automatic",
}
MOST_ENTRIES = 64


@dataclass(frozen=True)
class Entry:
    """One connection: its name, and the protocol that it tries first."""

    name: str
    kind: str


def parse_phonebook(content: str) -> list[Entry]:
    """Return the VPN connections; other sections (modems, PPPoE) and damaged ones are left out.

    Addresses, user names and keys stand in the file too; nothing but name and protocol is taken.
    """
    found: list[Entry] = []
    for section in re.split(r"(?m)^\[", content)[1:]:
        name, closed, rest = section.partition("]")
        kind = re.search(r"(?m)^Type=(\d+)[ \t]*\r?$", rest, re.ASCII)
        if closed and "\n" not in name and kind and kind[1] == VPN:
            strategy = re.search(r"(?mi)^VpnStrategy=(\d+)[ \t]*\r?$", rest, re.ASCII)
            found.append(Entry(name.strip(), KINDS.get(strategy[1], "") if strategy else ""))
    return found[:MOST_ENTRIES]
