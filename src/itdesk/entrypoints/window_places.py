"""Where the windows stood when the program ended."""

import base64
import json
import logging
from collections.abc import Mapping

from itdesk.workstation.paths import DataFolder
from itdesk.workstation.private_file import write_private

logger = logging.getLogger(__name__)

FILE = "windows.json"


def read_places(data: DataFolder) -> dict[str, bytes]:
    """Return the windows' places by kind; none when there is no file, or a damaged one."""
    try:
        kept = json.loads((data.root / FILE).read_text("utf-8"))
        return {str(kind): base64.b64decode(place) for kind, place in kept.items()}
    except (OSError, ValueError, AttributeError, TypeError):
        return {}


def write_places(data: DataFolder, places: Mapping[str, bytes]) -> None:
    """Keep the windows' places. A disk that refuses costs the places, nothing else."""
    kept = {kind: base64.b64encode(place).decode() for kind, place in places.items()}
    try:
        write_private(data.root / FILE, json.dumps(kept).encode())
    except OSError as error:
        logger.warning("the windows' places could not be kept: %s", error)
