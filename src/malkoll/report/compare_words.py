"""What the comparison says, on the screen and on paper alike."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence

from malkoll.document.vocabulary import JUDGEMENTS
from malkoll.language import Count, Language, Message, Text, Words
from malkoll.repository.changes import Topic
from malkoll.repository.compare import ComparedBoard, ComparedGoal, Comparison, Gone, State
from malkoll.repository.gathered import Followed
from malkoll.repository.sides import Document

TITLE = Text("Från {old} till {new}", "From {old} to {new}")
SAME = Text("Ingen skillnad i innehåll.", "No difference in content.")
NOTHING_COMPARED = Text(
    "Ingen nämnd har ett dokument på båda sidor.", "No board has a document on both sides."
)
BOARDS_COMPARED = Text("{boards} jämförs.", "{boards} compared.")
BOARDS = (Text("nämnd", "board"), Text("nämnder", "boards"))
UNCHANGED_BOARDS = Text("Ingen skillnad för {boards}.", "No difference for {boards}.")
NEW_BOARDS = Text("Har inget äldre dokument: {boards}.", "No older document: {boards}.")
GONE_BOARDS = Text("Har inget nyare dokument: {boards}.", "No newer document: {boards}.")
BESIDE = Text("Jämförs inte: {files}.", "Not compared: {files}.")
NAMELESS = Text(
    "Jämförs inte, för nämnden går inte att läsa: {files}.",
    "Not compared, for the board can't be read: {files}.",
)
UNREAD = Text(
    "Jämförs inte, för texten går inte att läsa: {files}. malkoll check visar vad som är fel.",
    "Not compared, for the text can't be read: {files}. malkoll check shows what is wrong.",
)
UNSURE = Text(
    "{file} har fel i sin YAML och är läst så långt det går. malkoll check visar vad som är fel.",
    "{file} has mistakes in its YAML and was read as far as possible. malkoll check shows what is wrong.",
)
UNREADABLE = Text(
    "I {file} går det här inte att läsa, och jämförs som det står: {what}.",
    "In {file} this can't be read and is compared as it stands: {what}.",
)
LEGEND = Text(
    "[-så här-] är ord som är borta, {+så här+} är ord som är nya.",
    "[-like this-] are words that are gone, {+like this+} are words that are new.",
)
FILES = Text("{old} → {new}", "{old} → {new}")
YEARS = Text("{name} {old} → {new}", "{name} {old} → {new}")
ONE_YEAR = Text("{name} {year}", "{name} {year}")
WITH_MUNICIPALITY = Text("{board}, {municipality}", "{board}, {municipality}")

BOARD = Text("Nämnd", "Board")
ALL = Text("Alla", "All")
BY_BOARD = Text("Mål för varje nämnd", "Goals of each board")

DOCUMENT = Text("Dokumentet", "The document")
NO_STATEMENT = Text("Målet har ingen formulering.", "The goal has no statement.")
NUMBER = Text("mål {number}", "goal {number}")

HEADS = {
    State.ADDED: Text("Tillkommer", "Added"),
    State.DROPPED: Text("Utgår", "Dropped"),
    State.CHANGED: Text("Ändrade", "Changed"),
    State.UNCHANGED: Text("Oförändrade", "Unchanged"),
}
"""In the columns of a table."""
GOALS = {
    State.ADDED: Text("Mål som tillkommer", "Goals added"),
    State.DROPPED: Text("Mål som utgår", "Goals dropped"),
    State.CHANGED: Text("Ändrade mål", "Goals changed"),
    State.UNCHANGED: Text("Oförändrade mål", "Goals unchanged"),
}
_COUNTS = {
    State.ADDED: (
        Text("{number} mål tillkommer", "{number} goal is added"),
        Text("{number} mål tillkommer", "{number} goals are added"),
    ),
    State.DROPPED: (
        Text("{number} mål utgår", "{number} goal is dropped"),
        Text("{number} mål utgår", "{number} goals are dropped"),
    ),
    State.CHANGED: (
        Text("{number} mål är ändrat", "{number} goal has changed"),
        Text("{number} mål är ändrade", "{number} goals have changed"),
    ),
    State.UNCHANGED: (
        Text("{number} mål är oförändrat", "{number} goal is unchanged"),
        Text("{number} mål är oförändrade", "{number} goals are unchanged"),
    ),
}
COUNTED = Text("{counts}.", "{counts}.")

OVER = Text("Horisonten gick ut {until}, före {year}.", "The horizon ended in {until}, before {year}.")
NOT_OVER = Text(
    "Horisonten löper till {until}: målet utgår innan tiden har gått ut.",
    "The horizon runs to {until}: the goal is dropped before its time has passed.",
)
UNKNOWN_END = Text(
    "Det framgår inte om horisonten har gått ut.", "It can't be told whether the horizon has passed."
)
JUDGED = Text("Senaste uppföljningen: {judgement}.", "Last follow-up: {judgement}.")
NOT_JUDGED = Text("Någon bedömning av hur det gick finns inte.", "There is no judgement of how it went.")

MEANT = {
    "reworded": Text("omformulerat", "reworded"),
    Topic.TARGET: Text("nytt målvärde", "target moved"),
    Topic.DEFINITION: Text("omdefinierad indikator", "indicator redefined"),
}
FOLLOWED = {
    Followed.MEASURED: Text("mäts", "measured"),
    Followed.BOTH: Text("mäts och bedöms", "measured and assessed"),
    Followed.ASSESSED: Text("bedöms", "assessed"),
    Followed.NEITHER: Text("varken mäts eller bedöms", "neither measured nor assessed"),
    Followed.UNCLEAR: Text("oklart hur det följs upp", "unclear how it is followed up"),
}
FOLLOWED_NOW = Text("förr: {old}, nu: {new}", "before: {old}, now: {new}")


def title(comparison: Comparison) -> Message:
    return TITLE(old=comparison.old.given, new=comparison.new.given)


def board(comparison: Comparison, document: Document) -> str | Message:
    """Name a document's board, and its municipality where there are several."""
    name = document.summary.board or document.name
    municipality = document.summary.municipality
    if comparison.has_municipalities and municipality:
        return WITH_MUNICIPALITY(board=name, municipality=municipality)
    return name


