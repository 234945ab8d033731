"""The target that a goal's sentence states, and the year by which: read from the roles of its numbers.

*From 82 to 90 percent*, *rises to 90 percent*, *by 2024*: nothing else is taken for a target. Grades,
ages, times of the day, limits of a group and the like (*more than 20 % absence*, *years 7 to 9*,
*within four years*) are left alone. The words that this needs are few, so it reads English too.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from malkoll.document.goal_document import Goal
from malkoll.record import Record
from malkoll.rule import Case
from malkoll.rules.statement import with_numbers
from malkoll.swedish.analysis import Sentence, once
from malkoll.swedish.numbers import TO, Number, governor
from malkoll.swedish.tokens import Token

_PERCENT = frozenset({"%", "procent", "percent"})
_CHANGE = frozenset(
    {"ökning", "minskning", "höjning", "sänkning", "förbättring", "förkortning", "nå", "gå", "lyfta", "förbättra",
     "fler", "färre", "högre", "lägre", "snabbare", "mer", "föll",
     "increase", "increases", "increased", "decrease", "decreases", "decreased", "rise", "rises", "rising", "rose",
     "raised", "fall", "falls", "fell", "reduce", "reduces", "reduced", "grow", "grows", "grew", "improve", "improves",
     "improved", "drop", "drops", "lowered", "shortened", "cut", "go", "goes", "reach", "reaches", "climb", "climbs",
     "decline", "declines", "more", "fewer", "less", "higher", "lower", "faster", "shorter"}
)  # fmt: skip
_NO_MEASURE = frozenset(
    {"år", "års", "åring", "åringar", "year", "years", "yrs", "olds", "åk", "kap", "kapitel"}
)
"""What follows an age, a span of years or a reference: no movement of a measure."""
_BY = frozenset({"senast", "by"})
_BEFORE_YEAR = frozenset(
    {"i", "den", "vid", "the", "end", "of", "slutet", "utgången", "av", "år", "year", "december", ","}
)


class Stated(Record):
    """A target that a sentence states.

    Attributes:
        start: what it is to move from, or None.
        end: what it is to reach.
        unit: the word after the number, folded; ``percent`` for all its spellings; may be empty.
        decimals: how many decimals the writer gave: values of the indicator are rounded to it.
        part: where in the sentence.

    """

    start: float | None
    end: float
    unit: str
    decimals: int
    part: tuple[int, int]


@once
def stated_target(sentence: Sentence) -> Stated | None:
    """Give the one target that a sentence states; None where there is none, or more than one."""
    numbers = [number for number in sentence.numbers if not _is_range(sentence, number)]
    pairs = pairwise(numbers)
    moved = [made for base, target in pairs if (made := _movement(sentence, base, target))]
    if moved:
        return moved[0] if len(moved) == 1 else None
    reached = [number for number in numbers if _is_reached(sentence, number)]
    return _stated(sentence, None, reached[0]) if len(reached) == 1 else None


def target_of(goal: Goal, case: Case) -> Stated | None:
    """Give the one target that a goal's sentence states."""
    sentence = with_numbers(goal, case)
    return stated_target(sentence) if sentence is not None else None


def year_of(goal: Goal, case: Case) -> tuple[int, tuple[int, int]] | None:
    """Give the year by which a goal's sentence says that it is reached."""
    sentence = with_numbers(goal, case)
    return stated_year(sentence) if sentence is not None else None


def _movement(sentence: Sentence, base: Number, target: Number) -> Stated | None:
    if (
        base.role != "base"
        or target.role != "target"
        or sentence.tokens[governor(sentence.tokens, target.at)].key not in TO
    ):
        return None
    first, unit = _unit(sentence, base), _unit(sentence, target)
    if (first and first != unit and first not in TO) or unit in _NO_MEASURE:
        return None
    # opening hours and distances go from one number to another too: something must be said to change
    if unit != "percent" and not _changes_before(sentence, base.at):
        return None
    return _stated(sentence, base, target)


def _is_reached(sentence: Sentence, number: Number) -> bool:
    """*ökar till 90 procent*."""
    if number.role != "target" or _unit(sentence, number) != "percent":
        return False
    place = governor(sentence.tokens, number.at)
    return place >= 0 and sentence.tokens[place].key in TO and _changes_before(sentence, place)


def _stated(sentence: Sentence, base: Number | None, target: Number) -> Stated:
    numbers = [number for number in (base, target) if number]
    start, _ = sentence.span(first := governor(sentence.tokens, numbers[0].at), first)
    unit = _unit(sentence, target)
    _, end = sentence.span(target.at, target.at + (unit != "") + _is_per_cent(sentence.tokens, target.at + 1))
    decimals = max(_decimals(sentence.tokens[number.at].text) for number in numbers)
    return Stated(base.value if base else None, target.value, unit, decimals, (start, end))


def stated_year(sentence: Sentence) -> tuple[int, tuple[int, int]] | None:
    """Give the year by which a sentence says that the goal is reached, if it says one."""
    found = [
        (number, place)
        for number in sentence.numbers
        if number.role == "deadline" and (place := _by(sentence, number)) >= 0
    ]
    if len(found) != 1 or _is_range(sentence, found[0][0]):
        return None
    number, place = found[0]
    if sentence.tokens[place].key == "by" and place and _is_change(sentence, place - 1):
        return None  # *increases by 2050* is no year
    return int(number.value), sentence.span(place, number.at)


def _by(sentence: Sentence, number: Number) -> int:
    """The token of the *senast* that a year belongs to, or -1."""
    place = number.at - 1
    while place >= 0 and (
        sentence.tokens[place].key in _BEFORE_YEAR or sentence.tokens[place].kind == "number"
    ):
        place -= 1
    return place if place >= 0 and sentence.tokens[place].key in _BY else -1


def _unit(sentence: Sentence, number: Number) -> str:
    """The word after a number; empty where it is a small word, and so none."""
    at = number.at + 1
    if at >= len(sentence.tokens):
        return ""
    token = sentence.tokens[at]
    if is_percent_sign(sentence.tokens, at):
        return "percent"
    return "" if token.kind != "word" or token.word.function or token.key in TO else token.key


def is_percent_sign(tokens: Sequence[Token], at: int) -> bool:
    """Tell whether *%*, *procent*, *percent* or *per cent* starts at a token."""
    return tokens[at].key in _PERCENT or _is_per_cent(tokens, at)


def _is_per_cent(tokens: Sequence[Token], at: int) -> bool:
    return [token.key for token in tokens[at : at + 2]] == ["per", "cent"]


def _is_range(sentence: Sentence, number: Number) -> bool:
    """*3-5 procent*, *2026-12-31*: a span, or a date."""
    tokens = sentence.tokens
    return any(
        0 <= number.at + 2 * step < len(tokens)
        and tokens[number.at + step].text in {"-", "–", ":"}
        and tokens[number.at + 2 * step].kind == "number"
        for step in (-1, 1)
    )


def _changes_before(sentence: Sentence, until: int) -> bool:
    return any(_is_change(sentence, at) for at in range(until))


def _is_change(sentence: Sentence, at: int) -> bool:
    word = sentence.tokens[at].word
    return "move" in word.verb_tags or not _CHANGE.isdisjoint(word.lemmas)


def _decimals(text: str) -> int:
    return len(text.replace(".", ",").partition(",")[2])
