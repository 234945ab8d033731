"""What opens a clause, and which word is a finite verb where it stands."""

from __future__ import annotations

from collections.abc import Sequence

from malkoll.swedish.tokens import Token

__all__ = [
    "CONJUNCTIONS",
    "SEMI_MODAL",
    "OpenClause",
    "infinitive_follows",
    "is_finite",
    "joined",
    "key_at",
    "opens",
    "praises",
]

CONJUNCTIONS = frozenset({"och", "samt", "eller", "men", "&"})
SEMI_MODAL = frozenset({"komma", "fortsätta", "börja", "behöva", "avse", "ämna", "förväntas"})
_OPENERS = {
    "som": "relative",
    "vars": "relative",
    "vilket": "relative",
    "där": "place",
    "dit": "place",
    "att": "that",
    "hur": "question",
    "vad": "question",
    "varför": "question",
    "huruvida": "question",
    "när": "condition",
    "då": "condition",
    "om": "condition",
    "innan": "condition",
    "eftersom": "condition",
    "medan": "condition",
    "tills": "condition",
}
_SUBJECTS = frozenset({"vi", "ni", "de", "man", "jag", "du"})
_REACH = 16
"""How many words a clause's own subject and verb are looked for in."""
_FAR = 60
"""How many words away the verb of a sentence is looked for."""
_PURPOSE = {"för": "purpose", "så": "purpose", "syfte": "purpose", "genom": "means", "utan": "means"}


class OpenClause:
    """A clause that is being read."""

    __slots__ = (
        "finite",
        "infinitive",
        "joined_by",
        "kind",
        "modal",
        "opener",
        "own",
        "parent",
        "predicates",
        "verbs",
    )

    def __init__(
        self, kind: str, opener: int, parent: int, own: list[int] | None = None, joined_by: int = -1
    ) -> None:
        self.kind = kind
        self.opener = opener
        self.parent = parent
        self.own: list[int] = own or []
        self.joined_by = joined_by
        self.finite = -1
        self.verbs: list[int] = []
        self.predicates: list[int] = []
        self.infinitive = False
        self.modal = False

    @property
    def complete(self) -> bool:
        return self.finite >= 0 or self.infinitive


def key_at(tokens: Sequence[Token], at: int) -> str:
    """The lower-case form of a token; empty outside the sentence."""
    return tokens[at].key if 0 <= at < len(tokens) else ""


def opens(tokens: Sequence[Token], at: int, top: OpenClause) -> str:
    """The kind of clause that this token opens, or an empty text."""
    key = tokens[at].key
    kind = _OPENERS.get(key, "")
    if not kind and key not in _SUBJECTS:
        return ""
    before = key_at(tokens, at - 1)
    if key == "att" and at == 0 and infinitive_follows(tokens, at):
        # Att öka tryggheten: the goal itself
        return ""
    if key == "att":
        if top.verbs and SEMI_MODAL & tokens[top.verbs[-1]].word.lemmas:
            return ""
        return _PURPOSE.get(before, "that")
    if key in _SUBJECTS and is_finite(tokens, at + 1, top) and at and tokens[at - 1].word.noun:
        # de anläggningar vi driver: the relative clause has lost its "som"
        return "relative" if top.complete else ""
    if key == "som":
        return "relative" if _is_relative(tokens, at, top) else ""
    if key == "där":
        return "place" if at and (before == "," or tokens[at - 1].word.noun) else ""
    if kind == "condition" and key in {"om", "då", "innan"}:
        return kind if at == 0 or before == "," else ""
    if key in {"när", "hur", "vad"} and is_finite(tokens, at + 1, top) and at == 0:
        return ""
    return kind


def _is_relative(tokens: Sequence[Token], at: int, top: OpenClause) -> bool:
    """Whether *som* opens a clause and does not mean "as"."""
    nearby = [key_at(tokens, place) for place in range(max(0, at - 5), at)]
    if "såväl" in nearby or key_at(tokens, at - 1) == "lika":
        return False
    after = at + 1
    while after < len(tokens) and "adverb" in tokens[after].word.function:
        if is_finite(tokens, after, top):
            return True
        after += 1
    if after >= len(tokens) or tokens[after].kind != "word":
        return False
    if is_finite(tokens, after, top):
        return True
    word = tokens[after].word
    if not word.features.isdisjoint({"sup", "sups"}) and tokens[at - 1].word.noun:
        # unga som provat narkotika: the har is left out
        return True
    definite = any(reading.feature in {"sd", "pd"} for reading in word.readings)
    if not ("pronoun" in word.function or definite or tokens[after].capital):
        return _has_subject_of_its_own(tokens, after, top)
    return _finite_soon(tokens, after, top)


