"""Clarity of the Swedish text (MK4)."""

from __future__ import annotations

from malkoll.rule import Rule, rule_of
from malkoll.rules.clarity.bureaucratic_word import bureaucratic_word
from malkoll.rules.clarity.change_without_level import change_without_level
from malkoll.rules.clarity.compound_goal import compound_goal
from malkoll.rules.clarity.escape_clause import escape_clause
from malkoll.rules.clarity.long_sentence import long_sentence
from malkoll.rules.clarity.misspelling import misspelling
from malkoll.rules.clarity.not_a_result_sentence import not_a_result_sentence
from malkoll.rules.clarity.open_list import open_list
from malkoll.rules.clarity.superlative_without_measure import superlative_without_measure
from malkoll.rules.clarity.text_not_swedish import text_not_swedish
from malkoll.rules.clarity.unexplained_abbreviation import unexplained_abbreviation
from malkoll.rules.clarity.vague_word import vague_word
from malkoll.rules.clarity.weak_verb import weak_verb

RULES: tuple[Rule, ...] = tuple(
    rule_of(check)
    for check in (
        weak_verb,
        vague_word,
        change_without_level,
        escape_clause,
        open_list,
        compound_goal,
        long_sentence,
        unexplained_abbreviation,
        not_a_result_sentence,
        superlative_without_measure,
        bureaucratic_word,
        misspelling,
        text_not_swedish,
    )
)
