"""What is said of a run's baselines beside the report: what writing did, and what can be taken out."""

from __future__ import annotations

from collections.abc import Iterator

from malkoll.language import Choice, Count, Language, Message, Text, Words
from malkoll.result import BaselineUse, Report, Written

FINDINGS = (Text("anmärkning", "finding"), Text("anmärkningar", "findings"))
NEW = Text("Skrev {file} med {findings}. {from_now_on}", "Wrote {file} with {findings}. {from_now_on}")
NEW_EMPTY = Text(
    "Skrev {file}. Det fanns inga anmärkningar att ta med.",
    "Wrote {file}. There were no findings to take in.",
)
IT = Text(
    "Den räknas inte när filen anges med --baseline, eller med baseline i konfigurationen.",
    "It doesn't count where --baseline, or baseline in the configuration, names the file.",
)
THEY = Text(
    "De räknas inte när filen anges med --baseline, eller med baseline i konfigurationen.",
    "They don't count where --baseline, or baseline in the configuration, names the file.",
)
CHANGED = Text("{file}: {parts}.", "{file}: {parts}.")
REMOVED = (
    Text("rättad togs bort", "mended finding was removed"),
    Text("rättade togs bort", "mended findings were removed"),
)
ADDED = (Text("ny togs med", "new finding was added"), Text("nya togs med", "new findings were added"))
LEFT = (Text("äldre står kvar", "older finding remains"), Text("äldre står kvar", "older findings remain"))
NOT_ADDED = (
    Text("ny togs inte med (det görs med --grow-baseline)", "new finding was not added (--grow-baseline does that)"),
    Text("nya togs inte med (det görs med --grow-baseline)", "new findings were not added (--grow-baseline does that)"),
)  # fmt: skip
FIXED = Text(
    "{findings} kan tas bort ur {file}: kör malkoll check med --write-baseline {file}.",
    "{findings} can be taken out of {file}: run malkoll check with --write-baseline {file}.",
)
MENDED = (
    Text("rättad anmärkning", "mended finding"),
    Text("rättade anmärkningar", "mended findings"),
)


def told(report: Report, language: Language) -> Iterator[str]:
    """Give a sentence for each baseline that was written, or from which something can be taken."""
    for use in report.baselines:
        if use.written is not None:
            yield _written(use.written, use).render(language)
        elif use.fixed:
            yield FIXED(findings=Count(use.fixed, *MENDED), file=use.file).render(language)


def _written(written: Written, use: BaselineUse) -> Message:
    if written.is_new:
        if not written.added:
            return NEW_EMPTY(file=use.file)
        findings = Count(written.added, *FINDINGS)
        return NEW(file=use.file, findings=findings, from_now_on=Choice(written.added, IT, THEY))
    counts = (
        (written.removed, REMOVED),
        (written.added, ADDED),
        (written.left, LEFT),
        (written.not_added, NOT_ADDED),
    )
    # what stays is told even when it is nothing
    parts = [_PART(count=Count(count, *nouns)) for count, nouns in counts if count or nouns is LEFT]
    return CHANGED(file=use.file, parts=Words(parts, quoted=False))


_PART = Text("{count}", "{count}")
