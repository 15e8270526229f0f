"""The kinds of secrets that are recognised."""

from enum import StrEnum


class Secret(StrEnum):
    """What a finding is."""

    PASSWORD = "password"  # noqa: S105 (a kind, no password)
    """What follows a word like “password”, “hasło”, “PIN”."""
    TOKEN = "token"  # noqa: S105 (likewise)
    """What follows a word like “token”, “api_key”, or has the form of a known access token."""
    PRIVATE_KEY = "private_key"
    JWT = "jwt"
    PESEL = "pesel"
    """The number of a person in Poland."""
    BANK_ACCOUNT = "bank_account"
    CARD = "card"
    EMAIL = "email"
    """Somebody else's address."""
    MAC = "mac"
    SSID = "ssid"
    URL_CREDENTIALS = "url_credentials"
    """Name and password, or the value of a secret parameter, in an address of the web."""
    HOME = "home"
    """The person's name in the path of a home folder."""
    ADMIN = "admin"
    """What the company's own patterns recognise."""