def _finite_soon(tokens: Sequence[Token], after: int, top: OpenClause) -> bool:
    """*som hon får*, *som kommunen driver*: a verb after the clause's own subject."""
    for place in range(after + 1, min(after + 6, len(tokens))):
        if tokens[place].kind == "mark":
            return False
        if is_finite(tokens, place, top):
            return True
    return False


def _has_subject_of_its_own(tokens: Sequence[Token], after: int, top: OpenClause) -> bool:
    """*medarbetare som en person med hemtjänst möter ska minska*: a subject and its verb, and a verb is left over.

    *Kommunen ska som en del av länet …* and *Kommunen som en del av länet växer* have no verb to spare.
    """
    if top.kind != "main":
        return False
    verbs = 0
    for place in range(after + 1, min(after + _REACH, len(tokens))):
        if tokens[place].kind == "mark" or tokens[place].key in _OPENERS:
            break
        if is_finite(tokens, place, top) and joined(tokens, place) < 0:
            if verbs == 0 and not _names_people(tokens, after, place):
                return False
            verbs += 1
    return verbs > (0 if top.complete else 1)


def _names_people(tokens: Sequence[Token], first: int, last: int) -> bool:
    """Whether residents or companies stand somewhere in a stretch."""
    return any(
        tokens[at].word.tagged(tag, "n")
        for at in range(first, last)
        for tag in ("resident", "company", "association")
    )


def infinitive_follows(tokens: Sequence[Token], at: int) -> bool:
    place = at + 1
    while place < len(tokens) and place < at + 4:
        word = tokens[place].word
        if word.infinitive and (not word.noun or word.key == "få"):
            return True
        if not ("adverb" in word.function or word.adjective):
            return word.infinitive and place == at + 1
        place += 1
    return False


def is_finite(tokens: Sequence[Token], at: int, top: OpenClause) -> bool:
    """Whether a token is a finite verb here; a noun after an article or a preposition is none."""
    if not 0 <= at < len(tokens) or tokens[at].kind != "word":
        return False
    word = tokens[at].word
    if not word.finite or (word.function and not word.tags & {"modal", "copula"}):
        return False
    present = not word.features.isdisjoint({"prs", "prss"})
    if not word.noun and present and not (word.infinitive and _wants_infinitive(tokens, at, top)):
        return True
    if not present and "ptc" in word.features:
        return False
    before = tokens[at - 1] if at else None
    if before is None or before.kind == "number":
        return False
    if word.infinitive and _wants_infinitive(tokens, at, top):
        return False
    if word.noun:
        if not word.known and _finite_later(tokens, at):
            return False
        closed = before.word.function & {"preposition", "determiner", "conjunction"}
        adjective = before.word.adjective and not before.word.noun
        if closed or adjective or before.word.genitive or before.kind == "mark":
            return False
        return (before.word.noun or "pronoun" in before.word.function) and not top.complete
    return True


def _finite_later(tokens: Sequence[Token], at: int) -> bool:
    """Whether a verb that is known comes later: then an unknown word is a noun."""
    for token in tokens[at + 1 : at + _FAR]:
        if token.text in ".!?;":
            return False
        if (
            token.word.finite
            and token.word.known
            and not token.word.noun
            and "ptc" not in token.word.features
        ):
            return True
    return False


def _wants_infinitive(tokens: Sequence[Token], at: int, top: OpenClause) -> bool:
    """Whether a modal without its infinitive stands before."""
    return key_at(tokens, at - 1) == "att" or (top.modal and (not top.verbs or joined(tokens, at) >= 0))


def joined(tokens: Sequence[Token], at: int) -> int:
    """The comma or *och* straight before a token, adverbs and *sig* skipped; else -1."""
    place = at - 1
    while place > 0 and key_at(tokens, place) in {"även", "därmed", "också", "sig", "att", "inte", "då"}:
        place -= 1
    return (
        place
        if place >= 0 and (key_at(tokens, place) in CONJUNCTIONS or key_at(tokens, place) == ",")
        else -1
    )


def praises(tokens: Sequence[Token], at: int) -> bool:
    """*Trygga gångvägar* is an adjective and its noun; *Trygga försörjningen* a verb and its object."""
    while at < len(tokens) and (
        key_at(tokens, at) in CONJUNCTIONS
        or key_at(tokens, at) == ","
        or (tokens[at].word.adjective and not tokens[at].word.noun)
    ):
        at += 1
    if at >= len(tokens) or tokens[at].kind != "word":
        return False
    return any(reading.feature == "pi" for reading in tokens[at].word.readings)
