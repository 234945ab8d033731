"""Documents of an earlier version, from git: only because the caller asks, and without running anything.

Git is started with a fixed list of arguments and reads its own objects. Nothing that a checked
repository's settings can name is run: no hook, no pager, no monitor of files, no filter, no fetching.
"""

from __future__ import annotations

import os
import subprocess
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import IO

from malkoll.call_error import CallError
from malkoll.discover import STANDARD_INPUT, SUFFIXES, shown_name
from malkoll.gitignore import repository_root
from malkoll.language import Text
from malkoll.record import Record

NO_REVISION = Text(
    "Efter --against ska en version i git stå, som v2025 eller HEAD~1, inte ”{revision}”.",
    "A version in git is to follow --against, as v2025 or HEAD~1, not “{revision}”.",
)
UNKNOWN_REVISION = Text(
    "Versionen ”{revision}” finns inte i {folder}. Är allt hämtat? En kopia utan hela sin historik, som ofta i CI, saknar äldre versioner.",
    "There is no version “{revision}” in {folder}. Is all of it fetched? A copy without its whole history, as often in CI, lacks older versions.",
)
NO_REPOSITORY = Text(
    "--against behöver git, och ”{folder}” ligger inte i ett kodförråd.",
    "--against needs git, and “{folder}” isn't in a repository.",
)
NO_GIT = Text(
    "--against behöver programmet git, och det finns inte på datorn.",
    "--against needs the program git, and it isn't on this computer.",
)
NOT_OWN = Text(
    "Git läser inte {folder}, för mappen ägs av någon annan. Litar du på den: "
    "git config --global --add safe.directory {folder}",
    "Git doesn't read {folder}, for the folder belongs to someone else. If you trust it: "
    "git config --global --add safe.directory {folder}",
)
FAILED = Text("Git kunde inte läsa {folder}: {said}", "Git couldn't read {folder}: {said}")
NOTHING_THERE = Text(
    "I {revision} fanns inga måldokument att jämföra med.",
    "In {revision} there were no goal documents to compare with.",
)
TOO_LARGE = Text(
    "{file} är för stor för att jämföras med. Större filer läses med --limit size=…",
    "{file} is too large to compare with. Larger files are read with --limit size=…",
)

_SAFE = (
    "--no-pager", "--no-optional-locks", "--no-replace-objects", "--literal-pathspecs",
    "-c", "core.fsmonitor=false", "-c", f"core.hooksPath={os.devnull}", "-c", "protocol.allow=never",
)  # fmt: skip
_OF_ANOTHER = ("GIT_DIR", "GIT_WORK_TREE", "GIT_INDEX_FILE", "GIT_COMMON_DIR", "GIT_PREFIX", "GIT_NAMESPACE")
"""Where a hook's surroundings say that the repository is; it is looked for by the checked files."""
_FILES = frozenset({"100644", "100755"})


def folders_of(paths: Sequence[str], stdin_name: str | None) -> Iterator[Path]:
    """Give the folders that a caller's paths are or lie in, whole and without links."""
    for path in paths:
        real = Path(os.path.realpath(path if path != STANDARD_INPUT else stdin_name or STANDARD_INPUT))
        yield real if os.path.isdir(real) else real.parent  # noqa: PTH112 - pathlib raises for names that are too long


class Version(Record):
    """A file as it was.

    Attributes:
        name: as reports have it: ``v2025:goals/social.yaml``.
        folder: the whole path of the folder that it lies, or lay, in.
        data: its bytes; None for one that is too large.

    """

    name: str
    folder: str
    data: bytes | None


class _Entry(Record):
    object: str
    path: str
    size: int


def versions(
    revision: str, folders: Sequence[Path], takes: Callable[[str], bool], largest: int
) -> Iterator[Version]:
    """Give the YAML files that folders held in a version.

    Args:
        revision: as git names it.
        folders: whole paths, without links.
        takes: tells by its whole path whether a file is wanted.
        largest: bytes that a file may have.

    Raises:
        CallError: when there is no such version, or git can't be asked.

    """
    if not revision or revision.startswith("-") or not revision.isprintable():
        raise CallError(NO_REVISION(revision=revision))
    by_root: dict[Path, list[Path]] = {}
    for folder in folders:
        root = repository_root(folder)
        if root is None:
            raise CallError(NO_REPOSITORY(folder=shown_name(str(folder))))
        by_root.setdefault(root, []).append(folder)
    for root, within in by_root.items():
        git = _Git(root)
        wanted = [entry for entry in git.files(git.commit(revision), within) if takes(str(root / entry.path))]
        for entry, data in git.read(wanted, largest):
            yield Version(f"{revision}:{entry.path}", str((root / entry.path).parent), data)


