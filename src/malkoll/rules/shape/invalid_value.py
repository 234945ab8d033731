"""MK104: a word where only a few are possible, and this is none of them."""

from __future__ import annotations

from collections.abc import Iterator

from malkoll.diagnostic import Applicability, At, Finding, Fix, Replace, Severity
from malkoll.language import OR, Language, Text, Words
from malkoll.rule import ReadFile, Scope, Source, rule
from malkoll.syntax.tree import Trouble

CHOICE = Text("”{text}” kan inte stå under ”{key}”.", "“{text}” can't stand below “{key}”.")
CHOOSE = Text("Välj ett av orden: {words}.", "Choose one of the words: {words}.")
WRITE = Text("Skriv {near}. Det som kan stå här är {words}.", "Write {near}. What can stand here is {words}.")
LABEL = Text("menade du ”{near}”?", "did you mean “{near}”?")
FIX = Text("Skriv ”{near}”", "Write “{near}”")
TRUTH = Text("”{text}” går inte att förstå som ja eller nej.", "“{text}” can't be understood as yes or no.")
TRUTH_HELP = Text(
    "Skriv ja. Vill ni säga hur bedömningen görs: ”motivering”, ”ansvarig”, ”underlag” och ”kriterier” på "
    "raderna under.",
    "Write yes. To say how it is judged: “reason”, “responsible”, “basis” and “criteria” on the lines below.",
)
HORIZON = Text(
    "”{text}” går inte att förstå som ett år eller en period.",
    "“{text}” can't be understood as a year or a period.",
)
HORIZON_HELP = Text(
    "Skriv ett år, 2026, eller det första och det sista året, 2026-2027.",
    "Write a year, 2026, or the first year and the last, 2026-2027.",
)


@rule(
    "MK104",
    "invalid-value",
    Severity.ERROR,
    Text("ord som inte kan stå här", "a word that can't stand here"),
    Scope.FILE,
    source=Source.YAML,
    fix=Applicability.SAFE,
)
def invalid_value(file: ReadFile) -> Iterator[Finding]:
    for trouble in file.of("invalid-value"):
        at, text = At(trouble.path or ()), _short(trouble.values["text"])
        if trouble.variant == "truth":
            yield Finding(at, TRUTH(text=text), TRUTH_HELP())
        elif trouble.variant == "horizon":
            near = trouble.values.get("instead")
            fix = Fix(FIX(near=near), (Replace(at, near, raw=True),)) if near else None
            label = LABEL(near=near) if near else None
            yield Finding(at, HORIZON(text=text), HORIZON_HELP(), label, fix=fix)
        else:
            yield _choice(file, trouble, at, text)


def _choice(file: ReadFile, trouble: Trouble, at: At, text: str) -> Finding:
    swedish, english = trouble.values["sv"], trouble.values["en"]
    own = swedish if file.language is Language.SV else english
    key = next((step for step in reversed(at.path) if isinstance(step, str)), "")
    message, words = CHOICE(text=text, key=key), Words(own, OR, quoted=False)
    near = trouble.values.get("near")
    if not near:
        return Finding(at, message, CHOOSE(words=words))
    meant = own[(swedish if near in swedish else english).index(near)]
    fix = Fix(FIX(near=meant), (Replace(at, meant),))
    return Finding(at, message, WRITE(near=meant, words=words), LABEL(near=meant), fix=fix)


def _short(text: str) -> str:
    return text if len(text) <= 80 else f"{text[:79]}…"
