"""The Wi-Fi in use, out of the structures that wlanapi.dll hands over."""

import struct
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from itdesk.diagnostics.anywhere.wireless import network_code
from itdesk.diagnostics.base import NotAvailable
from itdesk.diagnostics.windows.wlan_api import Adapter

CONNECTED = 1  # wlan_interface_state_connected
# WLAN_CONNECTION_ATTRIBUTES: state, mode, 256 characters of the profile's name, then the association:
# SSID (length, 32 bytes), BSS type, BSSID, PHY type and index, quality, receiving and sending rate in kbit/s,
# then the security: on, 802.1X, authentication, cipher.
CONNECTION = struct.Struct("<II512s I32s I6s2x II III iiII")
RADIO = struct.Struct("<III")
RADIO_OFF = 2
# WLAN_BSS_ENTRY: SSID, PHY id, BSSID, BSS and PHY type, RSSI, quality, in domain, beacon, timestamp, host's
# timestamp, capabilities, centre frequency in kHz.
BSS = struct.Struct("<I32s I6s2x II iI B x H 4x QQ H 2x I")
PROTECTIONS = {  # DOT11_AUTH_ALGORITHM
    1: "open",
    2: "WEP",
    3: "WPA Enterprise",
    4: "WPA Personal",
    6: "WPA2 Enterprise",
    7: "WPA2 Personal",
    8: "WPA3 Enterprise 192-bit",
    9: "WPA3 Personal",
    10: "OWE",
    11: "WPA3 Enterprise",
}
BANDS_GHZ = ((2_400_000, 2_500_000, 2.4), (4_900_000, 5_925_000, 5), (5_925_001, 7_125_000, 6))
LAST_CHANNEL_OF_2_4_GHZ = 14


@dataclass(frozen=True)
class Connection:
    """What the adapter tells of its connection."""

    ssid: bytes
    bssid: bytes
    quality_percent: int
    rate_kbps: int
    authentication: int


def read(adapters: Callable[[], Sequence[Adapter]]) -> dict[str, object]:
    """Return the Wi-Fi in use. Raises NotAvailable."""
    found = adapters()
    if not found:
        raise NotAvailable("This computer has no Wi-Fi.")
    for adapter in found:
        connection = parse_connection(adapter.connection or b"")
        if connection is not None:
            return {"connected": True, "switched_off": False, **_described(adapter, connection)}
    return {"connected": False, "switched_off": all(is_switched_off(each.radio or b"") for each in found)}


def parse_connection(content: bytes) -> Connection | None:
    """Return the connection, None when there is none or the bytes are no such structure."""
    if len(content) < CONNECTION.size:
        return None
    told = CONNECTION.unpack_from(content)
    state, length, ssid, bssid, quality, received, sent = (told[at] for at in (0, 3, 4, 6, 9, 10, 11))
    if state != CONNECTED:
        return None
    return Connection(ssid[: min(length, 32)], bssid, quality, max(received, sent), told[14])


def is_switched_off(content: bytes) -> bool:
    """Return whether a WLAN_RADIO_STATE says that all radios are off, by software or by a switch."""
    count = int.from_bytes(content[:4], "little")
    radios = [content[4 + at * RADIO.size :][: RADIO.size] for at in range(min(count, 64))]
    states = [RADIO.unpack(radio) for radio in radios if len(radio) == RADIO.size]
    return bool(states) and all(RADIO_OFF in {software, hardware} for _, software, hardware in states)


def _described(adapter: Adapter, connection: Connection) -> dict[str, object]:
    frequency = next(
        (found[1] for bss in adapter.networks if (found := parse_bss(bss)) and found[0] == connection.bssid),
        0,
    )
    return {
        "network": network_code(connection.ssid) if connection.ssid else None,
        "band_ghz": band_ghz(frequency, adapter.channel),
        "channel": adapter.channel,
        "signal_dbm": adapter.rssi_dbm,
        "quality_percent": connection.quality_percent,
        "rate_mbps": connection.rate_kbps / 1000,
        "security": PROTECTIONS.get(connection.authentication, ""),
    }


def parse_bss(content: bytes) -> tuple[bytes, int] | None:
    """Return address and frequency (kHz) of a network in sight, None when the bytes are too few."""
    if len(content) < BSS.size:
        return None
    told = BSS.unpack_from(content)
    return told[3], told[13]


def band_ghz(frequency_khz: int, channel: int | None) -> float | None:
    """Return the band; without the frequency by the channel, whose numbers 6 GHz has too."""
    for least, most, band in BANDS_GHZ:
        if least <= frequency_khz <= most:
            return band
    if channel is None or channel <= 0:
        return None
    return 2.4 if channel <= LAST_CHANNEL_OF_2_4_GHZ else 5
