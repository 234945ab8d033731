"""`malkoll compare`: two years or two versions held against each other."""

from __future__ import annotations

import re
from collections.abc import Sequence
from importlib import import_module

from malkoll.call_error import CallError
from malkoll.cli import Exit
from malkoll.cli.call import Call
from malkoll.cli.check import BOTH, LEFT_OUT, NO_PATH
from malkoll.cli.output import complain, output, say_data
from malkoll.cli.reporting import Target, hold_apart, targets_of
from malkoll.config.files import Configurations
from malkoll.formats import Format
from malkoll.language import Language, Message, Text, Words
from malkoll.models import Models
from malkoll.report.compare_page import ComparePage
from malkoll.report.compare_words import UNREAD
from malkoll.report.screen import DEFAULT_WIDTH, encoding_of, plain_text, wants_color, width_of, write_lines
from malkoll.report.shown import Shown
from malkoll.repository.compare import Comparison, compare
from malkoll.repository.sides import Reader, Side
from malkoll.run import today

NO_YEAR = Text(
    "{option} ska vara ett år, som 2027, inte ”{value}”.", "{option} is to be a year, as 2027, not “{value}”."
)
NOTHING_FOR = Text(
    "Inget dokument i {given} gäller {year}. Det finns dokument för {years}.",
    "No document in {given} is for {year}. There are documents for {years}.",
)
NO_DOCUMENT = Text("Inget måldokument hittades i {given}.", "No goal document was found in {given}.")
_MODULES = {
    Format.JSON: "malkoll.report.compare_v1",
    Format.MARKDOWN: "malkoll.report.compare_markdown",
    Format.HTML: "malkoll.report.html.compare",
}


def run(call: Call, language: Language) -> int:
    """Read both sides, compare, show, and give the exit code: that something differs is no mistake."""
    if call.has("--isolated") and call.has("--config"):
        raise CallError(BOTH())
    if not all(call.arguments):
        raise CallError(NO_PATH())
    old, new = call.arguments
    years = _year(call, "--old-year"), _year(call, "--new-year")
    targets = targets_of(call)
    hold_apart(targets, call.arguments)
    configurations = Configurations(call.one("--config"), isolated=call.has("--isolated"))
    sides = Reader(configurations, Models(call.one("--model"), today())).both(old, new)
    hold_apart(targets, [one.name for side in sides for one in side.documents])
    complain(LEFT_OUT(name=name).render(language) for side in sides for name in side.left_out)
    if missing := _missing(sides):
        complain(message.render(language) for message in missing)
        return Exit.NO_DOCUMENT
    for side, year in zip(sides, years, strict=True):
        _hold_year(side, year)
    comparison = compare(*sides, years)
    failed = _write_files(comparison, targets, language)
    _show(comparison, call, language)
    if failed:
        raise CallError(*failed)
    return Exit.FINDINGS if call.has("--exit-code") and not comparison.is_same else Exit.FINE


def _year(call: Call, option: str) -> int | None:
    value = call.one(option)
    if value is None:
        return None
    if not re.fullmatch(r"[12][0-9]{3}", value):
        raise CallError(NO_YEAR(option=option, value=value))
    return int(value)


def _hold_year(side: Side, year: int | None) -> None:
    years = sorted({one.summary.year for one in side.documents if one.summary.year is not None})
    if year is not None and year not in years:
        known = Words([str(one) for one in years], quoted=False)
        raise CallError(NOTHING_FOR(given=side.given, year=year, years=known))


def _missing(sides: Sequence[Side]) -> list[Message]:
    """Say which of the sides has nothing to compare, and why."""
    said: list[Message] = []
    for side in sides:
        if not side.documents:
            files = Words(side.unread, quoted=False)
            said.append(UNREAD(files=files) if side.unread else NO_DOCUMENT(given=side.given))
    return said


def _show(comparison: Comparison, call: Call, language: Language) -> None:
    form = Format(call.one("--format") or Format.FULL)
    if form is not Format.FULL:
        say_data(_document(comparison, form, language))
        return
    with output() as stream:
        shown = Shown(encoding_of(stream))
        page = ComparePage(comparison, language, shown, width_of(stream))
        write_lines(page.lines(), stream, shown, color=wants_color(call.one("--color") or "auto", stream))


def _document(comparison: Comparison, form: Format, language: Language) -> str:
    if form is Format.FULL:
        shown = Shown()
        return plain_text(ComparePage(comparison, language, shown, DEFAULT_WIDTH).lines(), shown)
    # loaded by name: a call shows the comparison in one way
    text: str = import_module(_MODULES[form]).text(comparison, language)
    return text


def _write_files(comparison: Comparison, targets: Sequence[Target], language: Language) -> list[Message]:
    """Write the files, and give what is to be said of those that couldn't be written."""
    if not targets:
        return []
    from malkoll.saving import save  # noqa: PLC0415 - most calls write no file

    failed: list[Message] = []
    for target in targets:
        try:
            save(
                target.file, _document(comparison, target.form, language).encode("utf-8", "backslashreplace")
            )
        except CallError as error:
            failed += error.messages
    return failed
