"""Escapes text for Markdown and for HTML, so that it is read as it was written and refers to nobody.

A backslash keeps a sign from being Markdown. The services that show it then look for ``@name``,
``#12`` and addresses in the text, whatever was escaped: an empty comment inside them is not seen, and
keeps them apart.
"""

from __future__ import annotations

import html
import re

from malkoll.report.shown import Shown

APART = "<!-- -->"
_SHOWN = Shown()
_REFERENCE = re.compile(
    r"(?<=[@#!%^&~])(?=[\w\"'\[\\])|(?<=:)(?=//|[\w+-]+:)|(?<=[Ww]{3})(?=\.\w)|(?<=[Gg][Hh])(?=-\d)"
)
"""Where a person, an issue, an address or a sign like ``:smile:`` would be understood."""
_MARK = "\0"
"""Never among what is shown: marks where the comments go, so that none lands in an escape."""
_ACTIVE = re.compile(r"[\\`*_\[\]<>&|~#]")
_START = re.compile(r"(?P<number>\d{1,9})(?=[.)])|(?=[-+=:>])")
_BACKTICKS = re.compile(r"`+")


def markdown(text: str) -> str:
    """Write text on one line that Markdown shows as it is, wherever in a paragraph or a table it stands."""
    shown = _parted(text)
    escaped = _kept_apart(_ACTIVE.sub(r"\\\g<0>", shown))
    start = _START.match(shown)
    if start is None or escaped.startswith("\\"):
        return escaped
    number = start["number"] or ""
    return f"{number}\\{escaped[len(number) :]}"


def in_html(text: str) -> str:
    """Write text on one line for the inside of an HTML element."""
    return _kept_apart(html.escape(_parted(text)))


def _parted(text: str) -> str:
    return _REFERENCE.sub(_MARK, _SHOWN.sentence(text).strip())


def _kept_apart(escaped: str) -> str:
    # what stands between two dollars would be a formula; no backslash helps against that
    return escaped.replace("$", "<span>$</span>").replace(_MARK, APART)


def code(text: str) -> str:
    """Write text on one line as code: nothing in it counts. In a table a bar would, all the same."""
    shown = _SHOWN.sentence(text).strip() or " "
    fence = "`" * (max((len(run) for run in _BACKTICKS.findall(shown)), default=0) + 1)
    blank = " " if shown.startswith("`") or shown.endswith("`") else ""
    return f"{fence}{blank}{shown}{blank}{fence}"