def heading(comparison: Comparison, compared: ComparedBoard) -> str | Message:
    """Name a board and the years that are compared."""
    name = board(comparison, compared.new)
    old, new = compared.old.summary.year, compared.new.summary.year
    if old is None or new is None:
        return name
    return ONE_YEAR(name=name, year=new) if old == new else YEARS(name=name, old=old, new=new)


def files(comparison: Comparison, compared: ComparedBoard) -> Message | None:
    """Name the files of a board, where they aren't those that were given."""
    old, new = compared.old.name, compared.new.name
    if (old, new) == (comparison.old.given, comparison.new.given):
        return None
    return FILES(old=old, new=new)


def counts(board: ComparedBoard) -> Message:
    """Count a board's goals by what has become of them."""
    parts = [_COUNTS[state][number > 1](number=number) for state in State if (number := len(board.of(state)))]
    return COUNTED(counts=Words(parts, quoted=False))


def numbers(boards: Iterable[ComparedBoard]) -> list[int]:
    """Count the goals of boards, for a table."""
    counted = Counter(goal.state for board in boards for goal in board.goals)
    return [counted[state] for state in State]


def about_boards(comparison: Comparison) -> list[Message]:
    """Say which boards are compared, and which only one side has."""
    said: list[Message] = []
    if not comparison.boards:
        said.append(NOTHING_COMPARED())
    elif len(comparison.boards) > 1:
        said.append(BOARDS_COMPARED(boards=Count(len(comparison.boards), *BOARDS)))
    same = [board(comparison, one.new) for one in comparison.boards if one.is_same]
    if same and len(comparison.boards) > 1:
        said.append(SAME() if comparison.is_same else UNCHANGED_BOARDS(boards=_all(same)))
    for text, documents in ((NEW_BOARDS, comparison.only_new), (GONE_BOARDS, comparison.only_old)):
        if documents:
            said.append(text(boards=_all([_with_year(comparison, one) for one in documents])))
    return said


def left_out(comparison: Comparison) -> list[Message]:
    """Say what isn't compared."""
    said: list[Message] = []
    unread = [*comparison.old.unread, *comparison.new.unread]
    if unread:
        said.append(UNREAD(files=_all(list(dict.fromkeys(unread)))))
    for text, documents in ((NAMELESS, comparison.nameless), (BESIDE, comparison.beside)):
        if documents:
            said.append(text(files=_all(list(dict.fromkeys(one.name for one in documents)))))
    return said


def _with_year(comparison: Comparison, document: Document) -> str | Message:
    name, year = board(comparison, document), document.summary.year
    return name if year is None else ONE_YEAR(name=name, year=year)


def _all(names: Sequence[str | Text | Message]) -> Words:
    return Words(names, quoted=False, most=len(names))


def unsure(compared: ComparedBoard) -> list[Message]:
    """Say which of two files could be read by guessing only."""
    return [UNSURE(file=one.name) for one in (compared.old, compared.new) if not one.is_whole]


def gone(found: Gone, year: int | None) -> list[Message]:
    """Say of a goal that was dropped whether it had its time, and what became of it."""
    said = [UNKNOWN_END()]
    if found.until is not None and found.is_over is not None:
        said = [OVER(until=found.until, year=year) if found.is_over else NOT_OVER(until=found.until)]
    if found.judgement is not None:
        said.append(JUDGED(judgement=Text(*JUDGEMENTS[found.judgement])))
    elif found.is_over:
        said.append(NOT_JUDGED())
    return said


def meanings(goal: ComparedGoal, language: Language) -> list[str]:
    """Say in a few words what the changes of a goal mean."""
    said = [MEANT["reworded"]] if goal.is_reworded else []
    said += [MEANT[topic] for topic in Topic if goal.about(topic)]
    texts = [text.render(language) for text in said]
    if goal.followed is not None:
        old, new = (FOLLOWED[one] for one in goal.followed)
        texts.append(FOLLOWED_NOW(old=old, new=new).render(language))
    return texts


def name(goal: ComparedGoal) -> str | Message:
    """Name a goal by its id, or else its number."""
    placed = goal.new or goal.old
    if placed is None:
        return ""
    return placed.goal.id or NUMBER(number=placed.goal.index + 1)


def statement(goal: ComparedGoal) -> str | Text:
    placed = goal.new or goal.old
    return (placed.goal.statement or placed.goal.title if placed else None) or NO_STATEMENT
