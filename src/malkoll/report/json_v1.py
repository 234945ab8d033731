"""Version 1 of the report for programs: shapes of its own that don't change with the code around them.

A key may be added to a shape; none is renamed, removed or given another meaning before version 2.
The texts beside the keys describe them in the report's JSON Schema.
"""

from __future__ import annotations

from typing import Annotated, Literal, NotRequired

from typing_extensions import TypedDict

from malkoll import __version__
from malkoll.diagnostic import (
    Applicability,
    Diagnostic,
    LocatedFix,
    LocatedRelated,
    Severity,
    Suppressed,
)
from malkoll.file_report import FileReport
from malkoll.language import Language, Text
from malkoll.report.as_json import compact, fit
from malkoll.report.options import Options
from malkoll.result import BaselineUse, Report
from malkoll.source import Position
from malkoll.steering.loaded import LoadedModel

VERSION = 1
HERE_TOO = Text("Här också.", "Here too.")


class PositionV1(TypedDict):
    """A place in a file; an end is exclusive."""

    line: Annotated[int, "The line, from 1."]
    column: Annotated[int, "The column, from 1, in Unicode code points."]


class ToolV1(TypedDict):
    """The program that made the report."""

    name: Annotated[str, "Always malkoll."]
    version: Annotated[str, "Its version."]


class ModelV1(TypedDict):
    """A steering model."""

    id: Annotated[str, "The model's id, or its file's name if it has none."]
    sha256: Annotated[str, "The SHA-256 of its file, hexadecimal."]


class FileV1(TypedDict):
    """A file that was checked."""

    path: Annotated[str, "Its path, with forward slashes."]
    board: Annotated[str | None, "The board, as written; null if it isn't known."]
    year: Annotated[int | None, "The first year that the goals apply to; null if it isn't known."]
    goals: Annotated[int, "How many goals stand in it."]
    model: NotRequired[Annotated[ModelV1, "The file's steering model, where it differs from the report's."]]


class RelatedV1(TypedDict):
    """Another place that explains a finding."""

    file: Annotated[str, "The file."]
    start: Annotated[PositionV1, "Where it starts."]
    end: Annotated[PositionV1, "Where it ends."]
    message: Annotated[str, "What is there."]


class EditV1(TypedDict):
    """A stretch of the file to replace."""

    start: Annotated[PositionV1, "Where it starts."]
    end: Annotated[PositionV1, "Where it ends; the start, where text is added."]
    text: Annotated[str, "What to write there."]


class FixV1(TypedDict):
    """Edits of the file that mend what was found."""

    applicability: Annotated[
        Literal["safe", "unsafe", "display"],
        "Whether it can be done without asking (safe), needs judgement (unsafe), or is only to be shown (display).",
    ]
    message: Annotated[str, "What it does."]
    edits: Annotated[list[EditV1], "The edits, in the order of their places; none overlaps another."]


SeverityV1 = Literal["error", "warning", "info"]


class DiagnosticV1(TypedDict):
    """A finding."""

    code: Annotated[str, "The rule's code, as MK202."]
    name: Annotated[str, "The rule's name, as unknown-focus-area."]
    severity: Annotated[SeverityV1, "How severe it is."]
    message: Annotated[str, "What is wrong, in the report's language."]
    help: Annotated[str | None, "What to do: advice, or a question where the judgement is the board's."]
    reference: Annotated[str | None, "The clause of the steering model that it builds on."]
    file: Annotated[str, "The file."]
    start: Annotated[PositionV1, "Where it starts."]
    end: Annotated[PositionV1, "Where it ends."]
    path: Annotated[
        list[str | int], "The keys that lead there, as written, and the indices in lists, from 0."
    ]
    goal: Annotated[str | None, "The id of the goal that it is about; null if there is none."]
    related: Annotated[list[RelatedV1], "Other places that explain it."]
    fix: Annotated[FixV1 | None, "What mends it; null if that takes a person."]
    fingerprint: Annotated[
        str, "Names the finding from run to run; survives moved lines and another language."
    ]
    url: Annotated[str | None, "The address of the rule's manual; null while it has none."]


class SuppressedV1(TypedDict):
    """A finding that doesn't count: a comment in the document silences it, or a baseline knows it."""

    code: Annotated[str, "The rule's code."]
    name: Annotated[str, "The rule's name."]
    severity: Annotated[SeverityV1, "How severe it would be."]
    message: Annotated[str, "What would be wrong."]
    file: Annotated[str, "The file."]
    start: Annotated[PositionV1, "Where it starts."]
    end: Annotated[PositionV1, "Where it ends."]
    goal: Annotated[str | None, "The id of the goal that it is about; null if there is none."]
    fingerprint: Annotated[str, "Names the finding from run to run."]
    reason: Annotated[str, "The reason that stands there; empty if there is none."]
    until: Annotated[str | None, "The last day that it doesn't count, as YYYY-MM-DD; null if it has none."]


class BaselineV1(TypedDict):
    """A file of findings that don't count."""

    file: Annotated[str, "The file."]
    known: Annotated[int, "How many findings of the run it keeps from counting."]
    expired: Annotated[int, "How many it names whose last day has passed; they count again."]
    fixed: Annotated[int, "How many it names that are gone, and can be taken out of it."]


class SummaryV1(TypedDict):
    """The report in numbers."""

    files: Annotated[int, "How many files were checked."]
    skipped: Annotated[int, "How many YAML files were passed over, as they aren't goal documents."]
    goals: Annotated[int, "How many goals stand in the files."]
    errors: Annotated[int, "How many findings are errors."]
    warnings: Annotated[int, "How many are warnings."]
    infos: Annotated[int, "How many are hints."]
    suppressed: Annotated[int, "How many are silenced by a comment, and not among the others."]
    baselined: Annotated[int, "How many are known to a baseline, and not among the others."]
    fixable: Annotated[int, "How many of the findings have a safe fix."]


