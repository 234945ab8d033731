"""A document's findings in Markdown: what is wrong, where, why it matters, what to do."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from malkoll.diagnostic import Diagnostic, Location, Suppressed
from malkoll.file_report import FileReport
from malkoll.language import Count, Language, Text
from malkoll.report.cells import cut
from malkoll.report.finding import CLAUSE, IN_BUILT_IN, MORE_PLACES, SAME, goal_name, places_of
from malkoll.report.marked import code, markdown
from malkoll.report.sentences import advised, reasoned
from malkoll.report.shown import Shown
from malkoll.report.signs import SIGNS, word
from malkoll.report.totals import LINE

AND_MORE = Text("och {places}", "and {places}")
_MOST_PLACES = 20
_LONGEST_GOAL, _LONGEST_QUOTE = 40, 100
_SHOWN = Shown()


def short(said: str, cells: int) -> str:
    """Show a text on one line, cut to so many cells."""
    return cut(_SHOWN.sentence(said).strip(), cells)


def finding(
    group: Sequence[Diagnostic], file: FileReport, clauses: set[tuple[str, str]], language: Language
) -> Iterator[str]:
    """Give the paragraphs of a finding and those like it; a rule's clause stands once in a document."""
    first, *rest = group
    yield _head(first, language)
    yield markdown(first.message.render(language))
    if place := _place(first.location, language):
        yield f"> {place}"
    for related in first.related:
        where = _elsewhere(related.location, file, language)
        yield f"{markdown(related.message.render(language).removesuffix('.'))} ({where})."
    clause = first.reference.render(language) if first.reference else ""
    if clause and (first.code, clause) not in clauses:
        clauses.add((first.code, clause))
        yield f"{CLAUSE.render(language)} {markdown(clause)}"
    if (advice := advised(first, language)) is not None:
        yield f"**{advice[0]}** {markdown(advice[1])}"
    if rest:
        yield markdown(SAME(places=places_of(list(group))).render(language))
        yield "\n".join(_others(group, file, language))


def _head(diagnostic: Diagnostic, language: Language) -> str:
    name = word(diagnostic.severity, language).capitalize()
    title = markdown(diagnostic.title.render(language))
    goal = markdown(short(goal_name(diagnostic, language), _LONGEST_GOAL))
    head = f"**{SIGNS[diagnostic.severity]} {name} {diagnostic.code} · {title}**"
    return f"{head} · {goal}" if goal else head


def _others(group: Sequence[Diagnostic], file: FileReport, language: Language) -> Iterator[str]:
    """List the rest of a group: the place, and what differs from the one before."""
    said = group[0].message.render(language)
    advice = advised(group[0], language)
    shown = group[1 : 1 + _MOST_PLACES]
    for diagnostic in shown:
        parts = [_place(diagnostic.location, language) or code(file.path)]
        if (message := diagnostic.message.render(language)) != said:
            parts.append(markdown(message))
            said = message
        if (own := advised(diagnostic, language)) is not None and own != advice:
            parts.append(f"**{own[0]}** {markdown(own[1])}")
        yield f"- {'<br>'.join(parts)}"
    if more := len(group) - 1 - len(shown):
        yield f"- {AND_MORE(places=Count(more, *MORE_PLACES)).render(language)}"


def _place(place: Location, language: Language) -> str:
    """Quote the line where a place begins, from near the place if the line is long."""
    line = next((line for number, line in place.lines if number == place.start.line), "")
    if not line.strip():
        return ""
    column = place.start.column - 1
    if len(line) > _LONGEST_QUOTE and column > _LONGEST_QUOTE // 2:
        line = f"…{line[column - 20 :]}"
    number = LINE(line=place.start.line).render(language).capitalize()
    return f"{number}: {code(short(line, _LONGEST_QUOTE))}"


def _elsewhere(place: Location, file: FileReport, language: Language) -> str:
    line = place.start.line
    if place.file == file.path:
        return LINE(line=line).render(language)
    if file.model.is_built_in and place.file == file.model.source.name:
        return IN_BUILT_IN(line=line).render(language)
    return code(f"{place.file}:{line}")


def silenced(found: Iterable[Suppressed], language: Language, *, asks_reason: bool) -> Iterator[str]:
    """List findings that don't count, each with the reason that is given."""
    for one in found:
        diagnostic = one.diagnostic
        parts = [
            f"{diagnostic.code} · {markdown(diagnostic.title.render(language))}",
            markdown(diagnostic.message.render(language)),
            _place(diagnostic.location, language),
            markdown(reasoned(one, language, is_asked_for=asks_reason)),
        ]
        yield f"- {'<br>'.join(part for part in parts if part)}"
