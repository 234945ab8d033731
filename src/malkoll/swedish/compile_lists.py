"""Turn the YAML of ``lexicon/`` and ``word_lists/`` into the two compact files that are read when running.

Reading some two thousand lines of YAML and bending every word costs a good part of a second; reading the
result costs a few milliseconds. Run ``python -m malkoll.swedish.compile_lists`` after a change; a test
fails when the compiled files do not follow from the YAML.

``lexicon.txt``
    Lines with tabs between their columns, so that a form is found without taking the others apart:
    small words; their kinds; how forms begin; where those that begin so stand below;
    after an empty line the lemmas with their class (``v n a``) and tags;
    the forms, on one line all that begin with the same letters, each followed by
    ``lemma:feature lemma:feature``, the lemma as where it stands.
    Places are counted in bytes after the empty line.
``word_lists.json``
    list id to groups, each with its texts and, in one text with ``|`` between them, its lines; and in two
    such texts the words that entries are found by, and for each the places of their lines: ``group.line``.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from itertools import accumulate, groupby
from pathlib import Path
from typing import Any

import yaml

from malkoll.swedish.inflection import forms_of
from malkoll.swedish.phrases import BETWEEN, stands_under
from malkoll.swedish.words import BEGINNING

__all__ = ["compile_lexicon", "compile_word_lists", "write"]

_HERE = Path(__file__).parent
_CLASSES = {"verb": "v", "noun": "n", "adjective": "a"}


def _read(path: Path) -> dict[str, Any]:
    loaded: dict[str, Any] = yaml.load(path.read_text(encoding="utf-8"), Loader=yaml.CSafeLoader)
    return loaded


def _files(folder: str) -> list[Path]:
    return sorted((_HERE / folder).glob("*.yaml"))


class _Lexicon:
    def __init__(self) -> None:
        self.tags: dict[tuple[str, str], set[str]] = {}
        self.forms: dict[str, set[tuple[str, str, str]]] = {}

    def add(self, line: str, word_class: str, tags: list[str]) -> None:
        lemma = line.partition(":")[0].strip().partition("/")[0]
        letter = _CLASSES[word_class]
        self.tags.setdefault((lemma, letter), set()).update(tags)
        for form, feature in forms_of(line, word_class):
            self.forms.setdefault(form.lower(), set()).add((lemma, letter, feature))

    def knows(self, lemma: str, word_class: str) -> bool:
        return (lemma, _CLASSES[word_class]) in self.tags


def compile_lexicon() -> str:
    """Every known form with its readings. Shape: see the module's head."""
    lexicon = _Lexicon()
    for path in _files("lexicon"):
        data = _read(path)
        for group in data.get("groups", ()):
            for line in group["words"]:
                lexicon.add(line, data["class"], group["tags"])
    for path in _files("word_lists"):
        for group in _read(path)["groups"]:
            for word in group["words"] if group["class"] in _CLASSES else ():
                if " " not in word and not word.startswith("-") and not lexicon.knows(word, group["class"]):
                    lexicon.add(word, group["class"], [])
    keys = sorted(lexicon.tags)
    lemmas = [f"{lemma}\t{letter}\t{' '.join(sorted(lexicon.tags[lemma, letter]))}" for lemma, letter in keys]
    *starts, end = _starts(lemmas)
    place = dict(zip(keys, starts, strict=True))
    forms = {
        form: " ".join(f"{place[lemma, letter]}:{feature}" for lemma, letter, feature in sorted(readings))
        for form, readings in sorted(lexicon.forms.items())
    }
    alike = {
        beginning: "".join(f"\t{form}\t{forms[form]}" for form in same) + "\t"
        for beginning, same in groupby(forms, key=lambda form: form[:BEGINNING])
    }
    *starts, _ = _starts(alike.values(), end)
    small = _function_words()
    head: list[Iterable[str]] = [small, map(" ".join, small.values()), alike, map(str, starts)]
    return "\n".join([*map("\t".join, head), "", *lemmas, *alike.values()]) + "\n"


def _starts(lines: Iterable[str], first: int = 0) -> Iterator[int]:
    """Where each line starts, in bytes, and where the last one ends."""
    return accumulate((len(f"{line}\n".encode()) for line in lines), initial=first)


def _function_words() -> dict[str, list[str]]:
    """Each small word to its kinds, both sorted."""
    function: dict[str, set[str]] = {}
    for kind, words in _read(_HERE / "lexicon" / "function_words.yaml").items():
        for word in words:
            function.setdefault(word, set()).add(kind)
    return {word: sorted(kinds) for word, kinds in sorted(function.items())}


def compile_word_lists() -> dict[str, Any]:
    """Every word list with its groups. Shape: see the module's head."""
    lists: dict[str, Any] = {}
    for path in _files("word_lists"):
        data = _read(path)
        under: dict[str, list[str]] = {}
        for number, group in enumerate(data["groups"]):
            for at, line in enumerate(group["words"]):
                words = line.partition(": ")[0] if group["class"] == "replace" else line
                under.setdefault(stands_under(words, group["class"]), []).append(f"{number}.{at}")
        lists[data["list"]] = {
            "groups": [{**group, "words": BETWEEN.join(group["words"])} for group in data["groups"]],
            "words": BETWEEN.join(under),
            "places": BETWEEN.join(map(" ".join, under.values())),
        }
    return lists


def write() -> None:
    """Write both files beside this module."""
    (_HERE / "lexicon.txt").write_text(compile_lexicon(), encoding="utf-8")
    text = json.dumps(compile_word_lists(), ensure_ascii=False, indent=0, separators=(",", ":"))
    (_HERE / "word_lists.json").write_text(text + "\n", encoding="utf-8")


if __name__ == "__main__":
    write()
