"""Read a file's text to a tree, with all that is wrong with it as YAML."""

from __future__ import annotations

import yaml

from malkoll.record import Record
from malkoll.source import SourceFile, Span
from malkoll.syntax.characters import Edits, is_plain, line_ends
from malkoll.syntax.comments import cut_by_comment
from malkoll.syntax.compose import Composer, LimitReachedError, Limits
from malkoll.syntax.edited import Edited
from malkoll.syntax.strict import tabs_alone, unallowed
from malkoll.syntax.tree import Mapping, Node, Scalar, Sequence, Trouble, scalars

_MOST_MISTAKES = 25
"""How many mistakes in its YAML a file is read past."""
_MOST_READING = 5_000_000
"""How many characters are read in all, again and again, to get past mistakes."""
_RUNNING = frozenset({"fence", "bullet", "dash"})
"""Slips that are one, in as many places as they stand."""


class Parsed(Record):
    """What a text was read to.

    Attributes:
        root: None when nothing stands there or it can't be read.
        troubles: what is wrong, in the order found.
        whole: False when reading had to stop: what is missing then isn't known.

    """

    root: Node | None
    troubles: tuple[Trouble, ...]
    whole: bool = True


def parse(source: SourceFile, limits: Limits | None = None) -> Parsed:
    """Read a file's text. Never raises: what is wrong is in the result."""
    limits = limits or Limits()
    decoding = source.decoding
    if decoding.kind:
        trouble = Trouble("not-utf8", decoding.kind, Span(0, 0), fatal=True)
        return Parsed(None, (trouble,), whole=False)
    text = source.text
    plain = is_plain(text)
    hidden, edits = ([], []) if plain else _hidden(text)
    read = _read(Edited(text, edits + line_ends(text), is_plain=plain), limits)
    troubles = [*_encoding(source), *hidden, *read.troubles]
    root = read.root
    if read.whole and _says_nothing(root) and not any(one.rule == "several-documents" for one in troubles):
        troubles.append(Trouble("empty-document", "empty", Span(0, 0)))
        root = None
    return Parsed(root, tuple(troubles), read.whole)


def _hidden(text: str) -> tuple[list[Trouble], Edits]:
    from malkoll.syntax.unseen import decomposed, invisible  # noqa: PLC0415 - few texts hold anything unusual

    troubles, edits = invisible(text)
    return [*troubles, *decomposed(text)], edits


def _says_nothing(root: Node | None) -> bool:
    return root is None or (isinstance(root, Scalar) and root.is_empty)


class _Outcome(Record):
    """What one reading gave: a tree, or where it stopped."""

    composer: Composer
    error: yaml.YAMLError | LimitReachedError | None


def _compose(text: Edited, limits: Limits) -> _Outcome:
    composer = Composer(text.text, limits, is_plain=text.is_plain)
    try:
        composer.run()
    except (yaml.YAMLError, LimitReachedError) as error:
        return _Outcome(composer, error)
    return _Outcome(composer, None)


def _read(text: Edited, limits: Limits) -> Parsed:
    """Read a text; mend what a plain reading stumbles on, and put everything in its place."""
    outcome = _compose(text, limits)
    mistakes: list[Trouble] = []
    found = None if text.is_plain else _false_blanks(text.text, outcome)
    if found:
        mended = text.mended(found.edits)
        again = _compose(mended, limits) if mended else outcome
        if mended and (again.error is None or outcome.error is not None):
            mistakes.append(text.trouble(found))
            text, outcome = mended, again
    if isinstance(outcome.error, yaml.YAMLError):
        text, outcome, seen = _read_on(text, outcome, limits)
        mistakes += seen
    composer, error = outcome
    troubles = composer.troubles
    if isinstance(error, LimitReachedError):
        troubles = [*troubles, error.trouble]
    if error is None and composer.root is not None:
        troubles = [*troubles, *cut_by_comment(text.text, composer.root)]
        if not mistakes:
            troubles += unallowed(text.text, wraps=composer.wraps)
    text.place(composer.root)
    placed = tuple(text.trouble(trouble) for trouble in troubles)
    tabs = [] if error or mistakes else tabs_alone(text.original, composer.root)
    return Parsed(None if error else composer.root, (*mistakes, *placed, *tabs), error is None)


def _false_blanks(text: str, outcome: _Outcome) -> Trouble | None:
    """Find no-break spaces that stand where YAML needs a plain one, if the reading shows that they matter."""
    from malkoll.syntax.unseen import breaking_spaces, holds_breaking_space  # noqa: PLC0415 - as above

    found = breaking_spaces(text)
    if found is None or outcome.error:
        return found
    is_taken = holds_breaking_space(node.text for node in scalars(outcome.composer.root) if not node.style)
    return found if is_taken else None


def _read_on(text: Edited, outcome: _Outcome, limits: Limits) -> tuple[Edited, _Outcome, list[Trouble]]:
    """Find what the parser stumbled on, mend it, and go on, as far as that leads."""
    # loaded here: only a document with a mistake needs it
    from malkoll.syntax.mend import candidates, explain, stop_of  # noqa: PLC0415

    mistakes: list[Trouble] = []
    reading = 0
    while isinstance(outcome.error, yaml.YAMLError):
        stop = stop_of(outcome.error, text.text)
        unproven: list[Trouble] = []
        for cause in candidates(stop, text.text):
            reading += len(text.text)
            if reading > _MOST_READING or len(mistakes) >= _MOST_MISTAKES:
                unproven.append(cause.trouble._replace(edits=()))
                break
            mended = text.mended(cause.mend)
            again = _compose(mended, limits) if mended else outcome
            if mended and _is_further(again, mended, text.end(max(stop.place, cause.until))):
                mistakes.append(text.trouble(cause.trouble))
                text, outcome = mended, again
                break
        else:
            unproven.append(explain(stop, text.text))
        if unproven:
            mistakes.append(text.trouble(unproven[0]._replace(fatal=True)))
            break
    return text, outcome, _together(mistakes)


def _together(mistakes: list[Trouble]) -> list[Trouble]:
    """Make one finding of a slip that runs through the file."""
    running: dict[str, int] = {}
    together: list[Trouble] = []
    for one in mistakes:
        index = running.get(one.variant) if one.variant in _RUNNING else None
        if index is None:
            running[one.variant] = len(together)
            together.append(one)
            continue
        first = together[index]
        also, edits = (*first.also, one.span, *one.also), (*first.edits, *one.edits)
        together[index] = first._replace(also=also, edits=edits)
    return together


def _is_further(outcome: _Outcome, text: Edited, before: int) -> bool:
    from malkoll.syntax.mend import stop_of  # noqa: PLC0415

    if isinstance(outcome.error, yaml.YAMLError):
        return text.start(stop_of(outcome.error, text.text).place) > before
    return True


def _encoding(source: SourceFile) -> list[Trouble]:
    decoding = source.decoding
    if decoding.trouble is None:
        return []
    place = min(decoding.trouble, max(len(source.text) - 1, 0))
    character = source.text[place : place + 1]
    values = {"encoding": decoding.encoding, "character": character}
    span = Span(place, place + len(character))
    # the whole text stands as it is: writing it as UTF-8 is the fix
    return [Trouble("not-utf8", "encoding", span, values=values, edits=((span, character),))]


__all__ = ["Limits", "Mapping", "Parsed", "Scalar", "Sequence", "parse"]
