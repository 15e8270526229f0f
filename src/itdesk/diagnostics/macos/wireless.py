"""The Wi-Fi in use, by system_profiler. Since macOS 14 it hides the network's name as "<redacted>"."""

import re

from itdesk.diagnostics.anywhere.wireless import network_code
from itdesk.diagnostics.base import NotAvailable
from itdesk.diagnostics.json_answer import rows
from itdesk.diagnostics.macos.item import Item, as_item, first_text, number_of
from itdesk.diagnostics.macos.system_profiler import Items, ask_profiler, parse_items

DATA_TYPE = "SPAirPortDataType"
LIMIT_S = 4.0
CONNECTED, OFF = "spairport_status_connected", "spairport_status_off"
CHANNEL = re.compile(r"(?P<channel>\d{1,3})(?:.{0,6}\((?P<band>[256])\s?GHz)?")
SIGNAL = re.compile(r"(?P<dbm>-\d{1,3})\s?dBm")
SECURITY = re.compile(r"s?pairport_security_mode_(?P<words>\w{1,40})")  # macOS itself forgets the s of one
BANDS = {"2": 2.4, "5": 5, "6": 6}
LAST_CHANNEL_OF_2_4_GHZ = 14


def read() -> dict[str, object]:
    """Return the Wi-Fi in use. Raises NotAvailable."""
    return _wireless(ask_profiler(DATA_TYPE, limit_s=LIMIT_S))


def parse_wireless(printed: str) -> dict[str, object]:
    """Return the Wi-Fi of system_profiler's JSON. Raises NotAvailable when this Mac has none."""
    return _wireless(parse_items(printed, DATA_TYPE))


def _wireless(items: Items) -> dict[str, object]:
    every = [adapter for item in items for adapter in rows(item.get("spairport_airport_interfaces"))]
    # awdl0, by which Macs talk to each other, stands in the list too; only a real adapter has a status.
    adapters = [adapter for adapter in every if first_text(adapter, "spairport_status_information")]
    if not adapters:
        raise NotAvailable("This computer has no Wi-Fi.")
    connected = [a for a in adapters if first_text(a, "spairport_status_information") == CONNECTED]
    if not connected:
        off = all(first_text(a, "spairport_status_information") == OFF for a in adapters)
        return {"connected": False, "switched_off": off}
    network = as_item(connected[0].get("spairport_current_network_information"))
    return {"connected": True, "switched_off": False, **_network(network)}


def _network(network: Item) -> dict[str, object]:
    name = first_text(network, "_name")
    channel, band = _channel(network)
    signal = SIGNAL.match(first_text(network, "spairport_signal_noise"))
    told = {
        "network": network_code(name.encode("utf-8", "surrogatepass"))
        if name and "redacted" not in name.lower()
        else None,
        "channel": channel,
        "band_ghz": band,
        "signal_dbm": int(signal["dbm"]) if signal else None,
        "rate_mbps": number_of(network, "spairport_network_rate"),
        "security": _security(first_text(network, "spairport_security_mode")),
    }
    return {field: value for field, value in told.items() if value not in (None, "")}


def _channel(network: Item) -> tuple[int | float | None, float | None]:
    """Return channel and band of "36 (5GHz, 80MHz)", or of the bare number of older versions."""
    found = CHANNEL.match(first_text(network, "spairport_network_channel"))
    if found is None:
        channel = number_of(network, "spairport_network_channel")
        return channel, None if channel is None else _usual_band(channel)
    channel = int(found["channel"])
    return channel, BANDS[found["band"]] if found["band"] else _usual_band(channel)


def _usual_band(channel: float) -> float:
    return 2.4 if channel <= LAST_CHANNEL_OF_2_4_GHZ else 5


def _security(mode: str) -> str:
    """Return "WPA2 Personal" of "spairport_security_mode_wpa2_personal"."""
    found = SECURITY.fullmatch(mode)
    if found is None:
        return ""
    words = found["words"].split("_")
    if words == ["none"]:
        return "none"
    return " ".join(
        word.upper() if word[:3] in {"wpa", "wep", "owe"} else word.capitalize() for word in words
    )
