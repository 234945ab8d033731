"""What `malkoll import` has to know: asked where somebody is there to answer, else required of the call."""

from __future__ import annotations

import re
from collections.abc import Callable

from malkoll.call_error import CallError
from malkoll.cli.dialogue import Dialogue
from malkoll.language import Language, Message, Text, Words
from malkoll.report.layout import Style
from malkoll.tables import importing
from malkoll.tables.gather_loose import Given
from malkoll.tables.region import Column, Region
from malkoll.tables.targets import NOTHING, Target, named, targets

NO_TABLE = Text(
    "Ingen tabell med mål hittades i {files}. En rad med rubriker behövs, som Mål, Fokusområde, Indikator, Målvärde.",
    "No table of goals was found in {files}. A row of headings is needed, as Goal, Focus area, Indicator, Target.",
)
NO_STATEMENT = Text(
    "Det är inte säkert vilken kolumn målens formulering står i. Rubrikerna är {headings}. Säg det så här: "
    '--map "{example}=formulering"',
    "It isn't certain which column the goals' statements stand in. The headings are {headings}. Say it like this: "
    '--map "{example}=statement"',
)
NO_BOARD = Text(
    "Det står inte vilken nämnd målen gäller ({places}). Säg det så här: --board Socialnämnden",
    'It doesn\'t say which board the goals are for ({places}). Say it like this: --board "Social Board"',
)
NO_YEAR = Text(
    "Det står inte vilket år målen gäller från ({places}). Säg det så här: --year 2027",
    "It doesn't say from which year the goals apply ({places}). Say it like this: --year 2027",
)
MISSING = {"board": NO_BOARD, "year": NO_YEAR}
COLUMNS = Text("Kolumnerna i {table} läses så här:", "The columns of {table} are read like this:")
LINE = Text("{heading} → {key}", "{heading} → {key}")
GUESS = Text("{key} (gissning)", "{key} (a guess)")
NOT_READ = Text("läses inte", "not read")
IS_RIGHT = Text(
    "Tryck Enter om det stämmer, skriv en kolumns nummer för att ändra, eller q för att avbryta.",
    "Press Enter if that is right, write a column's number to change it, or q to stop.",
)
WHICH_KEY = Text(
    "Vad är ”{heading}”? En nyckel som formulering eller indikator.målvärde, eller - för inget.",
    "What is “{heading}”? A key as statement or indicator.target, or - for nothing.",
)
WHICH_STATEMENT = Text(
    "Vilken kolumn står målens formulering i? Skriv dess nummer, eller q för att avbryta.",
    "Which column do the goals' statements stand in? Write its number, or q to stop.",
)
UNKNOWN = Text("Den nyckeln finns inte.", "There is no such key.")
STOPPED = Text("Avbrutet. Ingenting är skrivet.", "Stopped. Nothing was written.")
ASK = {
    "board": Text("Vilken nämnd gäller målen?", "Which board are the goals for?"),
    "year": Text("Från vilket år gäller målen?", "From which year do the goals apply?"),
}
_MOST_QUESTIONS = 200