class ReportV1(TypedDict):
    """What malkoll check found."""

    version: Annotated[Literal[1], "The version of this format."]
    tool: Annotated[ToolV1, "The program that made it."]
    language: Annotated[Literal["sv", "en"], "The language of the messages."]
    date: Annotated[str, "The date of the run, as YYYY-MM-DD."]
    model: Annotated[ModelV1 | None, "The steering model; null if no file was checked."]
    files: Annotated[list[FileV1], "The files, in the order of their paths."]
    diagnostics: Annotated[list[DiagnosticV1], "The findings, by file and place."]
    suppressed: Annotated[list[SuppressedV1], "The silenced findings, by file and place."]
    baselines: Annotated[list[BaselineV1], "The baselines that hold for any of the files."]
    baselined: Annotated[list[SuppressedV1], "The findings that a baseline knows, by file and place."]
    summary: Annotated[SummaryV1, "The report in numbers."]


def text(report: Report, options: Options) -> str:
    """Write a report as JSON, a line for each part and each finding.

    Readable letters stand as they are; all others, and what a CI server would obey, are escaped.
    """
    parts = ",\n".join(
        f"{compact(key)}: {_lines(value)}" for key, value in shape(report, options.language).items()
    )
    return fit(f"{{{parts}}}\n")


def _lines(value: object) -> str:
    if not isinstance(value, list) or not value:
        return compact(value)
    return "[\n{}\n]".format(",\n".join(map(compact, value)))


def shape(report: Report, language: Language) -> ReportV1:
    """Give a report as plain data."""
    model = report.files[0].model if report.files else None
    return {
        "version": 1,
        "tool": {"name": "malkoll", "version": __version__},
        "language": language.value,
        "date": report.date.isoformat(),
        "model": _model(model) if model else None,
        "files": [_file(file, model) for file in report.files],
        "diagnostics": [_diagnostic(diagnostic, language) for diagnostic in report.diagnostics],
        "suppressed": [_suppressed(suppressed, language) for suppressed in report.suppressed],
        "baselines": [_baseline(use) for use in report.baselines],
        "baselined": [_suppressed(baselined, language) for baselined in report.baselined],
        "summary": _summary(report),
    }


def _model(model: LoadedModel) -> ModelV1:
    return {"id": model.id, "sha256": model.sha256}


def _file(file: FileReport, model: LoadedModel | None) -> FileV1:
    written: FileV1 = {"path": file.path, "board": file.board, "year": file.year, "goals": file.goals_written}
    if model is None or file.model.sha256 != model.sha256:
        written["model"] = _model(file.model)
    return written


def _diagnostic(diagnostic: Diagnostic, language: Language) -> DiagnosticV1:
    place = diagnostic.location
    too = [LocatedRelated(location, HERE_TOO()) for location in diagnostic.also]
    return {
        "code": diagnostic.code,
        "name": diagnostic.name,
        "severity": diagnostic.severity.value,
        "message": diagnostic.message.render(language),
        "help": diagnostic.help.render(language) if diagnostic.help else None,
        "reference": diagnostic.reference.render(language) if diagnostic.reference else None,
        "file": place.file,
        "start": _position(place.start),
        "end": _position(place.end),
        "path": list(diagnostic.path),
        "goal": diagnostic.goal,
        "related": [_related(related, language) for related in (*too, *diagnostic.related)],
        "fix": _fix(diagnostic.fix, language) if diagnostic.fix else None,
        "fingerprint": diagnostic.fingerprint,
        "url": None,
    }


def _position(position: Position) -> PositionV1:
    return {"line": position.line, "column": position.column}


def _related(related: LocatedRelated, language: Language) -> RelatedV1:
    place = related.location
    return {
        "file": place.file,
        "start": _position(place.start),
        "end": _position(place.end),
        "message": related.message.render(language),
    }


def _fix(fix: LocatedFix, language: Language) -> FixV1:
    return {
        "applicability": fix.applicability.value,
        "message": fix.message.render(language),
        "edits": [
            {"start": _position(edit.start), "end": _position(edit.end), "text": edit.text}
            for edit in fix.edits
        ],
    }


def _suppressed(suppressed: Suppressed, language: Language) -> SuppressedV1:
    diagnostic = suppressed.diagnostic
    return {
        "code": diagnostic.code,
        "name": diagnostic.name,
        "severity": diagnostic.severity.value,
        "message": diagnostic.message.render(language),
        "file": diagnostic.location.file,
        "start": _position(diagnostic.location.start),
        "end": _position(diagnostic.location.end),
        "goal": diagnostic.goal,
        "fingerprint": diagnostic.fingerprint,
        "reason": suppressed.reason,
        "until": suppressed.until,
    }


def _baseline(use: BaselineUse) -> BaselineV1:
    return {"file": use.file, "known": use.known, "expired": use.expired, "fixed": use.fixed}


def _summary(report: Report) -> SummaryV1:
    counts = report.by_severity()
    return {
        "files": len(report.files),
        "skipped": report.skipped,
        "goals": sum(file.goals_written for file in report.files),
        "errors": counts[Severity.ERROR],
        "warnings": counts[Severity.WARNING],
        "infos": counts[Severity.INFO],
        "suppressed": len(report.suppressed),
        "baselined": len(report.baselined),
        "fixable": sum(_is_fixable(diagnostic) for diagnostic in report.diagnostics),
    }


def _is_fixable(diagnostic: Diagnostic) -> bool:
    return diagnostic.fix is not None and diagnostic.fix.applicability is Applicability.SAFE
