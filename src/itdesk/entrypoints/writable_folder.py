"""The data folder of a client process, made sure of before anything is built on it."""

import os

from itdesk.workstation.folder_rights import close_to_others
from itdesk.workstation.paths import DataFolder, data_folder


class FolderUnusable(OSError):
    """The data folder cannot be made, written or closed to others. The text is a sentence for a person."""

    def __init__(self, folder: DataFolder, why: str) -> None:
        super().__init__(f"The folder {folder.root} cannot be used: {why}. Choose another with --data-dir.")


def writable_folder(data_dir: str | None) -> DataFolder:
    """Return the folder that was chosen, or what environment or platform say. Raises FolderUnusable."""
    folder = data_folder(data_dir or os.environ.get("ITDESK_DATA_DIR", ""))
    try:
        folder.create()
        close_to_others(folder.root)
    except OSError as error:
        raise FolderUnusable(folder, error.strerror or str(error)) from error
    if not os.access(folder.root, os.W_OK | os.X_OK):
        raise FolderUnusable(folder, "it may not be written")
    return folder
