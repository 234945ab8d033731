"""Files that a stranger may put in the way of any command, and what no output may hold."""

from __future__ import annotations

import io
import json
import re
import zipfile
from pathlib import Path

from checked import SOUND

CANARY = "PWNED"
PLANTED = (
    f"\\x1b]0;{CANARY}\\x07 \\u202e ::error::{CANARY} ##[error]{CANARY} ##vso[task.x]{CANARY} "
    f"</script><script>{CANARY}</script> @here {{0}} %s [red]x[/] :smile:"
)
"""Within double quotation marks of YAML, JSON and TOML: what terminals, services and browsers obey."""
_LINES = f"\\n::error::{CANARY}\\r::set-output name=x::{CANARY}\\n##[error]{CANARY}"
_LAUGHS = "a: &a [x]\n" + "".join(
    f"{new}: &{new} [{', '.join([f'*{old}'] * 9)}]\n" for old, new in zip("abcdefgh", "bcdefghi", strict=True)
)
_EVERY_VALUE = re.compile(r"^(?P<key>[ ]*(?:- )?[^\s:#]+:) (?P<value>[^\n{\[]+)$", re.MULTILINE)


def _office(**parts: bytes) -> bytes:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, part in parts.items():
            archive.writestr(name, part)
    return stream.getvalue()


MODEL = (
    f'id: "{PLANTED}"\nnamn: "{PLANTED}{_LINES}"\nfokusområden:\n  - id: a\n    namn: "{PLANTED}{_LINES}"\n'
)
"""A steering model that can be used, and speaks in commands."""
FILES: dict[str, bytes] = {
    "nothing": b"",
    "nul": b"\0" * 300,
    "every byte": bytes(range(256)) * 8,
    "wide and cut": SOUND.encode("utf-16")[:-1],
    "not closed": b"[" * 50_000,
    "braces": b'{"a":' * 50_000,
    "laughs": (_LAUGHS + "nämnd: A\nmål: *i\n").encode(),
    "itself": "nämnd: A\nmål: &a [*a]\n".encode(),
    "long number": f"år: {'9' * 5_000}\nmål: []\n".encode(),
    "long number in json": b'{"version": ' + b"9" * 5_000 + b', "findings": []}',
    "no number in json": b'{"version": NaN, "findings": [{"fingerprint": Infinity}]}',
    "no end of a number in json": b'{"version": 1e999, "findings": []}',
    "deep json": b'{"version": 1, "findings": ' + b'[{"a":' * 20_000,
    "twice in json": b'{"version": 1, "version": {}, "findings": [], "findings": [{"fingerprint": 1, "fingerprint": []}]}',
    "half a letter": b'{"version": 1, "findings": [{"fingerprint": "\\ud800", "code": "\\ud800", "file": "\\ud800\\u0000"}]}',
    "no size": b"a" * 1_200_000,
    "heap": ('nämnd: "a' + "\\u0301\\u0323" * 20_000 + '"\nmål: []\n').encode(),
    "planted": _EVERY_VALUE.sub(rf'\g<key> "{PLANTED}{_LINES}"'.replace("\\", r"\\"), SOUND)
    .replace(r"\\g<key>", r"\g<key>")
    .encode(),
    "planted keys": f'"{PLANTED}{_LINES}": x\nnämnd: A\nmål: [{{"{PLANTED}": x}}]\n'.encode(),
    "planted model": MODEL.encode(),
    "planted json": json.dumps({"version": 1, "findings": [{f"\x1b[31m\n::error::{CANARY}": 1}]}).encode(),
    "planted toml": f'"{PLANTED}" = 1\nselect = ["{PLANTED}"]\nmodel = "{PLANTED}"\n'.encode(),
    "names of others": 'styrmodell: /etc/passwd\nnämnd: A\nmål: []\nmodel = "/dev/zero"\n'.encode(),
    "deep toml": b"a = " + b"[" * 5_000,
    "long keys in toml": b"severity." + b".".join([b"a"] * 3_000) + b' = "error"\n',
    "other kinds in toml": b"select = inf\nmodel = 2026-01-01\nseverity = [nan]\nbaseline = {a = 1}\nfail-on = 1_000\ninclude = [[]]\n",
    "patterns": b'include = ["a\\\\/b", "[", "**\\\\/", "\\\\", "*a*a*a*a*a*b", "!"]\n',
    "lines of patterns": b"sn\\/yaml\n[\\/\n**\\/x\n!\\\n\\\n!\n"
    + b"*a" * 5_000
    + b"b\n"
    + b"**/" * 5_000
    + b"x\n!*\n",
    "python": b"!!python/object/apply:os.system ['touch PWNED']\n",
    "sheet that swells": _office(**{"[Content_Types].xml": b"<a/>", "xl/workbook.xml": b" " * 60_000_000}),
    "sheet with an outside": _office(
        **{
            "[Content_Types].xml": b"<Types/>",
            "xl/workbook.xml": b'<!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/passwd">]><workbook>&a;</workbook>',
        }
    ),
    "word that climbs": _office(**{"../../PWNED": b"x", "word/document.xml": b"<w:document"}),
    "half a zip": _office(a=b"b")[:20],
}
_OBEYED = re.compile(
    # control characters but line ends and tabs, what turns the direction, half letters
    r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\ud800-\udfff]|\r(?!\n)"
    # commands of services: GitHub's count after blanks, Azure's old ones anywhere in a line
    rf"|^[ \t]*::(?!(?:error|warning|notice) (?:file|title)=[^\n]*::)[a-z-]+|^[ \t]*::[^\n]*::(?:error|set-output)[^\n]*::{CANARY}$"
    rf"|##(?:vso)?\[[^\n]*\]{CANARY}",
    re.MULTILINE,
)


def obeyed(text: str) -> str | None:
    """Give what of a text a terminal or a service would obey."""
    found = _OBEYED.search(text)
    return text[max(0, found.start() - 30) : found.end() + 30] if found else None


def contents(folder: Path) -> dict[str, bytes | None]:
    """Give all that stands in a folder: by name what is in it."""
    return {
        str(path.relative_to(folder)): path.read_bytes() if path.is_file() else None
        for path in folder.rglob("*")
        if not path.is_symlink()
    }
