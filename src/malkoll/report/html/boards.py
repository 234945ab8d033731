"""A section for each board, as it is to be read at the board's table: its goals, and what is said of them."""

from __future__ import annotations

from collections.abc import Iterator

from malkoll.diagnostic import Diagnostic
from malkoll.document.goal_document import Analysis, Assessment, FollowUp, Goal, Indicator, Measurement
from malkoll.document.vocabulary import CONTROLS, STATUSES
from malkoll.document.words import fold
from malkoll.file_report import FileReport, GoalLine
from malkoll.language import Text, Words, number
from malkoll.report import overview_words as overview
from malkoll.report.html import words
from malkoll.report.html.findings import Findings
from malkoll.report.html.markup import Content, Markup, element, joined
from malkoll.report.html.writer import DOCUMENT, Writer
from malkoll.repository.gathered import Outcome
from malkoll.steering.agenda2030 import agenda
from malkoll.steering.loaded import LoadedModel
from malkoll.steering.model import Named


class Boards:
    """Writes the boards' sections."""

    def __init__(self, writer: Writer, findings: Findings) -> None:
        self.writer = writer
        self.findings = findings

    def sections(self) -> Iterator[Markup]:
        rows = {row.file.path for row in self.writer.gathered.rows}
        others = [file for file in self.writer.gathered.report.files if file.path not in rows]
        for file in (*(row.file for row in self.writer.gathered.rows), *others):
            yield self._board(file)

    def _board(self, file: FileReport) -> Markup:
        by_goal: dict[int | None, list[Diagnostic]] = {}
        known = {goal.goal_index for goal in file.goals}
        for one in file.diagnostics:
            by_goal.setdefault(one.goal_index if one.goal_index in known else None, []).append(one)
        goals = file.kept.document.goals if file.kept else []
        return element(
            "section",
            element("h3", self.writer.board(file), lang=DOCUMENT),
            self._facts(file),
            self.writer.p(words.UNREAD) if file.is_unread else None,
            self.writer.p(words.NO_FINDINGS) if not file.diagnostics and not file.suppressed else None,
            self._holds(file),
            self.findings.links(by_goal.get(None, [])),
            [self._goal(goal, line, file, by_goal.get(goal.index, []))
             for goal, line in zip(goals, file.goals if goals else (), strict=True)],
            class_="board",
            id=self.writer.anchor(file),
            data_board=self.writer.numbers[file.path],
        )  # fmt: skip

    def _holds(self, file: FileReport) -> Markup | None:
        names = [self.writer.text(name) for name in file.holds]
        return self.writer.p(words.HOLDS(what=", ".join(names)), class_="holds") if names else None

    def _facts(self, file: FileReport) -> Markup:
        facts: list[tuple[Text, Content]] = []
        if file.municipality:
            facts.append((overview.MUNICIPALITY, self.writer.own(file.municipality)))
        if file.year:
            facts.append((overview.YEAR, str(file.year)))
        if file.status in STATUSES and file.is_document:
            facts.append((words.STATUS, STATUSES[file.status].word(self.writer.language)))
        facts.append((words.FILE, file.path))
        if file.kept is not None:
            document = file.kept.document
            decision = document.decision
            if decision is not None:
                parts = [decision.date.isoformat() if decision.date else "", decision.reference or ""]
                facts.append((words.DECISION, self.writer.own(" ".join(part for part in parts if part))))
            if document.mission:
                facts.append((words.MISSION, self.writer.own(document.mission)))
            if document.current_state is not None:
                facts.append((words.STATE, self._analysis(document.current_state)))
        return self._list(facts)

    def _list(self, facts: list[tuple[Text, Content]]) -> Markup:
        items = [
            element("div", element("dt", self.writer.text(name)), element("dd", what))
            for name, what in facts
            if what
        ]
        return element("dl", items)

    def _analysis(self, state: Analysis) -> Content:
        if state.prose:
            return self.writer.own(state.prose)
        items = []
        for fact in state.facts:
            source = ", ".join(part for part in (fact.source, str(fact.year or "")) if part)
            items.append(element("li", fact.fact or "", f" ({source})" if source else None))
        return element("ul", items, lang=DOCUMENT) if items else None

    def _goal(self, goal: Goal, line: GoalLine, file: FileReport, found: list[Diagnostic]) -> Markup:
        text = self.writer.text
        name = goal.title or goal.id
        heading = self.writer.own(name) if name else text(words.NUMBER(number=goal.index + 1))
        code = element("span", goal.id, class_="code") if goal.title and goal.id else None
        statement = (
            element("p", goal.statement, class_="statement", lang=DOCUMENT)
            if goal.statement
            else self.writer.p(words.NO_STATEMENT)
        )
        return element(
            "article",
            element("h4", heading, " ", code),
            statement,
            self._list(list(self._about(goal, line, file.model))),
            self.findings.links(found),
            class_="goal",
            id=self.writer.anchor(file, goal.index),
        )

    def _about(self, goal: Goal, line: GoalLine, model: LoadedModel) -> Iterator[tuple[Text, Content]]:
        own = self.writer.own
        yield words.EFFECT, own(goal.effect) if goal.effect else None
        yield words.FOCUS_AREA, own(", ".join(goal.focus_area or ())) if goal.focus_area else None
        yield words.RUNS, overview.years(line.years) if line.years else None
        yield words.AUDIENCE, own(", ".join(goal.audience or ())) if goal.audience else None
        yield words.CONTROL, CONTROLS[goal.control].word(self.writer.language) if goal.control else None
        if goal.indicators:
            yield (
                words.INDICATOR,
                element("ul", [element("li", self._indicator(one)) for one in goal.indicators]),
            )
        if goal.assessment is not None and goal.assessment.flag:
            yield words.ASSESSED, self._assessment(goal.assessment)
        yield words.LINKS, self._links(goal, model)
        yield words.RESPONSIBLE, own(goal.responsible) if goal.responsible else None
        if goal.follow_up:
            yield (
                words.FOLLOW_UP,
                element("ul", [element("li", self._follow_up(one)) for one in goal.follow_up]),
            )

    def _indicator(self, indicator: Indicator) -> Content:
        name = self.writer.own(indicator.name or "–")
        baseline, target = self._value(indicator.baseline), self._value(indicator.target)
        movement = None
        if target:
            movement = (
                words.FROM_TO(baseline=baseline, target=target) if baseline else words.TO(target=target)
            )
        elif baseline:
            movement = words.NOW(baseline=baseline)
        parts: list[Content] = [name]
        if movement is not None:
            parts += [": ", self.writer.text(movement), " " if indicator.unit else None]
            parts.append(self.writer.own(indicator.unit) if indicator.unit else None)
        source = ", ".join(part for part in (indicator.source, indicator.kolada) if part)
        if source:
            parts += [" (", self.writer.text(words.SOURCE(source=source)), ")"]
        return parts

    def _value(self, value: Measurement | None) -> str:
        if value is None or value.value is None:
            return ""
        shown = number(value.value, self.writer.language)
        return f"{shown} ({value.year})" if value.year else shown

    def _assessment(self, assessment: Assessment) -> Content:
        text = self.writer.text
        sentences = [
            assessment.reason,
            text(words.BY(who=assessment.responsible)) if assessment.responsible else None,
            text(words.CRITERIA(criteria="; ".join(assessment.criteria))) if assessment.criteria else None,
            text(words.BASIS(basis="; ".join(assessment.basis))) if assessment.basis else None,
            text(words.WHEN(when=assessment.when)) if assessment.when else None,
        ]
        items = [element("li", one) for one in sentences if one]
        return element("ul", items) if items else text(words.ASSESSED_FLAG)

    def _links(self, goal: Goal, model: LoadedModel) -> Content:
        """Name what the goal itself is linked to, as the steering model names it."""
        names = [_name(one, model.priorities.get(fold(one))) for one in goal.priorities or ()]
        names += [_name(one, model.strategy_items.get(fold(one))) for one in goal.rus or ()]
        for one in goal.agenda2030 or ():
            number_ = agenda().find(one)
            found = agenda().goals.get(number_.partition(".")[0]) if number_ else None
            names.append(f"Agenda 2030: {number_} {self.writer.text(found.name)}" if found else one)
        return self.writer.own("; ".join(names)) if names else None

    def _follow_up(self, follow_up: FollowUp) -> Content:
        text = self.writer.text
        outcomes = [
            f"{name}: {number(value, self.writer.language)}" if name else number(value, self.writer.language)
            for name, value in (follow_up.outcome or {}).items()
        ]
        judged = Outcome(follow_up.judgement) if follow_up.judgement else Outcome.UNJUDGED
        parts = [str(follow_up.year or ""), text(overview.OUTCOME_NAMES[judged])]
        if outcomes:
            parts.append(text(words.OUTCOME(outcome=Words(outcomes, quoted=False))))
        said = ", ".join(part for part in parts if part)
        return joined(said, ". ", self.writer.own(follow_up.reason)) if follow_up.reason else said


def _name(written: str, found: Named | None) -> str:
    return (found.name if found else None) or written
