"""`malkoll explain`: a rule's manual, set for a screen."""

from __future__ import annotations

from collections.abc import Iterator

from malkoll.call_error import CallError
from malkoll.cli import Exit
from malkoll.cli.call import Call
from malkoll.cli.page import heading, markdown, paragraph, print_page
from malkoll.config.files import Configurations
from malkoll.config.names import refuse_unknown
from malkoll.diagnostic import SEVERITY_NAMES, Severity
from malkoll.language import Language, Text
from malkoll.manual import HEADINGS, manual
from malkoll.models import Models
from malkoll.report.layout import Line, Style
from malkoll.report.shown import Shown
from malkoll.rule import Rule, Source
from malkoll.run import today
from malkoll.selection import BY_STRENGTH, matching
from malkoll.steering.loaded import DEFAULT, LoadedModel, built_in

SEVERAL = Text(
    "”{name}” är flera regler. Visa dem med malkoll rules --select {name}",
    "“{name}” is several rules. malkoll rules --select {name} shows them.",
)
SEVERITY = Text("Allvar: {severity}.", "Severity: {severity}.")
OFF = Text(
    "Regeln är av om den inte begärs med --extend-select {code}.",
    "The rule is off unless it is asked for with --extend-select {code}.",
)
SOURCES = {
    Source.PRESENTATION: Text("Bygger på styrmodellen.", "Builds on the steering model."),
    Source.PRACTICE: Text(
        "Bygger på kommunal lag och praxis.", "Builds on local-government law and practice."
    ),
    Source.YAML: Text("Bygger på hur YAML skrivs.", "Builds on how YAML is written."),
}
CLAUSE = Text("Styrmodellen: {reference}", "The steering model: {reference}")
SILENCE = Text(
    "Passar den inte på ett ställe, skriv en kommentar på raden ovanför, med skälet:",
    "Where it doesn't fit, write a comment on the line above, with the reason:",
)
COMMENT = Text("# malkoll: undantag[{name}] …", "# malkoll: ignore[{name}] …")


def run(call: Call, language: Language) -> int:
    name = call.arguments[0]
    refuse_unknown([name])
    found = matching(name)
    if len(found) > 1:
        raise CallError(SEVERAL(name=name))
    print_page(lambda shown, cells: _lines(found[0], language, shown, cells))
    return Exit.FINE


def _lines(rule: Rule, language: Language, shown: Shown, cells: int) -> Iterator[Line]:
    read = manual(rule, language)
    what, why, wrong, right = HEADINGS[language]
    yield [(f"{rule.code} ", Style.STRONG), (shown(f"· {read.title}"), Style.STRONG)]
    yield [(rule.name, Style.FAINT)]
    yield []
    yield heading(what)
    yield from markdown(read.what, shown, cells)
    yield heading(why)
    yield from markdown(read.why, shown, cells)
    model = _model()
    if reference := model.reference(rule.code, rule.name):
        clause = CLAUSE(reference=reference).render(language)
        yield from paragraph(shown.sentence(clause), cells, "  ")
        yield []
    yield heading(wrong)
    yield from markdown(read.wrong, shown, cells)
    yield heading(right)
    yield from markdown(read.right, shown, cells)
    sentences = [
        SEVERITY(severity=SEVERITY_NAMES[_severity(rule, model)][0]) if rule.enabled else OFF(code=rule.code),
        SOURCES[rule.source](),
        SILENCE(),
    ]
    for sentence in sentences:
        yield from paragraph(shown.sentence(sentence.render(language)), cells)
    yield [(f"  {shown(COMMENT(name=rule.name).render(language))}", Style.PLACE)]


def _severity(rule: Rule, model: LoadedModel) -> Severity:
    """Give how severe the steering model in force makes a rule; its own severity where that says nothing."""
    setting = None if rule.is_about_the_file else model.setting(rule.code, rule.name)
    return BY_STRENGTH.get(setting.strength or "", rule.severity) if setting else rule.severity


def _model() -> LoadedModel:
    """Give the steering model whose clause to quote; one that can't be used is `check`'s to speak of."""
    try:
        return Models(None, today()).of(Configurations().of("."))
    except CallError:
        return built_in(DEFAULT)
