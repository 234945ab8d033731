"""The findings by what they mean, each with the words that it is about, the clause and the advice."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from malkoll.diagnostic import Diagnostic, LocatedRelated, Location, Severity, Suppressed
from malkoll.file_report import FileReport
from malkoll.language import Count, Message
from malkoll.report.finding import advice_of
from malkoll.report.html import words
from malkoll.report.html.markup import Content, Markup, element, joined
from malkoll.report.html.writer import DOCUMENT, Writer
from malkoll.report.snippet import SourceLine, source_lines
from malkoll.report.totals import OLDER_TITLE
from malkoll.repository.principles import Found, Principle, RuleFindings

_AROUND = 220
"""How much of an endless line is shown before and after the words."""
_MOST_LINES = 6
_KEY_ALONE = re.compile(r"\s*(?:- +)*(?:[^\s:]+:)?\s*\Z")
_LEAD = re.compile(r"\s*(?:- +)*")


class Findings:
    """Writes the findings, numbered through the page."""

    def __init__(self, writer: Writer, found: list[Principle]) -> None:
        self.writer = writer
        self.found = found
        self._numbers: dict[int, int] = {}
        for principle in found:
            for one in principle.found:
                self._numbers[id(one.diagnostic)] = len(self._numbers) + 1

    def anchor(self, diagnostic: Diagnostic) -> str:
        return f"f{self._numbers[id(diagnostic)]}"

    @property
    def total(self) -> int:
        return len(self._numbers)

    def sections(self) -> Iterator[Markup]:
        for number, principle in enumerate(self.found, 1):
            count = Count(len(principle.found), *words.FINDINGS)
            heading = element(
                "h3",
                self.writer.text(principle.name),
                " ",
                element("span", self.writer.text(count), class_="count"),
            )
            rules = [self._rule(rule) for rule in principle.rules]
            yield element("section", heading, rules, class_="principle", id=f"p{number}")

    def _rule(self, rule: RuleFindings) -> Markup:
        text = self.writer.text
        title = text(rule.title)
        heading = element("h4", title[:1].upper() + title[1:], " ", element("span", rule.code, class_="code"))
        advice = [advice_of(one.diagnostic) for one in rule.found]
        said = {text(one) if one else "" for one in advice}
        shared = advice[0] if len(said) == 1 else None
        seen: set[tuple[Location, str]] = set()
        items = [
            self._finding(one, None if shared else own, seen)
            for one, own in zip(rule.found, advice, strict=True)
        ]
        return element(
            "section",
            heading,
            self._clauses(rule),
            element("ul", items, class_="findings"),
            self._advice(shared) if shared else None,
            class_="rule",
        )

    def _clauses(self, rule: RuleFindings) -> Iterator[Markup]:
        """Quote the clause that the rule builds on, or those of several steering models."""
        clauses = {
            reference.text.sv: reference for one in rule.found if (reference := one.diagnostic.reference)
        }
        for clause in clauses.values():
            # a clause that is written once is in the municipality's own language
            language = DOCUMENT if clause.text.sv == clause.text.en else self.writer.language.value
            quoted = element("q", self.writer.text(clause), lang=language)
            yield element(
                "p",
                element("span", self.writer.text(words.CLAUSE), class_="label"),
                " ",
                quoted,
                class_="clause",
            )

    def _finding(self, found: Found, advice: Message | None, seen: set[tuple[Location, str]]) -> Markup:
        diagnostic = found.diagnostic
        return element(
            "li",
            element("p", self.writer.severity(diagnostic.severity), " ", self._where(found), class_="where"),
            element("p", self.writer.text(diagnostic.message), class_="message"),
            self._quote(
                source_lines((diagnostic.location, *diagnostic.also), context=False),
                found.file,
                diagnostic.location,
            ),
            self._related(diagnostic.related, found.file, seen),
            self._advice(advice) if advice else None,
            id=self.anchor(diagnostic),
            class_=f"finding {diagnostic.severity.value}",
            data_board=self.writer.numbers.get(found.file.path, 0),
            data_severity=diagnostic.severity.value,
        )

    def _where(self, found: Found) -> Content:
        file, index = found.file, found.diagnostic.goal_index
        board = self.writer.link(self.writer.board(file), self.writer.anchor(file))
        if index is None or file.kept is None or not any(goal.goal_index == index for goal in file.goals):
            return board
        name = self.writer.text(words.GOAL(goal=found.diagnostic.goal or index + 1))
        goal = element("a", name, href=f"#{self.writer.anchor(file, index)}")
        return joined(board, ", ", goal)

    def _quote(self, lines: list[SourceLine], file: FileReport, place: Location) -> Markup:
        shown = [line for line in lines if _says_something(line)][:_MOST_LINES]
        name = self.writer.text(words.LINE(file=file.path, line=place.start.line))
        if not shown:
            return element("p", name, class_="place")
        return element("blockquote", _quoted(shown), element("p", name, class_="place"))

    def _related(
        self, found: Iterable[LocatedRelated], file: FileReport, seen: set[tuple[Location, str]]
    ) -> Iterator[Markup]:
        """Show other places that explain a finding, each once for all findings of a rule."""
        for related in found:
            place, said = related.location, self.writer.text(related.message)
            if (place, said) in seen:
                continue
            seen.add((place, said))
            lines = [line for line in source_lines((place,), context=False) if _says_something(line)][:2]
            where = words.LINE(file=place.file, line=place.start.line) if place.file != file.path else None
            quote = (
                element("blockquote", _quoted(lines), self.writer.p(where, class_="place")) if lines else None
            )
            yield element("div", element("p", said), quote, class_="related")

    def _advice(self, advice: Message) -> Markup:
        label = element("span", self.writer.text(words.TO_DO), class_="label")
        return element("p", label, " ", self.writer.text(advice), class_="advice")

    def links(self, diagnostics: list[Diagnostic]) -> Markup | None:
        """Name findings shortly, each leading to itself."""
        items = [
            element(
                "li",
                self.writer.severity(one.severity),
                " ",
                element("a", self.writer.text(one.title), href=f"#{self.anchor(one)}"),
                data_severity=one.severity.value,
            )
            for one in sorted(diagnostics, key=lambda one: one.severity.rank)
        ]
        return element("ul", items, class_="short") if items else None

    def filters(self) -> Markup | None:
        """Choose what is shown; the script shows the choices, for without it they would do nothing."""
        files = [file for file in self.writer.gathered.report.files if file.diagnostics]
        text = self.writer.text
        severities = {one.diagnostic.severity for principle in self.found for one in principle.found}
        if self.total < 2:
            return None
        options = [
            element("option", self.writer.board(file), value=self.writer.numbers[file.path], lang=DOCUMENT)
            for file in files
        ]
        chooser = element(
            "p",
            element("label", text(words.BOARD), for_="board"),
            " ",
            element("select", element("option", text(words.ALL_BOARDS), value=""), options, id="board"),
        )
        boxes = [
            element(
                "label",
                element("input", type="checkbox", name="severity", value=one.value, checked=True),
                " ",
                self.writer.severity(one),
            )
            for one in Severity
            if one in severities
        ]
        return element(
            "form",
            chooser if len(files) > 1 else None,
            element("fieldset", element("legend", text(words.SEVERITY)), boxes),
            element("p", "", id="shown", role="status", data_text=text(words.SHOWN)),
            id="filter",
            hidden=True,
            aria_label=text(words.FILTER),
        )

    def silenced(self) -> list[Markup]:
        """Tell what doesn't count, and why: the documents' own exceptions, and what a baseline knows."""
        files = self.writer.gathered.report.files
        groups = (
            (words.SILENCED, [(file, one) for file in files for one in file.suppressed]),
            (OLDER_TITLE, [(file, one) for file in files for one in file.baselined]),
        )
        return [
            element(
                "section",
                self.writer.heading(3, title),
                element("ul", [self._one_silenced(*pair) for pair in pairs], class_="findings"),
            )
            for title, pairs in groups
            if pairs
        ]

    def _one_silenced(self, file: FileReport, one: Suppressed) -> Markup:
        text = self.writer.text
        title = element("strong", text(one.diagnostic.title))
        message = text(one.diagnostic.message)
        reason = words.REASON(reason=one.reason) if one.reason else words.NO_REASON
        return element(
            "li",
            element("p", title, ". ", self.writer.own(self.writer.board(file)), ". ", message),
            element("p", text(reason), class_="place"),
            element("p", text(words.UNTIL(date=one.until)), class_="place") if one.until else None,
            data_board=self.writer.numbers.get(file.path, 0),
        )


def _says_something(line: SourceLine) -> bool:
    """Tell whether a line holds more than a key."""
    return not _KEY_ALONE.match(line.text)


def _quoted(lines: list[SourceLine]) -> Markup:
    if len(lines) == 1:
        return element("p", _marked(lines[0]), lang=DOCUMENT)
    return element("p", [element("span", _marked(line), class_="line") for line in lines], lang=DOCUMENT)


def _marked(line: SourceLine) -> Content:
    """Write a line as it stands, without its indentation, with the words that are meant marked."""
    match = _LEAD.match(line.text)
    begin = match.end() if match else 0
    end = len(line.text.rstrip())
    stretches = [(max(start, begin), min(stop, end)) for start, stop in line.stretches if stop > begin]
    if stretches == [(begin, end)]:
        # a whole entry is meant: no words of it more than others
        stretches = []
    if stretches:
        begin_shown = max(begin, stretches[0][0] - _AROUND)
        end_shown = min(end, stretches[-1][1] + _AROUND, begin_shown + 4 * _AROUND)
    else:
        begin_shown, end_shown = begin, min(end, begin + 2 * _AROUND)
    pieces: list[Content] = ["…" if begin_shown > begin else None]
    place = begin_shown
    for start, stop in stretches:
        if start >= end_shown:
            break
        stop_shown = min(stop, end_shown)
        pieces += [line.text[place:start], element("mark", line.text[start:stop_shown])]
        place = stop_shown
    pieces += [line.text[place:end_shown], "…" if end_shown < end else None]
    return pieces
