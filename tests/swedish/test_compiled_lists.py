"""The compiled word lists follow from the YAML, and every line of the YAML can be used."""

from __future__ import annotations

import json
from pathlib import Path

import yaml

import malkoll.swedish
from malkoll.swedish.compile_lists import compile_lexicon, compile_word_lists
from malkoll.swedish.phrases import Entry, groups, list_ids, places_of, word_list
from malkoll.swedish.tokens import tokenise

HERE = Path(malkoll.swedish.__file__).parent


def test_the_compiled_files_follow_from_the_yaml() -> None:
    """Run ``python -m malkoll.swedish.compile_lists`` after a change."""
    assert (HERE / "lexicon.txt").read_text(encoding="utf-8") == compile_lexicon()
    assert json.loads((HERE / "word_lists.json").read_text(encoding="utf-8")) == compile_word_lists()


def test_every_group_says_why_in_both_languages() -> None:
    for list_id in list_ids():
        for group, lines in groups(list_id):
            assert group.why.sv, (list_id, group.name)
            assert group.why.en, (list_id, group.name)
            assert group.source, (list_id, group.name)
            assert lines, (list_id, group.name)


def test_a_list_can_be_added_to_and_taken_from() -> None:
    own = word_list("vague-words", frozenset({"fräsig"}), frozenset({"god"}))
    tokens = tokenise("Fräsiga skolor med goda lärare.")
    hits = [hit.entry.group.name for hit in own.match(tokens, places_of(tokens))]
    assert hits == ["steering-model"]


def test_every_line_is_as_the_yaml_has_it() -> None:
    for path in sorted((HERE / "word_lists").glob("*.yaml")):
        written = yaml.safe_load(path.read_text(encoding="utf-8"))
        kept = [[*lines] for _, lines in groups(written["list"])]
        assert kept == [group["words"] for group in written["groups"]]


def test_officialese_is_found_as_it_is_written_and_not_by_another_form_of_it() -> None:
    for group, lines in groups("bureaucratic-words"):
        for line in lines:
            said, _, instead = line.partition(": ")
            tokens = tokenise(said)
            [hit] = word_list("bureaucratic-words").match(tokens, places_of(tokens))
            assert hit == (0, len(tokens) - 1, Entry(said, group, instead))
