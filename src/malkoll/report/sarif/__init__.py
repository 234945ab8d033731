"""SARIF 2.1.0: what code scanning on GitHub, and viewers in editors, read.

Its keys are promised as JSON version 1 is: none that stands here goes away within a major version.
Nothing in it depends on the computer or the clock: the same documents give the same bytes.
"""

from __future__ import annotations

from malkoll import __version__
from malkoll.language import Language, Text
from malkoll.report.as_json import compact, fit
from malkoll.report.options import Options
from malkoll.report.sarif.artifacts import ROOT, Artifacts
from malkoll.report.sarif.results import Results
from malkoll.report.sarif.rules import descriptor
from malkoll.result import Report
from malkoll.rules import BY_NAME
from malkoll.steering.loaded import LoadedModel

SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
LANGUAGES = {Language.SV: "sv-SE", Language.EN: "en-US"}
LINE_ENDS = ["\r\n", "\n", "\r"]
ROOT_IS = Text(
    "Kodförrådets rot; utan kodförråd mappen där malkoll kördes.",
    "The repository's root; without a repository the folder that malkoll was run in.",
)
_BROKEN = "MK999"
"""The code of what is found when a rule fails: the run isn't whole then."""


def text(report: Report, options: Options) -> str:
    """Write a report as a SARIF log, a line for each part, file and result."""
    head = ",\n".join(f"{compact(key)}: {compact(value)}" for key, value in _log().items())
    run = ",\n".join(f"{compact(key)}: {_lines(value)}" for key, value in _run(report, options).items())
    return fit(f'{{{head},\n"runs": [{{\n{run}}}]}}\n')


def _log() -> dict[str, object]:
    return {"$schema": SCHEMA, "version": "2.1.0"}


def _lines(value: object) -> str:
    if not isinstance(value, list) or not any(isinstance(one, dict) for one in value):
        return compact(value)
    return "[\n{}\n]".format(",\n".join(map(compact, value)))


def _run(report: Report, options: Options) -> dict[str, object]:
    artifacts = Artifacts(report, options)
    results = Results(report, options, artifacts)
    found = results.all()
    is_whole = all(diagnostic.code != _BROKEN for diagnostic in report.diagnostics)
    return {
        "tool": _tool(results.rules, options.language),
        "invocations": [{"executionSuccessful": is_whole}],
        "originalUriBaseIds": {ROOT: {"description": {"text": ROOT_IS.render(options.language)}}},
        "artifacts": artifacts.all(),
        "results": found,
        "language": LANGUAGES[options.language],
        "columnKind": "utf16CodeUnits",
        "newlineSequences": LINE_ENDS,
        "properties": _properties(report),
    }


def _tool(codes: list[str], language: Language) -> dict[str, object]:
    return {
        "driver": {
            "name": "malkoll",
            "version": __version__,
            "semanticVersion": __version__,
            "language": LANGUAGES[language],
            "rules": [descriptor(BY_NAME[code], language) for code in codes],
        }
    }


def _properties(report: Report) -> dict[str, object]:
    """Give what the findings rest on: the day, and the steering model."""
    model = report.files[0].model if report.files else None
    return {"date": report.date.isoformat(), "model": model_properties(model) if model else None}


def model_properties(model: LoadedModel) -> dict[str, str]:
    return {"id": model.id, "sha256": model.sha256}
