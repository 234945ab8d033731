"""MK214: the document tells the board's basic mission, which its goals come from."""

from __future__ import annotations

from collections.abc import Iterator

from malkoll.diagnostic import At, Finding, Severity
from malkoll.document.vocabulary import DOCUMENT
from malkoll.language import Text
from malkoll.rule import Case, Scope, Source, rule

MESSAGE = Text(
    "Nämndens grunduppdrag är inte beskrivet, och det är därifrån målen utgår.",
    "The board's basic mission isn't described, and that is where the goals come from.",
)
HELP = Text(
    "Vad har staten, regionen och kommunen gett i uppdrag? Skriv det i en mening under ”{mission}”, "
    "till exempel: Förskola, grundskola och gymnasieskola enligt skollagen.",
    "What have the state, the region and the municipality given as a mission? Write it in a sentence under "
    "“{mission}”, for instance: Preschool, compulsory and upper secondary school under the Education Act.",
)


@rule(
    "MK214",
    "missing-mission",
    Severity.WARNING,
    Text("grunduppdraget saknas", "the mission is missing"),
    Scope.DOCUMENT,
    source=Source.PRESENTATION,
)
def missing_mission(case: Case) -> Iterator[Finding]:
    document = case.document
    if not document.given("mission"):
        key = "mission" if "mission" in document.place.keys else "board"
        yield Finding(At(document.at(key), key=True), MESSAGE(), HELP(mission=case.word(DOCUMENT["mission"])))
