"""What others decide, told by grammar: what befalls people, what companies do, whose something is."""

from __future__ import annotations

from malkoll.swedish.analysis import MainClause, Sentence
from malkoll.swedish.at_large import SIGNS, is_place, is_state, of_people, verbs_of
from malkoll.swedish.nominals import Head
from malkoll.swedish.ownership import has_owner, is_others, word_tail
from malkoll.swedish.ranked import compared
from malkoll.swedish.theme import about, is_measure

__all__ = ["decided_by_others"]

_VENTURES = frozenset(
    {"starta", "etablera", "registrera", "bilda", "expandera", "anställa", "nyanställa", "omsätta", "exportera",
     "investera", "nyetablera", "nyregistrera", "omställa", "ställa"}
)  # fmt: skip
_TRADES = frozenset(
    {"näringsliv", "industri", "besöksnäring", "handel", "detaljhandel", "jordbruk", "lantbruk", "turistnäring",
     "byggbransch", "skogsbruk"}
)  # fmt: skip
_THRIVING = frozenset(
    {
        "stark",
        "livskraftig",
        "växande",
        "välmående",
        "konkurrenskraftig",
        "mångsidig",
        "bred",
        "robust",
        "livaktig",
    }
)
_TRAFFIC = frozenset({"buss", "tåg", "färja", "pendeltåg", "spårvagn", "flyg"})
_OWN_PRICES = frozenset({"tomt", "mark", "biljett", "mat", "måltid", "inträde", "kort", "lokal"})
_RELATIONS = frozenset(
    {"väntetid", "väntan", "kö", "vårdkö", "restid", "närvaro", "brist", "avgång", "försening", "turtäthet", "pris", "avstånd",
     "tillgång", "efterfrågan", "anslutning", "belastning", "konsumtion", "användning", "bruk", "försäljning", "innehav"}
)  # fmt: skip
_OTHERS = frozenset({"outside", "authority", "company", "footprint"})
_NO_ENTERPRISE = frozenset(
    {"etableringsärende", "företagsärende", "upphandlingsdialog", "företagsklimat", "näringslivsklimat",
     "anbudsgivare", "tillståndshavare", "kundföretag", "leverantörsföretag", "ägande", "entreprenörskap",
     "verksamhetsutövare", "industrimark", "verksamhetsmark", "handelsplats", "exploatör", "byggherre"}
)  # fmt: skip
_SIGNS = (
    SIGNS
    | _TRAFFIC
    | {
        "pris",
        "väg",
        "privat",
        "statlig",
        "topp",
        "toppen",
        "land",
        "län",
        "rike",
        "sverige",
        "sveriges",
        "antal",
        "fler",
    }
)


def decided_by_others(sentence: Sentence, main: MainClause) -> int:
    """The token that tells that others decide what a clause is about, or -1.

    Args:
        sentence: the statement.
        main: one of its main clauses.

    """
    if not _may_be(sentence, main):
        return -1
    subject = [head for head in main.subject if not is_measure(sentence, head)]
    if is_state(sentence, main) and (at := _is_had_by_others(sentence, main, subject)) >= 0:
        return at
    for find in (_related, of_people, _ventures, _opens, compared):
        if (at := find(sentence, main, subject)) >= 0:
            return at
    return -1


def _may_be(sentence: Sentence, main: MainClause) -> bool:
    """Whether there is any sign of others: most sentences have none, and nothing more is asked of them."""
    if not sentence.tags.isdisjoint(_OTHERS) or not sentence.places.keys().isdisjoint(_SIGNS):
        return True
    return any("authority" in sentence.tokens[head.at].word.front for head in main.subject)


def _is_had_by_others(sentence: Sentence, main: MainClause, subject: list[Head]) -> int:
    """The token of what is others' own, where a clause tells how much or how it is; or -1."""
    if not subject:
        return -1
    head = subject[0]
    if is_others(sentence, head) or _is_companies(sentence, subject) or _is_price(sentence, subject):
        return head.at
    if _is_industry(sentence, main, subject) or _is_used_here(sentence, subject):
        return head.at
    return _on_their_road(sentence, subject)


def _is_companies(sentence: Sentence, subject: list[Head]) -> bool:
    """*Antalet anställda i näringslivet*, *Företagens lönsamhet*, *Antalet butiker i centrum*: of companies."""
    head = subject[0]
    front = sentence.tokens[head.at].word.front
    if "company" in front and about(sentence, head, "property", "money", "staff"):
        return True
    if head.genitive >= 0 and sentence.has(head.genitive, "company"):
        return about(sentence, head, "staff", "money", "outside", "footprint")
    if about(sentence, head, "staff", "money"):
        return len(subject) > 1 and about(sentence, subject[1], "company") and subject[1].preposition >= 0
    return _is_counted_company(sentence, subject)


def _is_counted_company(sentence: Sentence, subject: list[Head]) -> bool:
    """*Antalet butiker i centrum*: companies counted, and nothing is said of them but where they are."""
    head = subject[0]
    if not about(sentence, head, "company") or head.genitive >= 0 or len(sentence.clauses) > 1:
        return False
    if sentence.tokens[head.at].word.parts & _NO_ENTERPRISE:
        return False
    if not any(
        sentence.tokens[at].word.lemmas & {"antal", "fler"} for at in range(max(head.at - 3, 0), head.at)
    ):
        return False
    return all(is_place(sentence, other) or about(sentence, other, "time") for other in subject[1:])


