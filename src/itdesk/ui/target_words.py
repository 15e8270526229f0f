"""What a time is promised for, in words."""

from PySide6.QtCore import QCoreApplication

from itdesk.domain.sla.target import Target


def target_name(target: Target) -> str:
    """Return what a time is promised for."""
    names = {
        Target.FIRST_RESPONSE: QCoreApplication.translate("Ledger", "First response"),
        Target.NEXT_RESPONSE: QCoreApplication.translate("Ledger", "Next response"),
        Target.RESOLUTION: QCoreApplication.translate("Ledger", "Resolution"),
    }
    return names[target]
