"""`malkoll import`: goal documents from the tables that officials have."""

from __future__ import annotations

import json
import re
from collections.abc import Sequence
from pathlib import Path

from malkoll.call_error import CallError
from malkoll.cli import Exit
from malkoll.cli.call import Call
from malkoll.cli.check import settings_of
from malkoll.cli.dialogue import Dialogue, is_possible
from malkoll.cli.import_page import Page, shape
from malkoll.cli.import_questions import Questions
from malkoll.cli.output import complain, say_data
from malkoll.cli.page import print_page
from malkoll.discover import STANDARD_INPUT, Found, read, shown_name
from malkoll.document.words import closest, fold
from malkoll.file_report import FileReport
from malkoll.language import Language, Text, Words
from malkoll.library import check_text
from malkoll.record import Record
from malkoll.run import run as run_check
from malkoll.saving import EXISTS, save
from malkoll.syntax.characters import composed
from malkoll.tables import importing
from malkoll.tables.archive import LARGEST_FILE, TOO_LARGE
from malkoll.tables.gather_loose import Given
from malkoll.tables.gathered import Imported
from malkoll.tables.headings import plain
from malkoll.tables.targets import Target, by_word, named
from malkoll.tables.to_yaml import yaml_of

CANT_READ = Text("{file} går inte att läsa. Finns filen?", "{file} can't be read. Is there such a file?")
NO_PAIR = Text(
    '--map ska vara en rubrik, ett likhetstecken och en nyckel, som --map "Vad vi vill=formulering", inte ”{value}”.',
    '--map is to be a heading, an equals sign and a key, as --map "What we want=statement", not “{value}”.',
)
NO_KEY = Text(
    "--map: nyckeln ”{key}” finns inte. Menade du {near}?",
    "--map: there is no key “{key}”. Did you mean {near}?",
)
UNKNOWN_KEY = Text(
    "--map: nyckeln ”{key}” finns inte. Några som finns: formulering, fokusområde, horisont, målgrupp, "
    "indikator.namn, indikator.utgångsvärde, indikator.målvärde, ansvarig.",
    "--map: there is no key “{key}”. Some that there are: statement, focus_area, horizon, audience, indicator.name, "
    "indicator.baseline, indicator.target, responsible.",
)
NO_HEADING = Text(
    "--map: ingen tabell har rubriken ”{heading}”. Rubrikerna är {headings}.",
    "--map: no table has the heading “{heading}”. The headings are {headings}.",
)
NO_YEAR = Text(
    "--year ska vara ett år, som 2027, inte ”{value}”.", "--year is to be a year, as 2027, not “{value}”."
)
SEVERAL = Text(
    "Filerna har {number} dokument. Till standard ut går bara ett: skriv dem till en mapp med --output.",
    "The files have {number} documents. Standard output takes one: write them to a folder with --output.",
)
_SLUG = str.maketrans({"å": "a", "ä": "a", "ö": "o", "é": "e", "ü": "u", "æ": "a", "ø": "o"})


class Written(Record):
    """A document as it is written.

    Attributes:
        file: its name; with the folder that it goes to.

    """

    file: str
    text: str
    document: Imported


def run(call: Call, language: Language) -> int:
    chosen = _chosen(call)
    sources = [_source(path) for path in dict.fromkeys(call.arguments)]
    given = Given(call.one("--board"), _year(call.one("--year")), call.one("--municipality"))
    settings = settings_of(call)
    tables = importing.found_in(sources, chosen, language)
    _hold_headings(call, tables)
    accepts = call.has("--yes")
    dialogue = Dialogue(language) if is_possible() and not accepts else None
    questions = Questions(tables, language, dialogue, accepts=accepts)
    questions.about_columns()
    result = questions.read(given)
    keys = Language(call.one("--keys") or language)
    folder = call.one("--output") or "."
    written, lost = _documents(result.documents, keys, folder)
    page = Page(tables, result, lost, language, is_asked=dialogue is not None)
    if folder == STANDARD_INPUT:
        if len(written) > 1:
            raise CallError(SEVERAL(number=len(written)))
        complain(page.plain())
        say_data(written[0].text)
        return Exit.FINDINGS if page.left else Exit.FINE
    is_dry = call.has("--dry-run")
    if not is_dry:
        _save(written, is_over=call.has("--force"))
    reports = _reports(written, settings.model, call, is_dry=is_dry)
    if call.one("--format") == "json":
        say_data(
            f"{json.dumps(shape(page, written, reports, is_dry=is_dry), ensure_ascii=False, indent=2)}\n"
        )
    else:
        print_page(lambda shown, cells: page.lines(written, reports, shown, cells, is_dry=is_dry))
    return Exit.FINDINGS if page.left else Exit.FINE


