"""The text side of MK503: for whom the goal is."""

from __future__ import annotations

from collections.abc import Set as AbstractSet

from malkoll.swedish.activity import is_activity
from malkoll.swedish.analysis import Sentence
from malkoll.swedish.internal import internal
from malkoll.swedish.nominals import is_head
from malkoll.swedish.phrases import WordList, word_list
from malkoll.swedish.theme import receives, topic

__all__ = ["audience", "names_audience"]

_PEOPLE = frozenset({"fler", "färre", "alla", "ingen", "man", "samtliga", "många"})
_LIVING = frozenset({"bo", "leva", "trivas", "åldras", "vistas", "cykla", "promenera", "pendla", "simma"})
_PARTICIPLES = frozenset({"ptc", "prp"})
_TOGETHER = frozenset(
    {
        "samverkan",
        "samverka",
        "samarbete",
        "samarbeta",
        "dialog",
        "partnerskap",
        "tillsammans",
        "samråd",
        "nätverk",
    }
)


def names_audience(sentence: Sentence, words: WordList | None = None) -> bool:
    """Whether residents or companies are named, or plain from what the goal is about."""
    return bool(audience(sentence, words=words))


def audience(
    sentence: Sentence, also: AbstractSet[str] = frozenset(), words: WordList | None = None
) -> tuple[int, ...]:
    """The tokens that say for whom: people, companies, or a service that is plainly for somebody.

    Args:
        sentence: the statement.
        also: further words for people, folded, as a steering model lists them; they count where nothing
            else is known of the word.
        words: the list of phrases in force.

    A measure (*per invånare*), a partner (*i samverkan med näringslivet*) and the operation as doer
    (*Våra fritidsgårdar ska bidra*) say it not; in a goal about the organisation itself, only people do.
    """
    skipped: set[int] = set()
    found: list[int] = []
    for hit in sentence.hits(words or word_list("audiences")):
        if hit.entry.group.name == "not-audience":
            skipped.update(range(hit.first, hit.last + 1))
        else:
            found.append(hit.first)
    found += [
        head.at
        for main in sentence.mains
        if receives(sentence, main) and (head := topic(sentence, main.subject)) is not None
    ]
    found += _associations(sentence)
    own = internal(sentence)
    if own:
        found = [at for at in found if sentence.tokens[at].key in {"den", "de", "dem"}]
    doer = _doer(sentence)
    for at, token in enumerate(sentence.tokens):
        word = token.word
        if not (word.tags or word.front or word.key in _PEOPLE or not also.isdisjoint(word.lemmas)):
            continue
        if token.kind != "word" or at in skipped or (at == doer and not _plain_doer(sentence, at)):
            continue
        if (
            (not word.tags and not also.isdisjoint(word.lemmas))
            or _is_people(sentence, at, own=own)
            or (not own and _is_service(sentence, at) and not _is_partner(sentence, at))
        ):
            found.append(at)
    return tuple(found)


def _associations(sentence: Sentence) -> list[int]:
    """*att fler föreningar söker bidrag*: an association that does or gets something in a clause of its own."""
    found = [
        head.at
        for main in sentence.mains
        for head in (*main.subject, *main.rest)
        if sentence.has(head.at, "association")
        and head.preposition >= 0
        and sentence.tokens[head.preposition].key in {"för", "åt", "till", "bland", "hos"}
    ]
    for clause in sentence.clauses:
        if clause.kind == "main" or clause.verb < 0:
            continue
        if not sentence.tokens[clause.verb].word.verb_tags.isdisjoint({"life", "have", "perceive"}):
            found += [at for at in clause.own if at < clause.finite and sentence.has(at, "association")]
    return found


def _doer(sentence: Sentence) -> int:
    """The operation that does something, or -1."""
    if sentence.main.passive or not is_activity(sentence):
        return -1
    subject = topic(sentence, sentence.main.subject)
    return subject.at if subject is not None else -1


def _plain_doer(sentence: Sentence, at: int) -> bool:
    """Whether it is plain for whom the doer works: *Skolorna arbetar …*, but not to help a partner."""
    word = sentence.tokens[at].word
    if not (word.tagged("service", "n") or "resident" in word.front):
        return False
    return not any(
        sentence.has(place, "partner")
        or sentence.has(place, "actor")
        or "län" in sentence.tokens[place].word.lemmas
        for place in range(at + 1, len(sentence.tokens))
    )


def _is_people(sentence: Sentence, at: int, *, own: bool) -> bool:
    word = sentence.tokens[at].word
    if word.tagged("resident", "n") and (word.genitive or is_head(sentence.tokens, at)):
        return True
    if word.tagged("company", "n") or "company" in word.front:
        if word.genitive and at and sentence.tokens[at].capital:
            # Företagarnas mätning: the name of an organisation
            return False
        return not _is_partner(sentence, at)
    if word.key in _PEOPLE and at + 1 < len(sentence.tokens):
        following = sentence.tokens[at + 1].word
        return following.finite or following.key in {"ska", "som"}
    if not own and (
        (word.tagged("perceive", "v") and not word.passive)
        or (word.lemmas & _LIVING and word.features - _PARTICIPLES)
    ):
        return True
    if "resident" not in word.front or own:
        return False
    if any(reading.tail == "råd" for reading in word.readings):
        return True
    return any(word.tagged(tag, "n") for tag in ("service", "quality", "environment", "measure", "outside"))


def _is_partner(sentence: Sentence, at: int) -> bool:
    """*Samverkan med näringslivet*: somebody to work with, not for."""
    place = at - 1
    while place >= 0 and sentence.tokens[place].key not in {"med", "mellan"}:
        if sentence.tokens[place].word.finite:
            return False
        place -= 1
    before = sentence.tokens[place - 1].word.lemmas if place > 0 else frozenset()
    return bool(before & _TOGETHER)


def _is_service(sentence: Sentence, at: int) -> bool:
    word = sentence.tokens[at].word
    if "beroende" in word.lemmas and [token.key for token in sentence.tokens[at + 1 : at + 2]] == ["av"]:
        # of fuels or suppliers, and not what people are treated for
        return False
    if not word.tagged("service", "n"):
        front = "service" in word.front and word.noun
        if not front or any(
            word.tagged(tag, "n")
            for tag in ("actor", "internal", "property", "footprint", "nominal", "process")
        ):
            return False
    studied = word.genitive or (
        sentence.main.passive and any(head.at == at for head in sentence.main.subject)
    )
    return not (studied and _is_study(sentence))


def _is_study(sentence: Sentence) -> bool:
    """Whether the goal is to find something out: then the place studied is no audience."""
    return bool(sentence.main.lemmas & {"kartlägga", "utreda", "inventera", "undersöka", "analysera"}) or (
        "se" in sentence.main.lemmas and "över" in sentence.places
    )
