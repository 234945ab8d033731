"""The text side of MK505: what others decide mostly."""

from __future__ import annotations

from collections.abc import Iterator

from malkoll.swedish.activity import activities
from malkoll.swedish.analysis import Sentence
from malkoll.swedish.effort import weak_verbs
from malkoll.swedish.findings import Place, place_at, place_of
from malkoll.swedish.internal import internal
from malkoll.swedish.phrases import WordList, word_list
from malkoll.swedish.theme import is_measure

__all__ = ["outside_control"]


def outside_control(sentence: Sentence, words: WordList | None = None) -> Iterator[Place]:
    """Yield the topic that others decide mostly; nothing where the goal is what the organisation does about it."""
    if internal(sentence) or any(weak_verbs(sentence)) or any(activities(sentence)):
        return
    for main in sentence.mains:
        subject = [head for head in main.subject if not is_measure(sentence, head)]
        for number, head in enumerate(subject):
            offered = main.verb >= 0 and sentence.tokens[main.verb].word.tagged("offer", "v")
            carried = number == 0 or (main.heading and number == 1)
            if sentence.has(head.at, "outside") and carried and not offered:
                yield place_at(sentence, head.at, head.at, "topic")
                return
    for hit in (words or word_list("outside-control")).match(sentence.tokens):
        if not any(at in sentence.protected for at in range(hit.first, hit.last + 1)):
            yield place_of(sentence, hit)
            return
