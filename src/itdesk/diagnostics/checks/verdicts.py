"""What each verdict says to a person, and what she can do. The screen translates exactly these sentences."""

from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True)
class Verdict:
    """One sentence, in which {subject} stands for a foreign name, and one short advice."""

    sentence: str
    advice: str


NETWORK = {
    "network.fine": Verdict(
        "The network works: this computer reaches the help desk's server.",
        "If one page or program still fails, write which one and send this report.",
    ),
    "network.partly": Verdict(
        "Nothing wrong was found with the network, but not everything could be checked.",
        "Write what does not work, and send this report.",
    ),
    "network.unknown": Verdict(
        "Nothing is known about the network: it could not be checked.",
        "Check that the cable is plugged in, or that Wi-Fi is on; then send this report.",
    ),
    "network.no_adapter": Verdict(
        "No network connection of this computer is switched on.",
        "Plug in the network cable, or switch on Wi-Fi.",
    ),
    "network.wifi_off": Verdict(
        "Wi-Fi is switched off on this computer.",
        "Switch on Wi-Fi in the network settings, or end flight mode.",
    ),
    "network.self_assigned": Verdict(
        "The network gives this computer no address.",
        "Plug the cable in again, or connect to Wi-Fi again; if it stays so, send this report.",
    ),
    "network.no_address": Verdict(
        "This computer has no address in the network.",
        "Plug in the network cable, or connect to Wi-Fi.",
    ),
    "network.no_router": Verdict(
        "This computer knows no way out of its network.",
        "Plug the cable in again, or connect to Wi-Fi again; if it stays so, send this report.",
    ),
    "network.router_silent": Verdict(
        "The router {subject} does not answer.",
        "At home, restart the router; at work, ask whether others have the same trouble.",
    ),
    "network.name_unknown": Verdict(
        "The name of the help desk's server is not found.",
        "Connect the VPN if you work from elsewhere; otherwise send this report.",
    ),
    "network.names_silent": Verdict(
        "The name servers of this network do not answer.",
        "Connect to the network again; if it stays so, send this report.",
    ),
    "network.proxy_unreachable": Verdict(
        "The proxy of this network cannot be reached.",
        "If you are not in the office, the proxy setting may be wrong here: tell your IT.",
    ),
    "network.proxy_refuses": Verdict(
        "The proxy does not let this computer through to the help desk's server.",
        "Tell your IT; you cannot change this yourself.",
    ),
    "network.proxy_login": Verdict(
        "The proxy wants a login and a password.",
        "Tell your IT; the proxy setting has to be completed.",
    ),
    "network.server_refused": Verdict(
        "Nothing answers at the address of the help desk's server.",
        "If other pages open, the server is probably switched off: your report is kept and sent later.",
    ),
    "network.server_silent": Verdict(
        "The help desk's server does not answer in time.",
        "If other pages are slow too, it is the network; otherwise your report is kept and sent later.",
    ),
    "network.server_unreached": Verdict(
        "The help desk's server cannot be reached.",
        "See whether other pages open; your report is kept and sent later.",
    ),
    "network.broken_off": Verdict(
        "The connection to the help desk's server breaks off.",
        "Try once more; if it stays so, send this report when the network is better.",
    ),
    "network.not_safe": Verdict(
        "The connection to the help desk's server is not safe, so nothing was sent.",
        "See whether this computer's date and time are right; if they are, tell your IT.",
    ),
    "network.portal": Verdict(
        "This network wants you to sign in first.",
        "Open any web page and sign in to the network.",
    ),
    "network.not_itdesk": Verdict(
        "Something else answers in place of the help desk's server.",
        "In a guest network, open any web page and sign in first; otherwise tell your IT.",
    ),
    "network.server_fails": Verdict(
        "The help desk's server is reached, but it fails.",
        "It is not your computer: your report is kept and sent later.",
    ),
}

