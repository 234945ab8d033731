"""What fixes would change: as a patch that other programs can apply, or laid out for people to read."""

from __future__ import annotations

import difflib
import os
import re
from collections.abc import Iterator, Sequence

from malkoll.report.layout import Line, Style
from malkoll.report.shown import Shown
from malkoll.source import SourceFile

_TO_QUOTE = re.compile(rb'[\x00-\x1f"\\\x7f]')
_NAMED = {b"\t": b"\\t", b"\n": b"\\n", b"\r": b"\\r", b'"': b'\\"', b"\\": b"\\\\"}
_NO_LINE_END = b"\\ No newline at end of file"
_STYLES = {"+": Style.GOOD, "-": Style.ERROR, "@": Style.PLACE, "\\": Style.FAINT}


def patch(name: str, before: bytes, after: bytes) -> bytes:
    """Give the change of a file as ``git apply`` and ``patch -p1`` take it: its bytes as they are."""
    lines = [b"--- " + _file(b"a/", name), b"+++ " + _file(b"b/", name)]
    lines += _hunks(_lines(before), _lines(after))
    return b"".join(line + b"\n" for line in lines)


def lines(name: str, before: bytes, after: bytes, shown: Shown) -> Iterator[Line]:
    """Lay out the same change for people; ``shown`` makes its letters fit to show."""
    old, new = SourceFile(name, before), SourceFile(name, after)
    yield [(f"--- {shown(name)}", Style.STRONG)]
    yield [(f"+++ {shown(name)}", Style.STRONG)]
    if old.decoding.encoding != new.decoding.encoding:
        yield [(f"{old.decoding.encoding} → {new.decoding.encoding}", Style.PLACE)]
    texts = (_lines(one.text.encode("utf-8", "surrogatepass")) for one in (old, new))
    for raw in _hunks(*texts):
        line = raw.decode("utf-8", "surrogatepass").removesuffix("\r")
        yield [(shown(line), _STYLES.get(line[:1], Style.PLAIN))]


def is_harmless(change: bytes) -> bool:
    """Tell whether a change holds nothing that a screen, or a CI server that reads it, would act on."""
    shown = Shown()
    for line in change.decode("utf-8", "replace").split("\n"):
        text = line.removesuffix("\r").replace("\t", " ")
        if shown(text) != text or text.lstrip().startswith("::"):
            return False
    return True


def _lines(data: bytes) -> list[bytes]:
    """Part a file's bytes as programs that apply changes do: at line feeds, and there alone."""
    return re.findall(rb"[^\n]*\n|[^\n]+", data)


def _hunks(before: Sequence[bytes], after: Sequence[bytes]) -> Iterator[bytes]:
    """Give the changed lines with those around them, without line feeds."""
    found = difflib.diff_bytes(difflib.unified_diff, before, after, lineterm=b"")
    for number, line in enumerate(found):
        # the first two name the files
        if number < 2:
            continue
        yield line.removesuffix(b"\n")
        if not line.endswith(b"\n") and not line.startswith(b"@@"):
            yield _NO_LINE_END


def _file(side: bytes, name: str) -> bytes:
    """Write a file's name as git does: letters that would end it are escaped, after a blank stands a tab."""
    raw = side + os.fsencode(name).lstrip(b"/")
    if _TO_QUOTE.search(raw):
        return b'"' + _TO_QUOTE.sub(lambda match: _NAMED.get(match[0], b"\\%03o" % ord(match[0])), raw) + b'"'
    return raw + (b"\t" if b" " in raw else b"")
