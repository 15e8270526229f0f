"""What looks private in a text, in words."""

from collections import Counter
from collections.abc import Iterable

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication

from itdesk.domain.redaction import Finding, Secret

SECRETS = {
    Secret.PASSWORD: QT_TRANSLATE_NOOP("Secret", "password"),
    Secret.TOKEN: QT_TRANSLATE_NOOP("Secret", "access key"),
    Secret.PRIVATE_KEY: QT_TRANSLATE_NOOP("Secret", "private key"),
    Secret.JWT: QT_TRANSLATE_NOOP("Secret", "sign-in token"),
    Secret.PESEL: QT_TRANSLATE_NOOP("Secret", "PESEL number"),
    Secret.BANK_ACCOUNT: QT_TRANSLATE_NOOP("Secret", "bank account"),
    Secret.CARD: QT_TRANSLATE_NOOP("Secret", "payment card"),
    Secret.EMAIL: QT_TRANSLATE_NOOP("Secret", "somebody's e-mail address"),
    Secret.MAC: QT_TRANSLATE_NOOP("Secret", "address of a network card"),
    Secret.SSID: QT_TRANSLATE_NOOP("Secret", "name of a Wi-Fi network"),
    Secret.URL_CREDENTIALS: QT_TRANSLATE_NOOP("Secret", "sign-in data in a link"),
    Secret.HOME: QT_TRANSLATE_NOOP("Secret", "name of a home folder"),
    Secret.ADMIN: QT_TRANSLATE_NOOP("Secret", "something that your company protects"),
}


def secret_name(secret: Secret) -> str:
    """Return what it looks like."""
    return QCoreApplication.translate("Secret", str(SECRETS[secret]))


def what_was_found(findings: Iterable[Finding]) -> str:
    """Return the kinds that were found, each once, with how many there are where there are several."""
    counted = Counter(finding.secret for finding in findings)
    return ", ".join(
        secret_name(secret) if count == 1 else f"{secret_name(secret)} ({count})"
        for secret, count in counted.items()
    )
