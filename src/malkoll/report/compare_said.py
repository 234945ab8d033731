"""A change as a line of pieces, each of which is what it is: a label, what stood there, what stands there.

How a piece looks is for the formats to say; the letters are the same in all of them, but for the
signs around words that are gone or new.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from enum import StrEnum
from itertools import groupby

from malkoll.document.goal_document import Fact, FollowUp, Goal, Indicator, Milestone
from malkoll.document.part import Part as DocumentPart
from malkoll.document.words import Word
from malkoll.language import Language, Text, quote, show
from malkoll.record import Record
from malkoll.report.cells import cut
from malkoll.repository.changes import Change, Kind, Step, Where
from malkoll.repository.content import STRANGER, ByName, Content, Fields, Leaf, Leaves
from malkoll.repository.unreadable import Unreadable
from malkoll.repository.wording import Part

ADDED = Text("tillkommer", "added")
REMOVED = Text("utgår", "removed")
REORDERED = Text("i en annan ordning", "in another order")
HIGHER = Text("högre satt", "set higher")
LOWER = Text("lägre satt", "set lower")
UNREADABLE = Text("går inte att läsa", "can't be read")
STRANGE_KEY = Text("okänd nyckel {key}", "unknown key {key}")
ARROW = " → "
_NOUNS: dict[type[DocumentPart], Text] = {
    Goal: Text("mål", "goal"),
    Indicator: Text("indikator", "indicator"),
    Fact: Text("uppgift", "fact"),
    Milestone: Text("delmål", "milestone"),
    FollowUp: Text("uppföljning", "follow-up"),
}
_OF_FIELD: dict[str, type[DocumentPart]] = {
    "indicators": Indicator,
    "milestones": Milestone,
    "follow_up": FollowUp,
    "goals": Goal,
}
"""Lists whose items are called by a noun of their own."""
_LONGEST_NAME = 60
_FLAG = "flag"
_NAMES = ("name", "fact")
"""What an item is called by in the first place."""


class Mark(StrEnum):
    """What a piece is.

    A word that is gone or new stands in the middle of others, and needs signs of its own; what stood
    and what stands in a place is told apart by the words around it.
    """

    PLAIN = "plain"
    LABEL = "label"
    OLD = "old"
    NEW = "new"
    WORD_GONE = "word-gone"
    WORD_NEW = "word-new"


class Said(Record):
    text: str
    mark: Mark = Mark.PLAIN


class Group(Record):
    """Changes that stand together.

    Attributes:
        name: of the item of a list that all of them are about; empty where they aren't about one.
        changes: with the way to them from there.

    """

    name: str
    changes: list[Change]


def grouped(changes: Iterable[Change], language: Language) -> Iterator[Group]:
    """Put several changes of one item together under its name."""
    for first, found in groupby(changes, key=lambda change: change.where[0]):
        together = list(found)
        if first.item is None or len(together) == 1 or any(len(one.where) == 1 for one in together):
            yield Group("", together)
        else:
            within = [change._replace(where=change.where[1:]) for change in together]
            yield Group(_step(first, language), within)


def said(change: Change, language: Language) -> list[Said]:
    """Say a change."""
    label = _label(change.where, change.new or change.old, language)
    if change.kind is Kind.REORDERED:
        return [Said(label, Mark.LABEL), Said(f": {REORDERED.render(language)}")]
    if change.kind in {Kind.ADDED, Kind.REMOVED}:
        is_new = change.kind is Kind.ADDED
        verb = (ADDED if is_new else REMOVED).render(language)
        value = shown(change.new if is_new else change.old, language)
        begin = [Said(label, Mark.LABEL), Said(f" {verb}: ")]
        return [*begin, Said(value, Mark.NEW if is_new else Mark.OLD)]
    if change.kind is Kind.REWORDED:
        return [Said(label, Mark.LABEL), Said(": "), *_words(change)]
    direction = ""
    if change.is_higher is not None:
        direction = f", {(HIGHER if change.is_higher else LOWER).render(language)}"
    return [
        Said(label, Mark.LABEL),
        Said(": "),
        Said(shown(change.old, language), Mark.OLD),
        Said(ARROW),
        Said(shown(change.new, language), Mark.NEW),
        *([Said(direction)] if direction else []),
    ]


def _words(change: Change) -> Iterator[Said]:
    """Give the words as they are marked; a mark has no blank at its beginning."""
    for index, (part, text) in enumerate(change.words):
        if part is Part.SAME:
            yield Said(text)
            continue
        if text.startswith(" ") or (index == 1 and change.words[0].part is not Part.SAME):
            yield Said(" ")
        yield Said(text.removeprefix(" "), Mark.WORD_GONE if part is Part.OLD else Mark.WORD_NEW)


def without_signs(change: Change, language: Language) -> list[Said]:
    """Say a change of wording as what stood and what stands, for texts that have the signs in them."""
    label = _label(change.where, change.new, language)
    return [
        Said(label, Mark.LABEL),
        Said(": "),
        Said(shown(change.old, language), Mark.OLD),
        Said(ARROW),
        Said(shown(change.new, language), Mark.NEW),
    ]


def unreadable(found: Unreadable, language: Language) -> str:
    """Say what couldn't be read."""
    if found.where[-1].field.startswith(STRANGER):
        return _label(found.where, None, language)
    label = _label(found.where, found.what, language)
    return f"{label} {quote(_short(found.what), language)}"


