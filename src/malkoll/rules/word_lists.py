"""The word lists that a steering model may add to and take from, and what they are called."""

from __future__ import annotations

from functools import cache

from malkoll.document.words import fold
from malkoll.language import Text
from malkoll.record import Record

__all__ = ["LISTS", "ListName", "list_named"]


class ListName(Record):
    """A word list that a steering model may add to and remove from.

    Attributes:
        id: as the list calls itself.
        rule: the code of the rule that reads it.
        title: what people call it; either language may stand as the key under ``ordlistor``.

    """

    id: str
    rule: str
    title: Text

    @property
    def names(self) -> tuple[str, str, str]:
        """What it may be called under ``ordlistor``."""
        return self.id, self.title.sv, self.title.en


LISTS = (
    ListName("weak-verbs", "MK401", Text("svaga verb", "weak verbs")),
    ListName("vague-words", "MK402", Text("vaga ord", "vague words")),
    ListName("escape-clauses", "MK404", Text("reservationer", "escape clauses")),
    ListName("open-lists", "MK405", Text("öppna uppräkningar", "open lists")),
    ListName("superlatives", "MK410", Text("superlativ", "superlatives")),
    ListName("bureaucratic-words", "MK411", Text("kanslisvenska", "bureaucratic words")),
    ListName("activities", "MK501", Text("aktiviteter", "activities")),
    ListName("outside-control", "MK505", Text("utanför rådighet", "outside control")),
    ListName("status-quo", "MK506", Text("oförändrat", "status quo")),
    ListName("fixed-terms", "MK402", Text("fasta uttryck", "fixed terms")),
    ListName("abbreviations", "MK408", Text("kända förkortningar", "known abbreviations")),
)


@cache
def list_named(key: str) -> ListName | None:
    """Give the word list that a key under ``ordlistor`` means: its id, its title in either language."""
    wanted = fold(key).replace("_", " ").replace("-", " ")
    for one in LISTS:
        if wanted in {one.id.replace("-", " "), fold(one.title.sv), fold(one.title.en)}:
            return one
    return None
