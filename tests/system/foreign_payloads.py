"""Texts that open a file or a connection if anything took them for more than text. Each holds WORD."""

from pathlib import Path

WORD = "foreign-canary"
"""Nothing that the program does of itself has this in a path."""

COMBINING = "\u0301" * 5_000
"""Ten kilobytes."""


def payloads(canary: Path) -> tuple[str, ...]:
    """Return the texts; `canary` is a picture that exists, with WORD in its path."""
    return (
        f"<img src='file://{canary}'>",
        f"<img src='{canary}'>",
        f"![x](file://{canary})",
        f"![x]({canary})",
        f"[x]: file://{canary}\n![x]",
        f"[x](file://{canary}) <file://{canary}>",
        f"<img src='//{WORD}/share/x.png'>",
        rf"<img src='\\{WORD}\share\x.png'>",
        rf"\\{WORD}\share\x.png",
        f"![x](smb://{WORD}/share/x.png)",
        f"<img src='http://127.0.0.1:9/{WORD}.png'>",
        f"![x](http://127.0.0.1:9/{WORD}.png)",
        f"<html><body background='file://{canary}'>x",
        f"<style>@import url('file://{canary}')</style><p style='background-image:url(file://{canary})'>x",
        f"<link rel='stylesheet' href='file://{canary}'><p>x",
        f"<iframe src='file://{canary}'></iframe><object data='file://{canary}'></object>",
        f"<svg><image href='file://{canary}'/></svg>",
        f"<table background='{canary}'><tr><td>x</table>",
        f"qrc:/{WORD} :/{WORD} <img src=':/{WORD}.png'>",
        f"mailto:x@{WORD}.example?attach={canary}",
        f"itdesk://ticket/{WORD}",
        f"javascript:open('{canary}') vbscript:{WORD} ms-msdt:/{WORD} search-ms:{WORD}",
        f"data:text/html,<img src='file://{canary}'>",
        f"\u202egnp.{WORD}\u202c.exe",
        f"../../{WORD}/x.png",
        f"{WORD}.desktop",
        f"{WORD} %s %n %1 {{0}} {{name}} &{WORD}",
        f"{WORD} e{COMBINING}",
        f"{WORD} \ufffc\u2028\u2029\ufeff\u200f",
    )
