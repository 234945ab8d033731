"""What stands last in a report: the files, how many findings, what is silenced, what was passed over."""

from __future__ import annotations

import os.path
from collections.abc import Iterator, Sequence
from functools import cached_property

from malkoll.diagnostic import Suppressed
from malkoll.file_report import FileReport
from malkoll.language import Count, Text
from malkoll.report import fixable
from malkoll.report.cells import cut, padded
from malkoll.report.finding import goal_name
from malkoll.report.layout import WIDEST_TEXT, Line, Piece, Style, flow, line_width, wrap
from malkoll.report.options import Options
from malkoll.report.shown import Shown
from malkoll.report.signs import GOOD, in_words, older, verdict
from malkoll.result import Report, Tally

NOTHING = Text("Inga anmärkningar.", "No findings.")
NOTHING_IN = Text("Inga anmärkningar på {documents}.", "No findings in {documents}.")
NOTHING_NEW = Text("Inga nya anmärkningar.", "No new findings.")
NOTHING_NEW_IN = Text("Inga nya anmärkningar på {documents}.", "No new findings in {documents}.")
FOUND = Text("{findings}.", "{findings}.")
FOUND_IN = Text("{findings} i {documents}.", "{findings} in {documents}.")
DOCUMENTS = (Text("dokument", "document"), Text("dokument", "documents"))
SILENCED = Text("Undantag i texten tystar {findings}.", "Exceptions in the text silence {findings}.")
OLDER = (
    Text("{count} räknas inte, den står i {file}.", "{count} doesn't count: it is in {file}."),
    Text("{count} räknas inte, de står i {file}.", "{count} don't count: they are in {file}."),
)
OLDER_FINDINGS = (
    Text("äldre anmärkning", "older finding"),
    Text("äldre anmärkningar", "older findings"),
)
FINDINGS = (Text("anmärkning", "finding"), Text("anmärkningar", "findings"))
SKIPPED = Text("{files}.", "{files}.")
YAML_FILES = (
    Text(
        "YAML-fil i mapparna är inget måldokument och har hoppats över",
        "YAML file in the folders is not a goal document and was passed over",
    ),
    Text(
        "YAML-filer i mapparna är inte måldokument och har hoppats över",
        "YAML files in the folders are not goal documents and were passed over",
    ),
)
EXPLAIN = Text("Mer om en regel: malkoll explain {code}", "More about a rule: malkoll explain {code}")
ALL_FILES = Text("Alla dokument", "All documents")
ALL_FILES_IN = Text("Alla dokument i {folder}", "All documents in {folder}")
GOALS = (Text("mål", "goal"), Text("mål", "goals"))
OLDER_TITLE = Text("Äldre, står i baslinjen", "Older, in the baseline")
SILENCED_TITLE = Text("Tystat av undantag", "Silenced by exceptions")
REASON = Text("Skäl:", "Reason:")
NO_REASON = Text("inget angivet", "none given")
UNTIL = Text("till {date}", "until {date}")
LINE = Text("rad {line}", "line {line}")
MODEL = Text("Styrmodell: {id}, {where}, sha256 {sha256}", "Steering model: {id}, {where}, sha256 {sha256}")
BUILT_IN = Text("inbyggd i malkoll", "built into malkoll")
_LONGEST_BOARD = 40


