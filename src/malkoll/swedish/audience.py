"""The text side of MK503: for whom the goal is."""

from __future__ import annotations

from malkoll.swedish.activity import activities
from malkoll.swedish.analysis import Sentence
from malkoll.swedish.effort import weak_verbs
from malkoll.swedish.internal import internal
from malkoll.swedish.phrases import WordList, word_list
from malkoll.swedish.theme import topic

__all__ = ["audience", "names_audience"]

_PEOPLE = frozenset({"fler", "färre", "alla", "ingen", "man", "samtliga", "många"})


def names_audience(sentence: Sentence, words: WordList | None = None) -> bool:
    """Whether residents or companies are named, or plain from what the goal is about."""
    return bool(audience(sentence, words))


def audience(sentence: Sentence, words: WordList | None = None) -> tuple[int, ...]:
    """The tokens that say for whom: people, companies, or a service that is plainly for somebody.

    A measure (*per invånare*), a partner (*i samverkan med näringslivet*) and the operation as doer
    (*Våra fritidsgårdar ska bidra*) say it not; in a goal about the organisation itself, only people do.
    """
    skipped: set[int] = set()
    found: list[int] = []
    for hit in (words or word_list("audiences")).match(sentence.tokens):
        if hit.entry.group.name == "not-audience":
            skipped.update(range(hit.first, hit.last + 1))
        else:
            found.append(hit.first)
    own = internal(sentence)
    if own:
        found = [at for at in found if sentence.tokens[at].key in {"den", "de", "dem"}]
    doer = _doer(sentence)
    for at, token in enumerate(sentence.tokens):
        if token.kind != "word" or at in skipped or at == doer:
            continue
        if _is_people(sentence, at) or (not own and _is_service(sentence, at)):
            found.append(at)
    return tuple(found)


def _doer(sentence: Sentence) -> int:
    """The operation that does something, or -1."""
    if not (any(weak_verbs(sentence)) or any(activities(sentence))):
        return -1
    if sentence.main.passive:
        return -1
    subject = topic(sentence, sentence.main.subject)
    return subject.at if subject is not None else -1


def _is_people(sentence: Sentence, at: int) -> bool:
    word = sentence.tokens[at].word
    if word.tagged("resident", "n"):
        return True
    if word.tagged("company", "n") or "company" in word.front:
        return True
    if word.key in _PEOPLE and at + 1 < len(sentence.tokens):
        following = sentence.tokens[at + 1].word
        return following.finite or following.key in {"ska", "som"}
    if word.tagged("perceive", "v") and not word.passive and not internal(sentence):
        return True
    return "resident" in word.front and not internal(sentence)


def _is_service(sentence: Sentence, at: int) -> bool:
    word = sentence.tokens[at].word
    if not (word.tagged("service", "n") or ("service" in word.front and not word.tagged("actor", "n"))):
        return False
    return not (word.genitive and _is_study(sentence))


def _is_study(sentence: Sentence) -> bool:
    """Whether the goal is to find something out: then the place studied is no audience."""
    return bool(sentence.main.lemmas & {"kartlägga", "utreda", "inventera", "undersöka", "analysera"})
