"""Writes JSON that can be read by eye and that no CI server obeys."""

from __future__ import annotations

import json
import re

from malkoll.report.shown import UNSEEN

_UNFIT = re.compile(f"[{UNSEEN}]")
_COMMAND = re.compile(r"##(?=\w*\[)")


def compact(value: object) -> str:
    """Write a value on one line, letters as they are; `fit` makes the whole fit to print."""
    return json.dumps(value, ensure_ascii=False)


def fit(text: str) -> str:
    """Escape in a JSON text what can't be seen, and what a CI server would obey; it means the same."""
    return _COMMAND.sub(r"#\\u0023", _UNFIT.sub(_escape, text))


def _escape(match: re.Match[str]) -> str:
    """Write a character as JSON escapes it, by its UTF-16 halves if it needs two."""
    code = ord(match[0])
    if code <= 0xFFFF:
        return f"\\u{code:04x}"
    high, low = divmod(code - 0x10000, 0x400)
    return f"\\u{0xD800 + high:04x}\\u{0xDC00 + low:04x}"
