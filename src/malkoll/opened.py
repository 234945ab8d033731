"""A file as it is given to be checked, and as it was read."""

from __future__ import annotations

from malkoll.document.build import build
from malkoll.document.goal_document import GoalDocument
from malkoll.language import Language
from malkoll.recognise import looks_like_a_model, looks_like_goals
from malkoll.record import Record
from malkoll.selection import Selection
from malkoll.source import SourceFile, Span
from malkoll.steering.loaded import LoadedModel
from malkoll.syntax.compose import Limits
from malkoll.syntax.parse import parse
from malkoll.syntax.tree import Node, Trouble

_GUESSED = frozenset({"yaml-syntax", "yaml-limits", "several-documents", "unsupported-yaml"})
"""Mistakes that are read past: what stands there may not be what was meant."""


class Input(Record):
    """A file to check.

    Attributes:
        name: as it is shown, with forward slashes.
        data: its bytes, or None where it couldn't be read.
        model: the steering model in force unless the document names another.
        selection: the rules that are on for it.
        trouble: why it couldn't be read.
        only_if_goals: pass the file over if it isn't a goal document.

    """

    name: str
    data: bytes | None
    model: LoadedModel
    selection: Selection
    trouble: Trouble | None = None
    only_if_goals: bool = False


class Opened(Record):
    """A file read as far as it could be; ``is_whole`` tells whether nothing of it had to be guessed."""

    source: SourceFile
    root: Node | None
    document: GoalDocument | None
    troubles: tuple[Trouble, ...]
    language: Language
    is_whole: bool = False


def open_file(file: Input, limits: Limits) -> Opened | None:
    """Read a file; None when it isn't a goal document and may be passed over."""
    source = SourceFile(file.name, file.data or b"")
    trouble = file.trouble
    if len(file.data or b"") > limits.size:
        if file.only_if_goals and not looks_like_goals(source.text, None):
            return None
        source = SourceFile(file.name, b"")
        values: dict[str, str | int] = {"limit": limits.size}
        trouble = Trouble("unreadable-file", "size", Span(0, 0), values=values, fatal=True)
    if trouble is not None:
        return Opened(source, None, None, (trouble,), Language.SV)
    parsed = parse(source, limits)
    if file.only_if_goals and not looks_like_goals(source.text, parsed.root):
        return None
    if parsed.root is None:
        return Opened(source, None, None, parsed.troubles, Language.SV)
    if looks_like_a_model(parsed.root):
        # all else that could be said of it follows from that
        other = Trouble("wrong-type", "steering-model", Span(0, 0), path=())
        return Opened(source, parsed.root, None, (*parsed.troubles, other), Language.SV)
    built = build(parsed.root, GoalDocument)
    troubles = (*parsed.troubles, *built.troubles)
    is_whole = parsed.whole and _GUESSED.isdisjoint(trouble.rule for trouble in parsed.troubles)
    return Opened(source, parsed.root, built.part, troubles, built.language, is_whole)