class Questions:
    """Settles what the tables leave open.

    Args:
        tables: what was found.
        language: that of the questions.
        dialogue: with whom is there to answer; None for nobody.
        accepts: whether guesses are good enough.

    """

    def __init__(
        self, tables: importing.Tables, language: Language, dialogue: Dialogue | None, *, accepts: bool
    ) -> None:
        self.tables = tables
        self.language = language
        self.dialogue = dialogue
        self.accepts = accepts

    def about_columns(self) -> None:
        """See to it that it is known where the goals stand.

        Raises:
            CallError: when it isn't, and nobody is there to say.

        """
        own = [region for region in self.tables.regions if region.is_own]
        others = self._others()
        if not others and not own:
            files = dict.fromkeys(region.grid.file for region in self.tables.regions)
            raise CallError(NO_TABLE(files=Words(list(files), quoted=False)))
        if self.dialogue is not None:
            for region in others:
                self._confirm(region, self.dialogue)
        if own or any(self._is_settled(region) for region in others):
            return
        headings = [column.heading for region in others for column in region.columns.values()]
        free = [column for region in others for column in region.columns.values() if column.target is None]
        guessed = [one for region in others for one in region.columns.values() if _states(one)]
        example = (guessed or free or list(others[0].columns.values()))[0].heading
        raise CallError(NO_STATEMENT(headings=Words(headings, most=30), example=example))

    def _others(self) -> list[Region]:
        found: list[Region] = []
        for region in self.tables.regions:
            is_again = found and region.columns is found[-1].columns
            if region.columns and not region.is_own and not is_again:
                found.append(region)
        return found

    def _is_settled(self, region: Region) -> bool:
        return any(
            _states(column) and (column.is_certain or self.accepts) for column in region.columns.values()
        )

    def _confirm(self, region: Region, dialogue: Dialogue) -> None:
        """Show what the columns are taken for until the reader agrees."""
        for _ in range(_MOST_QUESTIONS):
            self._show(region, dialogue)
            has_goals = any(_states(column) for column in region.columns.values())
            answer = self._ask((IS_RIGHT if has_goals else WHICH_STATEMENT)(), dialogue)
            if not answer:
                if has_goals:
                    _agree(region)
                    return
                # a table of something else: its cells are told of
                return
            columns = list(region.columns)
            if answer.isascii() and answer.isdigit() and 0 < int(answer) <= len(columns):
                place = columns[int(answer) - 1]
                target = (
                    self._target(region.columns[place], dialogue)
                    if has_goals
                    else targets()["goal.statement"]
                )
                if target is not None:
                    _give(region, place, target)

    def _target(self, column: Column, dialogue: Dialogue) -> Target | None:
        target = named(self._ask(WHICH_KEY(heading=column.heading), dialogue))
        if target is None:
            dialogue.tell(UNKNOWN.render(self.language))
        return target

    def _show(self, region: Region, dialogue: Dialogue) -> None:
        table = region.grid.name or region.grid.file
        dialogue.blank()
        dialogue.tell(COLUMNS(table=table).render(self.language), Style.STRONG)
        for number, column in enumerate(region.columns.values(), 1):
            line = LINE(heading=column.heading, key=key_of(column, self.language))
            dialogue.tell(line.render(self.language), indent="  ", before=str(number))

    def read(self, given: Given) -> importing.Result:
        """Read the documents; ask for what no table says.

        Raises:
            CallError: when board or year isn't known.

        """
        result = importing.read(self.tables, given, self.language)
        for name in ("board", "year"):
            if name not in result.missing:
                continue
            if self.dialogue is None:
                raise CallError(
                    *(
                        MISSING[one](places=Words(result.missing[one][:3], quoted=False))
                        for one in result.missing
                    )
                )
            given = given._replace(**{name: self._value(name, self.dialogue)})
            result = importing.read(self.tables, given, self.language)
        if not result.documents:
            raise CallError(
                NO_TABLE(files=Words([region.grid.file for region in self.tables.regions][:1], quoted=False))
            )
        return result

    def _value(self, name: str, dialogue: Dialogue) -> str:
        fits: Callable[[str], object] = re.compile(r"[12][0-9]{3}").fullmatch if name == "year" else bool
        for _ in range(_MOST_QUESTIONS):
            answer = self._ask(ASK[name](), dialogue)
            if fits(answer):
                return answer
        raise CallError(STOPPED())

    def _ask(self, question: Message, dialogue: Dialogue) -> str:
        dialogue.tell(question.render(self.language))
        try:
            answer = dialogue.ask()
        except EOFError:
            raise CallError(STOPPED()) from None
        if answer.casefold() == "q":
            raise CallError(STOPPED())
        return answer


def _states(column: Column) -> bool:
    return column.target is not None and column.target.name == "goal.statement"


def _agree(region: Region) -> None:
    for place, column in region.columns.items():
        region.columns[place] = column._replace(is_certain=True)


def _give(region: Region, place: int, target: Target) -> None:
    """Let a column have a target, and no other column with it."""
    for other, column in region.columns.items():
        if column.target is target and target is not NOTHING:
            region.columns[other] = column._replace(target=None)
    region.columns[place] = region.columns[place]._replace(target=target, is_certain=True)


def key_of(column: Column, language: Language) -> str:
    """Say what a column is taken for."""
    if column.target is None:
        return NOT_READ.render(language)
    key = column.target.word(language)
    return key if column.is_certain else GUESS(key=key).render(language)
