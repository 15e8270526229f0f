"""Texts that break programs elsewhere, by what they are."""

from enum import StrEnum


class Sort(StrEnum):
    """What becomes of a text wherever plain text is taken."""

    FINE = "fine"
    BLANK = "blank"
    NUL = "nul"
    HALF = "half"
    LONG = "long"


FINE = {
    "bidi override": "invoice\u202efdp.exe",
    "bidi isolates": "\u2066admin\u2069 \u2067nimda\u2069",
    "right to left": "מדפסת לא עובדת \u200fطابعة معطلة",
    "zero width inside": "ad\u200bm\u200cin\u200d\ufeff!",
    "soft hyphen": "ad\u00admin",
    "combining flood": "Z" + "\u0351\u0327\u0321\u0489" * 15,
    "emoji family": "👩‍👩‍👧‍👦 🏳️‍🌈 👍🏿 🇵🇱",
    "beyond the basic plane": "𝕏𝟘 𐍈 \U0010fffd",
    "noncharacters": "\ufffe\uffff\U0001ffff",
    "private use": "\ue000\uf8ff",
    "homoglyphs": "аdmin раураl",  # Cyrillic
    "full width": "ａｄｍｉｎ＜script＞",
    "composed": "żółw Å é",
    "decomposed": "z\u0307o\u0301\u0142w A\u030a e\u0301",
    "compatibility": "ﬁ ² Ⅷ ㎏ ſ",
    "Turkish i": "İstanbul ıI iİ",
    "sharp s": "STRASSE Straße ẞ",
    "line separators": "one\u2028two\u2029three\x85four\x0bfive\x0csix",
    "CRLF": "one\r\nSet-Cookie: a=b\r\n\r\n<html>",
    "tabs and returns": "\ta\rb\nc",
    "control characters": "a\x01\x02\x07\x08\x7f\x9fz",
    "ANSI": "\x1b[31mred\x1b[0m\x1b]0;title\x07\x1b[2J",
    "SQL": "'; DROP TABLE tickets; -- \" OR 1=1 /*",
    "SQL pattern": "100%_\\%' ESCAPE '\\",
    "HTML": "<img src=//evil/x onerror=alert(1)><b>&amp;&lt;",
    "Markdown": "[a](file:///etc/passwd) ![](\\\\evil\\share) **b** `c`",
    "format": "%s %n %(x)d {0} {x.__class__} ${y} #{z} {{w}} <%= 1 %>",
    "template": "{requester} {number} {nothing}",
    "shell": "$(reboot) `id` ; rm -rf / | & > x",
    "path": "../../../../etc/passwd",
    "Windows path": "..\\..\\C:\\Windows\\system32\\cmd.exe::$DATA",
    "UNC": "\\\\evil\\share\\x.png",
    "reserved name": "CON",
    "reserved name with an end": "nul.txt. . ",
    "prototype": "__proto__",
    "constructor": "constructor.prototype",
    "null word": "null",
    "undefined word": "undefined NaN Infinity -Infinity",
    "number": "9" * 60,
    "number beyond": "1e999 -0 0x7fffffffffffffff",
    "JSON": '{"a": [1, "\\u0000"]}',
    "XML": "<!DOCTYPE x [<!ENTITY y SYSTEM 'file:///etc/passwd'>]><x>&y;</x>",
    "formula": "=cmd|'/c calc'!A1",
    "search words": 'from:@me status:"x" -(a OR b) NEAR/3 *',
    "address": "itdesk://ticket/1?x=y javascript:alert(1)",
    "mention": "@anna @@ @everyone IT-1 #1",
    "outer blanks": " \u00a0a\u3000 ",
    "dots": ".",
    "dash": "--help",
    "quotes": "\"'`´„”’",
    "backslash at the end": "a\\",
}
OTHERS = {
    "empty": (Sort.BLANK, ""),
    "blanks": (Sort.BLANK, " \t\u00a0\u2003\u3000 "),
    "zero width alone": (Sort.BLANK, "\u200b\u200d\ufeff\u2060"),
    "bidi marks alone": (Sort.BLANK, "\u202e\u2066\u200f"),
    "a NUL": (Sort.NUL, "a\0b"),
    "a NUL at the end": (Sort.NUL, "admin\0"),
    "half a pair": (Sort.HALF, "a\ud83db"),
    "the other half": (Sort.HALF, "\udc80"),
    "a pair turned round": (Sort.HALF, "\ude00\ud83d"),
    "a megabyte": (Sort.LONG, "ż" * 500_000),
    "a megabyte of emoji": (Sort.LONG, "👩‍👧" * 90_000),
    "just too long for anything": (Sort.LONG, "a" * 20_001),
}
CORPUS: dict[str, tuple[Sort, str]] = {name: (Sort.FINE, text) for name, text in FINE.items()} | OTHERS
