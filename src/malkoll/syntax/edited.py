"""A text as it is to be read, and the way back to the places of the file."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable

from malkoll.source import Span
from malkoll.syntax.tree import PLAIN, Mapping, Node, Scalar, Trouble

_QUOTES = frozenset({'"', "'"})
Edits = tuple[tuple[Span, str], ...]
"""Stretches of a text, each with what is to stand there instead."""


class Edited:
    """A text with edits applied to it.

    Attributes:
        original: the text as it stands in the file.
        edits: in the original's offsets, in order, none over another.
        text: the result.
        is_plain: whether the original holds nothing hidden and no decomposed letters; no edit brings any.

    """

    __slots__ = ("_characters", "_new_ends", "_new_starts", "edits", "is_plain", "original", "text")

    def __init__(
        self,
        original: str,
        edits: Iterable[tuple[Span, str]] = (),
        characters: frozenset[Span] | None = None,
        *,
        is_plain: bool = False,
    ) -> None:
        self.original = original
        self.is_plain = is_plain
        self.edits = tuple(sorted(edits))
        self._characters = characters
        self._new_starts: list[int] = []
        self._new_ends: list[int] = []
        pieces: list[str] = []
        read = written = 0
        for (start, end), instead in self.edits:
            pieces += (original[read:start], instead)
            self._new_starts.append(written := written + start - read)
            self._new_ends.append(written := written + len(instead))
            read = end
        self.text = "".join((*pieces, original[read:])) if pieces else original

    def start(self, offset: int) -> int:
        """Give the place in the original where something begins that begins here."""
        index = bisect_right(self._new_starts, offset) - 1
        if index < 0:
            return offset
        span = self.edits[index][0]
        beyond = offset - self._new_ends[index]
        if beyond >= 0:
            return span.end + beyond
        return min(span.start + offset - self._new_starts[index], span.end)

    def end(self, offset: int) -> int:
        """Give the place in the original where something ends that ends here."""
        index = bisect_left(self._new_ends, offset)
        if index < len(self.edits) and self._new_starts[index] <= offset:
            span = self.edits[index][0]
            if offset == self._new_starts[index]:
                return span.start
            if offset == self._new_ends[index]:
                return span.end
            return min(span.start + offset - self._new_starts[index], span.end)
        if index == 0:
            return offset
        return self.edits[index - 1][0].end + offset - self._new_ends[index - 1]

    def span(self, span: Span) -> Span:
        # where nothing stands, nothing begins: it is at the end of what is before it
        start = self.start(span.start) if span.end > span.start else self.end(span.start)
        return Span(start, max(start, self.end(span.end)))

    def mended(self, edits: Edits) -> Edited | None:
        """Apply further edits of the result; None where one lies half over an earlier one."""
        # the edits to begin with are about single characters; later ones mend mistakes
        characters = self._characters
        if characters is None:
            characters = frozenset(span for span, _ in self.edits)
        old = [(span, instead, False) for span, instead in self.edits]
        new = [(self.span(span), instead, True) for span, instead in edits]
        kept: list[tuple[Span, str, bool]] = []
        for one in sorted([*old, *new]):
            # what was edited within a stretch that is written anew is in what is written
            while kept and one[2] and kept[-1][0] in characters and _within(kept[-1][0], one[0]):
                kept.pop()
            if kept and kept[-1][2] and one[0] in characters and _within(one[0], kept[-1][0]):
                continue
            if kept and kept[-1][0].end > one[0].start:
                return None
            kept.append(one)
        edited = ((span, instead) for span, instead, _ in kept)
        return Edited(self.original, edited, characters, is_plain=self.is_plain)

    def place(self, root: Node | None) -> None:
        """Give every node the place that it has in the original."""
        if not self.edits:
            return
        ours = {span.start for span, instead in self.edits if instead and instead[0] in _QUOTES}
        seen: set[int] = set()
        stack: list[Node] = [] if root is None else [root]
        while stack:
            node = stack.pop()
            if id(node) in seen:
                continue
            seen.add(id(node))
            node.start, node.end = self.span(Span(node.start, node.end))
            if isinstance(node, Mapping):
                for key, value in node.entries:
                    stack += (key, value)
            elif isinstance(node, Scalar):
                if node.start in ours:
                    node.is_mended = True
                    if self.original[node.start : node.start + 1] not in _QUOTES:
                        node.style = PLAIN
            else:
                stack += node.items

    def trouble(self, trouble: Trouble) -> Trouble:
        """Give a trouble the places that it has in the original."""
        if not self.edits:
            return trouble
        return trouble._replace(
            span=self.span(trouble.span),
            related=trouble.related and self.span(trouble.related),
            also=tuple(self.span(span) for span in trouble.also),
            edits=tuple((self.span(span), instead) for span, instead in trouble.edits),
        )


def _within(inner: Span, outer: Span) -> bool:
    return outer.start <= inner.start and inner.end <= outer.end and outer.start < outer.end
