"""Fuzzes what reads a stranger's text, guided by coverage; see README.md beside it.

fuzz.py TARGET [CORPUS…] [libFuzzer's options]
"""

from __future__ import annotations

import datetime
import json
import sys
import tomllib
from collections.abc import Callable
from pathlib import Path
from typing import Any

import atheris

with atheris.instrument_imports(include=["malkoll"]):
    from malkoll.config.configuration import NONE, Configuration
    from malkoll.config.values import read_values
    from malkoll.document.build import build
    from malkoll.document.goal_document import GoalDocument
    from malkoll.engine import Engine, Input
    from malkoll.gitignore import covers, decide, read_patterns
    from malkoll.language import Language
    from malkoll.model_check import check_model
    from malkoll.models import Models
    from malkoll.report import Format, Options, render
    from malkoll.result import Report
    from malkoll.rules import RULES
    from malkoll.selection import select
    from malkoll.source import SourceFile
    from malkoll.syntax.parse import parse

    for rule in RULES:
        # their code is loaded when first asked: here, so that it is instrumented too
        rule.check  # noqa: B018

DATE = datetime.date(2026, 11, 23)
MODEL = Models(None, DATE).of(NONE)
EVERY_RULE = select(extended=[rule.code for rule in RULES])
SOUND = (Path(__file__).parents[1] / "examples/sv/socialnamnden-fardig.yaml").read_text(encoding="utf-8")
INSERTED = (
    "\t", " ", ":", ": ", " #", "#", "-", "- ", "'", '"', "{", "}", "[", "]", "|\n", ">", "&a ", "*a", "!x ", "<<: ",
    "\n", "\r", "\r\n", "\ufeff", "\u00a0", "\u200b", "\u202e", "\u0301", "\u0085", "\u2028", "\x00", "å", "😀", "null",
    "nämnd: ", "board: ", "mål:\n", "85 %", "ca 3,5", "2022-2024", "2021-13-45", "# malkoll: undantag[MK4] x", "---\n",
    "och", "samt", "verka för", "m.m.", "TODO", "från 1 till 2 procent", "senast 2024",
)  # fmt: skip


def report(data: bytes) -> None:
    _hold(data)


def damage(data: bytes) -> None:
    """Make changes to a sound document: where, how much is lost, what stands there instead."""
    chance = atheris.FuzzedDataProvider(data)
    text = SOUND
    for _ in range(chance.ConsumeIntInRange(1, 6)):
        at = chance.ConsumeIntInRange(0, len(text))
        lost = chance.ConsumeIntInRange(0, 30)
        instead = INSERTED[chance.ConsumeIntInRange(0, len(INSERTED) - 1)]
        if chance.ConsumeBool():
            instead += chance.ConsumeUnicode(8)
        text = text[:at] + instead + text[at + lost :]
    encoding = ("utf-8", "utf-16", "cp1252", "utf-8-sig")[chance.ConsumeIntInRange(0, 3)]
    _hold(text.encode(encoding, "surrogatepass" if encoding.startswith("utf") else "replace"))


def reader(data: bytes) -> None:
    source = SourceFile("a.yaml", data)
    parsed = parse(source)
    again = parse(SourceFile("a.yaml", data))
    troubles = list(parsed.troubles)
    if parsed.root is not None:
        troubles += build(parsed.root, GoalDocument).troubles
    for trouble in troubles:
        for span in (trouble.span, *trouble.also, *(span for span, _ in trouble.edits)):
            if not 0 <= span.start <= span.end <= len(source.text):
                raise AssertionError(trouble)
    if parsed.troubles != again.troubles:
        raise AssertionError(troubles)


def sentence(data: bytes) -> None:
    text = data.decode("utf-8", "replace")
    quoted = json.dumps(text, ensure_ascii=False).replace("\x7f", "")
    _hold(
        f"nämnd: Socialnämnden\når: 2026\nmål:\n  - id: a\n    formulering: {quoted}\n"
        f"    rubrik: {quoted[:60].rstrip(chr(92)).strip(chr(34))!r}\n".encode("utf-8", "replace")
    )


def comment(data: bytes) -> None:
    text = data.decode("utf-8", "replace").replace("\n", " ").replace("\r", " ")
    lines = SOUND.split("\n")
    at = (data[0] if data else 0) % len(lines)
    lines[at] += f" # malkoll: {text}"
    lines.insert(at, f"# malkoll: {text}")
    _hold("\n".join(lines).encode("utf-8", "replace"))


def ignore(data: bytes) -> None:
    lines = data.decode("utf-8", "replace").split("\n")
    patterns = read_patterns(lines)
    for path in ("a/b/c.yaml", lines[0], "å/ö.yml", ""):
        decide(patterns, path, is_folder=False)
        decide(patterns, path, is_folder=True)
        covers(patterns, path)


def settings(data: bytes) -> None:
    try:
        table = tomllib.loads(data.decode("utf-8"))
    except (ValueError, RecursionError):
        return
    values, wrong = read_values(table)
    for message in wrong:
        message.render(Language.SV)
        message.render(Language.EN)
    if not wrong:
        Configuration(**values).leaves_out("/a/b.yaml")


def model(data: bytes) -> None:
    _shown(check_model("model.yaml", data, DATE, EVERY_RULE).report)


def _hold(data: bytes) -> None:
    engine = Engine(DATE)
    engine.check(Input("a.yaml", data, MODEL, EVERY_RULE))
    made = engine.finish()
    _shown(made)
    text = SourceFile("a.yaml", data)
    for diagnostic in made.diagnostics:
        start, end = diagnostic.location.start, diagnostic.location.end
        if not (1, 1) <= start <= end <= text.position(len(text.text)):
            raise AssertionError(diagnostic)


def _shown(made: Report) -> None:
    for diagnostic in made.diagnostics:
        if diagnostic.code == "MK999":
            raise AssertionError(diagnostic.message.render(Language.EN))
    for form in Format:
        shown = render(made, form, Options(language=Language.SV, width=80))
        if form is Format.JSON:
            json.loads(shown)


TARGETS: dict[str, Callable[[bytes], Any]] = {
    target.__name__: target for target in (report, damage, reader, sentence, comment, ignore, settings, model)
}


def main() -> None:
    if len(sys.argv) < 2 or sys.argv[1] not in TARGETS:
        sys.exit(f"{__doc__}\nTargets: {', '.join(TARGETS)}")
    target = TARGETS[sys.argv.pop(1)]
    atheris.Setup(sys.argv, target)
    atheris.Fuzz()


if __name__ == "__main__":
    main()
