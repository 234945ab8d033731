"""Read a file's text to a tree, with all that is wrong with it as YAML."""

from __future__ import annotations

import unicodedata
from typing import NamedTuple

import yaml

from malkoll.source import SourceFile, Span
from malkoll.syntax.characters import breaking_spaces, invisible, readable
from malkoll.syntax.comments import cut_by_comment
from malkoll.syntax.compose import Composer, LimitReachedError, Limits
from malkoll.syntax.mend import Cause, explain, hide, restore
from malkoll.syntax.tree import Mapping, Node, Scalar, Sequence, Trouble, scalars

_MOST_MISTAKES = 25
"""How many mistakes in its YAML a file is read past."""


class Parsed(NamedTuple):
    """What a text was read to.

    Attributes:
        root: None when nothing stands there or it can't be read.
        troubles: what is wrong, in the order found.
        whole: False when reading had to stop: what is missing then isn't known.

    """

    root: Node | None
    troubles: tuple[Trouble, ...]
    whole: bool = True


def parse(source: SourceFile, limits: Limits | None = None) -> Parsed:
    """Read a file's text. Never raises: what is wrong is in the result."""
    limits = limits or Limits()
    decoding = source.decoding
    if decoding.kind:
        trouble = Trouble("not-utf8", decoding.kind, Span(0, 0), fatal=True)
        return Parsed(None, (trouble,), whole=False)
    troubles = [*_encoding(source), *invisible(source.text), *_decomposed(source.text)]
    root, read, whole = _read(source.text, limits)
    troubles += read
    if whole and _says_nothing(root) and not any(trouble.rule == "several-documents" for trouble in read):
        troubles.append(Trouble("empty-document", "empty", Span(0, 0)))
        root = None
    if root is not None:
        troubles += cut_by_comment(source.text, root)
    return Parsed(root, tuple(troubles), whole)


def _says_nothing(root: Node | None) -> bool:
    return root is None or (isinstance(root, Scalar) and root.is_empty)


def _read(text: str, limits: Limits) -> tuple[Node | None, list[Trouble], bool]:
    working = readable(text)
    root, troubles, whole = _attempts(working, limits)
    if "\u00a0" in text and (not whole or _has_breaking_space(root)) and (found := breaking_spaces(working)):
        for span, blanks in found.edits:
            working = working[: span.start] + blanks + working[span.end :]
        root, troubles, whole = _attempts(working, limits)
        troubles = [found, *troubles]
    return root, troubles, whole


def _has_breaking_space(root: Node | None) -> bool:
    return any(
        not node.style and "\u00a0" in node.text and (":\u00a0" in node.text or node.text[0] in "\u00a0-")
        for node in scalars(root)
    )


def _attempts(text: str, limits: Limits) -> tuple[Node | None, list[Trouble], bool]:
    """Read; where a single character is to blame, report it, hide it and read again."""
    mistakes: list[Trouble] = []
    while True:
        composer = Composer(text, limits)
        try:
            composer.run()
        except yaml.YAMLError as error:
            cause = _cause(error, text)
            mistakes.append(cause.trouble)
            if cause.hide is None or len(mistakes) >= _MOST_MISTAKES:
                return None, mistakes + composer.troubles, False
            text = hide(text, cause.hide)
        except LimitReachedError as error:
            return None, [*mistakes, *composer.troubles, error.trouble], False
        else:
            if mistakes:
                _restore(composer.root)
            return composer.root, mistakes + composer.troubles, True


def _cause(error: yaml.YAMLError, text: str) -> Cause:
    cause = explain(error, text)
    if cause.hide is not None and not 0 <= ord(text[cause.hide]) < 0x100:
        return Cause(cause.trouble)
    return cause


def _restore(root: Node | None) -> None:
    for node in scalars(root):
        node.text = restore(node.text)


def _encoding(source: SourceFile) -> list[Trouble]:
    decoding = source.decoding
    if decoding.trouble is None:
        return []
    place = min(decoding.trouble, max(len(source.text) - 1, 0))
    values: dict[str, str | int] = {
        "encoding": decoding.encoding,
        "character": source.text[place : place + 1],
    }
    # the whole text stands as it is: writing it as UTF-8 is the fix
    edits = ((Span(place, place + 1), source.text[place : place + 1]),)
    return [Trouble("not-utf8", "encoding", Span(place, place + 1), values=values, edits=edits)]


def _decomposed(text: str) -> list[Trouble]:
    if text.isascii() or unicodedata.is_normalized("NFC", text):
        return []
    places: list[tuple[Span, str]] = []
    start = 0
    for offset, character in enumerate(text):
        if not unicodedata.combining(character):
            start = offset
            continue
        composed = unicodedata.normalize("NFC", text[start : offset + 1])
        if composed != text[start : offset + 1]:
            if places and places[-1][0].start == start:
                places.pop()
            places.append((Span(start, offset + 1), composed))
    if not places:
        return []
    word = _word_at(text, places[0][0].start)
    return [
        Trouble(
            "not-nfc",
            "decomposed",
            Span(*word),
            values={"word": unicodedata.normalize("NFC", text[slice(*word)]), "count": len(places)},
            edits=tuple(places),
        )
    ]


def _word_at(text: str, offset: int) -> tuple[int, int]:
    def inside(index: int) -> bool:
        return text[index].isalnum() or unicodedata.combining(text[index]) > 0

    start = end = offset
    while start > 0 and inside(start - 1):
        start -= 1
    while end < len(text) and inside(end):
        end += 1
    return start, end


__all__ = ["Limits", "Mapping", "Parsed", "Scalar", "Sequence", "parse"]
