"""Findings as SARIF's results."""

from __future__ import annotations

import re

from malkoll.diagnostic import Applicability, Diagnostic, LocatedFix, LocatedRelated, Path, Suppressed
from malkoll.language import Message, Text
from malkoll.report.options import Options
from malkoll.report.sarif.artifacts import Artifacts
from malkoll.report.sarif.rules import LEVELS
from malkoll.report.sentences import sentences
from malkoll.report.shown import Shown
from malkoll.result import Report

FINGERPRINT = "malkollFingerprint/v1"
HERE_TOO = Text("Här också.", "Here too.")
_BRACE = re.compile(r"[{}]")
_LINK = re.compile(r"(?<!\\)\[(?=[^\[]*\]\()|\](?=\()")


class Results:
    """The results of one report, and the codes of the rules that they name, in the codes' order."""

    def __init__(self, report: Report, options: Options, artifacts: Artifacts) -> None:
        self._report = report
        self._language = options.language
        self._artifacts = artifacts
        self._shown = Shown()
        passed = (one.diagnostic for one in (*report.suppressed, *report.baselined))
        named = [*report.diagnostics, *passed]
        self.rules = sorted({diagnostic.code for diagnostic in named})
        self._indices = {code: index for index, code in enumerate(self.rules)}

    def all(self) -> list[dict[str, object]]:
        """Give the findings, then those that a comment silences, then those that a baseline knows."""
        # where there is a baseline, all that it doesn't know is new
        new = {"baselineState": "new"} if self._report.baselines else {}
        return [
            *({**self._result(diagnostic), **new} for diagnostic in self._report.diagnostics),
            *(self._passed(suppressed, "inSource") for suppressed in self._report.suppressed),
            *(
                {**self._passed(known, "external"), "baselineState": "unchanged"}
                for known in self._report.baselined
            ),
        ]

    def _passed(self, passed: Suppressed, kind: str) -> dict[str, object]:
        """Give a finding that doesn't count, with the reason."""
        suppression: dict[str, object] = {"kind": kind}
        if passed.reason:
            suppression["justification"] = self._shown.sentence(passed.reason)
        if passed.until:
            suppression["properties"] = {"until": passed.until}
        return {**self._result(passed.diagnostic), "suppressions": [suppression]}

    def _result(self, diagnostic: Diagnostic) -> dict[str, object]:
        result: dict[str, object] = {
            "ruleId": diagnostic.code,
            "ruleIndex": self._indices[diagnostic.code],
            "level": LEVELS[diagnostic.severity],
            "message": {"text": escaped(" ".join(sentences(diagnostic, self._language)))},
            "locations": [self._location(diagnostic)],
            "partialFingerprints": {FINGERPRINT: diagnostic.fingerprint},
        }
        if related := self._related(diagnostic):
            result["relatedLocations"] = related
        if diagnostic.fix is not None and (fix := self._fix(diagnostic.fix, diagnostic.location.file)):
            result["fixes"] = [fix]
        return result

    def _location(self, diagnostic: Diagnostic) -> dict[str, object]:
        location: dict[str, object] = {"physicalLocation": self._artifacts.physical(diagnostic.location)}
        if logical := _logical(diagnostic):
            location["logicalLocations"] = logical
        return location

    def _related(self, diagnostic: Diagnostic) -> list[dict[str, object]]:
        """Give the other places of a finding, numbered; those in files that the reader hasn't are left out."""
        too = [LocatedRelated(place, HERE_TOO()) for place in diagnostic.also]
        told = [one for one in (*too, *diagnostic.related) if self._artifacts.has(one.location.file)]
        return [
            {
                "id": number,
                "physicalLocation": self._artifacts.physical(one.location),
                "message": {"text": self._sentence(one.message)},
            }
            for number, one in enumerate(told, start=1)
        ]

    def _fix(self, fix: LocatedFix, file: str) -> dict[str, object] | None:
        """Give a fix that can be done without asking; one that writes nothing else has no place here."""
        if fix.applicability is not Applicability.SAFE or not fix.edits:
            return None
        replacements = [
            {
                "deletedRegion": self._artifacts.region(file, edit.start, edit.end),
                "insertedContent": {"text": edit.text},
            }
            for edit in fix.edits
        ]
        change = {"artifactLocation": self._artifacts.location(file), "replacements": replacements}
        return {"description": {"text": self._sentence(fix.message)}, "artifactChanges": [change]}

    def _sentence(self, message: Message) -> str:
        return escaped(self._shown.sentence(message.render(self._language)))


def escaped(text: str) -> str:
    """Keep a text from being read as a template or a link: braces doubled, brackets of ``[x](y)`` escaped."""
    return _LINK.sub(r"\\\g<0>", _BRACE.sub(lambda match: match[0] * 2, text))


def _logical(diagnostic: Diagnostic) -> list[dict[str, object]]:
    """Name a place by its keys as well: the value, and the goal that it lies in."""
    path = diagnostic.path
    if not path:
        return []
    place: dict[str, object] = {"fullyQualifiedName": _pointer(path), "kind": "object"}
    if isinstance(path[-1], str):
        place = {"name": path[-1], **place, "kind": "property"}
    places = [place]
    if diagnostic.goal_index is not None:
        goal = {"fullyQualifiedName": _pointer(path[:2]), "kind": "object"}
        named: dict[str, object] = {"name": diagnostic.goal, **goal} if diagnostic.goal else {**goal}
        places = [named] if len(path) == 2 else [*places, named]
    return places


def _pointer(path: Path) -> str:
    """Write a path as a JSON pointer."""
    steps = (str(step).replace("~", "~0").replace("/", "~1") for step in path)
    return "".join(f"/{step}" for step in steps)
