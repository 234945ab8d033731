"""What is compared with what: the documents of a path, or of a version in git."""

from __future__ import annotations

import os
import re
from collections.abc import Iterator
from pathlib import Path

from malkoll.call_error import CallError
from malkoll.config.files import Configurations
from malkoll.discover import STANDARD_INPUT, SUFFIXES, Discovery, Found, read, shown_name
from malkoll.document.goal_document import GoalDocument
from malkoll.gitignore import repository_root
from malkoll.history import NO_GIT, NO_REPOSITORY, NO_REVISION, UNKNOWN_REVISION, versions
from malkoll.language import Text
from malkoll.models import Models
from malkoll.opened import Input, Opened, open_file
from malkoll.record import Record
from malkoll.remembered import DocumentSummary
from malkoll.selection import select
from malkoll.steering.loaded import LoadedModel
from malkoll.summary import summarise
from malkoll.syntax.compose import Limits
from malkoll.syntax.tree import Node, Trouble

NEITHER = Text(
    "”{given}” är varken en fil, en mapp eller en version i git.",
    "“{given}” is neither a file, a folder nor a version in git.",
)
MISSING = Text("Filen {given} finns inte.", "There is no file {given}.")
OUTSIDE = Text(
    "{given} leder ut ur kodförrådet. Versioner läses bara inom det.",
    "{given} leads out of the repository. Versions are read within it only.",
)
INPUT_TWICE = Text(
    "Standard in kan bara läsas en gång. Ange en fil för den ena.",
    "Standard input can be read once only. Give a file for one of the two.",
)
NO_VERSION = Text(
    "I ”{given}” ska en version i git stå, som git:v2025 eller git:HEAD~1.",
    "A version in git is to stand in “{given}”, as git:v2025 or git:HEAD~1.",
)
NOT_IN_REPOSITORY = Text(
    "”{given}” är en version i git, och här finns inget kodförråd.",
    "“{given}” is a version in git, and there is no repository here.",
)
GIT_MISSING = Text(
    "”{given}” är en version i git, och programmet git finns inte på datorn.",
    "“{given}” is a version in git, and the program git isn't on this computer.",
)
EXPLICIT = "git:"
_OWN_WORDS = {NO_REVISION: NO_VERSION, NO_REPOSITORY: NOT_IN_REPOSITORY, NO_GIT: GIT_MISSING}
_DRIVE = re.compile(r"[A-Za-z]:[\\/]")


class Document(Record):
    """A document that could be read.

    Attributes:
        name: of its file, as reports have it.
        document: as far as it could be read.
        root: its tree.
        summary: what is remembered of it.
        is_whole: whether nothing of the file had to be guessed.

    """

    name: str
    document: GoalDocument
    root: Node | None
    summary: DocumentSummary
    is_whole: bool


class Side(Record):
    """One of the two.

    Attributes:
        given: as the caller wrote it; a path as reports have it.
        documents: in the order of their names.
        unread: files that are goal documents, or were named, and couldn't be read.
        left_out: links that weren't followed.
        is_file: whether one file was meant.

    """

    given: str
    documents: tuple[Document, ...]
    unread: tuple[str, ...] = ()
    left_out: tuple[str, ...] = ()
    is_file: bool = False


class Wanted(Record):
    """What a side means: a path, or a version and a path in it.

    Attributes:
        revision: as git names it; empty for what is there now.
        path: as given; empty for a version of what the other side names.
        is_guess: whether nothing says that a version was meant.

    """

    given: str
    revision: str = ""
    path: str = ""
    is_guess: bool = False


def wanted(given: str) -> Wanted:
    """Understand what the caller names: what exists is a path, whatever else it could be."""
    if given == STANDARD_INPUT or os.path.lexists(given):
        return Wanted(given, path=given)
    explicit = given.startswith(EXPLICIT)
    revision, colon, path = given.removeprefix(EXPLICIT).partition(":")
    if explicit:
        return Wanted(given, revision, path)
    if colon and revision and path and not _DRIVE.match(given):
        return Wanted(given, revision, path)
    if colon or given.lower().endswith(SUFFIXES):
        raise CallError(MISSING(given=shown_name(given)))
    return Wanted(given, given, is_guess=True)


