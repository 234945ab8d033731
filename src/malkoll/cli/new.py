"""`malkoll new`: a first document, from questions on the terminal or from options alone."""

from __future__ import annotations

import os
from collections.abc import Iterable, Sequence
from pathlib import Path

from malkoll.call_error import CallError
from malkoll.cli import Exit
from malkoll.cli.call import Call
from malkoll.cli.check import settings_of
from malkoll.cli.dialogue import is_possible
from malkoll.cli.output import complain, say_data
from malkoll.config.configuration import Configuration
from malkoll.config.files import Configurations
from malkoll.config.names import severities
from malkoll.diagnostic import Diagnostic, Severity
from malkoll.discover import STANDARD_INPUT, shown_name
from malkoll.language import Language, Message, Text
from malkoll.models import Models
from malkoll.report.finding import advice_of
from malkoll.report.signs import counted
from malkoll.run import today
from malkoll.saving import EXISTS, save
from malkoll.scaffold.answers import Answers, goal_limits, usual_year
from malkoll.scaffold.clean import clean
from malkoll.scaffold.given import answers_in, fact_of, gathered, goal_of
from malkoll.scaffold.held import Held
from malkoll.scaffold.question import Kind, Question
from malkoll.scaffold.questions import questions
from malkoll.scaffold.words import GOAL
from malkoll.scaffold.written import DRAFT, document, draft_name, file_name
from malkoll.selection import select
from malkoll.steering.loaded import LoadedModel
from malkoll.tables.content import Content, settled

WRITTEN = Text(
    "{file} är skriven. Pröva den med: malkoll check {file}",
    "{file} is written. Check it with: malkoll check {file}",
)
LEFT = Text("Att se över i {file}: {count}.", "To look at again in {file}: {count}.")
NOT_WRITTEN = Text("Ingenting är skrivet.", "Nothing was written.")
STOPPED = Text("Avbrutet. {file} är inte skriven.", "Interrupted. {file} was not written.")
KEPT = Text(
    "Det du har svarat står i {draft}. Fortsätt med: malkoll new {file} --answers {draft}",
    "What you have answered is in {draft}. Go on with: malkoll new {file} --answers {draft}",
)
DONE_WITH = Text("{draft} behövs inte längre.", "{draft} isn't needed any more.")
NO_BOARD = Text("Nämnden saknas. Ange den med --board.", "The board is missing. Give it with --board.")
FEW_GOALS = Text(
    "Antal mål som är angivna: {given}. Styrmodellen säger minst {least}. Ange varje mål med --goal.",
    "Goals that are given: {given}. The steering model says at least {least}. Give each goal with --goal.",
)
GOAL_LACKS = Text(
    "Mål {number} saknar {part}. Lägg till det i dess --goal.",
    "Goal {number} lacks {part}. Add it to its --goal.",
)
PARTS = {
    "statement": Text("formulering=…", "statement=…"),
    "focus_area": Text("fokusområde=…", "focus_area=…"),
    "horizon": Text("horisont=…", "horizon=…"),
    "name": Text("indikator=… (måttets namn)", "indicator=… (the measure's name)"),
    "value": Text("målvärde=…", "target=…"),
    "reached": Text(
        "ett mått (indikator=…) eller en bedömning (bedömning=…)",
        "a measure (indicator=…) or an assessment (assessment=…)",
    ),
}
HOW_ALONE = Text(
    'Här går det inte att fråga. Ett mål skrivs så här: --goal "formulering=…; fokusområde=…; horisont=2027-2029; '
    'målgrupp=…; rådighet=egen; indikator=…; enhet=procent; utgångsvärde=64 (2026); målvärde=80 (2029); källa=…"',
    'Nothing can be asked here. A goal is written like this: --goal "statement=…; focus_area=…; horizon=2027-2029; '
    'audience=…; control=own; indicator=…; unit=percent; baseline=64 (2026); target=80 (2029); source=…"',
)
IN_GOAL = Text("{goal}: {said}", "{goal}: {said}")


def run(call: Call, language: Language) -> int:
    """Ask what isn't given, write the document, and give the exit code."""
    return _New(call, language).run()


