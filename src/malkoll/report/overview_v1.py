"""The overview as JSON, version 1."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from malkoll import __version__
from malkoll.diagnostic import Diagnostic, Severity
from malkoll.language import Language, show
from malkoll.report.as_json import compact, fit
from malkoll.report.overview_shapes import (
    AlikeV1,
    BoardV1,
    FindingsV1,
    FollowedV1,
    FollowUpV1,
    GoalRefV1,
    InAreaV1,
    LinkV1,
    OverviewV1,
    PrincipleV1,
    RuleFindingsV1,
)
from malkoll.repository.gathered import Followed, Gathered, Outcome, Row
from malkoll.repository.links import Link, agenda_links, priority_links, strategy_links
from malkoll.repository.overview import Alike, alike, coverage, follow_ups, followed, horizons
from malkoll.repository.principles import Principle, RuleFindings, principles


def text(gathered: Gathered, language: Language) -> str:
    """Write an overview as JSON, a line for each of its parts and boards."""
    parts = (f"{compact(key)}: {_lines(value)}" for key, value in shape(gathered, language).items())
    return fit("{{{}}}\n".format(",\n".join(parts)))


def _lines(value: object) -> str:
    if not isinstance(value, list) or not value or not isinstance(value[0], dict):
        return compact(value)
    return "[\n{}\n]".format(",\n".join(map(compact, value)))


def shape(gathered: Gathered, language: Language) -> OverviewV1:
    """Give an overview as plain data."""
    cover, lengths, became = coverage(gathered), horizons(gathered), follow_ups(gathered)
    agenda = agenda_links(gathered)
    years = {row.file.year for row in gathered.rows if row.file.year is not None}
    return {
        "version": 1,
        "tool": {"name": "malkoll", "version": __version__},
        "language": language.value,
        "date": gathered.report.date.isoformat(),
        "year": max(years, default=None),
        "years": list(gathered.years),
        "models": [{"id": model.id, "sha256": model.sha256} for model in gathered.models],
        "goals": gathered.goals_written,
        "boards": [
            _board(row, _in_areas(gathered, areas), spans, became_of)
            for row, areas, spans, became_of in zip(
                gathered.rows, cover.rows, lengths.rows, became.rows, strict=True
            )
        ],
        "focus_areas": _in_areas(gathered, cover.totals),
        "uncovered": [area.name for area in cover.uncovered],
        "no_focus_area": cover.outside,
        "lengths": {"short": lengths.short, "long": lengths.long, "unknown": lengths.unknown},
        "followed": _followed(followed(gathered.goals)),
        "follow_up": _follow_up(became.totals),
        "follow_up_by_focus_area": [
            {"focus_area": area.name, "follow_up": _follow_up(became.areas[area.key])}
            for area in gathered.areas
        ],
        "agenda2030": {"own_reading": agenda.is_own_reading, "goals": _links(agenda.links, language)},
        "rus": [
            {
                "name": strategy.name,
                "areas": _links(strategy.areas, language),
                "principles": _links(strategy.principles, language),
                "priorities": _links(strategy.priorities, language),
            }
            for strategy in strategy_links(gathered)
        ],
        "priorities": [
            {
                "model": found.model.id,
                "status": "decided" if found.is_decided else "pending",
                "date": found.date.isoformat() if found.date else None,
                "priorities": _links(found.links, language),
            }
            for found in priority_links(gathered)
        ],
        "findings": _findings(gathered.report.diagnostics),
        "principles": [_principle(found, language) for found in principles(gathered.report.files)],
        "alike": [_alike(pair) for pair in alike(gathered)],
    }


def _board(
    row: Row, areas: list[InAreaV1], spans: dict[tuple[int, int], int], became: Counter[Outcome]
) -> BoardV1:
    file = row.file
    return {
        "file": file.path,
        "sha256": file.sha256,
        "municipality": file.municipality,
        "board": file.board,
        "year": file.year,
        "status": file.status,
        "goals": file.goals_written,
        "focus_areas": areas,
        "no_focus_area": sum(not goal.areas for goal in row.goals),
        "horizons": [
            {"first": first, "last": last, "goals": count} for (first, last), count in spans.items()
        ],
        "followed": _followed(followed(row.goals)),
        "follow_up": _follow_up(became),
        "findings": _findings(file.diagnostics),
    }


def _in_areas(gathered: Gathered, counts: Counter[str]) -> list[InAreaV1]:
    return [{"focus_area": area.name, "goals": counts[area.key]} for area in gathered.areas]


def _followed(counts: Counter[Followed]) -> FollowedV1:
    return {
        "measured": counts[Followed.MEASURED],
        "measured_and_assessed": counts[Followed.BOTH],
        "assessed": counts[Followed.ASSESSED],
        "neither": counts[Followed.NEITHER],
        "unclear": counts[Followed.UNCLEAR],
    }


def _follow_up(counts: Counter[Outcome]) -> FollowUpV1:
    return {
        "reached": counts[Outcome.REACHED],
        "partly": counts[Outcome.PARTLY],
        "not_reached": counts[Outcome.NOT_REACHED],
        "unjudged": counts[Outcome.UNJUDGED],
        "not_followed_up": counts[Outcome.DUE] + counts[Outcome.GOING_ON],
        "due": counts[Outcome.DUE],
    }


def _links(links: Iterable[Link], language: Language) -> list[LinkV1]:
    return [
        {"id": link.id, "name": show(link.name, language), "stated": link.stated, "implied": link.implied}
        for link in links
    ]


def _findings(diagnostics: Iterable[Diagnostic]) -> FindingsV1:
    counts = Counter(diagnostic.severity for diagnostic in diagnostics)
    return {
        "errors": counts[Severity.ERROR],
        "warnings": counts[Severity.WARNING],
        "infos": counts[Severity.INFO],
    }


def _principle(principle: Principle, language: Language) -> PrincipleV1:
    return {
        "name": principle.name.render(language),
        "from_model": principle.is_the_models,
        "findings": _findings(found.diagnostic for found in principle.found),
        "rules": [_rule(rule) for rule in principle.rules],
    }


def _rule(rule: RuleFindings) -> RuleFindingsV1:
    return {
        "code": rule.code,
        "name": rule.name,
        "findings": _findings(found.diagnostic for found in rule.found),
    }


def _alike(pair: Alike) -> AlikeV1:
    def goal(row: Row, index: int, id_: str | None, statement: str | None) -> GoalRefV1:
        return {"file": row.file.path, "index": index, "goal": id_, "statement": statement}

    first, second = pair.other.goal, pair.goal.goal
    return {
        "first": goal(pair.other_row, first.index, first.id, first.statement),
        "second": goal(pair.row, second.index, second.id, second.statement),
    }