class Reader:
    """Reads the documents of a call.

    Args:
        configurations: say which files of folders are taken.
        models: the steering models, which know the boards' names.

    """

    def __init__(self, configurations: Configurations, models: Models) -> None:
        self._configurations = configurations
        self._models = models
        self._limits = Limits()
        self._selection = select()

    def both(self, old: str, new: str) -> tuple[Side, Side]:
        """Read both sides.

        Raises:
            CallError: when one of them can't be found.

        """
        if old == new == STANDARD_INPUT:
            raise CallError(INPUT_TWICE())
        before, now = wanted(old), wanted(new)
        return self._side(before, now), self._side(now, before)

    def _side(self, side: Wanted, other: Wanted) -> Side:
        if side.revision or side.given.startswith(EXPLICIT):
            return self._version(side, other)
        discovery = Discovery(self._configurations)
        documents: list[Document] = []
        unread: list[str] = []
        for found in discovery.files([side.path]):
            data, trouble = read(found, self._limits.size)
            self._take(found, data, trouble, documents, unread)
        return Side(
            shown_name(side.given),
            tuple(sorted(documents, key=lambda one: one.name)),
            tuple(sorted(unread)),
            tuple(discovery.left_out),
            is_file=not Path(side.path).is_dir(),
        )

    def _version(self, side: Wanted, other: Wanted) -> Side:
        """Read a version of what the side names, of what the other side names, or of the current folder."""
        target = _target(side, other)
        is_file = target.suffix.lower() in SUFFIXES
        documents: list[Document] = []
        unread: list[str] = []
        for found, data in self._versions(side, target):
            self._take(found, data, None, documents, unread)
        if not documents and not unread and is_file and not side.path:
            # the file had another name then
            for found, data in self._versions(side, target.parent):
                self._take(found, data, None, documents, unread)
            is_file = False
        return Side(side.given, tuple(documents), tuple(unread), is_file=is_file)

    def _versions(self, side: Wanted, target: Path) -> Iterator[tuple[Found, bytes | None]]:
        try:
            for one in versions(side.revision, [target], self._configurations.takes, self._limits.size):
                yield Found(one.name, one.name, one.folder, is_named=False), one.data
        except CallError as error:
            raise _in_words(error, side) from error

    def _take(
        self,
        found: Found,
        data: bytes | None,
        trouble: Trouble | None,
        documents: list[Document],
        unread: list[str],
    ) -> None:
        if data is None and trouble is None:
            # a version that is too large
            unread.append(found.name)
            return
        configured = self._models.of(self._configurations.of(found.folder))
        file = Input(found.name, data, configured, self._selection, trouble, only_if_goals=not found.is_named)
        opened = open_file(file, self._limits)
        if opened is None:
            return
        if opened.document is None:
            unread.append(found.name)
            return
        documents.append(self._document(found, opened.document, opened, configured))

    def _document(
        self, found: Found, document: GoalDocument, opened: Opened, configured: LoadedModel
    ) -> Document:
        model: LoadedModel | Trouble = configured
        if document.steering_model:
            model = self._models.named_by(document.steering_model, found.folder)
        known = model if isinstance(model, LoadedModel) else configured
        summary = summarise(document, found.name, known, is_whole=opened.is_whole)
        return Document(found.name, document, opened.root, summary, opened.is_whole)


def _in_words(error: CallError, side: Wanted) -> CallError:
    """Say what is wrong with a version in words that fit what the caller wrote."""
    texts = {message.text for message in error.messages}
    if side.is_guess and texts & {UNKNOWN_REVISION, NO_REPOSITORY, NO_GIT}:
        return CallError(NEITHER(given=side.given))
    own = next((own for text, own in _OWN_WORDS.items() if text in texts), None)
    return error if own is None else CallError(own(given=side.given))


def _target(side: Wanted, other: Wanted) -> Path:
    """Give the whole path of what a version is wanted of.

    As git has it, a path counts from the repository's root, or with ``./`` from the current folder.
    """
    here = Path(os.path.realpath(Path.cwd()))
    if not side.path:
        if other.revision:
            return _target(other, side) if other.path else here
        path = other.path if other.path != STANDARD_INPUT else "."
        return Path(os.path.realpath(path))
    root = repository_root(here)
    if root is None:
        raise CallError(NOT_IN_REPOSITORY(given=side.given))
    is_here = side.path in {".", ".."} or side.path.startswith(("./", "../"))
    target = Path(os.path.normpath((here if is_here else root) / side.path))
    if not target.is_relative_to(root):
        raise CallError(OUTSIDE(given=side.given))
    return target
