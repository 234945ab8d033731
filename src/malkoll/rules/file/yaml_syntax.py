"""MK003: what can't be read as YAML, said as an official would see it."""

from __future__ import annotations

from collections.abc import Iterator

from malkoll.diagnostic import Applicability, At, Finding, Fix, Rewrite, Severity
from malkoll.language import Text
from malkoll.rule import ReadFile, Scope, Source, rule
from malkoll.rules.file.yaml_sentences import SENTENCES


@rule(
    "MK003",
    "yaml-syntax",
    Severity.ERROR,
    Text("går inte att läsa som YAML", "can't be read as YAML"),
    Scope.FILE,
    source=Source.YAML,
    fix=Applicability.SAFE,
)
def yaml_syntax(file: ReadFile) -> Iterator[Finding]:
    for trouble in file.of("yaml-syntax"):
        said = SENTENCES[trouble.variant]
        fix = Fix(said.fix(), (Rewrite(trouble.edits),), said.applicability) if trouble.edits else None
        yield Finding(
            At(span=trouble.span),
            said.message(**trouble.values),
            said.help(**trouble.values),
            also=tuple(At(span=span) for span in trouble.also[:20]),
            fix=fix,
        )
