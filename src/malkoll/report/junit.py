"""JUnit XML, which test reports are made of: a document is a suite, each of its goals a case.

The document itself is a case too, for what is about no goal. What fails the run is a failure; an error
always is. All else that was found, and what is silenced, stands in the suite's output. Nothing in it
depends on the clock: the time is the run's date, and no case takes any.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from xml.etree import ElementTree as ET

from malkoll.diagnostic import Diagnostic, Severity, Suppressed
from malkoll.file_report import FileReport, GoalLine
from malkoll.language import Count, Text
from malkoll.record import Record
from malkoll.report.cells import cut
from malkoll.report.finding import GOAL
from malkoll.report.options import Options
from malkoll.report.sentences import heading, reasoned, sentences
from malkoll.report.shown import Shown
from malkoll.report.signs import counted, word
from malkoll.report.totals import FINDINGS, OLDER_TITLE, SILENCED_TITLE
from malkoll.result import Report

DOCUMENT = Text("dokumentet", "the document")
MORE = Text("{first} ({findings} till)", "{first} ({findings} more)")
_LONGEST_NAME = 200
_SUFFIX = re.compile(r"\.ya?ml\Z", re.IGNORECASE)
_COMMAND = re.compile(r"^(\s*):(?=:)", re.MULTILINE)
_SHOWN = Shown()


class _Case(Record):
    """A test case: its name, what is found and makes it fail, and whether that is a failure or an error."""

    name: str
    failing: Sequence[Diagnostic]
    kind: str = "failure"


def text(report: Report, options: Options) -> str:
    """Give the report as one XML document."""
    root = ET.Element("testsuites")
    classes = _classes(report.files)
    for index, (file, name) in enumerate(zip(report.files, classes, strict=True)):
        root.append(_suite(file, index, name, report, options))
    ET.indent(root)
    written = ET.tostring(root, encoding="unicode")
    # a log of GitHub's obeys lines that begin so; in XML it means the same
    safe = _COMMAND.sub(r"\1&#58;", written)
    return f'<?xml version="1.0" encoding="UTF-8"?>\n{safe}\n'


def _classes(files: Sequence[FileReport]) -> list[str]:
    """Name the class of each file's cases: its path, without the ending where that tells no two apart.

    Readers of JUnit XML take what follows the last dot for the name of the class.
    """
    short = [_SUFFIX.sub("", file.path) or file.path for file in files]
    number = Counter(short)
    return [_SHOWN(one if number[one] == 1 else file.path) for one, file in zip(short, files, strict=True)]


def _suite(file: FileReport, index: int, classname: str, report: Report, options: Options) -> ET.Element:
    cases = list(_cases(file, options))
    kinds = Counter(case.kind for case in cases if case.failing)
    suite = ET.Element(
        "testsuite",
        {
            "id": str(index),
            "name": _SHOWN(file.path),
            "package": _package(file) or classname,
            "timestamp": f"{report.date.isoformat()}T00:00:00",
            "hostname": "localhost",
            "tests": str(len(cases)),
            "failures": str(kinds["failure"]),
            "errors": str(kinds["error"]),
            "time": "0",
        },
    )
    _properties(ET.SubElement(suite, "properties"), file)
    for case in cases:
        _write(suite, case, classname, options)
    ET.SubElement(suite, "system-out").text = _output(file, options)
    ET.SubElement(suite, "system-err")
    return suite


def _package(file: FileReport) -> str:
    return _SHOWN.sentence(
        " ".join(str(part) for part in (file.board, file.year) if part is not None)
    ).strip()


def _properties(parent: ET.Element, file: FileReport) -> None:
    values = {
        "model": file.model.id,
        "model-sha256": file.model.sha256,
        "suppressed": str(len(file.suppressed)),
        "baselined": str(len(file.baselined)),
    }
    for name, value in values.items():
        ET.SubElement(parent, "property", {"name": name, "value": _SHOWN.sentence(value)})


def _cases(file: FileReport, options: Options) -> Iterator[_Case]:
    """Give the document's case and those of its goals, each with a name of its own."""
    failing: dict[int | None, list[Diagnostic]] = {}
    for diagnostic in file.diagnostics:
        found = failing.setdefault(diagnostic.goal_index, [])
        if _fails(diagnostic, options):
            found.append(diagnostic)
    kind = "error" if file.is_unread else "failure"
    yield _Case(DOCUMENT.render(options.language), failing.get(None, ()), kind)
    goals = {goal.goal_index: goal for goal in file.goals}
    used: set[str] = set()
    for index in sorted({*goals, *(index for index in failing if index is not None)}):
        name = _goal_name(index, goals.get(index), options)
        if name in used:
            name = f"{name} ({GOAL(goal=index + 1).render(options.language)})"
        used.add(name)
        yield _Case(name, failing.get(index, ()))


def _fails(diagnostic: Diagnostic, options: Options) -> bool:
    return diagnostic.severity.rank <= (options.fail_on or Severity.ERROR).rank


def _goal_name(index: int, goal: GoalLine | None, options: Options) -> str:
    parts = [part for part in (goal.id, goal.title) if part] if goal else []
    number = GOAL(goal=index + 1).render(options.language)
    if goal is None or not goal.id:
        parts.insert(0, number)
    return cut(_SHOWN.sentence(": ".join(parts)).strip(), _LONGEST_NAME) or number


def _write(suite: ET.Element, case: _Case, classname: str, options: Options) -> None:
    attributes = {"classname": classname, "name": case.name, "time": "0"}
    element = ET.SubElement(suite, "testcase", attributes)
    if not case.failing:
        return
    worst = min(case.failing, key=lambda one: one.severity.rank)
    first = _SHOWN.sentence(worst.message.render(options.language))
    more = len(case.failing) - 1
    message = MORE(first=first, findings=Count(more, *FINDINGS)).render(options.language) if more else first
    outcome = ET.SubElement(element, case.kind, {"message": message, "type": worst.code})
    outcome.text = "\n\n".join(_said(diagnostic, options) for diagnostic in case.failing)


def _said(diagnostic: Diagnostic, options: Options) -> str:
    """Say a finding as a test's failure is read: the place, what it is, and the sentences below."""
    place = diagnostic.location
    where = f"{_SHOWN(place.file)}:{place.start.line}:{place.start.column}"
    what = f"{word(diagnostic.severity, options.language)} {heading(diagnostic, options.language)}"
    return "\n".join((f"{where}: {what}", *sentences(diagnostic, options.language)))


def _output(file: FileReport, options: Options) -> str:
    """Give what doesn't fail, and what doesn't count, with the reason that is given."""
    others = [diagnostic for diagnostic in file.diagnostics if not _fails(diagnostic, options)]
    blocks = [_said(diagnostic, options) for diagnostic in others]
    if others:
        counts = ", ".join(count.render(options.language) for _, count in counted(others))
        blocks.insert(0, f"{counts}:")
    for title, found in ((SILENCED_TITLE, file.suppressed), (OLDER_TITLE, file.baselined)):
        if found:
            blocks += [
                f"{title.render(options.language)}:",
                *_silenced(found, options, asks_reason=title is SILENCED_TITLE),
            ]
    return "\n\n".join(blocks)


def _silenced(suppressed: Iterable[Suppressed], options: Options, *, asks_reason: bool) -> Iterator[str]:
    for one in suppressed:
        reason = _SHOWN.sentence(reasoned(one, options.language, is_asked_for=asks_reason))
        yield "\n".join(part for part in (_said(one.diagnostic, options), reason) if part)