def _source(path: str) -> importing.Source:
    data, trouble = read(Found(shown_name(path), path, "", is_named=True), LARGEST_FILE)
    if data is None or trouble is not None:
        raise CallError(CANT_READ(file=shown_name(path)))
    if len(data) > LARGEST_FILE:
        raise CallError(TOO_LARGE(file=shown_name(path)))
    return importing.Source(shown_name(path), data)


def _year(value: str | None) -> str | None:
    if value is not None and not re.fullmatch(r"[12][0-9]{3}", value):
        raise CallError(NO_YEAR(value=value))
    return value


def _chosen(call: Call) -> dict[str, Target]:
    """Read what the caller says of headings."""
    chosen = {}
    for value in call.given.get("--map", ()):
        heading, sign, key = value.rpartition("=")
        if not sign or not heading.strip() or not key.strip():
            raise CallError(NO_PAIR(value=value))
        target = named(key.strip())
        if target is None:
            near = closest(key.strip(), list(by_word()))
            raise CallError(NO_KEY(key=key.strip(), near=near) if near else UNKNOWN_KEY(key=key.strip()))
        chosen[fold(heading)] = target
    return chosen


def _hold_headings(call: Call, tables: importing.Tables) -> None:
    """Refuse a heading that no table has: it is misspelt, and its column would be read otherwise."""
    headings = [column.heading for _, column in tables.columns]
    there = {fold(heading) for heading in headings} | {plain(heading) for heading in headings}
    there |= {fold(heading.rpartition(": ")[2]) for heading in headings}
    for value in call.given.get("--map", ()):
        heading = value.rpartition("=")[0]
        if fold(heading) not in there and plain(heading) not in there:
            raise CallError(NO_HEADING(heading=heading, headings=Words(headings, most=30)))


def _documents(documents: Sequence[Imported], keys: Language, folder: str) -> tuple[list[Written], list[str]]:
    """Write each document as YAML under a name of its own; give the comments that found no place too."""
    taken: set[str] = set()
    written: list[Written] = []
    lost: list[str] = []
    for document in documents:
        name = _name(document, taken)
        text, left = yaml_of(document.content, keys, name, document.remarks)
        lost += [remark.text for remark in left]
        written.append(Written(name if folder == "." else str(Path(folder) / name), text, document))
    return written, lost


def _name(document: Imported, taken: set[str]) -> str:
    """Name a document's file: as it was called, or by board and year."""
    content = document.content
    was = re.split(r"[/\\]", document.file)[-1]
    stem = was.rpartition(".")[0] or was
    if not stem:
        stem = "-".join(
            str(content[name]) for name in ("board", "year") if isinstance(content.get(name), str)
        )
    slug = _slug(stem)
    name, number = f"{slug}.yaml", 2
    while name in taken:
        name, number = f"{slug}-{number}.yaml", number + 1
    taken.add(name)
    return name


def _slug(text: str) -> str:
    folded = composed(text).casefold().translate(_SLUG)
    return re.sub(r"[^a-z0-9_]+", "-", folded).strip("-")[:80] or "mal"


def _save(written: Sequence[Written], *, is_over: bool) -> None:
    """Write all documents, or none where one of them is there already."""
    for one in written:
        if not is_over and Path(one.file).exists():
            raise CallError(EXISTS(file=shown_name(one.file)))
    for one in written:
        save(one.file, one.text.encode(), new=not is_over)


def _reports(written: Sequence[Written], model: str | None, call: Call, *, is_dry: bool) -> list[FileReport]:
    """Check what was written, as `malkoll check` would."""
    settings = settings_of(call)
    if is_dry:
        reports = (check_text(one.text, name=one.file, model=model, date=settings.date) for one in written)
        return [file for report in reports for file in report.files]
    return list(run_check([one.file for one in written], settings).report.files)
