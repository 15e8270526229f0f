"""Linux is read out of trees of files as it has them: names with colons, links, sockets."""

import sys
from pathlib import Path

import pytest

FOLDER = Path(__file__).parent
WITHOUT_SUCH_FILES = pytest.mark.skipif(
    sys.platform == "win32", reason="Windows has no files with such names, no links and no sockets"
)


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Mark the tests of this folder."""
    for item in items:
        if item.path.is_relative_to(FOLDER):
            item.add_marker(WITHOUT_SUCH_FILES)
