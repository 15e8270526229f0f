"""The few marks that an article may carry: headings, lists, bold, the store's pictures. The rest is text."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from itdesk.domain.ids import FileId

HEADING = re.compile(r"(#{1,3})\s+(.+)")
BULLET = re.compile(r"[-*]\s+(.+)")
STEP = re.compile(r"(\d{1,3})[.)]\s+(.+)")
PICTURE = re.compile(r"!\[([^\]]*)\]\(file:([0-9a-f]{32})\)")
"""Nothing but an id: no address, no path. Such a line is the only thing for which anything is fetched."""
BOLD = re.compile(r"\*\*(\S(?:.*?\S)?)\*\*")


class BlockKind(StrEnum):
    """What a block is."""

    HEADING = "heading"
    PARAGRAPH = "paragraph"
    ITEM = "item"
    PICTURE = "picture"


@dataclass(frozen=True)
class Span:
    """A piece of a line."""

    text: str
    is_bold: bool = False


@dataclass(frozen=True)
class Block:
    """A line of its own; `mark` is what stands before an item: a bullet or its number.

    A picture is the file `file_id` of the store; its spans say what it shows.
    """

    kind: BlockKind
    spans: tuple[Span, ...]
    mark: str = ""
    file_id: FileId = FileId("")


def blocks(text: str) -> tuple[Block, ...]:
    """Return the blocks of an article. Lines that follow each other are one paragraph or item."""
    found: list[Block] = []
    is_open = False
    for line in (line.strip() for line in text.splitlines()):
        begun = _begun(line)
        if begun is not None:
            found.append(begun)
        elif line and is_open:
            last = found.pop()
            found.append(Block(last.kind, (*last.spans, Span(" "), *spans(line)), last.mark))
        elif line:
            found.append(Block(BlockKind.PARAGRAPH, spans(line)))
        is_open = bool(line) and found[-1].kind not in (BlockKind.HEADING, BlockKind.PICTURE)
    return tuple(found)


def spans(line: str) -> tuple[Span, ...]:
    """Cut a line into plain and bold pieces."""
    return tuple(_spans(line))


def _spans(line: str) -> Iterator[Span]:
    end = 0
    for match in BOLD.finditer(line):
        if match.start() > end:
            yield Span(line[end : match.start()])
        yield Span(match[1], is_bold=True)
        end = match.end()
    if end < len(line):
        yield Span(line[end:])


def _begun(line: str) -> Block | None:
    if match := HEADING.fullmatch(line):
        return Block(BlockKind.HEADING, spans(match[2]))
    if match := PICTURE.fullmatch(line):
        return Block(BlockKind.PICTURE, (Span(match[1]),), file_id=FileId(match[2]))
    if match := BULLET.fullmatch(line):
        return Block(BlockKind.ITEM, spans(match[1]), "•")
    if match := STEP.fullmatch(line):
        return Block(BlockKind.ITEM, spans(match[2]), f"{match[1]}.")
    return None