VPN = {
    "vpn.fine": Verdict(
        "The VPN is connected and the help desk's server is reached.",
        "If one program still fails, write which one and send this report.",
    ),
    "vpn.partly": Verdict(
        "Nothing wrong was found with the VPN, but not everything could be checked.",
        "Write what does not work, and send this report.",
    ),
    "vpn.unknown": Verdict(
        "Nothing is known about the VPN: it could not be checked.",
        "Write what the VPN program shows, and send this report.",
    ),
    "vpn.no_network": Verdict(
        "Without a network the VPN cannot connect.",
        "Plug in the network cable or connect to Wi-Fi first.",
    ),
    "vpn.none": Verdict(
        "No VPN is set up on this computer.",
        "Send this report: your IT sets it up.",
    ),
    "vpn.connecting": Verdict(
        "The VPN is just connecting.",
        "Wait a minute; if it does not get further, send this report.",
    ),
    "vpn.disconnected": Verdict(
        "The VPN is not connected.",
        "Connect it; if it refuses, write what it says and send this report.",
    ),
    "vpn.server_unreached": Verdict(
        "The VPN is connected, but the help desk's server is not reached through it.",
        "Disconnect the VPN and connect it again; if it stays so, send this report.",
    ),
}

PRINTING = {
    "printing.fine": Verdict(
        "This computer finds nothing wrong with printing.",
        "See what the printer itself shows, write it down here and send this report.",
    ),
    "printing.partly": Verdict(
        "Nothing wrong was found with printing, but not everything could be checked.",
        "See what the printer itself shows, write it down here and send this report.",
    ),
    "printing.unknown": Verdict(
        "Nothing is known about the printers: they could not be checked.",
        "Write which printer it is and what it shows, and send this report.",
    ),
    "printing.service_stopped": Verdict(
        "The print service of this computer is stopped.",
        "Restart the computer; if it is the same afterwards, send this report.",
    ),
    "printing.no_printer": Verdict(
        "No printer is set up here.",
        "Send this report, and write which printer you want to use.",
    ),
    "printing.only_virtual": Verdict(
        "Only printers that write files are set up here, none that prints on paper.",
        "Send this report, and write which printer you want to use.",
    ),
    "printing.no_default": Verdict(
        "No default printer is chosen.",
        "Choose the printer each time you print, or set a default one in the printer settings.",
    ),
    "printing.default_missing": Verdict(
        "The default printer “{subject}” is no longer set up here.",
        "Choose another default printer in the printer settings.",
    ),
    "printing.queue_stopped": Verdict(
        "The queue of the printer “{subject}” is stopped on this computer.",
        "Press Resume in the printer's window; if it stops again, send this report.",
    ),
    "printing.offline": Verdict(
        "The printer “{subject}” is switched off or not connected.",
        "See whether it is on and its cable is plugged in; then print again.",
    ),
    "printing.printer_error": Verdict(
        "The printer “{subject}” shows a fault.",
        "See what its display shows: paper, toner, a jam or an open door.",
    ),
    "printing.documents_wait": Verdict(
        "Documents wait for the printer “{subject}”, and it does not print them.",
        "Switch the printer off and on; if they still wait, delete them and print once more.",
    ),
}

DISK = {
    "disk.fine": Verdict(
        "This computer finds nothing wrong with its disks.",
        "If it is still slow, send this report.",
    ),
    "disk.partly": Verdict(
        "Nothing wrong was found with the disks, but not everything could be checked.",
        "If it is still slow, send this report.",
    ),
    "disk.unknown": Verdict(
        "Nothing is known about the disks: they could not be checked.",
        "Write what does not work, and send this report.",
    ),
    "disk.full": Verdict(
        "The disk {subject} is full.",
        "Empty the bin and move large files away; then restart the computer.",
    ),
    "disk.nearly_full": Verdict(
        "The disk {subject} is nearly full.",
        "Empty the bin and move large files away soon.",
    ),
    "disk.failing": Verdict(
        "The disk “{subject}” is failing.",
        "Copy important files elsewhere now, and send this report at once.",
    ),
    "disk.warns": Verdict(
        "The disk “{subject}” warns that it may fail soon.",
        "Copy important files elsewhere, and send this report.",
    ),
    "disk.worn": Verdict(
        "The disk “{subject}” has reached the end of its planned life.",
        "Copy important files elsewhere, and send this report.",
    ),
    "disk.unreadable": Verdict(
        "The disk {subject} cannot be read.",
        "If it is a removable disk, plug it in again; otherwise send this report.",
    ),
    "disk.sectors_replaced": Verdict(
        "The disk “{subject}” has damaged places; it uses spare ones instead.",
        "Copy important files elsewhere, and send this report.",
    ),
}

