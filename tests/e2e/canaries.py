"""Words that must never leave a computer, in all the places where a curious program would find them."""

import json
import random
import sqlite3
import string
import struct
import subprocess
import sys
import zlib
from collections.abc import Iterator, Mapping
from contextlib import closing, contextmanager
from dataclasses import dataclass, field
from pathlib import Path

CONSONANTS = "bcdfghjklmnpqrstvwxz"
WITNESS = "busy-witness-of"
"""The name that the kernel keeps of the program below: its first fifteen characters."""
SPIN = "import sys\nsys.stdout.write('up\\n')\nsys.stdout.flush()\nwhile True: pass"


@dataclass
class Canaries:
    """Words by the place where they were put; each is unique and means nothing."""

    by_place: dict[str, str] = field(default_factory=dict)

    def at(self, place: str) -> str:
        """Return a new word for a place."""
        assert place not in self.by_place
        self.by_place[place] = "kanarek" + "".join(random.SystemRandom().choices(CONSONANTS, k=14))
        return self.by_place[place]

    def places(self, words: set[str]) -> list[str]:
        """Return where these words were put."""
        return sorted(place for place, word in self.by_place.items() if word in words)


def environment_with(canaries: Canaries) -> dict[str, str]:
    """Return variables as a shell may have them, in names too; PATH among them."""
    return {
        "AWS_SECRET_ACCESS_KEY": canaries.at("a variable"),
        "PATH": f"/opt/{canaries.at('the search path')}/bin:/usr/bin:/bin",
        f"X_{canaries.at('the name of a variable')}": "1",
        "EDITOR": f"/usr/bin/{canaries.at('the editor')}",
        "http_referer": f"http://example.com/{canaries.at('a variable with an address')}",
    }


def furnish(home: Path, canaries: Canaries) -> None:
    """Make a home folder as people have them: browsers, documents, a shell's history."""
    firefox, chrome = home / ".mozilla/firefox/x.default", home / ".config/google-chrome/Default"
    firefox.mkdir(parents=True)
    chrome.mkdir(parents=True)
    (firefox.parent / "profiles.ini").write_text("[Profile0]\nName=default\nIsRelative=1\nPath=x.default\n")
    _write_history(firefox / "places.sqlite", "moz_places", canaries.at("Firefox's history"))
    _write_history(chrome / "History", "urls", canaries.at("Chrome's history"))
    for path, text in (
        (firefox / "logins.json", '{"logins": [{"hostname": "https://%s.example.com"}]}'),
        (firefox / "prefs.js", 'user_pref("browser.startup.homepage", "https://%s.example.com");'),
        (firefox / "sessionstore.jsonlz4", "mozLz40 %s"),
        (chrome / "Preferences", '{"homepage": "https://%s.example.com"}'),
        (chrome / "Bookmarks", '{"roots": {"bookmark_bar": {"name": "%s"}}}'),
        (chrome / "Login Data", "%s"),
        (home / ".bash_history", "mysql --password=%s\n"),
        (home / ".zsh_history", ": 1700000000:0;ssh %s\n"),
        (home / ".python_history", "print('%s')\n"),
        (
            home / ".ssh/id_ed25519",
            "-----BEGIN OPENSSH PRIVATE KEY-----\n%s\n-----END OPENSSH PRIVATE KEY-----\n",
        ),
        (home / ".netrc", "machine example.com login jan password %s\n"),
        (home / ".local/share/recently-used.xbel", '<xbel><bookmark href="file:///%s.odt"/></xbel>'),
        (home / ".thunderbird/y.default/prefs.js", 'user_pref("mail.identity.id1.useremail", "%s");'),
        (home / "Documents/List.txt", "Droga %s"),
    ):
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text % canaries.at(f"within {path.relative_to(home)}"))
    for folder, ending in (
        ("Documents", ".docx"),
        ("Desktop", ".pdf"),
        ("Downloads", ".zip"),
        ("Projekty", ""),
    ):
        (home / folder).mkdir(exist_ok=True)
        (home / folder / f"{canaries.at(f'a name in {folder}')}{ending}").write_bytes(b"PK\x03\x04")


def _write_history(path: Path, table: str, word: str) -> None:
    with closing(sqlite3.connect(path)) as database, database:
        database.execute(f"CREATE TABLE {table} (url TEXT, title TEXT)")
        database.execute(f"INSERT INTO {table} VALUES (?, ?)", (f"https://{word}.example.com/", word))


@contextmanager
def busy_witness(folder: Path, canaries: Canaries) -> Iterator[None]:
    """Run another program that nobody can overlook, with words in its arguments, environment and folder.

    It calls itself by a name that goes on behind what the kernel keeps: some look for the rest in its words.
    """
    program = folder / f"{WITNESS}-tests"
    program.symlink_to(Path(sys.executable).resolve())
    here = folder / canaries.at("another program's folder")
    here.mkdir()
    command = [f"{WITNESS}-{canaries.at('what another program calls itself')}", "-I", "-S", "-c", SPIN]
    command += [f"--password={canaries.at('an argument of another program')}"]
    variables = {
        "DATABASE_PASSWORD": canaries.at("a variable of another program"),
        f"Y_{canaries.at('the name of a variable of another program')}": "1",
        "PYTHONHOME": sys.base_prefix,
    }
    with subprocess.Popen(
        command, executable=program, env=variables, cwd=here, stdout=subprocess.PIPE, text=True
    ) as process:
        try:
            assert process.stdout is not None
            assert process.stdout.readline() == "up\n"
            yield
        finally:
            process.kill()


def picture_that_tells(words: Mapping[str, str]) -> bytes:
    """Return a PNG of one point with words in its text chunks: tEXt, zTXt, iTXt, eXIf."""
    chunks = (
        (b"IHDR", struct.pack(">IIBBBBB", 1, 1, 8, 2, 0, 0, 0)),
        (b"tEXt", b"Comment\0" + words["tEXt"].encode()),
        (b"zTXt", b"Comment\0\0" + zlib.compress(words["zTXt"].encode())),
        (b"iTXt", b"Title\0\1\0pl\0\0" + zlib.compress(words["iTXt"].encode())),
        (b"eXIf", b"MM\0\x2a\0\0\0\x08" + words["eXIf"].encode()),
        (b"IDAT", zlib.compress(b"\0\0\0\0")),
        (b"IEND", b""),
    )
    return b"\x89PNG\r\n\x1a\n" + b"".join(
        struct.pack(">I", len(content)) + kind + content + struct.pack(">I", zlib.crc32(kind + content))
        for kind, content in chunks
    )


def escaped_in_json(word: str) -> str:
    """Return a JSON text in which each letter of a word is escaped."""
    assert set(word) <= set(string.ascii_letters)
    return json.dumps({"x": "?"}).replace("?", "".join(f"\\u{ord(letter):04x}" for letter in word))
