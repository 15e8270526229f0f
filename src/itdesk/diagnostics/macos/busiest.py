"""The busiest programs of this Mac, by the names of the files that they run."""

from itdesk.diagnostics.anywhere import busiest


def read() -> dict[str, object]:
    """Return the programs that use most; macOS tells of the person's own ones alone."""
    return busiest.read(file_name)


def file_name(pid: int) -> str:
    """Return the name of the file that a process runs, "" when it is gone or foreign.

    The kernel cuts its own names after fifteen characters.
    """
    import psutil

    try:
        return psutil.Process(pid).exe().rpartition("/")[2]
    except (psutil.Error, ValueError):
        return ""
