"""A steering model in words, section by section."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from malkoll.cli.page import heading, paragraph
from malkoll.document.vocabulary import LEVELS
from malkoll.document.words import fold
from malkoll.language import Count, Language, Message, Text, Words
from malkoll.report.layout import Line, Style
from malkoll.report.shown import Shown
from malkoll.rule import Rule
from malkoll.rules import BY_NAME
from malkoll.steering.agenda2030 import agenda
from malkoll.steering.loaded import LoadedModel
from malkoll.steering.model import FocusArea, HorizonLimits, Limits, Priority, Range, RuleSetting, Valid
from malkoll.steering.vocabulary import AUDIENCES, STRENGTHS

BUILT_IN = Text("inbyggd", "built in")
FROM_YEAR = Text("gäller från {start}", "valid from {start}")
BETWEEN_YEARS = Text("gäller {start}–{end}", "valid {start}–{end}")
SOURCE = Text("Källa: {source}", "Source: {source}")
LIMITS = Text("Hur många mål, och hur långa", "How many goals, and how long")
NO_LIMITS = Text("{level}: inga gränser.", "{level}: no limits.")
LEVEL = Text("{level}: {goals}. {horizon}", "{level}: {goals}. {horizon}")
ANY_NUMBER = Text("hur många mål sägs inte", "how many goals isn't said")
GOALS = (Text("mål", "goal"), Text("mål", "goals"))
YEARS = (Text("år", "year"), Text("år", "years"))
AT_LEAST = Text("minst {count}", "at least {count}")
AT_MOST = Text("högst {count}", "at most {count}")
SPAN = Text("{least}–{count}", "{least}–{count}")
ANY_LENGTH = Text("Hur länge ett mål gäller sägs inte.", "How long a goal runs isn't said.")
ONE_LENGTH = Text("Ett mål gäller {length}.", "A goal runs for {length}.")
TWO_LENGTHS = Text(
    "Ett mål gäller {short} (kortsiktigt) eller {long} (långsiktigt).",
    "A goal runs for {short} (short-term) or {long} (long-term).",
)
AREAS = Text("Fokusområden", "Focus areas")
TOPICS = Text("Frågor, och vem som lyfte dem", "Topics, and who raised them")
STRATEGY_AREAS = Text("Målområden i den regionala strategin", "Areas of the regional strategy")
STRATEGY_PRINCIPLES = Text("Principer", "Principles")
STRATEGY_PRIORITIES = Text("Prioriteringar", "Priorities")
AGENDA = Text("Agenda 2030", "Agenda 2030")
AGENDA_READ = Text("Agenda 2030, så som malkoll läser området", "Agenda 2030, as malkoll reads the area")
PRIORITIES = Text("Fullmäktiges prioriteringar", "The council's priorities")
PENDING = Text("Väntar på beslut.", "Pending.")
PENDING_UNTIL = Text("Väntar på beslut, som skulle komma {date}.", "Pending, expected {date}.")
DECIDED = Text("Beslutade.", "Decided.")
DECIDED_ON = Text("Beslutade {date}.", "Decided {date}.")
IN_AREA = Text("{name} ({area})", "{name} ({area})")
CYCLE = Text("Årshjul", "Annual cycle")
BOARDS = Text("Nämnder", "Boards")
AUDIENCE = Text("Vilka målen är till för", "Whom the goals are for")
AUDIENCE_WORDS = Text("{audience}: {words}.", "{audience}: {words}.")
RULES = Text("Vad som står i kommunens styrdokument", "What the municipality's own documents say")
STRENGTH = Text("Gäller som {strength}.", "Counts as a {strength}.")
OFF = Text("Regeln används inte.", "The rule is not used.")
WORD_LISTS = Text("Egna ord i ordlistorna", "Own words in the word lists")
ADDED = Text("{name}: också {words}.", "{name}: also {words}.")
REMOVED = Text("{name}: inte {words}.", "{name}: not {words}.")
_FEW = 12
_BY_SPELLING = {fold(name): rule for name, rule in BY_NAME.items()}


def model_lines(model: LoadedModel, language: Language, shown: Shown, cells: int) -> Iterator[Line]:
    """Give the whole model, as it is to be read."""
    page = _Page(model, language, shown, cells)
    yield from page.identity()
    yield from page.limits()
    yield from page.areas()
    yield from page.priorities()
    yield from page.boards()
    yield from page.cycle()
    yield from page.audiences()
    yield from page.rules()
    yield from page.word_lists()


class _Page:
    def __init__(self, model: LoadedModel, language: Language, shown: Shown, cells: int) -> None:
        self.loaded = model
        self.model = model.model
        self.language = language
        self.shown = shown
        self.cells = cells

    def identity(self) -> Iterator[Line]:
        model = self.model
        yield heading(self.text(model.name or self.loaded.id))
        facts = [
            model.id,
            BUILT_IN if self.loaded.is_built_in else self.loaded.source.name,
            _term(model.valid),
        ]
        yield [(" · ".join(self.text(fact) for fact in facts if fact), Style.FAINT)]
        if model.source:
            yield from self.sentence(SOURCE(source=model.source), "")

    def limits(self) -> Iterator[Line]:
        yield from self.section(LIMITS)
        for level, word in LEVELS.items():
            limits = self.model.limits(level)
            if limits is not None:
                yield from self.sentence(_limits(word.word(self.language).capitalize(), limits))

    def areas(self) -> Iterator[Line]:
        yield from self.section(AREAS)
        for number, area in enumerate(self.model.focus_areas):
            if number:
                yield []
            yield [(f"  {self.text(area.name or area.id or '')}", Style.STRONG)]
            if area.text:
                yield from self.sentence(area.text, "    ")
            yield from self.area_links(area)

    def area_links(self, area: FocusArea) -> Iterator[Line]:
        if area.topics:
            yield from self.small_heading(TOPICS)
            for who, topics in area.topics.items():
                yield from self.sentence(f"{who}: {', '.join(topics)}", "      ", "        ")
        rus = area.rus
        if rus is not None:
            yield from self.links(STRATEGY_AREAS, rus.areas)
            yield from self.links(STRATEGY_PRINCIPLES, rus.principles)
            yield from self.links(STRATEGY_PRIORITIES, rus.priorities)
        if area.agenda2030:
            # the presentation gives no numbers: those of the built-in model are a reading of it
            yield from self.small_heading(AGENDA_READ if self.loaded.is_built_in else AGENDA)
            yield from self.sentence(", ".join(self.global_goal(one) for one in area.agenda2030), "      ")

    def links(self, title: Text, ids: Sequence[str] | None) -> Iterator[Line]:
        if not ids:
            return
        yield from self.small_heading(title)
        for one in ids:
            item = self.loaded.strategy_items.get(fold(one))
            yield from self.sentence(f"– {(item and item.name) or one}", "      ", "        ")

    def global_goal(self, number: str) -> str:
        goal = agenda().goals.get(number)
        return f"{number} {goal.name.render(self.language)}" if goal else number

    def priorities(self) -> Iterator[Line]:
        priorities = self.model.priorities
        if priorities is None:
            return
        yield from self.section(PRIORITIES)
        is_decided = priorities.status == "decided"
        if priorities.date is None:
            yield from self.sentence((DECIDED if is_decided else PENDING)())
        else:
            dated = DECIDED_ON if is_decided else PENDING_UNTIL
            yield from self.sentence(dated(date=priorities.date.isoformat()))
        for priority in priorities.items:
            yield from self.sentence(self.priority(priority), "  – ", "    ")

    def priority(self, priority: Priority) -> str:
        name = priority.name or priority.id or ""
        area = self.loaded.focus_areas.get(fold(priority.focus_area)) if priority.focus_area else None
        return IN_AREA(name=name, area=area.name).render(self.language) if area and area.name else name

    def boards(self) -> Iterator[Line]:
        if not self.model.boards:
            return
        yield from self.section(BOARDS)
        for board in self.model.boards:
            level = f" ({LEVELS[board.level].word(self.language)})" if board.level != "board" else ""
            yield from self.sentence(f"{board.name or ''}{level}", "  – ", "    ")

    def cycle(self) -> Iterator[Line]:
        if not self.model.annual_cycle:
            return
        yield from self.section(CYCLE)
        widest = max(len(event.date or "") for event in self.model.annual_cycle)
        for event in self.model.annual_cycle:
            lead = f"  {self.text(event.date or ''):{widest}}  "
            yield from self.sentence(event.event or "", lead, " " * len(lead))

    def audiences(self) -> Iterator[Line]:
        if not self.model.audiences:
            return
        yield from self.section(AUDIENCE)
        for audience in self.model.audiences:
            if audience.id and audience.listed:
                name = AUDIENCES[audience.id].word(self.language).capitalize()
                words = Words(audience.listed, quoted=False, most=_FEW)
                yield from self.sentence(AUDIENCE_WORDS(audience=name, words=words))

    def rules(self) -> Iterator[Line]:
        if not self.model.rules:
            return
        yield from self.section(RULES)
        settings = (
            (_BY_SPELLING.get(fold(name)), name, setting) for name, setting in self.model.rules.items()
        )
        for rule, name, setting in sorted(settings, key=lambda one: one[0].code if one[0] else one[1]):
            yield from self.rule(rule, name, setting)

    def rule(self, rule: Rule | None, name: str, setting: RuleSetting) -> Iterator[Line]:
        title = rule.title.render(self.language) if rule else name
        yield [
            (f"  {self.text(title)}", Style.STRONG),
            (f"  {self.text(rule.code) if rule else ''}", Style.FAINT),
        ]
        if setting.reference:
            yield from self.sentence(setting.reference.text, "    ")
        if setting.strength == "off":
            yield from self.sentence(OFF(), "    ")
        elif setting.strength:
            strength = STRENGTHS[setting.strength].word(self.language)
            yield from self.sentence(STRENGTH(strength=strength), "    ")

    def word_lists(self) -> Iterator[Line]:
        if not self.model.word_lists:
            return
        yield from self.section(WORD_LISTS)
        for name, words in self.model.word_lists.items():
            if words.add:
                yield from self.sentence(ADDED(name=name, words=Words(words.add)))
            if words.remove:
                yield from self.sentence(REMOVED(name=name, words=Words(words.remove)))

    def section(self, title: Text) -> Iterator[Line]:
        yield []
        yield heading(self.text(title))

    def small_heading(self, title: Text) -> Iterator[Line]:
        yield [(f"    {self.text(title)}", Style.FAINT)]

    def text(self, text: str | Text | Message) -> str:
        return self.shown.sentence(text if isinstance(text, str) else text.render(self.language))

    def sentence(
        self, text: str | Text | Message, first: str = "  ", rest: str | None = None
    ) -> Iterable[Line]:
        return paragraph(self.text(text), self.cells, self.shown(first), rest)


def _term(valid: Valid | None) -> Message | None:
    if valid is None:
        return None
    if valid.end is None:
        return FROM_YEAR(start=valid.start)
    return BETWEEN_YEARS(start=valid.start, end=valid.end)


def _limits(level: str, limits: Limits) -> Message:
    if limits.goals is None and limits.horizon is None:
        return NO_LIMITS(level=level)
    goals = _range(limits.goals, GOALS) or ANY_NUMBER
    return LEVEL(level=level, goals=goals, horizon=_horizon(limits.horizon))


def _horizon(limits: HorizonLimits | None) -> Message:
    if limits is None:
        return ANY_LENGTH()
    short = None if limits.short is None else Count(limits.short, *YEARS)
    long = _range(limits.long, YEARS)
    if short and long:
        return TWO_LENGTHS(short=short, long=long)
    return ONE_LENGTH(length=short or long) if short or long else ANY_LENGTH()


def _range(limits: Range | None, nouns: tuple[Text, Text]) -> Message | Count | None:
    """Write limits with their noun: 3–5 mål, minst 2 mål, 4 år."""
    if limits is None or (limits.least is None and limits.most is None):
        return None
    if limits.most is None:
        return AT_LEAST(count=Count(limits.least or 0, *nouns))
    if limits.least is None:
        return AT_MOST(count=Count(limits.most, *nouns))
    if limits.least == limits.most:
        return Count(limits.most, *nouns)
    return SPAN(least=limits.least, count=Count(limits.most, *nouns))
