"""Turn the YAML of ``lexicon/`` and ``word_lists/`` into the two compact files that are read when running.

Reading some two thousand lines of YAML and bending every word costs a good part of a second; reading the
result costs a few milliseconds. Run ``python -m malkoll.swedish.compile_lists`` after a change; a test
fails when the compiled files do not follow from the YAML.

``lexicon.txt``
    Three parts with an empty line between them, their columns set off by tabs:
    small words with their kinds;
    lemmas with their class (``v n a``) and tags;
    forms with ``lemma:feature lemma:feature``, the lemma as its place in the second part; on one line all
    forms that begin with the same letters.
``word_lists.json``
    list id to groups, each with its texts and words, in the order of the files.
"""

from __future__ import annotations

import json
from itertools import groupby
from pathlib import Path
from typing import Any

import yaml

from malkoll.swedish.inflection import forms_of
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
    place = {key: index for index, key in enumerate(keys)}
    forms = {
        form: " ".join(f"{place[lemma, letter]}:{feature}" for lemma, letter, feature in sorted(readings))
        for form, readings in sorted(lexicon.forms.items())
    }
    parts = (
        [f"{word}\t{' '.join(kinds)}" for word, kinds in _function_words().items()],
        [f"{lemma}\t{letter}\t{' '.join(sorted(lexicon.tags[lemma, letter]))}" for lemma, letter in keys],
        [
            "\t".join(f"{form}\t{forms[form]}" for form in alike)
            for _, alike in groupby(forms, key=lambda form: form[:BEGINNING])
        ],
    )
    return "\n\n".join("\n".join(lines) for lines in parts) + "\n"


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
        lists[data["list"]] = data["groups"]
    return lists


def write() -> None:
    """Write both files beside this module."""
    (_HERE / "lexicon.txt").write_text(compile_lexicon(), encoding="utf-8")
    text = json.dumps(compile_word_lists(), ensure_ascii=False, indent=0, separators=(",", ":"))
    (_HERE / "word_lists.json").write_text(text + "\n", encoding="utf-8")


if __name__ == "__main__":
    write()
