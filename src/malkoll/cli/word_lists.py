"""`malkoll rules --words`: the word lists of the text rules, as the steering model in force has them."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

from malkoll.cli import Exit
from malkoll.cli.call import Call
from malkoll.cli.output import say_data
from malkoll.cli.page import heading, paragraph, print_page
from malkoll.config.files import Configurations
from malkoll.language import Choice, Count, Language, Message, Text, Words
from malkoll.models import Models
from malkoll.report.layout import Line, Style
from malkoll.report.shown import Shown
from malkoll.rules.word_lists import LISTS, ListName, list_named
from malkoll.run import today
from malkoll.steering.loaded import LoadedModel
from malkoll.swedish.phrases import Group, groups

VERSION = 1
WORDS = (Text("ord", "word"), Text("ord", "words"))
ONE_LIST = Text("{rule} {list} ({id}): {count}", "{rule} {list} ({id}): {count}")
CHANGED = Text(
    "{rule} {list} ({id}): {count}; styrmodellen lägger till {added} och tar bort {removed}",
    "{rule} {list} ({id}): {count}; the steering model adds {added} and removes {removed}",
)
SHOW_ONE = Text(
    "Visa en lista: malkoll rules --words {id}. En styrmodell lägger till och tar bort ord under ”ordlistor”.",
    "Show a list: malkoll rules --words {id}. A steering model adds and removes words under “word_lists”.",
)
WHY = Text("Varför: ett sådant ord {why}.", "Why: such a word {why}.")
ASK = Text("Fråga: {ask}", "Ask: {ask}")
NOT_WHEN = Text("Inget fel: {when}", "No fault: {when}")
SOURCE = Text("Källa: {source}.", "Source: {source}.")
ADDED = Text("Styrmodellen lägger till", "Added by the steering model")
REMOVED = Text("Styrmodellen tar bort", "Removed by the steering model")
NO_EFFECT = Text(
    "{words} {stands} inte i listan, så att ta bort {them} ändrar ingenting.",
    "{words} {stands} not in the list, so removing {them} changes nothing.",
)
STANDS = (Text("står", "is"), Text("står", "are"))
THEM = (Text("det", "it"), Text("dem", "them"))
_SWEDISH_ORDER = str.maketrans({"å": "{", "ä": "|", "ö": "}"})


def run(call: Call, language: Language) -> int:
    model = Models(None, today()).of(Configurations().of(Path.cwd()))
    one = list_named(call.one("--words") or "")
    lists = [_Shown(name, model) for name in ([one] if one else LISTS)]
    if call.one("--format") == "json":
        say_data(f"{json.dumps(shape(lists, language), ensure_ascii=False, indent=2)}\n")
    elif one:
        print_page(lambda shown, cells: _Page(language, shown, cells).whole(lists[0]))
    else:
        print_page(lambda shown, cells: _Page(language, shown, cells).overview(lists))
    return Exit.FINE


class _Shown:
    """A list with what the model adds to it and takes from it."""

    def __init__(self, name: ListName, model: LoadedModel) -> None:
        self.name = name
        changes = [change for key, change in model.model.word_lists.items() if list_named(key) is name]
        self.added = [word for change in changes for word in change.add or ()]
        self.removed = [word for change in changes for word in change.remove or ()]
        built_in = {word for _, lines in groups(name.id) for word in map(_plain_entry, lines)}
        self.in_vain = [word for word in self.removed if word not in built_in]
        self.groups = [
            (group, [line for line in lines if _plain_entry(line) not in self.removed])
            for group, lines in groups(name.id)
        ]

    @property
    def count(self) -> int:
        return sum(len(lines) for _, lines in self.groups) + len(self.added)


def shape(lists: Iterable[_Shown], language: Language) -> dict[str, Any]:
    """Give word lists as plain data; ids and keys are the same in every language."""
    return {
        "version": VERSION,
        "language": language.value,
        "word_lists": [
            {
                "id": one.name.id,
                "title": one.name.title.render(language),
                "rule": one.name.rule,
                "groups": [
                    {
                        "id": group.name,
                        "why": group.why.render(language),
                        "ask": group.ask.render(language),
                        "not_when": group.not_when.render(language),
                        "source": group.source,
                        "words": lines,
                    }
                    for group, lines in one.groups
                ],
                "added": one.added,
                "removed": one.removed,
            }
            for one in lists
        ],
    }


class _Page:
    def __init__(self, language: Language, shown: Shown, cells: int) -> None:
        self.language = language
        self.shown = shown
        self.cells = cells

    def overview(self, lists: list[_Shown]) -> Iterator[Line]:
        for one in lists:
            count = Count(one.count, *WORDS)
            sentence = CHANGED if one.added or one.removed else ONE_LIST
            values = {"rule": one.name.rule, "list": one.name.title, "id": one.name.id, "count": count}
            if sentence is CHANGED:
                values |= {"added": len(one.added), "removed": len(one.removed)}
            yield from self._sentence(sentence(**values), "", "      ")
        yield []
        yield from self._sentence(SHOW_ONE(id=lists[1].name.id), "")

    def whole(self, one: _Shown) -> Iterator[Line]:
        title = self._text(one.name.title)
        yield heading(f"{title[:1].upper()}{title[1:]}")
        yield [(f"{one.name.rule} · {one.name.id} · {self._text(Count(one.count, *WORDS))}", Style.FAINT)]
        for group, lines in one.groups:
            yield []
            yield from self._reason(group)
            yield from self._words(lines)
        yield from self._own(ADDED, one.added)
        yield from self._own(REMOVED, one.removed)
        if one.in_vain:
            number = len(one.in_vain)
            stands, them = Choice(number, *STANDS), Choice(number, *THEM)
            yield from self._sentence(NO_EFFECT(words=Words(one.in_vain), stands=stands, them=them))

    def _reason(self, group: Group) -> Iterator[Line]:
        if "{" not in group.ask.sv:
            yield from self._sentence(WHY(why=group.why))
        if group.ask.sv and "{" not in group.ask.sv:
            yield from self._sentence(ASK(ask=group.ask))
        if group.not_when.sv:
            yield from self._sentence(NOT_WHEN(when=group.not_when))
        yield from self._sentence(SOURCE(source=group.source))

    def _own(self, title: Text, words: list[str]) -> Iterator[Line]:
        if words:
            yield []
            yield [(f"  {self._text(title)}", Style.STRONG)]
            yield from self._words(words)

    def _words(self, words: Iterable[str]) -> Iterator[Line]:
        listed = ", ".join(_readable(word) for word in sorted(words, key=_alphabetically))
        yield from paragraph(self.shown(listed), self.cells, "    ")

    def _text(self, text: Text | Message | Count) -> str:
        return self.shown.sentence(text.render(self.language))

    def _sentence(self, text: Message, first: str = "  ", rest: str | None = None) -> Iterator[Line]:
        return paragraph(self._text(text), self.cells, first, rest)


def _plain_entry(line: str) -> str:
    """The words of a line; what to write instead stands after a colon."""
    return line.partition(": ")[0]


def _readable(word: str) -> str:
    """Write the gap in a phrase as people do: *ge … möjlighet*."""
    return word.replace("~", "…").replace("*", "…")


def _alphabetically(word: str) -> str:
    return word.casefold().lstrip("-").translate(_SWEDISH_ORDER)