class Totals:
    """Lays out the end of a report."""

    def __init__(self, report: Report, shown: Shown, options: Options, cells: int) -> None:
        self.report = report
        self.shown = shown
        self.options = options
        self.cells = cells

    @cached_property
    def tallies(self) -> Sequence[Tally]:
        return self.report.tallies

    def lines(self) -> Iterator[Line]:
        if not self.report.files:
            return
        if len(self.report.files) > 1:
            yield []
            yield from self._overview()
        yield []
        yield from self._result()
        yield from self._more()
        if self.options.verbose:
            yield from self._models()

    def _wrapped(self, pieces: list[Piece], first: str = "", rest: str = "  ") -> list[Line]:
        return wrap(pieces, min(self.cells, WIDEST_TEXT), first, rest)

    def _result(self) -> list[Line]:
        language = self.options.language
        files = len(self.report.files)
        documents = Count(files, *DOCUMENTS)
        counts = in_words(self.report.by_severity())
        if not counts:
            is_known = any(one.baselined for one in self.tallies)
            alone, among = (NOTHING_NEW, NOTHING_NEW_IN) if is_known else (NOTHING, NOTHING_IN)
            text = (alone() if files == 1 else among(documents=documents)).render(language)
            return self._wrapped([(f"{self.shown(GOOD)} ", Style.GOOD), (self.shown(text), Style.STRONG)])
        findings = ", ".join(count.render(language) for _, count in counts)
        sentence = (
            FOUND(findings=findings) if files == 1 else FOUND_IN(findings=findings, documents=documents)
        )
        pieces: list[Piece] = [(sentence.render(language), Style.STRONG)]
        more = fixable.of_all(self.tallies, self.options)
        pieces += [(f" {message.render(language)}", Style.PLAIN) for message in more]
        return self._wrapped(pieces)

    def _more(self) -> Iterator[Line]:
        language = self.options.language
        if silenced := sum(one.suppressed for one in self.tallies):
            text = SILENCED(findings=Count(silenced, *FINDINGS)).render(language)
            yield from self._wrapped([(text, Style.PLAIN)])
        yield from self._older()
        if self.report.skipped:
            text = SKIPPED(files=Count(self.report.skipped, *YAML_FILES)).render(language)
            yield from self._wrapped([(self.shown(text), Style.PLAIN)])
        worst = [one.worst for one in self.tallies if one.worst]
        if worst:
            _, code = min(worst, key=lambda one: one[0].rank)
            text = EXPLAIN(code=code).render(language)
            yield from self._wrapped([(self.shown(text), Style.FAINT)])

    def _older(self) -> Iterator[Line]:
        for use in self.report.baselines:
            if use.known:
                count = Count(use.known, *OLDER_FINDINGS)
                text = OLDER[use.known > 1](count=count, file=self.shown(use.file))
                yield from self._wrapped([(self.shown(text.render(self.options.language)), Style.PLAIN)])

    def _models(self) -> Iterator[Line]:
        for model in {one.model.sha256: one.model for one in self.tallies}.values():
            where = BUILT_IN.render(self.options.language) if model.is_built_in else self.shown(model.file)
            text = MODEL(id=self.shown.sentence(model.id), where=where, sha256=model.sha256)
            yield from self._wrapped([(self.shown(text.render(self.options.language)), Style.FAINT)])

    def _overview(self) -> Iterator[Line]:
        """One line a file, or two where the screen is narrow."""
        folder = _common_folder([one.path for one in self.tallies])
        title = ALL_FILES_IN(folder=self.shown(folder)) if folder else ALL_FILES()
        yield from self._wrapped([(title.render(self.options.language), Style.STRONG)])
        names = [self.shown(one.path.removeprefix(folder)) for one in self.tallies]
        abouts = list(map(self._about, self.tallies))
        outcomes = [
            [(self.shown.sign(text), style) for text, style in self._verdict(one)] for one in self.tallies
        ]
        paths, path = padded(names)
        columns, about = padded(abouts)
        if 2 + path + 2 + about + 2 + max(map(line_width, outcomes)) <= self.cells:
            for name, what, outcome in zip(paths, columns, outcomes, strict=True):
                yield [(f"  {name}  {what}  ", Style.PLAIN), *outcome]
            return
        for name, what, outcome in zip(names, abouts, outcomes, strict=True):
            yield from wrap([(name, Style.PLAIN)], self.cells, "  ")
            known: list[Line] = [[(what, Style.PLAIN)]] if what else []
            yield from flow([*known, outcome], self.cells, f" {self.shown.sign('·')} ", "    ")

    def _verdict(self, file: Tally) -> Line:
        language = self.options.language
        return [*verdict(file.severities, language), *older(file.baselined, language)]

    def _about(self, file: Tally) -> str:
        if not file.is_document:
            return ""
        board = cut(self.shown.sentence(file.board or ""), _LONGEST_BOARD, self.shown.sign("…"))
        goals = Count(file.goals_written, *GOALS).render(self.options.language)
        parts = (" ".join(part for part in (board, str(file.year or "")) if part), goals)
        return self.shown(" · ").join(part for part in parts if part)

    def silenced(self, file: FileReport) -> Iterator[Line]:
        """Show what doesn't count of a file, with the reason that the document or the baseline gives."""
        for title, found in ((SILENCED_TITLE, file.suppressed), (OLDER_TITLE, file.baselined)):
            if found:
                yield []
                yield [(title.render(self.options.language), Style.STRONG)]
            for one in found:
                yield from self._one_silenced(one, asks_reason=title is SILENCED_TITLE)

    def _one_silenced(self, suppressed: Suppressed, *, asks_reason: bool) -> Iterator[Line]:
        language = self.options.language
        diagnostic = suppressed.diagnostic
        parts = [LINE(line=diagnostic.location.start.line).render(language), goal_name(diagnostic, language)]
        where = ", ".join(part for part in parts if part)
        message = diagnostic.message.render(language)
        head = f"{diagnostic.code} · {diagnostic.title.render(language)} ({where})"
        yield from self._wrapped([(self.shown.sentence(head), Style.PLAIN)], "  ", "    ")
        yield from self._wrapped([(self.shown.sentence(message), Style.FAINT)], "    ", "    ")
        if not (asks_reason or suppressed.reason or suppressed.until):
            return
        reason = suppressed.reason or NO_REASON.render(language)
        until = f" ({UNTIL(date=suppressed.until).render(language)})" if suppressed.until else ""
        text = f"{REASON.render(language)} {reason}{until}"
        yield from self._wrapped([(self.shown.sentence(text), Style.PLAIN)], "    ", "    ")


def _common_folder(paths: list[str]) -> str:
    """Give the folder that all the files lie in, with its slash; nothing if that is none."""
    # letter by letter, and cut at a slash: the names may come from another system than this one
    shared = os.path.commonprefix(paths)  # noqa: RUF071
    return shared[: shared.rfind("/") + 1]
