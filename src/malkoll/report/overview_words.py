"""What the overview says, on the screen and on paper alike."""

from __future__ import annotations

from collections import Counter

from malkoll.diagnostic import SEVERITY_NAMES, Severity
from malkoll.language import OR, Count, Language, Message, Text, Words
from malkoll.report.totals import OLDER, OLDER_FINDINGS
from malkoll.repository.gathered import Followed, Gathered, Outcome
from malkoll.repository.links import PriorityLinks
from malkoll.repository.overview import Coverage, Horizons
from malkoll.result import Report

TITLE = Text("Nämndernas mål", "The boards' goals")
TITLE_OF_YEAR = Text("Nämndernas mål {year}", "The boards' goals {year}")
FOLLOW_UP_TITLE = Text("Hur det gick med nämndernas mål", "What became of the boards' goals")
FOLLOW_UP_TITLE_OF_YEAR = Text(
    "Hur det gick med nämndernas mål {year}", "What became of the boards' goals {year}"
)
GOALS = (Text("mål", "goal"), Text("mål", "goals"))
DOCUMENTS = (Text("dokument", "document"), Text("dokument", "documents"))
YEARS = Text("Det finns också dokument för {years}.", "There are documents for {years} too.")
WHAT = Text("{documents} med {goals}.", "{documents} with {goals}.")
MODELS = (
    Text("Styrmodell: {models}.", "Steering model: {models}."),
    Text("Styrmodeller: {models}.", "Steering models: {models}."),
)
NOTHING_NEW = Text("Prövningen ger inga nya anmärkningar.", "The check gives no new findings.")
NOTHING_FOUND = Text("Prövningen ger inga anmärkningar.", "The check gives no findings.")
FOUND = Text("Prövningen ger {findings}.", "The check gives {findings}.")

UNREAD = Text(
    "{files} gick inte att läsa, och är inte med i det som följer: {names}.",
    "What follows leaves out {files} that couldn't be read: {names}.",
)
FILES = (Text("fil", "file"), Text("filer", "files"))

COVERAGE = Text("Mål i varje fokusområde", "Goals in each focus area")
BOARD = Text("Nämnd", "Board")
MUNICIPALITY = Text("Kommun", "Municipality")
YEAR = Text("År", "Year")
ALL = Text("Alla", "All")
NO_AREA = Text("Inget område", "No area")
UNCOVERED = Text("Inget mål i {areas}.", "No goal in {areas}.")
ALL_COVERED = Text("Alla fokusområden har minst ett mål.", "Every focus area has at least one goal.")
IN_SEVERAL = Text(
    "Ett mål i flera fokusområden räknas i vart och ett av dem.",
    "A goal in several focus areas counts in each of them.",
)

HORIZONS = Text("Hur länge målen gäller", "How long the goals run")
SPAN = Text("Gäller", "Runs")
LENGTHS = Text(
    "{short} kortsiktiga och {long} långsiktiga mål.", "{short} short-term and {long} long-term goals."
)
LENGTHS_AND_UNKNOWN = Text(
    "{short} kortsiktiga och {long} långsiktiga mål. För {unknown} går tiden inte att läsa ut.",
    "{short} short-term and {long} long-term goals. For {unknown} the time can't be read.",
)

FOLLOWED = Text("Hur det ska synas att målen nås", "How it will be seen that the goals are reached")
FOLLOWED_NAMES = {
    Followed.MEASURED: Text("mäts", "measured"),
    Followed.ASSESSED: Text("bedöms", "assessed"),
    Followed.BOTH: Text("mäts och bedöms", "measured and assessed"),
    Followed.NEITHER: Text("inget av dem", "neither"),
    Followed.UNCLEAR: Text("oklart", "unclear"),
}

AGENDA = Text("Agenda 2030", "Agenda 2030")
STATED = Text("målet anger det", "the goal names it")
IMPLIED = Text("fokusområdet pekar dit", "the focus area leads there")
OWN_READING = Text(
    "Vilka globala mål ett fokusområde leder till är malkolls egen läsning av styrmodellen. Styrmodellen anger "
    "inga nummer.",
    "Which global goals a focus area leads to is malkoll's own reading of the steering model, which gives no "
    "numbers.",
)
NO_GOAL_FOR = Text("Inget mål leder till {goals}.", "No goal leads to {goals}.")

STRATEGY = Text("Regional utvecklingsstrategi", "Regional development strategy")
STRATEGY_AREAS = Text("Målområden", "Areas")
STRATEGY_PRINCIPLES = Text("Principer", "Principles")
STRATEGY_PRIORITIES = Text("Prioriteringar", "Priorities")

PRIORITIES = Text("Fullmäktiges prioriteringar", "The council's priorities")
PENDING = Text("Fullmäktige har inte beslutat om dem än.", "The council has not decided them yet.")
PENDING_UNTIL = Text(
    "I styrmodellen väntar de på beslut, som skulle komma {date}.",
    "In the steering model they await a decision, which was expected {date}.",
)
UNSERVED = Text("Inget mål anger {priorities}.", "No goal names {priorities}.")

PRINCIPLES = Text("Vad som behöver ses över", "What needs another look")
PRINCIPLE = Text("Princip", "Principle")

ALIKE = Text("Mål som liknar varandra", "Goals that are alike")
ALIKE_PAIR = Text(
    "{first} ({first_goal}) och {second} ({second_goal})",
    "{first} ({first_goal}) and {second} ({second_goal})",
)

