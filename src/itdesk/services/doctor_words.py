"""What the doctor has found, and the fix, each in one English sentence. The window translates them."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Words:
    """Two sentences with named places; `fix` is empty where all is well."""

    found: str
    fix: str = ""


TELL_IT = "Send IT a report with what this page says."

WORDS = {
    "settings.fine": Words("All settings can be read."),
    "settings.ignored": Words(
        "Settings that are not good and are ignored: {count}. The first: {problem}",
        "Correct the line, or take it out of the file.",
    ),
    "account.signed_in": Words("{person} is signed in at {server}."),
    "account.nobody": Words("Nobody is signed in on this computer.", "Sign in."),
    "account.sign_in_needed": Words("The server does not know {person} any more.", "Sign in again."),
    "account.unreadable": Words(
        "Who is signed in cannot be read: {why}", "Give yourself the right to read and write {folder}."
    ),
    "store.missing": Words("There is no copy of the tickets here yet; it is fetched after signing in."),
    "store.sound": Words("The copy of the tickets is whole."),
    "store.not_to_the_end": Words("The copy of the tickets can be read; it is too large to check all of it."),
    "store.damaged": Words(
        "The copy of the tickets is damaged: {path}",
        "Start itdesk again: it puts the damaged copy aside and fetches a new one; nothing is lost.",
    ),
    "store.unreadable": Words(
        "The copy of the tickets cannot be opened: {why}",
        "Close other programs that use {path}, and check that you may write to its folder.",
    ),
    "outbox.missing": Words("Nothing waits to be sent."),
    "outbox.sound": Words("Waiting to be sent: {waiting}."),
    "outbox.waits": Words(
        "Waiting to be sent: {waiting}, the oldest since {since}.",
        "Stay connected until it is sent; what is said below about the server tells what is in the way.",
    ),
    "outbox.refused": Words(
        "Refused by the server: {refused}. Waiting to be sent: {waiting}.",
        "Open My tickets: it says why, and gives you your text back.",
    ),
    "outbox.damaged": Words(
        "What waits to be sent is in a damaged file: {path}",
        "Make a copy of this file and tell your IT; it may hold what you have not sent.",
    ),
    "outbox.unreadable": Words(
        "What waits to be sent cannot be opened: {why}",
        "Close other programs that use {path}, and check that you may write to its folder.",
    ),
    "keyring.keyring": Words("The sign-in is kept in this computer's keyring."),
    "keyring.file": Words("The sign-in is kept in a file that only you can read."),
    "keyring.memory": Words("The sign-in is kept until itdesk ends, as IT has set it."),
    "keyring.unusable": Words(
        "This computer's keyring does not work, so you sign in again at every start.",
        "Unlock the keyring, or ask your IT to set one up.",
    ),
    "keyring.failed": Words(
        "The sign-in cannot be kept: {why}", "Give yourself the right to read and write {folder}."
    ),
    "keyring.forgotten": Words(
        "The sign-in was kept, but is not there any more.", "Sign in again, and restart if it repeats."
    ),
    "way.no_address": Words("No address of the server is known.", "Sign in, or ask your IT for the address."),
    "way.bad_address": Words(
        "The address of the server cannot be used: {reason}", "Ask your IT for the right address."
    ),
    "way.dns": Words("The name of the server is found: {reason}."),
    "way.literal": Words("The server has no name, only an address."),
    "way.tcp": Words("This computer connects to {reason}."),
    "way.proxy": Words("The proxy lets the requests through: {reason}."),
    "way.no_proxy": Words("There is no proxy on the way."),
    "way.proxy_plain": Words("The proxy passes the requests on as they are."),
    "way.tls": Words("The certificates on the way are trusted ({reason})."),
    "way.no_tls": Words("The address asks for no encryption, so there is no certificate."),
    "way.server": Words("The help desk's server answers, in {ms} ms."),
    "way.name": Words(
        "The name of the server is not found: {server}",
        "Check the network; if you work from elsewhere, connect the VPN.",
    ),
    "way.refused": Words(
        "The server refuses the connection: {server}",
        "Check the network; if others have it too, the server may be switched off.",
    ),
    "way.timeout": Words(
        "The server does not answer in time: {server}",
        "Check the network; if you work from elsewhere, connect the VPN.",
    ),
    "way.untrusted": Words(
        "The certificate of {server} is not trusted: {reason}.",
        "Send nothing elsewhere and tell your IT: this computer must know its certificate authority.",
    ),
    "way.proxy_fails": Words(
        "The proxy on the way does not work: {reason}.", "Ask your IT for the right proxy."
    ),
    "way.proxy_login": Words(
        "The proxy on the way asks for a login and a password.", "Ask your IT how this program gets through."
    ),
    "way.broken": Words(
        "The connection to {server} breaks off in the middle.",
        "Try again; if it repeats, something on the way cuts it: tell your IT.",
    ),
    "way.answer": Words(
        "Something else answers at {server}: {reason}.",
        "In a guest network, sign in to the network first; otherwise ask your IT for the right address.",
    ),
    "way.problem": Words(
        "The server {server} has trouble of its own: {reason}", "Nothing is lost; try again later."
    ),
    "clock.right": Words("The clock differs from the server's by {seconds} s."),
    "clock.ahead": Words(
        "The clock is {minutes} min ahead of the server's.",
        "Switch on “set the time automatically” in the computer's settings.",
    ),
    "clock.behind": Words(
        "The clock is {minutes} min behind the server's.",
        "Switch on “set the time automatically” in the computer's settings.",
    ),
    "clock.unknown": Words(
        "The clock was not compared: the server did not tell its time.", "Mend the way to the server first."
    ),
    "disk.enough": Words("Free on the disk: {free_mb} MB."),
    "disk.low": Words("Free on the disk: only {free_mb} MB.", "Empty the bin, and move large files away."),
    "disk.unknown": Words("How much is free on the disk cannot be found out: {why}", TELL_IT),
    "log.written": Words("What itdesk does is written down in {path}."),
    "log.unwritable": Words(
        "What itdesk does cannot be written down: {why}",
        "Give yourself the right to read and write {folder}.",
    ),
}
"""By the code of the finding."""
