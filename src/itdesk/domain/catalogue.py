"""The service catalogue: what a ticket is about."""

from enum import StrEnum


class Category(StrEnum):
    """The kinds of help that IT gives."""

    INSTALL_OR_CONFIGURE = "install_or_configure"
    SOFTWARE_FAILURE = "software_failure"
    HARDWARE_FAILURE = "hardware_failure"
    NETWORK_AND_ACCESS = "network_and_access"
    OPERATIONAL_SUPPORT = "operational_support"
    TRAINING_AND_ADVICE = "training_and_advice"
    OTHER = "other"


class Concerns(StrEnum):
    """What a report is about; only *this computer* lets its facts and screen go along."""

    THIS_COMPUTER = "this_computer"
    ANOTHER_COMPUTER = "another_computer"
    NO_COMPUTER = "no_computer"
