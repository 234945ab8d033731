"""MK409: a goal is a sentence that says what will have come of it."""

from __future__ import annotations

from collections.abc import Iterator

from malkoll.diagnostic import At, Finding, Severity
from malkoll.document.goal_document import Goal
from malkoll.language import Text
from malkoll.rule import Case, Scope, Source, rule
from malkoll.rules.said import is_to_be_rewritten
from malkoll.rules.statement import statement
from malkoll.swedish.form import no_result

MESSAGES = {
    "heading": Text(
        "Målet är en rubrik utan verb: det sägs inte vad som ska ha hänt.",
        "The goal is a heading without a verb: it does not say what will have happened.",
    ),
    "question": Text("Målet är en fråga. Vad är svaret?", "The goal is a question. What is the answer?"),
    "survey": Text(
        "Målet är skrivet som ett påstående i en enkät: det sägs inte vilka som ska instämma, eller hur många.",
        "The goal is written as a line of a survey: it does not say who is to agree, or how many.",
    ),
}
HELPS = {
    "heading": Text(
        "Vem ska kunna vad, eller vad ska vara annorlunda? Skriv det som en mening.",
        "Who will be able to do what, or what will be different? Write it as a sentence.",
    ),
    "question": Text(
        "Skriv det läge som ni vill nå.",
        "Write the state that you want to reach.",
    ),
    "survey": Text(
        "Skriv till exempel: Andelen … som anser att … ökar från … till ….",
        "Write for example: The share of … who think that … rises from … to ….",
    ),
}


@rule(
    "MK409",
    "not-a-result-sentence",
    Severity.INFO,
    Text("ingen mening om ett resultat", "no sentence about a result"),
    Scope.GOAL,
    source=Source.PRACTICE,
)
def not_a_result_sentence(goal: Goal, case: Case) -> Iterator[Finding]:
    sentence = statement(goal, case)
    if sentence is None:
        return
    reason = no_result(sentence)
    if reason and not (reason == "heading" and is_to_be_rewritten(sentence, case)):
        yield Finding(At(goal.at("statement")), MESSAGES[reason](), HELPS[reason]())
