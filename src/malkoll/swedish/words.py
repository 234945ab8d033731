"""What a word can be: its readings, from the lexicon, as a compound, or guessed from its ending."""

from __future__ import annotations

from functools import cache, lru_cache
from pathlib import Path

from malkoll.record import Record
from malkoll.swedish.reading import NO_TAGS, Reading, guess

__all__ = ["BEGINNING", "Reading", "Word", "word_of"]

BEGINNING = 3
"""So many letters at the beginning of a form say where it stands in the compiled lexicon."""
_HERE = Path(__file__).parent
_PREFIXES = frozenset(
    {"in", "ut", "upp", "ned", "ner", "av", "an", "till", "på", "över", "under", "om", "efter", "för", "ny", "fram",
     "sam", "åter", "vidare", "miljö", "hel", "del", "själv", "väl", "hem"}
)  # fmt: skip
_MEASURES = frozenset({"measure", "time"})

_PARTICIPLE_ENDINGS = (
    "ad",
    "ade",
    "ställd",
    "ställda",
    "byggd",
    "byggda",
    "satt",
    "satta",
    "drivna",
    "styrda",
)


class Word(Record):
    """A word form with all that is known of it before its sentence is read.

    Attributes:
        key: the form in lower case.
        readings: what it can be.
        function: its kinds as a small word.
        lemmas: the form itself and the lemmas of its readings.
        parts: those, and the last parts of its compounds.
        tags, front, features: of all its readings together; noun_tags, verb_tags: of those alone.
        known: whether it stands in the lexicon as it is.
        noun, adjective, genitive, finite, infinitive: what some (for the genitive: every noun) reading is.
        measure: whether it is a noun that only counts: andel, antal, nivå.

    """

    key: str
    readings: tuple[Reading, ...]
    function: frozenset[str]
    lemmas: frozenset[str]
    parts: frozenset[str]
    tags: frozenset[str]
    noun_tags: frozenset[str]
    verb_tags: frozenset[str]
    front: frozenset[str]
    features: frozenset[str]
    known: bool
    noun: bool
    adjective: bool
    genitive: bool
    finite: bool
    infinitive: bool
    measure: bool

    def lemma(self, word_class: str) -> str:
        """The lemma as this class, or an empty text."""
        return next((reading.lemma for reading in self.readings if reading.word_class == word_class), "")

    def tagged(self, tag: str, word_class: str) -> bool:
        """Whether it has the tag when read as a noun (``n``) or a verb (``v``)."""
        return tag in (self.noun_tags if word_class == "n" else self.verb_tags)

    @property
    def passive(self) -> bool:
        """Whether it is a verb in the passive."""
        return not self.features.isdisjoint({"infs", "prss", "psts", "sups"})


class _Lexicon:
    """The compiled lexicon; see `malkoll.swedish.compile_lists` for its shape.

    A document needs some hundred of the thirty thousand forms: each is looked for where the compiled file
    says that it would stand, and nothing else is taken apart.
    """

    def __init__(self, data: bytes) -> None:
        self._data = data
        # what follows is most of it, and is left where it is
        self._first = data.index(b"\n\n") + 2
        head = data[: self._first].decode().split("\n")
        words, kinds, beginnings, starts = (line.split("\t") for line in head[:4])
        self._function = dict(zip(words, kinds, strict=True))
        self._starts = dict(zip(beginnings, starts, strict=True))

    def kinds(self, word: str) -> frozenset[str]:
        """What kinds of small word a form is; none if it isn't one."""
        return _tags(self._function.get(word, ""))

    def __contains__(self, form: str) -> bool:
        return self._entries(form) != b""

    def readings(self, form: str) -> tuple[Reading, ...]:
        """What a form is by the lexicon; nothing if it doesn't stand there."""
        found = []
        for entry in self._entries(form).decode().split():
            place, _, feature = entry.partition(":")
            start = self._first + int(place)
            lemma, letter, tags = self._data[start : self._data.find(b"\n", start)].decode().split("\t")
            found.append(Reading(lemma, letter, feature, _tags(tags)))
        return tuple(found)

    def _entries(self, form: str) -> bytes:
        """What stands behind a form, among the forms that begin alike; nothing if it isn't there."""
        place = self._starts.get(form[:BEGINNING])
        if place is None:
            return b""
        start = self._first + int(place)
        end = self._data.find(b"\n", start)
        written = b"\t%b\t" % form.encode(errors="replace")
        at = self._data.find(written, start, end)
        if at < 0:
            return b""
        at += len(written)
        return self._data[at : self._data.find(b"\t", at, end)]


