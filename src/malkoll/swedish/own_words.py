"""Words that tell that what a goal is about is the organisation's own, whatever the noun is."""

from __future__ import annotations

from itertools import pairwise

from malkoll.swedish.analysis import MainClause, Sentence
from malkoll.swedish.nominals import Head, heads, is_head
from malkoll.swedish.ownership import has_owner, mentions, word_tail
from malkoll.swedish.phrases import word_list
from malkoll.swedish.remainder import PLACES
from malkoll.swedish.theme import about

__all__ = [
    "VEHICLES",
    "at_work",
    "described_own",
    "footprint_words",
    "in_facility",
    "is_bought",
    "is_made_use_of",
    "is_on_the_road",
    "is_response",
    "own_phrase",
    "plainly_own",
    "stands_in_property",
]

_FOOD = frozenset(
    {
        "mat",
        "kost",
        "livsmedel",
        "måltid",
        "råvara",
        "kött",
        "grönsak",
        "frukt",
        "mjölk",
        "mejeriprodukt",
        "kyckling",
        "protein",
    }
)
_FACILITIES = frozenset(
    {"hall", "bad", "badhus", "skola", "förskola", "gymnasium", "boende", "äldreboende", "vårdboende", "gruppbostad",
     "bibliotek", "arena", "ishall", "simhall", "idrottshall", "museum", "skolrestaurang", "fritidsgård", "kulturhus",
     "idrottsanläggning", "skolbyggnad", "återvinningscentral"}
)  # fmt: skip
_BUYING = frozenset({"köpa", "upphandla", "äga", "hyra", "beställa", "förbruka", "använda", "konsumera"})
_USING = frozenset({"använda", "nyttja", "utnyttja", "disponera", "effektivisera", "samutnyttja"})
_SHORT_TIMES = frozenset({"dagar", "timmar", "minuter", "veckor", "dygn", "sekunder"})
VEHICLES = frozenset({"fordon", "bil", "elbil", "lastbil", "personbil", "laddhybrid", "buss", "moped"})
_ROADS = frozenset(
    {"väg", "trafik", "gata", "tätort", "centrum", "by", "bro", "riksväg", "genomfart", "europaväg"}
)
_BOUGHT = frozenset({"inköpt", "beställd", "upphandlad", "köpt", "intern", "internt", "verksamhetsintern"})


def own_phrase(sentence: Sentence, main: MainClause) -> int | None:
    """*Rätt kompetens*, *budget i balans*: phrases that only the own organisation has."""
    own = sentence.clauses[main.clause].own
    if any(sentence.has(at, "resident") for at in own):
        return None
    for hit in sentence.hits(word_list("internal")):
        if hit.entry.group.name == "own" and hit.first in own:
            # attraktiv arbetsgivare: the noun is the organisation's, the adjective is MK402's business
            return next((at for at in range(hit.first, hit.last) if is_head(sentence.tokens, at)), hit.last)
    return None


def footprint_words(sentence: Sentence) -> int | None:
    """*Bolaget ska vara fossilfritt*: the own footprint said of an actor other than the place itself."""
    if sentence.main.subject and sentence.tokens[sentence.main.subject[0].at].word.lemmas & {
        "kommun",
        "exempelkommun",
    }:
        return None
    for hit in sentence.hits(word_list("internal")):
        if hit.entry.group.name == "own-footprint":
            return hit.first
    return None


def stands_in_property(sentence: Sentence, main: MainClause, head: Head) -> bool:
    """*Nätet i kommunens byggnader*: what stands in the own premises and is nobody's out there."""
    tags = (
        "resident",
        "service",
        "quality",
        "environment",
        "measure",
        "outside",
        "actor",
        "company",
        "partner",
        "nominal",
        "document",
    )
    if about(sentence, head, *tags) or mentions(sentence, main, "resident", "company"):
        return False
    return any(
        about(sentence, other, "property")
        and other.preposition >= 0
        and sentence.tokens[other.preposition].key in {"i", "på", "till"}
        for other in main.subject
    )


def plainly_own(sentence: Sentence, main: MainClause, head: Head) -> int | None:
    """Signs that hold whatever the noun is: *inköpta drycker*, *flygresor i tjänsten*, *Eldrivna sopbilar*."""
    if mentions(sentence, main, "resident", "company") or about(sentence, head, "actor", "outside"):
        return None
    for at in (*head.adjectives, head.at):
        lemmas = sentence.tokens[at].word.lemmas
        if lemmas & _BOUGHT and not about(sentence, head, "service", "document"):
            return head.at
    own = sentence.clauses[main.clause].own
    for first, second in pairwise(own):
        if sentence.tokens[first].key == "i" and sentence.tokens[second].key == "tjänsten":
            return head.at
    if main.heading and not about(sentence, head, "service", "environment", "quality", "partner"):
        for at in head.adjectives:
            if _is_footprint(sentence, at):
                return None if sentence.tokens[head.at].word.lemmas & PLACES else head.at
    return None