OUTCOME_NAMES = {
    Outcome.REACHED: Text("uppnått", "reached"),
    Outcome.PARTLY: Text("delvis", "partly"),
    Outcome.NOT_REACHED: Text("ej uppnått", "not reached"),
    Outcome.UNJUDGED: Text("inte bedömt", "not judged"),
    Outcome.DUE: Text("inte uppföljt", "not followed up"),
    Outcome.GOING_ON: Text("pågår", "going on"),
}
BY_BOARD = Text("Nämnd för nämnd", "Board by board")
BY_AREA = Text("Fokusområde för fokusområde", "Focus area by focus area")
FOCUS_AREA = Text("Fokusområde", "Focus area")
NOT_QUITE = Text("Mål som inte nåddes helt", "Goals that were not quite reached")
LEFT = Text("Mål som inte är uppföljda", "Goals that are not followed up")
REASON = Text("Motivering: {reason}", "Reason: {reason}")
ENDED = Text("gällde till {year}", "ran until {year}")
OF_THE_GOALS = Text("Av {goals} är {outcomes}.", "Of {goals} {outcomes}.")
OUTCOME_COUNTS = {
    Outcome.REACHED: (Text("uppnått", "is reached"), Text("uppnådda", "are reached")),
    Outcome.PARTLY: (
        Text("delvis uppnått", "is partly reached"),
        Text("delvis uppnådda", "are partly reached"),
    ),
    Outcome.NOT_REACHED: (Text("inte uppnått", "is not reached"), Text("inte uppnådda", "are not reached")),
    Outcome.UNJUDGED: (
        Text("uppföljt men inte bedömt", "is followed up but not judged"),
        Text("uppföljda men inte bedömda", "are followed up but not judged"),
    ),
    Outcome.DUE: (
        Text("inte uppföljt fast tiden har gått ut", "is not followed up though its time has passed"),
        Text("inte uppföljda fast tiden har gått ut", "are not followed up though their time has passed"),
    ),
    Outcome.GOING_ON: (Text("ännu pågående", "still goes on"), Text("ännu pågående", "still go on")),
}


def title(gathered: Gathered, *, follow_up: bool = False) -> Message:
    """Name the overview by its year, where there is one."""
    years = {row.file.year for row in gathered.rows if row.file.year is not None}
    if len(years) == 1:
        return (FOLLOW_UP_TITLE_OF_YEAR if follow_up else TITLE_OF_YEAR)(year=years.pop())
    return (FOLLOW_UP_TITLE if follow_up else TITLE)()


def what(gathered: Gathered) -> Message:
    """Say how much there is."""
    return WHAT(documents=Count(len(gathered.rows), *DOCUMENTS), goals=Count(gathered.goals_written, *GOALS))


def other_years(gathered: Gathered) -> Message | None:
    """Name the years that aren't shown."""
    shown = {row.file.year for row in gathered.rows}
    others = [str(year) for year in gathered.years if year not in shown]
    return YEARS(years=Words(others, quoted=False, most=40)) if others else None


def models(gathered: Gathered) -> Message | None:
    names = [model.id for model in gathered.models]
    return MODELS[len(names) > 1](models=Words(names, quoted=False)) if names else None


def findings(report: Report) -> Message:
    """Say how many findings there are of each severity."""
    numbers = report.by_severity()
    counts: list[str | Text | Message] = [
        _ONE(count=Count(numbers[severity], *SEVERITY_NAMES[severity]))
        for severity in Severity
        if numbers[severity]
    ]
    return (
        FOUND(findings=Words(counts, quoted=False))
        if counts
        else NOTHING_NEW()
        if report.baselined
        else NOTHING_FOUND()
    )


_ONE = Text("{count}", "{count}")


def unread(report: Report) -> Message | None:
    """Name the files that couldn't be read."""
    names = [file.path for file in report.files if file.is_unread]
    return UNREAD(files=Count(len(names), *FILES), names=Words(names, quoted=False)) if names else None


def older(report: Report) -> list[Message]:
    """Say how many findings don't count, for a baseline knows them."""
    return [
        OLDER[use.known > 1](count=Count(use.known, *OLDER_FINDINGS), file=use.file)
        for use in report.baselines
        if use.known
    ]


def uncovered(found: Coverage) -> Message:
    if not found.uncovered:
        return ALL_COVERED()
    return UNCOVERED(areas=Words([area.name for area in found.uncovered], OR, quoted=False, most=20))


def lengths(found: Horizons) -> Message:
    if found.unknown:
        return LENGTHS_AND_UNKNOWN(short=found.short, long=found.long, unknown=Count(found.unknown, *GOALS))
    return LENGTHS(short=found.short, long=found.long)


def state_of(priorities: PriorityLinks) -> Message | None:
    """Say that priorities are pending; nothing of those that are decided."""
    if priorities.is_decided:
        return None
    return PENDING_UNTIL(date=priorities.date.isoformat()) if priorities.date else PENDING()


def outcomes(goals: int, counts: Counter[Outcome]) -> Message:
    """Say what became of the goals, in a sentence."""
    parts: list[str | Text | Message] = [
        _ONE(count=Count(counts[outcome], *OUTCOME_COUNTS[outcome])) for outcome in Outcome if counts[outcome]
    ]
    return OF_THE_GOALS(goals=Count(goals, *GOALS), outcomes=Words(parts, quoted=False))


def years(span: tuple[int, int]) -> str:
    return str(span[0]) if span[0] == span[1] else f"{span[0]}–{span[1]}"


def number(value: int) -> str:
    """Write a number for a table: none is a dash."""
    return str(value) if value else "–"


def severity_words(language: Language) -> list[str]:
    return [SEVERITY_NAMES[severity][1].render(language) for severity in Severity]