@cache
def _tags(text: str) -> frozenset[str]:
    return frozenset(text.split())


@cache
def _lexicon() -> _Lexicon:
    """The lexicon; read once, when the first word is asked for."""
    return _Lexicon(_HERE.joinpath("lexicon.txt").read_bytes())


def _known(form: str) -> tuple[Reading, ...]:
    return _lexicon().readings(form)


def _front_tags(front: str) -> frozenset[str] | None:
    """The tags of a compound's first part, or None if there is no such word."""
    lexicon = _lexicon()
    candidates = [front, front + "a", front + "e"]
    if front[-1] == "s":
        candidates.append(front[:-1])
    elif front[-1] in "oue":
        # gatu-, kyrko-, lärare-: the linking vowel of old genitives
        candidates += [front[:-1] + "a", front[:-1] + "e"]
    if front[-1] == "-":
        candidates += [front[:-1], front[:-1].rstrip("s")]
    for candidate in candidates:
        if candidate in lexicon:
            return frozenset().union(*(reading.tags for reading in lexicon.readings(candidate)))
    return None


def _compound(form: str) -> tuple[Reading, ...]:
    """Read it as longest known last part and known first part; a long last part alone will do."""
    lexicon = _lexicon()
    if form.endswith(_PARTICIPLE_ENDINGS) and (participles := _participle(form)):
        return participles
    fallback: tuple[Reading, ...] = ()
    for cut in range(2, len(form) - 2):
        tail = form[cut:]
        if tail not in lexicon:
            continue
        if form[:cut] in _PREFIXES and len(tail) > 3:
            particles = tuple(
                Reading(form[:cut] + end.lemma, "v", end.feature, end.tags, NO_TAGS, end.lemma)
                for end in _known(tail)
                if end.word_class == "v" and end.feature in {"ptc", "sup"}
            )
            if particles:
                return particles
        ends = [
            reading
            for reading in _known(tail)
            if reading.word_class in "na" or (len(tail) > 5 and reading.feature not in {"imp", "ptc", "prp"})
        ]
        if not ends:
            continue
        front = _front_tags(form[:cut])
        if front is None and (fallback or len(tail) < 5 or cut < 3):
            continue
        readings = tuple(
            Reading(
                form[:cut] + end.lemma, end.word_class, end.feature, end.tags, front or NO_TAGS, end.lemma
            )
            for end in ends
        )
        if front is not None:
            return readings
        fallback = readings
    return fallback


def _participle(form: str) -> tuple[Reading, ...]:
    """*tomställda*, *skattefinansierad*: a known first part and a participle."""
    for cut in range(3, len(form) - 4):
        found = tuple(
            Reading(form[:cut] + end.lemma, "v", "ptc", end.tags, NO_TAGS, end.lemma)
            for end in _known(form[cut:])
            if end.word_class == "v" and end.feature == "ptc"
        )
        if found:
            return found if _front_tags(form[:cut]) is not None else ()
    return ()


@lru_cache(maxsize=20_000)
def word_of(key: str) -> Word:
    """All that a lower-case word form can be."""
    function = _lexicon().kinds(key)
    readings = _known(key)
    known = bool(readings or function)
    if not known:
        readings = _compound(key) or (() if key.endswith("-") else guess(key))
    features = frozenset(reading.feature for reading in readings if reading.word_class == "v")
    nouns = [reading for reading in readings if reading.word_class == "n"]
    return Word(
        key=key,
        readings=readings,
        function=function,
        lemmas=frozenset({key, *(reading.lemma for reading in readings)}),
        parts=frozenset(
            {key, *(part for reading in readings for part in (reading.lemma, reading.tail) if part)}
        ),
        tags=frozenset().union(*(reading.tags for reading in readings)),
        noun_tags=NO_TAGS.union(*(reading.tags for reading in nouns)),
        verb_tags=NO_TAGS.union(*(reading.tags for reading in readings if reading.word_class == "v")),
        front=frozenset().union(*(reading.front for reading in readings)),
        features=features,
        known=known,
        noun=bool(nouns),
        adjective=any(reading.word_class == "a" or reading.feature in {"ptc", "prp"} for reading in readings),
        genitive=bool(nouns) and all(reading.feature.endswith("g") for reading in nouns),
        finite=not features.isdisjoint({"prs", "prss", "pst", "psts"}),
        infinitive=not features.isdisjoint({"inf", "infs"}),
        measure=any(not reading.tail and not reading.tags.isdisjoint(_MEASURES) for reading in nouns),
    )