def _label(where: Where, content: Content | None, language: Language) -> str:
    """Name a place by its keys and the names of items."""
    *above, last = [step for step in where if step.field != _FLAG]
    if above and last.field in _NAMES:
        # it is the name itself that is another
        above[-1] = above[-1]._replace(item=None)
    parts = [_step(step, language, is_item=last.field in _NAMES) for step in above]
    if last.item is None and last.field in _OF_FIELD and isinstance(content, Fields | Leaf):
        parts.append(_NOUNS[_OF_FIELD[last.field]].render(language))
    else:
        parts.append(_step(last, language))
    return ", ".join(parts)


def _step(step: Step, language: Language, *, is_item: bool = False) -> str:
    key = step.cls.words.get(step.field)
    if key is None:
        return STRANGE_KEY(key=quote(step.field.removeprefix(STRANGER), language)).render(language)
    word = key.word(language).replace("_", " ")
    if step.item is None:
        return _NOUNS[_OF_FIELD[step.field]].render(language) if is_item and step.field in _OF_FIELD else word
    name = _leaf(step.item, language, longest=_LONGEST_NAME)
    if step.field in _OF_FIELD:
        return f"{_NOUNS[_OF_FIELD[step.field]].render(language)} {name}"
    if step.field == "current_state":
        return f"{word}, {_NOUNS[Fact].render(language)} {name}"
    return f"{word} {name}"


def shown(content: Content | None, language: Language) -> str:
    """Write down a content, however much it holds."""
    if content is None:
        return ""
    if isinstance(content, Leaf):
        return _leaf(content, language)
    if isinstance(content, Fields):
        return ", ".join(_fields(content, language))
    if isinstance(content, ByName):
        return ", ".join(
            f"{quote(name, language)}: {_leaf(one, language)}" if name else _leaf(one, language)
            for name, one in content.items.items()
        )
    between = ", " if isinstance(content, Leaves) else "; "
    return between.join(shown(item, language) for item in content.items)


def _fields(content: Fields, language: Language) -> Iterator[str]:
    """Write down a mapping: what it is called first, and without its key."""
    first = next((name for name in (_FLAG, *_NAMES) if name in content.values), None)
    if first is not None and not (
        _FLAG in content.values and len(content.values) > 1 and _is_flagged(content)
    ):
        yield shown(content.values[first], language)
    for name, value in content.values.items():
        if name != first:
            yield f"{_step(Step(name, content.cls), language)} {shown(value, language)}"


def _is_flagged(content: Fields) -> bool:
    """Tell whether a flag says yes, as all that stands beside it does."""
    flag = content.values.get(_FLAG)
    return isinstance(flag, Leaf) and flag.same is True


def bare(leaf: Leaf, language: Language) -> str:
    """Write down a value without quotation marks."""
    value = leaf.shown
    return value.word(language) if isinstance(value, Word) else show(value, language)


def _leaf(leaf: Leaf, language: Language, longest: int | None = None) -> str:
    text = bare(leaf, language)
    if not leaf.is_readable:
        return f"{quote(text, language)} ({UNREADABLE.render(language)})"
    if not leaf.is_text:
        return text
    return quote(text if longest is None else cut(text, longest), language)


def _short(leaf: Leaf) -> str:
    return cut(str(leaf.shown), _LONGEST_NAME)


def has_signs(change: Change, signs: Sequence[str]) -> bool:
    """Tell whether a text itself holds one of the signs that mark its words."""
    return any(sign in piece.text for piece in change.words for sign in signs)