def _is_price(sentence: Sentence, subject: list[Head]) -> bool:
    """*Priset på villor*, *Lägenhetspriserna*: what a market makes, but not what the operation charges."""
    head = subject[0]
    word = sentence.tokens[head.at].word
    if not word_tail(word, frozenset({"pris"})) or not word.front.isdisjoint({"service", "money"}):
        return False
    if any(reading.lemma.startswith(own) for own in _OWN_PRICES for reading in word.readings):
        return False
    return not any(
        about(sentence, other, "service") or sentence.tokens[other.at].word.parts & _OWN_PRICES
        for other in subject[1:]
    )


def _related(sentence: Sentence, main: MainClause, subject: list[Head]) -> int:
    """*Väntetiden till psykiatrin*, *Bristen på tandläkare*: the second noun says what it is about."""
    if not (is_state(sentence, main) or _is_secured(main)):
        return -1
    # tillgång is a measure too
    found = _second(sentence, subject)
    return found if found >= 0 else _second(sentence, [*main.subject])


def _second(sentence: Sentence, subject: list[Head]) -> int:
    if len(subject) < 2 or subject[1].preposition < 0:
        return -1
    if sentence.tokens[subject[1].preposition].key in {"hos", "från"} and _is_theirs(sentence, subject[1]):
        return subject[1].at
    for head in subject[1:]:
        if (
            head.preposition >= 0
            and sentence.tokens[head.preposition].key == "hos"
            and sentence.has(head.at, "outside")
        ):
            return head.at
    if not sentence.tokens[subject[0].at].word.parts & _RELATIONS:
        return -1
    if any(
        about(sentence, other, "service") and not about(sentence, other, "outside") for other in subject[2:]
    ):
        # Tillgången till tandvård på äldreboendena: for those whom we have in our care
        return -1
    return subject[1].at if sentence.has(subject[1].at, "outside") else -1


def _is_theirs(sentence: Sentence, head: Head) -> bool:
    """*Hyrorna hos privata fastighetsägare*, *Stödet från staten*: those who give or have it are others."""
    word = sentence.tokens[head.at].word
    private = any("privat" in sentence.tokens[at].word.lemmas for at in head.adjectives)
    return "authority" in word.noun_tags or (private and not word.noun_tags & {"service", "actor", "partner"})


def _is_industry(sentence: Sentence, main: MainClause, subject: list[Head]) -> bool:
    """*Näringslivet i kommunen är starkt*, *Bussarna går i tid*: trades and traffic as a whole."""
    word = sentence.tokens[subject[0].at].word
    if main.heading or subject[0].genitive >= 0 or subject[0].at != main.subject[0].at:
        return False
    if any(
        about(sentence, other, "service") and not about(sentence, other, "outside") for other in subject[1:]
    ):
        return False
    if word_tail(word, _TRAFFIC) and not word.front & {"service", "resident"}:
        return not has_owner(sentence, besides=subject[0].at)
    if not word_tail(word, _TRADES):
        return False
    if sentence.tokens[main.verb].word.tagged("copula", "v"):
        return any(sentence.tokens[at].word.lemmas & _THRIVING for at in sentence.clauses[main.clause].own)
    return not main.lemmas & {"ha", "få"} and all(head.preposition >= 0 for head in main.rest)


def _is_used_here(sentence: Sentence, subject: list[Head]) -> bool:
    """*Energianvändningen i hela kommunen*: used up in the municipality as a place, by everybody."""
    if len(subject) < 2 or not about(sentence, subject[0], "footprint") or subject[0].genitive >= 0:
        return False
    return subject[1].genitive < 0 and is_place(sentence, subject[1])


def _is_secured(main: MainClause) -> bool:
    """*Tillgången till tandläkare ska säkras*: somebody is to see to it, whoever that is."""
    return main.passive and bool(main.lemmas & {"säkra", "säkerställa", "trygga", "förbättra", "stärka"})


def _on_their_road(sentence: Sentence, subject: list[Head]) -> int:
    """*väg 56*: a road with a number is the state's."""
    for head in subject:
        after = sentence.tokens[head.at + 1 : head.at + 2]
        if "väg" in sentence.tokens[head.at].word.lemmas and after and after[0].kind == "number":
            return head.at
    return -1


def _opens(sentence: Sentence, main: MainClause, subject: list[Head]) -> int:
    """*Det ska öppna tio nya butiker*: companies that come of themselves."""
    own = sentence.clauses[main.clause].own
    if subject or main.passive or not own or sentence.tokens[own[0]].key != "det":
        return -1
    if not main.lemmas & (_VENTURES | {"öppna", "tillkomma", "komma", "finnas"}):
        return -1
    return next(
        (head.at for head in main.rest if about(sentence, head, "company") and head.preposition < 0), -1
    )


def _ventures(sentence: Sentence, main: MainClause, subject: list[Head]) -> int:
    """*Minst 90 företag ska startas*: what companies do by themselves; *kunna* asks only for the chance."""
    if not subject or not about(sentence, subject[0], "company") or sentence.has(subject[0].at, "process"):
        return -1
    if not any(sentence.tokens[verb].word.lemmas & _VENTURES for verb in verbs_of(sentence, main)):
        return -1
    if has_owner(sentence) or any(
        sentence.tokens[at].word.lemmas & {"kunna"} for at in sentence.clauses[main.clause].own
    ):
        return -1
    return subject[0].at
