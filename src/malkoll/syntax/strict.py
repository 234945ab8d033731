"""What the parser reads without a word and YAML 1.2 doesn't allow: other programs refuse the file, or read it otherwise.

The few documents that may hold such a thing are found by a look at their text; only those are read
again, token by token.
"""

from __future__ import annotations

import re

from malkoll.source import Span
from malkoll.syntax.tree import Node, Trouble, scalars

# each begins with few characters and stops at the next of them: a look for it takes next to no time
_DASH = r"-\s*[\],]"
"""A dash between brackets."""
_QUESTION = r"\?[^\s,\]}]"
"""A question mark between brackets."""
_CLOSE_COMMENT = r"#(?<=[\"'\]},\[{>|+\-0-9]#)"
"""A comment without a blank before it."""
_BEGINS_BLANK = r"[|>][-+0-9]{0,2}[ \t]*(?:#[^\n|>]*)?\n +\n"
"""A block text that begins with blank lines."""
_TAB_ALONE = r"(?<=[\n\r])(?P<tab> *+\t[ \t]*+)(?=[\n\r]|\Z)"
_MOST_PLACES = 1_000


def unallowed(text: str, *, wraps: bool) -> list[Trouble]:
    """Find what is told of in a text that was read to its end.

    Args:
        text: the whole text.
        wraps: whether brackets or texts in quotation marks in it go on in the next line.

    """
    if wraps or _is_suspect(text):
        # loaded here: few documents need it
        from malkoll.syntax.token_by_token import Reading  # noqa: PLC0415

        return list(Reading(text).troubles())
    return []


def _is_suspect(text: str) -> bool:
    # the plain looks leave few texts for the long ones
    return (
        re.search(_DASH, text) is not None
        or ("#" in text and re.search(_CLOSE_COMMENT, text) is not None)
        or ("?" in text and re.search(_QUESTION, text) is not None)
        or (" \n" in text and re.search(_BEGINS_BLANK, text) is not None)
    )


def tabs_alone(text: str, root: Node | None) -> list[Trouble]:
    """Find lines of a block text where only a tab stands: the reader takes them for blank, YAML for words.

    The nodes have their places in the file.
    """
    if "\t" not in text:
        return []
    # an alias stands for the same text again
    blocks = {id(node): node for node in scalars(root) if node.style in ("|", ">")}
    places = [
        Span(*match.span("tab"))
        for node in blocks.values()
        for match in re.compile(_TAB_ALONE).finditer(text, node.start, node.end)
    ]
    if not places:
        return []
    places = sorted(set(places))[:_MOST_PLACES]
    edits = tuple((span, "") for span in places)
    return [Trouble("yaml-syntax", "tab-alone", places[0], also=tuple(places[1:]), edits=edits)]
