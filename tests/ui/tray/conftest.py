"""Joanna's computer, as the tray's notifications need it."""

from tests.ui.requester.conftest import helpdesk, rest, runner

__all__ = ["helpdesk", "rest", "runner"]
