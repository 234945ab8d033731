"""`malkoll export`: goal documents as Excel and Word files."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from malkoll.call_error import CallError
from malkoll.cli import Exit
from malkoll.cli.call import Call
from malkoll.cli.check import BOTH, LEFT_OUT, named_paths, nothing_found, settings_of
from malkoll.cli.output import complain
from malkoll.cli.progress import watched
from malkoll.config.files import Configurations
from malkoll.discover import STANDARD_INPUT, Found, read, shown_name
from malkoll.language import Count, Language, Text
from malkoll.run import Outcome
from malkoll.run import run as run_check
from malkoll.saving import save
from malkoll.syntax.compose import Limits
from malkoll.tables import exporting

NO_TARGET = Text(
    "Vart ska målen? Skriv --xlsx mål.xlsx för Excel eller --docx mål.docx för Word.",
    "Where are the goals to go? Write --xlsx goals.xlsx for Excel or --docx goals.docx for Word.",
)
NO_STREAM = Text(
    "malkoll export läser och skriver filer, inte standard in och ut.",
    "malkoll export reads and writes files, not standard input and output.",
)
SAME = Text(
    "--xlsx och --docx har samma namn. Den ena skulle skriva över den andra.",
    "--xlsx and --docx have the same name. One would write over the other.",
)
CANT_READ = Text("{file} går inte att läsa. Finns filen?", "{file} can't be read. Is there such a file?")
WRITTEN = Text("{file} är skriven: {documents}, {goals}.", "{file} is written: {documents}, {goals}.")
DOCUMENTS = (Text("dokument", "document"), Text("dokument", "documents"))
GOALS = (Text("mål", "goal"), Text("mål", "goals"))


def run(call: Call, language: Language) -> int:
    """Write the files, both or none."""
    if call.has("--isolated") and call.has("--config"):
        raise CallError(BOTH())
    targets = {kind: file for kind in ("--xlsx", "--docx") if (file := call.one(kind))}
    paths = named_paths(call)
    if not targets:
        raise CallError(NO_TARGET())
    if STANDARD_INPUT in (*targets.values(), *paths):
        raise CallError(NO_STREAM())
    if len(set(targets.values())) < len(targets):
        raise CallError(SAME())
    outcome, found = _checked(paths, call, language)
    if not outcome.checked:
        complain(nothing_found(paths, outcome, language))
        return Exit.NO_DOCUMENT
    for file, data in _made(outcome, found, targets, language):
        save(file, data, new=not call.has("--force"))
        documents = [one for one in outcome.report.files if one.is_document]
        complain(
            [
                WRITTEN(
                    file=shown_name(file),
                    documents=Count(len(documents), *DOCUMENTS),
                    goals=Count(sum(one.goals_written for one in documents), *GOALS),
                ).render(language)
            ]
        )
    return Exit.FINE


def _checked(paths: Sequence[str], call: Call, language: Language) -> tuple[Outcome, list[Found]]:
    found: list[Found] = []

    def watch(all_found: Sequence[Found]) -> Iterable[Found]:
        found.extend(all_found)
        return watched(all_found, language)

    configurations = Configurations(call.one("--config"), isolated=call.has("--isolated"))
    outcome = run_check(paths, settings_of(call), configurations, watch)
    complain(LEFT_OUT(name=name).render(language) for name in outcome.left_out)
    return outcome, found


def _file(found: Found) -> exporting.File:
    data, trouble = read(found, Limits().size)
    if data is None or trouble is not None:
        raise CallError(CANT_READ(file=found.name))
    return exporting.File(found.name, data)


def _made(
    outcome: Outcome, found: Sequence[Found], targets: dict[str, str], language: Language
) -> list[tuple[str, bytes]]:
    """Make every file before one is written."""
    wanted = {file.path for file in outcome.report.files}
    documents = exporting.documents_of(sorted(map(_file, (one for one in found if one.name in wanted))))
    date = outcome.report.date
    made = []
    for kind, file in targets.items():
        if kind == "--xlsx":
            made.append((file, exporting.as_workbook(documents, outcome.report, language, date)))
        else:
            made.append((file, exporting.as_word_file(documents, language, date)))
    return made
