"""MK708: what a file must be to be read at all is no municipality's to decide."""

from __future__ import annotations

from collections.abc import Iterator

from malkoll.diagnostic import At, Finding, Severity
from malkoll.document.words import fold
from malkoll.language import Text
from malkoll.rule import ABOUT_THE_FILE, ModelCase, Scope, Source, rule

MESSAGE = Text(
    "Regeln ”{name}” handlar om hur filer ska vara skrivna. Hur sträng den är kan ingen styrmodell ändra.",
    "The rule “{name}” is about how files are to be written. No steering model can change how strict it is.",
)
HELP = Text(
    "Ta bort den härifrån: det som står har ingen verkan.", "Remove it from here: what is said has no effect."
)


@rule(
    "MK708",
    "fixed-severity",
    Severity.WARNING,
    Text("regel som ingen modell kan ändra", "rule that no model can change"),
    Scope.MODEL,
    source=Source.PRACTICE,
)
def fixed_severity(case: ModelCase) -> Iterator[Finding]:
    for name, setting in case.model.rules.items():
        code = case.rules.get(fold(name))
        if code is not None and code.startswith(ABOUT_THE_FILE) and setting.strength is not None:
            yield Finding(At((*case.model.at("rules"), name), key=True), MESSAGE(name=name), HELP())
