"""A stand-in for a Wayland desktop's portal: answers a request for a screenshot as its arguments say.

Run as a process of its own: `screenshot_portal.py RESPONSE URI` answers each request with that code and URI;
RESPONSE `never` keeps silent. It prints a line for each call that it hears.
"""

import sys

from jeepney import DBusAddress, HeaderFields, Message, MessageType, new_method_return, new_signal
from jeepney.bus_messages import message_bus
from jeepney.io.blocking import DBusConnection, open_dbus_connection

NAME = "org.freedesktop.portal.Desktop"
PATH = "/org/freedesktop/portal/desktop"


def main() -> None:
    """Serve until the bus goes away."""
    response, uri = sys.argv[1:]
    bus = open_dbus_connection("SESSION")
    bus.send_and_get_reply(message_bus.RequestName(NAME))
    print("ready", flush=True)
    while True:
        call = bus.receive()
        if call.header.message_type is MessageType.method_call:
            member = call.header.fields[HeaderFields.member]
            print(member, flush=True)
            if member == "Screenshot":
                answer(bus, call, response, uri)


def answer(bus: DBusConnection, call: Message, response: str, uri: str) -> None:
    """Answer with the request's path, then with what the person would have said."""
    sender = call.header.fields[HeaderFields.sender].lstrip(":").replace(".", "_")
    request = f"{PATH}/request/{sender}/{call.body[1]['handle_token'][1]}"
    bus.send(new_method_return(call, "o", (request,)))
    if response != "never":
        address = DBusAddress(request, interface="org.freedesktop.portal.Request")
        bus.send(new_signal(address, "Response", "ua{sv}", (int(response), {"uri": ("s", uri)})))


if __name__ == "__main__":
    main()
