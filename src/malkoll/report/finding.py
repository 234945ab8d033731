"""A finding as people read it: what is wrong, where, why it matters, what to do."""

from __future__ import annotations

import re
from functools import lru_cache

from malkoll.diagnostic import Diagnostic, LocatedRelated, Location, Severity
from malkoll.file_report import FileReport
from malkoll.language import Count, Language, Message, Text
from malkoll.report import fixable
from malkoll.report.cells import cut
from malkoll.report.layout import WIDEST_TEXT, Line, Piece, Style, at_both_ends, wrap
from malkoll.report.options import Options
from malkoll.report.shown import Shown
from malkoll.report.signs import SIGNS, STYLES, word
from malkoll.report.snippet import Snippets, SourceLine, source_lines

CLAUSE = Text("Styrmodellen:", "Steering model:")
QUESTION = Text("Fråga:", "Question:")
TO_DO = Text("Att göra:", "To do:")
GOAL = Text("mål {goal}", "goal {goal}")
MORE_GOALS = (Text("mål till", "more goal"), Text("mål till", "more goals"))
MORE_PLACES = (Text("ställe till", "more place"), Text("ställen till", "more places"))
SAME = Text("Samma sak gäller {places}:", "The same goes for {places}:")
MORE_LINES = Text("och {lines} till", "and {lines} more")
LINES = (Text("rad", "line"), Text("rader", "lines"))
IN_BUILT_IN = Text("den inbyggda styrmodellen, rad {line}", "the built-in steering model, line {line}")
_MOST_LINES = 8
"""How many lines of one finding's places are shown."""
_LONGEST_GOAL = 30
_SENTENCE_END = re.compile(r"[.?!](?=[”“\"')]*(?:\s|\Z))")

INDENT = "  "


def alike(diagnostics: list[Diagnostic]) -> list[list[Diagnostic]]:
    """Put findings of one rule with the same advice together, where the first of them stands.

    The advice is the same when its sentence is, whatever words of the document it quotes.
    """
    groups: dict[tuple[str, Severity, str], list[Diagnostic]] = {}
    for diagnostic in diagnostics:
        advice = advice_of(diagnostic)
        key = (diagnostic.code, diagnostic.severity, advice.text.sv if advice else "")
        groups.setdefault(key, []).append(diagnostic)
    return list(groups.values())


def advice_of(diagnostic: Diagnostic) -> Message | None:
    """Give what to do: the rule's advice, or else what its fix would do."""
    return diagnostic.help or (diagnostic.fix.message if diagnostic.fix else None)


def label_of(advice: str) -> Text:
    """Give the words before an advice: whether it asks, by its first sentence, or tells."""
    end = _SENTENCE_END.search(advice)
    return QUESTION if end is not None and end[0] == "?" else TO_DO


def goal_name(diagnostic: Diagnostic, language: Language) -> str:
    """Name the goal that a finding is about: by its id, or by its number."""
    if diagnostic.goal_index is None:
        return ""
    return GOAL(goal=diagnostic.goal or diagnostic.goal_index + 1).render(language)