class _New:
    """One call of the command."""

    def __init__(self, call: Call, language: Language) -> None:
        self.call = call
        self.language = language
        self.file = call.arguments[0] if call.arguments else ""
        self.date = settings_of(call).date or today()
        configuration = self._configuration()
        self.models = Models(call.one("--model"), self.date)
        chosen = configuration.select, configuration.extend_select, configuration.ignore
        self.held = Held(self.models.of(configuration), select(*chosen, severities(configuration)), self.date)
        self.answers = self._given()
        self.is_asked = is_possible() and not call.has("--no-input")

    @property
    def model(self) -> LoadedModel:
        return self.held.model

    def _configuration(self) -> Configuration:
        return Configurations().of(self._folder())

    def _folder(self) -> Path:
        is_named = self.file and self.file != STANDARD_INPUT
        return Path(os.path.realpath(self.file)).parent if is_named else Path.cwd()

    def _given(self) -> Answers:
        call, file = self.call, self.call.one("--answers")
        options = [
            ("steering_model", self._named_model()),
            *(
                (name, clean(call.one(f"--{name}") or ""))
                for name in ("municipality", "board", "year", "mission")
            ),
            ("current_state", [fact_of(text) for text in call.given.get("--fact", ())]),
            ("goals", [goal_of(text) for text in call.given.get("--goal", ())]),
        ]
        known: Content = answers_in(file) if file is not None else {}
        content = settled(gathered(known, [(name, value) for name, value in options if value]))
        goals = content.get("goals")
        return Answers(
            content,
            more_facts=not call.has("--fact"),
            more_goals=not call.has("--goal"),
            given=len(goals) if isinstance(goals, list) else 0,
        )

    def _named_model(self) -> str:
        """Give what the document calls the model by, if the caller chose one that a document may name."""
        given = self.call.one("--model")
        if given is None:
            return ""
        folder = self._folder()
        name = given
        if not self.model.is_built_in:
            try:
                name = Path(os.path.relpath(given, folder)).as_posix()
            except ValueError:
                # on another drive
                return ""
        found = Models(None, self.date).named_by(name, str(folder))
        return name if isinstance(found, LoadedModel) else ""

    def run(self) -> int:
        self._hold_free(self.file)
        if self.is_asked:
            if not self._asked():
                return Exit.INTERRUPTED
        else:
            self._hold_complete()
        return self._write()

    def _hold_free(self, file: str) -> None:
        """Hold that the file may be written, before anybody answers questions for it."""
        if file and file != STANDARD_INPUT and not self.call.has("--force") and os.path.lexists(file):
            raise CallError(EXISTS(file=shown_name(file)))

    def _asked(self) -> bool:
        """Ask on the terminal; tell whether all was answered. What was is kept in any case."""
        # loaded here: only who is asked needs it
        from malkoll.cli.interview import Interview  # noqa: PLC0415

        self._refuse_errors(self.held.caused(self.answers, self.language))
        interview = Interview(self.answers, self.held, self.language)
        try:
            interview.run()
        except (EOFError, KeyboardInterrupt):
            self._keep(interview.answers.content)
            return False
        self.answers = interview.answers
        return True

    def _keep(self, content: Content) -> None:
        """Save what was answered, for another time."""
        file = self.file if self.file not in {"", STANDARD_INPUT} else self._usual_file(content)
        lines = [STOPPED(file=shown_name(file))] if self.file != STANDARD_INPUT else []
        if settled(content) != settled(self._given().content):
            draft = draft_name(file, self.call.one("--answers"))
            text = document(settled(content), self.language, shown_name(file), self.model, is_whole=False)
            save(draft, text.encode("utf-8", "surrogatepass"))
            names = {"draft": shown_name(draft), "file": shown_name(self.file or file)}
            lines.append(KEPT(**names))
        complain(["", *(line.render(self.language) for line in lines)])

    def _hold_complete(self) -> None:
        """Hold that nothing is missing without which there would be no document."""
        content = self.answers.content
        content.setdefault("year", str(usual_year(self.model, self.date)))
        self.answers.more_facts = self.answers.more_goals = False
        missing = list(self._missing())
        if missing:
            raise CallError(*missing, HOW_ALONE())

    def _missing(self) -> list[Message]:
        lines: list[Message] = []
        least, _ = goal_limits(self.answers, self.model)
        given = self.answers.given
        for question in questions(self.answers, self.model, self.date):
            if question.path[0] == "goals" and question.path[1:2] >= (given,):
                break
            if question.is_needed and not self.answers.has(question.path):
                lines.append(_lacks(question))
        if given < least:
            lines.append(FEW_GOALS(given=given, least=least))
        return lines

    def _usual_file(self, content: Content) -> str:
        return file_name(str(content.get("board") or ""), str(content.get("year") or ""), self.language)

    def _write(self) -> int:
        content = settled(self.answers.content)
        file = self.file or self._usual_file(content)
        self._hold_free(file)
        name = shown_name(file)
        text = document(content, self.language, name if file != STANDARD_INPUT else "-", self.model)
        found = self.held.check(text, name).diagnostics
        if not self.is_asked:
            self._refuse_errors(found)
        if file == STANDARD_INPUT:
            say_data(text)
        else:
            save(file, text.encode("utf-8", "surrogatepass"), new=not self.call.has("--force"))
        self._tell(found, file)
        # what was answered isn't thrown away for a mistake that no answer showed
        return Exit.FINDINGS if _errors(found) else Exit.FINE

    def _refuse_errors(self, found: Iterable[Diagnostic]) -> None:
        errors = _errors(found)
        if errors:
            raise CallError(*(line for one in errors for line in _told(one)), NOT_WRITTEN())

    def _tell(self, found: Sequence[Diagnostic], file: str) -> None:
        """Say what was written, and what there is to look at again; who was asked has been told what it is."""
        name = shown_name(file)
        told = _errors(found) if self.is_asked else found
        lines = [line for one in told for line in _told(one)]
        if found:
            count = ", ".join(count.render(self.language) for _, count in counted(found))
            lines.append(LEFT(file=name, count=count))
        if file != STANDARD_INPUT:
            lines.append(WRITTEN(file=name))
        draft = self.call.one("--answers")
        if draft is not None and draft.endswith(DRAFT):
            lines.append(DONE_WITH(draft=shown_name(draft)))
        complain(line.render(self.language) for line in lines)


def _errors(found: Iterable[Diagnostic]) -> list[Diagnostic]:
    return [one for one in found if one.severity is Severity.ERROR]


def _lacks(question: Question) -> Message:
    if question.path == ("board",):
        return NO_BOARD()
    part = PARTS["reached" if question.kind is Kind.MEASURED_OR_ASSESSED else str(question.path[-1])]
    return GOAL_LACKS(number=int(question.path[1]) + 1, part=part)


def _told(diagnostic: Diagnostic) -> list[Message]:
    """Say what is found, and what to do."""
    said = diagnostic.message
    if diagnostic.goal_index is not None:
        said = IN_GOAL(goal=GOAL(number=diagnostic.goal_index + 1), said=said)
    advice = advice_of(diagnostic)
    return [said, *([advice] if advice else [])]
