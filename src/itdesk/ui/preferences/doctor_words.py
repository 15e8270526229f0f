"""What the doctor has found, and the fix, in the person's language."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication

from itdesk.ui.reason_words import reason_words

if TYPE_CHECKING:
    from itdesk.services.doctor import Finding

WORDS = {
    "settings.fine": (
        QT_TRANSLATE_NOOP("Doctor", "All settings can be read."),
        "",
    ),
    "settings.ignored": (
        QT_TRANSLATE_NOOP(
            "Doctor", "Settings that are not good and are ignored: {count}. The first: {problem}"
        ),
        QT_TRANSLATE_NOOP("Doctor", "Correct the line, or take it out of the file."),
    ),
    "account.signed_in": (
        QT_TRANSLATE_NOOP("Doctor", "{person} is signed in at {server}."),
        "",
    ),
    "account.nobody": (
        QT_TRANSLATE_NOOP("Doctor", "Nobody is signed in on this computer."),
        QT_TRANSLATE_NOOP("Doctor", "Sign in."),
    ),
    "account.sign_in_needed": (
        QT_TRANSLATE_NOOP("Doctor", "The server does not know {person} any more."),
        QT_TRANSLATE_NOOP("Doctor", "Sign in again."),
    ),
    "account.unreadable": (
        QT_TRANSLATE_NOOP("Doctor", "Who is signed in cannot be read: {why}"),
        QT_TRANSLATE_NOOP("Doctor", "Give yourself the right to read and write {folder}."),
    ),
    "store.missing": (
        QT_TRANSLATE_NOOP(
            "Doctor", "There is no copy of the tickets here yet; it is fetched after signing in."
        ),
        "",
    ),
    "store.sound": (
        QT_TRANSLATE_NOOP("Doctor", "The copy of the tickets is whole."),
        "",
    ),
    "store.not_to_the_end": (
        QT_TRANSLATE_NOOP(
            "Doctor", "The copy of the tickets can be read; it is too large to check all of it."
        ),
        "",
    ),
    "store.damaged": (
        QT_TRANSLATE_NOOP("Doctor", "The copy of the tickets is damaged: {path}"),
        QT_TRANSLATE_NOOP(
            "Doctor",
            "Start itdesk again: it puts the damaged copy aside and fetches a new one; nothing is lost.",
        ),
    ),
    "store.unreadable": (
        QT_TRANSLATE_NOOP("Doctor", "The copy of the tickets cannot be opened: {why}"),
        QT_TRANSLATE_NOOP(
            "Doctor", "Close other programs that use {path}, and check that you may write to its folder."
        ),
    ),
    "outbox.missing": (
        QT_TRANSLATE_NOOP("Doctor", "Nothing waits to be sent."),
        "",
    ),
    "outbox.sound": (
        QT_TRANSLATE_NOOP("Doctor", "Waiting to be sent: {waiting}."),
        "",
    ),
    "outbox.waits": (
        QT_TRANSLATE_NOOP("Doctor", "Waiting to be sent: {waiting}, the oldest since {since}."),
        QT_TRANSLATE_NOOP(
            "Doctor",
            "Stay connected until it is sent; what is said below about the server tells what is in the way.",
        ),
    ),
    "outbox.refused": (
        QT_TRANSLATE_NOOP("Doctor", "Refused by the server: {refused}. Waiting to be sent: {waiting}."),
        QT_TRANSLATE_NOOP("Doctor", "Open My tickets: it says why, and gives you your text back."),
    ),
    "outbox.damaged": (
        QT_TRANSLATE_NOOP("Doctor", "What waits to be sent is in a damaged file: {path}"),
        QT_TRANSLATE_NOOP(
            "Doctor", "Make a copy of this file and tell your IT; it may hold what you have not sent."
        ),
    ),
    "outbox.unreadable": (
        QT_TRANSLATE_NOOP("Doctor", "What waits to be sent cannot be opened: {why}"),
        QT_TRANSLATE_NOOP(
            "Doctor", "Close other programs that use {path}, and check that you may write to its folder."
        ),
    ),
    "keyring.keyring": (
        QT_TRANSLATE_NOOP("Doctor", "The sign-in is kept in this computer's keyring."),
        "",
    ),
    "keyring.file": (
        QT_TRANSLATE_NOOP("Doctor", "The sign-in is kept in a file that only you can read."),
        "",
    ),
    "keyring.memory": (
        QT_TRANSLATE_NOOP("Doctor", "The sign-in is kept until itdesk ends, as IT has set it."),
        "",
    ),
    "keyring.unusable": (
        QT_TRANSLATE_NOOP(
            "Doctor", "This computer's keyring does not work, so you sign in again at every start."
        ),
        QT_TRANSLATE_NOOP("Doctor", "Unlock the keyring, or ask your IT to set one up."),
    ),
    "keyring.failed": (
        QT_TRANSLATE_NOOP("Doctor", "The sign-in cannot be kept: {why}"),
        QT_TRANSLATE_NOOP("Doctor", "Give yourself the right to read and write {folder}."),
    ),
    "keyring.forgotten": (
        QT_TRANSLATE_NOOP("Doctor", "The sign-in was kept, but is not there any more."),
        QT_TRANSLATE_NOOP("Doctor", "Sign in again, and restart if it repeats."),
    ),
    "way.no_address": (
        QT_TRANSLATE_NOOP("Doctor", "No address of the server is known."),
        QT_TRANSLATE_NOOP("Doctor", "Sign in, or ask your IT for the address."),
    ),
    "way.bad_address": (
        QT_TRANSLATE_NOOP("Doctor", "The address of the server cannot be used: {reason}"),
        QT_TRANSLATE_NOOP("Doctor", "Ask your IT for the right address."),
    ),
    "way.dns": (
        QT_TRANSLATE_NOOP("Doctor", "The name of the server is found: {reason}."),
        "",
    ),
    "way.literal": (
        QT_TRANSLATE_NOOP("Doctor", "The server has no name, only an address."),
        "",
    ),
    "way.tcp": (
        QT_TRANSLATE_NOOP("Doctor", "This computer connects to {reason}."),
        "",
    ),
    "way.proxy": (
        QT_TRANSLATE_NOOP("Doctor", "The proxy lets the requests through: {reason}."),
        "",
    ),
    "way.no_proxy": (
        QT_TRANSLATE_NOOP("Doctor", "There is no proxy on the way."),
        "",
    ),
    "way.proxy_plain": (
        QT_TRANSLATE_NOOP("Doctor", "The proxy passes the requests on as they are."),
        "",
    ),
    "way.tls": (
        QT_TRANSLATE_NOOP("Doctor", "The certificates on the way are trusted ({reason})."),
        "",
    ),
    "way.no_tls": (
        QT_TRANSLATE_NOOP("Doctor", "The address asks for no encryption, so there is no certificate."),
        "",
    ),
    "way.server": (
        QT_TRANSLATE_NOOP("Doctor", "The help desk's server answers, in {ms} ms."),
        "",
    ),
    "way.name": (
        QT_TRANSLATE_NOOP("Doctor", "The name of the server is not found: {server}"),
        QT_TRANSLATE_NOOP("Doctor", "Check the network; if you work from elsewhere, connect the VPN."),
    ),
    "way.refused": (
        QT_TRANSLATE_NOOP("Doctor", "The server refuses the connection: {server}"),
        QT_TRANSLATE_NOOP(
            "Doctor", "Check the network; if others have it too, the server may be switched off."
        ),
    ),
    "way.timeout": (
        QT_TRANSLATE_NOOP("Doctor", "The server does not answer in time: {server}"),
        QT_TRANSLATE_NOOP("Doctor", "Check the network; if you work from elsewhere, connect the VPN."),
    ),
    "way.untrusted": (
        QT_TRANSLATE_NOOP("Doctor", "The certificate of {server} is not trusted: {reason}."),
        QT_TRANSLATE_NOOP(
            "Doctor",
            "Send nothing elsewhere and tell your IT: this computer must know its certificate authority.",
        ),
    ),
    "way.proxy_fails": (
        QT_TRANSLATE_NOOP("Doctor", "The proxy on the way does not work: {reason}."),
        QT_TRANSLATE_NOOP("Doctor", "Ask your IT for the right proxy."),
    ),
    "way.proxy_login": (
        QT_TRANSLATE_NOOP("Doctor", "The proxy on the way asks for a login and a password."),
        QT_TRANSLATE_NOOP("Doctor", "Ask your IT how this program gets through."),
    ),
    "way.broken": (
        QT_TRANSLATE_NOOP("Doctor", "The connection to {server} breaks off in the middle."),
        QT_TRANSLATE_NOOP("Doctor", "Try again; if it repeats, something on the way cuts it: tell your IT."),
    ),
    "way.answer": (
        QT_TRANSLATE_NOOP("Doctor", "Something else answers at {server}: {reason}."),
        QT_TRANSLATE_NOOP(
            "Doctor",
            "In a guest network, sign in to the network first; otherwise ask your IT for the right address.",
        ),
    ),
    "way.problem": (
        QT_TRANSLATE_NOOP("Doctor", "The server {server} has trouble of its own: {reason}"),
        QT_TRANSLATE_NOOP("Doctor", "Nothing is lost; try again later."),
    ),
    "clock.right": (
        QT_TRANSLATE_NOOP("Doctor", "The clock differs from the server's by {seconds} s."),
        "",
    ),
    "clock.ahead": (
        QT_TRANSLATE_NOOP("Doctor", "The clock is {minutes} min ahead of the server's."),
        QT_TRANSLATE_NOOP("Doctor", "Switch on “set the time automatically” in the computer's settings."),
    ),
    "clock.behind": (
        QT_TRANSLATE_NOOP("Doctor", "The clock is {minutes} min behind the server's."),
        QT_TRANSLATE_NOOP("Doctor", "Switch on “set the time automatically” in the computer's settings."),
    ),
    "clock.unknown": (
        QT_TRANSLATE_NOOP("Doctor", "The clock was not compared: the server did not tell its time."),
        QT_TRANSLATE_NOOP("Doctor", "Mend the way to the server first."),
    ),
    "disk.enough": (
        QT_TRANSLATE_NOOP("Doctor", "Free on the disk: {free_mb} MB."),
        "",
    ),
    "disk.low": (
        QT_TRANSLATE_NOOP("Doctor", "Free on the disk: only {free_mb} MB."),
        QT_TRANSLATE_NOOP("Doctor", "Empty the bin, and move large files away."),
    ),
    "disk.unknown": (
        QT_TRANSLATE_NOOP("Doctor", "How much is free on the disk cannot be found out: {why}"),
        QT_TRANSLATE_NOOP("Doctor", "Send IT a report with what this page says."),
    ),
    "log.written": (
        QT_TRANSLATE_NOOP("Doctor", "What itdesk does is written down in {path}."),
        "",
    ),
    "log.unwritable": (
        QT_TRANSLATE_NOOP("Doctor", "What itdesk does cannot be written down: {why}"),
        QT_TRANSLATE_NOOP("Doctor", "Give yourself the right to read and write {folder}."),
    ),
}
"""By the code of the finding."""
STEPS = {
    "settings": QT_TRANSLATE_NOOP("Doctor", "Settings"),
    "account": QT_TRANSLATE_NOOP("Doctor", "Sign-in"),
    "store": QT_TRANSLATE_NOOP("Doctor", "Copy of the tickets"),
    "outbox": QT_TRANSLATE_NOOP("Doctor", "Waiting to be sent"),
    "keyring": QT_TRANSLATE_NOOP("Doctor", "Keyring"),
    "dns": QT_TRANSLATE_NOOP("Doctor", "Name of the server"),
    "tcp": QT_TRANSLATE_NOOP("Doctor", "Connection"),
    "proxy": QT_TRANSLATE_NOOP("Doctor", "Proxy"),
    "tls": QT_TRANSLATE_NOOP("Doctor", "Certificates"),
    "server": QT_TRANSLATE_NOOP("Doctor", "Server"),
    "clock": QT_TRANSLATE_NOOP("Doctor", "Clock"),
    "disk": QT_TRANSLATE_NOOP("Doctor", "Disk"),
    "log": QT_TRANSLATE_NOOP("Doctor", "Log"),
}
VERDICTS = {
    "ok": QT_TRANSLATE_NOOP("Doctor", "in order"),
    "warn": QT_TRANSLATE_NOOP("Doctor", "look at this"),
    "fail": QT_TRANSLATE_NOOP("Doctor", "does not work"),
}


def step_name(finding: "Finding") -> str:
    """Return what was looked at."""
    return _said(STEPS.get(finding.step, finding.step))


def verdict_words(finding: "Finding") -> str:
    """Return how it went, in a word or two."""
    return _said(VERDICTS[finding.verdict.value])


def found_words(finding: "Finding") -> str:
    """Return what was found, a sentence without secrets."""
    return _filled(WORDS[finding.code][0], finding)


def fix_words(finding: "Finding") -> str:
    """Return what to do, a sentence; empty where all is well."""
    fix = WORDS[finding.code][1]
    return _filled(fix, finding) if fix else ""


def _filled(source: object, finding: "Finding") -> str:
    values = dict(finding.shown)
    if "reason" in values:
        values["reason"] = reason_words(str(values["reason"]))
    return _said(source).format(**values)


def _said(source: object) -> str:
    return QCoreApplication.translate("Doctor", str(source))
