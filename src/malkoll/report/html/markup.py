"""Builds HTML in which every text is escaped: there is no way to write a text as markup.

What a user wrote is also made fit to show, so that a control or a change of direction can be seen
and does nothing.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from html import escape

from malkoll.record import Record
from malkoll.report.shown import Shown

_VOID = frozenset({"br", "input", "meta"})
_shown = Shown()


class Markup(Record):
    """A finished piece of HTML; only `element` and `joined` make any."""

    html: str


Content = Markup | str | None | Iterable["Content"]
"""A piece of HTML, a text to be escaped, several of them, or nothing."""
Value = str | int | bool | None
"""An attribute's value; True writes the name alone, False and None leave it out."""


def element(name: str, /, *content: Content, **attributes: Value) -> Markup:
    """Make an element; ``class_``, ``for_`` and ``data_board`` are the attributes class, for and data-board.

    Raises:
        ValueError: for what the page's security policy would refuse: handlers, styles, links that lead away.

    """
    start = "".join(_attribute(key, value) for key, value in attributes.items())
    if name in _VOID:
        return Markup(f"<{name}{start}>")
    return Markup(f"<{name}{start}>{_inside(content)}</{name}>")


def joined(*content: Content) -> Markup:
    """Put pieces after one another."""
    return Markup(_inside(content))


def raw_text(name: str, text: str) -> Markup:
    """Make a style or script element of a text of ours, which can't hold its own end.

    Raises:
        ValueError: when it does.

    """
    if "</" in text:
        raise ValueError(name)
    return Markup(f"<{name}>{text}</{name}>")


def fit(text: str) -> str:
    """Make a text fit to show, not yet escaped."""
    return _shown.sentence(text)


def _inside(content: Iterable[Content]) -> str:
    return "".join(_pieces(content))


def _pieces(content: Iterable[Content]) -> Iterator[str]:
    for piece in content:
        if piece is None:
            continue
        if isinstance(piece, Markup):
            yield piece.html
        elif isinstance(piece, str):
            yield escape(fit(piece), quote=False)
        else:
            yield from _pieces(piece)


def _attribute(key: str, value: Value) -> str:
    name = key.rstrip("_").replace("_", "-")
    if name == "style" or name.startswith("on") or (name == "href" and not str(value).startswith("#")):
        raise ValueError(name)
    if value is None or value is False:
        return ""
    return f" {name}" if value is True else f' {name}="{escape(fit(str(value)))}"'
