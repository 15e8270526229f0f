"""What checks and their steps are called on the screen, which translates these words.

A step says what is expected: beside it stands whether it is so.
"""

from collections.abc import Mapping

CHECK_NAMES: Mapping[str, str] = {
    "network": "Network",
    "vpn": "VPN",
    "printing": "Printing",
    "disk": "Disks",
    "memory": "Memory",
    "sound": "Sound",
    "camera": "Camera",
}

STEP_NAMES: Mapping[str, str] = {
    "adapter": "A network adapter is on",
    "address": "The network gives an address",
    "gateway": "The router answers",
    "dns": "The server's name is found",
    "tcp": "The server takes the connection",
    "proxy": "The proxy lets through",
    "tls": "The server's certificate is right",
    "server": "The help desk's server answers",
    "network": "The network is connected",
    "set_up": "A VPN is set up",
    "connected": "The VPN is connected",
    "service": "The service runs",
    "exists": "A printer is set up",
    "default": "A default printer is chosen",
    "state": "The printer is ready",
    "queue": "The print queue is empty",
    "health": "The disks are healthy",
    "space": "There is room on the disks",
    "errors": "The disks can be read",
    "memory": "There is free memory",
    "swap": "Programs stay in memory",
    "busiest": "Memory is shared between programs",
    "uptime": "The computer was restarted lately",
    "restart": "The computer needs no restart",
    "output": "There are speakers or headphones",
    "output_default": "Speakers or headphones are chosen",
    "output_muted": "The sound is not muted",
    "output_volume": "The sound is loud enough",
    "input": "There is a microphone",
    "input_default": "A microphone is chosen",
    "input_muted": "The microphone is not muted",
    "input_volume": "The microphone is loud enough",
    "input_allowed": "Programs may use the microphone",
    "present": "There is a camera",
    "allowed": "Programs may use the camera",
    "free": "The camera is free",
}