MEMORY = {
    "memory.fine": Verdict(
        "There is enough memory, and no restart is due.",
        "If the computer is still slow, write in which program and send this report.",
    ),
    "memory.partly": Verdict(
        "Nothing wrong was found with the memory, but not everything could be checked.",
        "If the computer is still slow, write in which program and send this report.",
    ),
    "memory.unknown": Verdict(
        "Nothing is known about the memory: it could not be checked.",
        "Restart the computer; if it is still slow, send this report.",
    ),
    "memory.full": Verdict(
        "The memory is full.",
        "Close programs and browser tabs that you do not need, or restart the computer.",
    ),
    "memory.full_by": Verdict(
        "The memory is full; {subject} uses most.",
        "Save your work and close that program; if the memory fills again, send this report.",
    ),
    "memory.tight": Verdict(
        "There is little free memory.",
        "Close programs and browser tabs that you do not need.",
    ),
    "memory.tight_by": Verdict(
        "There is little free memory; {subject} uses most.",
        "Close what you do not need in that program.",
    ),
    "memory.swapping": Verdict(
        "Programs had to be moved from memory to the disk, which is slow.",
        "Close programs that you do not need, or restart the computer.",
    ),
    "memory.one_program": Verdict(
        "{subject} uses more than half of the memory.",
        "Save your work, close that program and start it again.",
    ),
    "memory.long_uptime": Verdict(
        "This computer has not been restarted for two weeks or longer.",
        "Save your work and choose Restart; switching off may not be enough.",
    ),
    "memory.restart_waits": Verdict(
        "Updates wait for a restart of this computer.",
        "Save your work and choose Restart.",
    ),
}

SOUND = {
    "sound.fine": Verdict(
        "This computer finds nothing wrong with sound.",
        "See which speakers and microphone the meeting program has chosen.",
    ),
    "sound.partly": Verdict(
        "Nothing wrong was found with sound, but not everything could be checked.",
        "See which speakers and microphone the meeting program has chosen.",
    ),
    "sound.unknown": Verdict(
        "Nothing is known about sound: it could not be checked.",
        "Write which speakers or headphones you use, and send this report.",
    ),
    "sound.service_stopped": Verdict(
        "The sound service of this computer is stopped.",
        "Restart the computer; if it is the same afterwards, send this report.",
    ),
    "sound.no_output": Verdict(
        "This computer finds no speakers or headphones.",
        "Plug them in again, if possible at another socket.",
    ),
    "sound.no_default_output": Verdict(
        "No speakers or headphones are chosen.",
        "Choose them in the sound settings.",
    ),
    "sound.output_muted": Verdict(
        "The sound of “{subject}” is muted.",
        "Press the mute key, or switch the sound on in the sound settings.",
    ),
    "sound.output_quiet": Verdict(
        "The sound of “{subject}” is turned all the way down.",
        "Turn it up by the volume key or in the sound settings.",
    ),
    "sound.no_input": Verdict(
        "This computer finds no microphone.",
        "Plug in a headset or a microphone, if you want to be heard.",
    ),
    "sound.no_default_input": Verdict(
        "No microphone is chosen.",
        "Choose it in the sound settings.",
    ),
    "sound.input_muted": Verdict(
        "The microphone “{subject}” is muted.",
        "Switch it on in the sound settings, or by the button on the headset.",
    ),
    "sound.input_quiet": Verdict(
        "The microphone “{subject}” is turned all the way down.",
        "Turn it up in the sound settings.",
    ),
    "sound.input_blocked": Verdict(
        "Programs may not use the microphone on this computer.",
        "Allow it in the privacy settings; if you cannot, send this report.",
    ),
}

CAMERA = {
    "camera.fine": Verdict(
        "This computer finds nothing wrong with the camera.",
        "See whether its cover is open and which camera the meeting program has chosen.",
    ),
    "camera.partly": Verdict(
        "Nothing wrong was found with the camera, but not everything could be checked.",
        "See whether its cover is open and which camera the meeting program has chosen.",
    ),
    "camera.unknown": Verdict(
        "Nothing is known about the camera: it could not be checked.",
        "Write which camera you use, and send this report.",
    ),
    "camera.none": Verdict(
        "This computer finds no camera.",
        "Plug it in again, or press the key that switches the camera on.",
    ),
    "camera.blocked": Verdict(
        "Programs may not use the camera on this computer.",
        "Allow it in the privacy settings; if you cannot, send this report.",
    ),
    "camera.in_use": Verdict(
        "A program uses the camera “{subject}” just now.",
        "If it is not your meeting, close the other program that shows the picture.",
    ),
}

VERDICTS: Mapping[str, Verdict] = {**NETWORK, **VPN, **PRINTING, **DISK, **MEMORY, **SOUND, **CAMERA}
"""Every verdict by its code: the check's name, a full stop, a word."""