class _Git:
    """Git in one repository."""

    def __init__(self, root: Path) -> None:
        self._root = root
        self._program = _program(root)

    def commit(self, revision: str) -> str:
        done = self._run("rev-parse", "--verify", "--quiet", f"{revision}^{{commit}}")
        if done.returncode == 0:
            return done.stdout.decode("ascii", "replace").strip()
        if not done.stderr.strip():
            raise CallError(UNKNOWN_REVISION(revision=revision, folder=self._shown))
        raise self._failed(done.stderr)

    def files(self, commit: str, folders: Sequence[Path]) -> Iterator[_Entry]:
        """Give the YAML files of a commit in these folders."""
        paths = [folder.relative_to(self._root).as_posix() for folder in folders]
        if "." in paths:
            paths = []
        done = self._run("ls-tree", "-r", "-z", "-l", "--full-tree", commit, "--", *paths)
        if done.returncode != 0:
            raise self._failed(done.stderr)
        for line in done.stdout.split(b"\0"):
            about, _, name = line.partition(b"\t")
            parts = about.split()
            path = os.fsdecode(name)
            if len(parts) != 4 or parts[0].decode() not in _FILES or not path.lower().endswith(SUFFIXES):
                continue
            # a size that isn't known means that the file isn't here
            if parts[3].isdigit():
                yield _Entry(parts[2].decode(), path, int(parts[3]))

    def read(self, entries: Sequence[_Entry], largest: int) -> Iterator[tuple[_Entry, bytes | None]]:
        """Give the files with their bytes; None for those that have more than so many."""
        if not entries:
            return
        with subprocess.Popen(  # noqa: S603 - our own words, no shell
            self._call("cat-file", "--batch"),
            cwd=self._root,
            env=_surroundings(),
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
        ) as process:
            ask, answers = process.stdin, process.stdout
            if ask is None or answers is None:
                return
            for entry in entries:
                if entry.size > largest:
                    yield entry, None
                    continue
                data = _blob(ask, answers, entry.object)
                if data is not None:
                    yield entry, data

    def _run(self, *words: str) -> subprocess.CompletedProcess[bytes]:
        try:
            return subprocess.run(  # noqa: S603 - our own words, no shell
                self._call(*words),
                cwd=self._root,
                env=_surroundings(),
                stdin=subprocess.DEVNULL,
                capture_output=True,
                check=False,
            )
        except OSError as error:
            raise CallError(NO_GIT()) from error

    def _call(self, *words: str) -> list[str]:
        return [self._program, *_SAFE, *words]

    @property
    def _shown(self) -> str:
        return self._root.as_posix()

    def _failed(self, said: bytes) -> CallError:
        text = said.decode("utf-8", "replace").strip()
        if "dubious ownership" in text or "safe.directory" in text:
            return CallError(NOT_OWN(folder=self._shown))
        first = text.partition("\n")[0].removeprefix("fatal: ")
        return CallError(FAILED(folder=self._shown, said=first))


def _blob(ask: IO[bytes], answers: IO[bytes], name: str) -> bytes | None:
    """Ask for one object; None for one that isn't there."""
    try:
        ask.write(name.encode() + b"\n")
        ask.flush()
    except OSError:
        return None
    head = answers.readline().split()
    if len(head) != 3 or head[1] != b"blob":
        return None
    data = answers.read(int(head[2]))
    answers.read(1)
    return data


def _program(root: Path) -> str:
    """Find git among the caller's programs, never in the current folder or the repository."""
    name = "git.exe" if os.name == "nt" else "git"
    for folder in os.environ.get("PATH", "").split(os.pathsep):
        program = Path(folder, name)
        if program.is_absolute() and not program.is_relative_to(root) and os.access(program, os.X_OK):
            return str(program)
    raise CallError(NO_GIT())


def _surroundings() -> dict[str, str]:
    """Give git's environment: of the caller's, without another repository, another language or questions."""
    kept = {name: value for name, value in os.environ.items() if name not in _OF_ANOTHER}
    return {
        **kept,
        "LC_ALL": "C",
        "GIT_OPTIONAL_LOCKS": "0",
        "GIT_NO_LAZY_FETCH": "1",
        "GIT_ALLOW_PROTOCOL": "none",
        "GIT_TERMINAL_PROMPT": "0",
    }