class Findings:
    """Lays out the findings of one file; a clause and a related place are shown once."""

    def __init__(self, file: FileReport, shown: Shown, options: Options, cells: int) -> None:
        self.file = file
        self.shown = shown
        self.options = options
        self.language = options.language
        self.cells = cells
        self._text_cells = min(cells, WIDEST_TEXT)
        self._snippets = Snippets(shown, cells)
        self._clauses: set[tuple[str, str]] = set()
        self._related: set[tuple[Location, str]] = set()

    def lines(self, diagnostics: list[Diagnostic]) -> list[Line]:
        lines: list[Line] = []
        for group in alike(diagnostics):
            lines += ([], *self._in_full(group[0]))
            if len(group) > 1:
                lines += self._others(group)
        return lines

    def _in_full(self, diagnostic: Diagnostic) -> list[Line]:
        lines = self._head(diagnostic)
        lines += self._sentence(diagnostic.message.render(self.language))
        lines += wrap([(self._place(diagnostic.location), Style.PLACE)], self.cells, "     ")
        lines += self._source(diagnostic)
        for related in diagnostic.related:
            lines += self._related_place(related)
        lines += self._clause(diagnostic)
        lines += self._advice(diagnostic)
        return lines

    def _head(self, diagnostic: Diagnostic) -> list[Line]:
        style = STYLES[diagnostic.severity]
        name = word(diagnostic.severity, self.language).capitalize()
        title = self.shown.sentence(diagnostic.title.render(self.language))
        left: Line = [
            (f"{self.shown.sign(SIGNS[diagnostic.severity])} {name} {diagnostic.code}", style),
            (f" {self.shown.sign('·')} {title}", Style.STRONG),
        ]
        goal = cut(
            self.shown.sentence(goal_name(diagnostic, self.language)), _LONGEST_GOAL, self.shown.sign("…")
        )
        return at_both_ends(left, [(goal, Style.FAINT)] if goal else [], self._text_cells)

    def _sentence(self, text: str, before: str = "") -> list[Line]:
        """Lay out a sentence, after a word in front of it."""
        return _sentence(text, before, self.shown, self._text_cells).copy()

    def _place(self, place: Location) -> str:
        return f"{self.shown(place.file)}:{place.start.line}:{place.start.column}"

    def _source(self, diagnostic: Diagnostic) -> list[Line]:
        source = source_lines((diagnostic.location, *diagnostic.also), context=True)
        return self._snippet(source, STYLES[diagnostic.severity], _label(diagnostic, self.language))

    def _snippet(self, source: list[SourceLine], style: Style, label: str = "") -> list[Line]:
        lines = self._snippets.lines(source[:_MOST_LINES], style, label)
        more = len(source) - _MOST_LINES
        if more > 0:
            text = MORE_LINES(lines=Count(more, *LINES)).render(self.language)
            lines.append([(f"     {text}", Style.FAINT)])
        return lines

    def _related_place(self, related: LocatedRelated) -> list[Line]:
        text = related.message.render(self.language)
        if (related.location, text) in self._related:
            return []
        self._related.add((related.location, text))
        sentence = self.shown.sentence(text)
        pieces: list[Piece] = [(sentence, Style.PLAIN)]
        if place := self._elsewhere(related.location):
            end = "." if sentence.endswith(".") else ""
            pieces = [
                (sentence.removesuffix("."), Style.PLAIN),
                (f" ({place})", Style.PLACE),
                (end, Style.PLAIN),
            ]
        source = source_lines((related.location,), context=False)
        return wrap(pieces, self._text_cells, INDENT) + self._snippet(source, Style.FAINT)

    def _elsewhere(self, place: Location) -> str:
        """Name another file's place; in the file at hand the line's number beside it is enough."""
        if place.file == self.file.path:
            return ""
        if self.file.model.is_built_in and place.file == self.file.model.source.name:
            return IN_BUILT_IN(line=place.start.line).render(self.language)
        return self._place(place)

    def _clause(self, diagnostic: Diagnostic) -> list[Line]:
        if diagnostic.reference is None:
            return []
        text = diagnostic.reference.render(self.language)
        if (diagnostic.code, text) in self._clauses:
            return []
        self._clauses.add((diagnostic.code, text))
        return self._sentence(text, self.shown(CLAUSE.render(self.language)))

    def _advice(self, diagnostic: Diagnostic) -> list[Line]:
        advice = advice_of(diagnostic)
        if advice is None:
            return []
        text = advice.render(self.language)
        before = self.shown(label_of(text).render(self.language))
        more = None if self.file.is_unread else fixable.of_one(diagnostic, text, self.options)
        return self._sentence(f"{text} {more.render(self.language)}" if more else text, before)

    def _others(self, group: list[Diagnostic]) -> list[Line]:
        """Show the rest of a group in short: what differs from the first, and the line of the file."""
        first, *rest = group
        said, advised = self._texts(first)
        lines = self._sentence(SAME(places=places_of(group)).render(self.language))
        last = max(diagnostic.location.end.line for diagnostic in rest)
        snippets = Snippets(self.shown, self.cells, len(str(last)), brief=True)
        for diagnostic in rest:
            text, advice = self._texts(diagnostic)
            if text != said:
                lines += self._sentence(text)
                said = text
            source = source_lines((diagnostic.location, *diagnostic.also), context=False)
            label = _label(diagnostic, self.language)
            lines += snippets.lines(source, STYLES[diagnostic.severity], label)
            for related in diagnostic.related:
                lines += self._related_place(related)
            if advice != advised and not label:
                lines += self._own_advice(diagnostic)
        return lines

    def _texts(self, diagnostic: Diagnostic) -> tuple[str, str]:
        advice = advice_of(diagnostic)
        return diagnostic.message.render(self.language), advice.render(self.language) if advice else ""

    def _own_advice(self, diagnostic: Diagnostic) -> list[Line]:
        """Give what is to be done at just this place, as shortly as it can be said."""
        if diagnostic.fix is None:
            return self._advice(diagnostic)
        text = f"{diagnostic.fix.message.render(self.language)}."
        return self._sentence(text, TO_DO.render(self.language))


@lru_cache(maxsize=250)
def _sentence(text: str, before: str, shown: Shown, cells: int) -> list[Line]:
    # remembered: clauses and advice are the same in file after file
    pieces: list[Piece] = [(f"{before} ", Style.STRONG)] if before else []
    pieces.append((shown.sentence(text), Style.PLAIN))
    return wrap(pieces, cells, INDENT)


def _label(diagnostic: Diagnostic, language: Language) -> str:
    return diagnostic.label.render(language) if diagnostic.label else ""


def places_of(group: list[Diagnostic]) -> Count:
    """Count the goals after the first one, or the places where a goal has several."""
    goals = {diagnostic.goal_index for diagnostic in group}
    more = len(group) - 1
    return Count(more, *(MORE_GOALS if None not in goals and len(goals) == len(group) else MORE_PLACES))
