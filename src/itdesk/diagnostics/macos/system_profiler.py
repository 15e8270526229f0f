"""Asks system_profiler for one kind of thing, as JSON."""

from collections.abc import Iterator

from itdesk.diagnostics.base import NotAvailable
from itdesk.diagnostics.command import ask_tool
from itdesk.diagnostics.json_answer import parse_json, rows
from itdesk.diagnostics.macos.item import Item, as_item

PROFILER = "/usr/sbin/system_profiler"
OUTPUT_BYTES = 1024 * 1024
Items = tuple[Item, ...]


def ask_profiler(data_type: str, *, limit_s: float, most_bytes: int = OUTPUT_BYTES) -> Items:
    """Return the things of a data type like "SPAudioDataType". Raises NotAvailable.

    The level "basic" leaves out the search for other networks and the like, which takes seconds.
    """
    command = (PROFILER, "-json", "-detailLevel", "basic", data_type)
    return parse_items(ask_tool(command, limit_s=limit_s, most_bytes=most_bytes), data_type)


def parse_items(printed: str, data_type: str) -> Items:
    """Return the things that stand under the data type. Raises NotAvailable when there is no such list."""
    listed = as_item(parse_json(printed)).get(data_type)
    if not isinstance(listed, list):
        raise NotAvailable("The tool system_profiler told something else than was asked.")
    return tuple(rows(listed))


def tree(items: Items) -> Iterator[tuple[Item, Item]]:
    """Return every thing and what it hangs on, from the top down; the topmost hang on an empty one."""
    waiting: list[tuple[Item, Item]] = [(item, {}) for item in reversed(items)]
    while waiting:
        item, parent = waiting.pop()
        yield item, parent
        waiting += [(child, item) for child in reversed(rows(item.get("_items")))]