def in_facility(sentence: Sentence, main: MainClause) -> bool:
    """*Energianvändningen i ishallen*: used up where the municipality runs something."""
    return any(
        head.preposition >= 0
        and sentence.tokens[head.preposition].key in {"i", "på", "vid", "inom"}
        and word_tail(sentence.tokens[head.at].word, _FACILITIES)
        for head in main.subject
    )


def is_bought(sentence: Sentence, main: MainClause) -> bool:
    """*All el som kommunen köper*: the clause says that the organisation itself uses it."""
    for clause in sentence.clauses:
        if clause.kind != "relative" or clause.parent != main.clause or clause.verb < 0:
            continue
        # the one who buys, not what is said of those who do: *företag som köper …*
        doers = [at for at in clause.own if at < clause.finite]
        if sentence.tokens[clause.verb].word.lemmas & _BUYING and any(
            sentence.has(at, "actor") for at in doers
        ):
            return True
    return False


def is_made_use_of(sentence: Sentence, main: MainClause, head: Head) -> bool:
    """*Förskolans lokaler ska nyttjas effektivt*: premises that are used, and nobody is said to get them."""
    if not (main.passive and main.lemmas & _USING and about(sentence, head, "property")):
        return False
    return not mentions(sentence, main, "resident", "company", "association")


def is_response(sentence: Sentence, main: MainClause) -> bool:
    """*Styrkan lämnar stationen inom 90 sekunder*: how soon somebody gets help or an answer, a service."""
    if main.verb < 0 or sentence.tokens[main.verb].word.verb_tags.isdisjoint({"offer", "life", "copula"}):
        return False
    own = sentence.clauses[main.clause].own
    for number in sentence.numbers:
        if number.role == "limit" and number.unit in _SHORT_TIMES and number.at in own:
            before = sentence.tokens[number.at - 1].key if number.at else ""
            return before == "inom"
    return False


def is_on_the_road(sentence: Sentence, main: MainClause, head: Head) -> bool:
    """*Antalet fordon genom tätorten*, *elbilar i trafik*: anybody's vehicles, not the organisation's."""
    if not word_tail(sentence.tokens[head.at].word, VEHICLES) or has_owner(sentence, besides=head.at):
        return False
    return any(
        head.preposition >= 0 and word_tail(sentence.tokens[head.at].word, _ROADS) for head in main.subject
    )


def at_work(sentence: Sentence, main: MainClause) -> int | None:
    """*På våra arbetsplatser ska det vara högt i tak*: nobody is said to be or get so but those employed."""
    own = sentence.clauses[main.clause].own
    if main.verb < 0 or not any(sentence.tokens[at].key == "det" for at in own):
        return None
    if any(sentence.has(at, tag) for at in own for tag in ("resident", "company", "service", "environment")):
        return None
    found = heads(sentence.tokens, own)
    return next((head.at for head in found if head.preposition >= 0 and about(sentence, head, "staff")), None)


def described_own(sentence: Sentence, head: Head) -> int | None:
    """*Andelen närproducerad mat*, *stabil finansiell utveckling*: the adjective makes it the own."""
    if _is_food_described(sentence, head):
        return head.at
    if not about(sentence, head, "footprint", "service", "quality", "nominal", "other"):
        return None
    for at in head.adjectives:
        word = sentence.tokens[at].word
        if word.lemmas & {"finansiell", "kollegial"}:
            return head.at
        food = about(sentence, head, "footprint") or word_tail(sentence.tokens[head.at].word, _FOOD)
        if food and _is_footprint(sentence, at):
            return head.at
    return None


def _is_food_described(sentence: Sentence, head: Head) -> bool:
    """*Köttet ska vara svenskt*: where the food comes from, or how it was made."""
    main = sentence.main
    if not word_tail(sentence.tokens[head.at].word, _FOOD) or not main.lemmas & {"vara", "bli"}:
        return False
    return any(at > main.verb and _is_footprint(sentence, at) for at in sentence.clauses[main.clause].own)


def _is_footprint(sentence: Sentence, at: int) -> bool:
    """*Fossilfri*, *närproducerad*: a word for what the own organisation uses up."""
    entry = word_list("internal").single(sentence.tokens[at])
    return entry is not None and entry.group.name == "own-footprint"
