"""The command line: a real client for scripts, for tests, and over SSH."""

from itdesk.entrypoints.cli.main import main

__all__ = ["main"]
