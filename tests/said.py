"""What is said of the mistakes in manuals and here: ``python tests/said.py`` writes it to data/said.txt.

A change of a sentence, a place or a fix then shows in the difference of that file, as its reader will meet it.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from checked import DATE, changed, check, model_of
from malkoll.diagnostic import Diagnostic, Location
from malkoll.engine import Engine, Input
from malkoll.language import Language
from malkoll.manual import manual
from malkoll.rule import Rule, Scope
from malkoll.rules import RULES
from malkoll.selection import select
from malkoll.steering.loaded import DEFAULT, built_in
from manual_examples import diagnostics, runnables
from mistakes import MISTAKES
from mistakes_in_goals import MISTAKES_IN_GOALS
from model_examples import check_whole, whole_model
from runs import MODELS, RUNS, Together
from slips import OTHERS, READ_PAST, STOPPED_AT

SAID = Path(__file__).parent / "data" / "said.txt"


class Model(str):
    """The text of a steering model."""

    __slots__ = ()


DEPENDS_ON_THE_MACHINE = "MK412"
"""Needs a dictionary that not every environment has."""


def subjects() -> list[tuple[str, Rule | Together | str]]:
    """Give what something is said of: rules with the examples in their manuals, and documents."""
    slips = [
        (f"{variant} {number}", changed(slip))
        for number, (variant, slip, _) in enumerate((*READ_PAST, *STOPPED_AT), start=1)
    ]
    return [
        *((f"{rule.code} {rule.name}", rule) for rule in rules()),
        *((f"slip: {name}", text) for name, text in slips),
        *((f"slip: {name}", text) for name, text in OTHERS.items()),
        *((f"mistake: {name}", text) for name, text in (MISTAKES | MISTAKES_IN_GOALS).items()),
        *((f"together: {name}", run) for name, run in RUNS.items()),
        *((f"model: {name}", Model(text)) for name, text in MODELS.items()),
    ]


def rules() -> list[Rule]:
    return [
        rule
        for rule in RULES
        if manual(rule, Language.SV).wrong_examples and rule.code != DEPENDS_ON_THE_MACHINE
    ]


def sections() -> dict[str, str]:
    """Give what is said, under its heading."""
    return {name: said(subject) for name, subject in subjects()}


def stored() -> dict[str, str]:
    """Give the same as it is kept."""
    parts = SAID.read_text(encoding="utf-8").split("## ")[1:]
    return {
        head: f"{body.rstrip(chr(10))}\n" if body.strip() else ""
        for head, _, body in (part.partition("\n") for part in parts)
    }


def said(subject: Rule | Together | str) -> str:
    """Write out all that is said, in Swedish and in English."""
    if not isinstance(subject, Rule):
        found = _of_text(subject) if isinstance(subject, str) else _of_run(subject)
        found = [one for one in found if one.code != DEPENDS_ON_THE_MACHINE]
        runs = [(Language.SV, found), (Language.EN, found)]
    else:
        runs = [(language, _of_manual(subject, language)) for language in Language]
    return "".join(
        f"{_visible(line)}\n" for language, found in runs for one in found for line in of_one(one, language)
    )


def _of_text(text: str) -> list[Diagnostic]:
    return check_whole(text) if isinstance(text, Model) else list(check(text).diagnostics)


def _of_run(run: Together) -> list[Diagnostic]:
    """Check documents together; what is said of each by itself is left out."""
    engine = Engine(DATE, whole=True)
    model = built_in(DEFAULT) if run.model is None else model_of(run.model)
    for number, text in enumerate(run.documents):
        engine.check(Input(f"{number}.yaml", text.encode(), model, select(run.rules.split(","))))
    return engine.finish().diagnostics


def _of_manual(rule: Rule, language: Language) -> list[Diagnostic]:
    examples = manual(rule, language).wrong_examples
    if rule.scope is Scope.MODEL:
        return [one for example in examples for one in check_whole(whole_model(example, language)[0])]
    files = runnables(examples, language)
    together = [file for file in files if not file.name.startswith("exempel-")]
    groups = [[file] for file in files if file not in together] + ([together] if together else [])
    return [one for group in groups for one in diagnostics(group)]


def of_one(one: Diagnostic, language: Language) -> Iterator[str]:
    """Write out a finding: what a report could show of it."""
    yield f"{_place(one.location)} {one.code} {one.severity} {one.message.render(language)}"
    for kind, text in (("help", one.help), ("label", one.label), ("reference", one.reference)):
        if text is not None:
            yield f"  {kind}: {text.render(language)}"
    for place in one.also:
        yield f"  also: {_place(place)}"
    for related in one.related:
        yield f"  {_place(related.location)}: {related.message.render(language)}"
    if one.fix is not None:
        yield f"  fix, {one.fix.applicability}: {one.fix.message.render(language)}"
        for edit in one.fix.edits:
            yield f"    {edit.start.line}:{edit.start.column}-{edit.end.line}:{edit.end.column} {edit.text!r}"


def _place(place: Location) -> str:
    """Give where it is, and what stands there."""
    (start, end) = place.start, place.end
    shown = next((text for number, text in place.lines if number == start.line), "")
    stretch = shown[start.column - 1 : end.column - 1 if end.line == start.line else None]
    return f"{place.file}:{start.line}:{start.column}-{end.line}:{end.column} [{stretch}]"


def _visible(line: str) -> str:
    return "".join(one if one.isprintable() else f"<U+{ord(one):04X}>" for one in line)


def main() -> None:
    text = "\n".join(f"## {head}\n{body}" for head, body in sections().items())
    SAID.write_text(text, encoding="utf-8", newline="\n")


if __name__ == "__main__":
    main()
