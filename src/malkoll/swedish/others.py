"""What others decide, told by grammar: what befalls people, what companies do, whose something is."""

from __future__ import annotations

from collections.abc import Iterator

from malkoll.swedish.analysis import MainClause, Sentence
from malkoll.swedish.nominals import Head
from malkoll.swedish.ownership import is_others, word_tail
from malkoll.swedish.remainder import PLACES
from malkoll.swedish.theme import about, is_measure

__all__ = ["decided_by_others"]

_VENTURES = frozenset(
    {"starta", "etablera", "registrera", "bilda", "expandera", "anställa", "nyanställa", "omsätta", "exportera",
     "investera", "nyetablera", "nyregistrera"}
)  # fmt: skip
_WORK = frozenset({"arbete", "jobb", "anställning", "förvärvsarbete", "heltidsjobb", "heltidsarbete"})
_ANYBODY = frozenset(
    {"åring", "invånare", "kommuninvånare", "befolkning", "kvinna", "man", "vuxen", "vuxna", "ung", "unga", "ungdom",
     "utrikesfödd", "person", "kommunbo", "medborgare", "förälder", "född", "nyanländ", "nyanlända", "hushåll"}
)  # fmt: skip
_STUDIES = frozenset(
    {"program", "linje", "inriktning", "högskola", "universitet", "yrke", "ingenjörsutbildning",
     "lärarutbildning", "högskoleutbildning"}
)  # fmt: skip
_OWN_PRICES = frozenset({"tomt", "mark", "biljett", "mat", "måltid", "inträde", "kort", "lokal"})
_RELATIONS = frozenset(
    {"väntetid", "kö", "vårdkö", "restid", "närvaro", "brist", "avgång", "försening", "turtäthet", "pris", "avstånd",
     "tillgång", "efterfrågan", "anslutning", "belastning"}
)  # fmt: skip
_NO_ENTERPRISE = frozenset(
    {"etableringsärende", "företagsärende", "upphandlingsdialog", "företagsklimat", "näringslivsklimat",
     "anbudsgivare", "tillståndshavare", "kundföretag", "leverantörsföretag", "ägande", "entreprenörskap",
     "verksamhetsutövare", "industrimark", "verksamhetsmark", "handelsplats", "exploatör", "byggherre"}
)  # fmt: skip
_STATES = frozenset({"move", "state", "copula", "have"})


def decided_by_others(sentence: Sentence, main: MainClause) -> int:
    """The token that tells that others decide what a clause is about, or -1.

    Args:
        sentence: the statement.
        main: one of its main clauses.

    """
    subject = [head for head in main.subject if not is_measure(sentence, head)]
    if subject and _is_state(sentence, main):
        head = subject[0]
        if is_others(sentence, head) or _is_companies(sentence, subject) or _is_price(sentence, subject):
            return head.at
        if (at := _related(sentence, subject)) >= 0:
            return at
    for find in (_befalls, _ventures, _lives_here, _has_work, _studies, _compared):
        if (at := find(sentence, main, subject)) >= 0:
            return at
    return -1


def _is_state(sentence: Sentence, main: MainClause) -> bool:
    """Whether it is told how much or how it is: *ska öka*, *är*, or nothing at all, in a heading."""
    return main.heading or not sentence.tokens[main.verb].word.verb_tags.isdisjoint(_STATES)


def _is_companies(sentence: Sentence, subject: list[Head]) -> bool:
    """*Antalet anställda i näringslivet*, *Företagens lönsamhet*, *Antalet butiker i centrum*: of companies."""
    head = subject[0]
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
    if not any(sentence.tokens[at].word.lemmas & {"antal", "fler"} for at in range(max(head.at - 3, 0), head.at)):
        return False
    return all(_is_place(sentence, other) or about(sentence, other, "time") for other in subject[1:])


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


def _related(sentence: Sentence, subject: list[Head]) -> int:
    """*Väntetiden till psykiatrin*, *Bristen på tandläkare*: the second noun says what it is about."""
    if len(subject) < 2 or subject[1].preposition < 0:
        return -1
    if not sentence.tokens[subject[0].at].word.parts & _RELATIONS:
        return -1
    return subject[1].at if sentence.has(subject[1].at, "outside") else -1


def _verbs(sentence: Sentence, main: MainClause) -> Iterator[int]:
    """The main verb, and those of the clauses that tell of whom is counted."""
    if main.verb >= 0:
        yield main.verb
    for clause in sentence.clauses:
        if clause.kind == "relative" and clause.parent == main.clause and clause.verb >= 0:
            yield clause.verb


def _befalls(sentence: Sentence, main: MainClause, subject: list[Head]) -> int:
    """*Det föds fler barn*, *Antalet personer som insjuknar i stroke*: what nobody at the municipality does."""
    if "service" in sentence.tags:
        return -1
    return next(
        (at for at in _verbs(sentence, main) if sentence.tokens[at].word.tagged("fate", "v")),
        -1,
    )


def _ventures(sentence: Sentence, main: MainClause, subject: list[Head]) -> int:
    """*Minst 90 företag ska startas*: what companies do by themselves; *kunna* asks only for the chance."""
    if not subject or not about(sentence, subject[0], "company") or sentence.has(subject[0].at, "process"):
        return -1
    if main.verb < 0 or not main.lemmas & _VENTURES:
        return -1
    if any(sentence.tokens[at].word.lemmas & {"kunna"} for at in sentence.clauses[main.clause].own):
        return -1
    return subject[0].at


def _is_place(sentence: Sentence, head: Head) -> bool:
    word = sentence.tokens[head.at].word
    return head.preposition >= 0 and any({r.lemma, r.tail} & PLACES for r in word.readings)


def _lives_here(sentence: Sentence, main: MainClause, subject: list[Head]) -> int:
    """*Det bor 19 500 personer i kommunen*, *Antalet personer som bor på orten*: how many live here."""
    if not subject or not about(sentence, subject[0], "resident"):
        return -1
    own = sentence.clauses[main.clause].own
    if "bo" in main.lemmas:
        counted = any(sentence.tokens[at].key in {"fler", "det"} for at in own)
        return main.verb if counted and any(_is_place(sentence, head) for head in main.rest) else -1
    if not any(sentence.tokens[head.at].word.lemmas & {"antal"} for head in main.subject[:1]):
        return -1
    if not _is_state(sentence, main):
        return -1
    for clause in sentence.clauses:
        if clause.kind == "relative" and clause.parent == main.clause and clause.verb >= 0:
            placed = any(
                any({r.lemma, r.tail} & PLACES for r in sentence.tokens[at].word.readings) for at in clause.own
            )
            if "bo" in sentence.tokens[clause.verb].word.lemmas and placed:
                return clause.verb
    return -1


def _is_anybody(sentence: Sentence, subject: list[Head]) -> bool:
    """*20–64-åringar*, *Utrikes födda kvinnor*: people at large, not those whom a service reaches."""
    if not subject or not sentence.tokens[subject[0].at].word.parts & _ANYBODY:
        return False
    words = [token.word for token in sentence.tokens]
    if any(word.key in {"efter", "genom", "avslutad"} or ("actor" in word.noun_tags and "kommun" not in word.lemmas) for word in words):
        return False
    return sentence.tags.isdisjoint({"service", "process", "document", "partner"})


def _has_work(sentence: Sentence, main: MainClause, subject: list[Head]) -> int:
    """*Andelen 20–64-åringar med ett arbete*, *Fler unga har ett jobb*: how many have work."""
    if not _is_anybody(sentence, subject):
        return -1
    others = [head for head in subject[1:] if sentence.tokens[head.at].word.parts & _WORK]
    if len(subject) == 2 and others and sentence.tokens[others[0].preposition].key in {"med", "i", "utan"}:
        return others[0].at
    if len(sentence.clauses) == 1 and "ha" in main.lemmas:
        return next((head.at for head in main.rest if sentence.tokens[head.at].word.parts & _WORK), -1)
    for clause in sentence.clauses:
        if clause.kind == "relative" and clause.parent == main.clause and clause.verb >= 0 and len(subject) == 1:
            if sentence.tokens[clause.verb].word.lemmas & {"ha", "sakna"}:
                return next((at for at in clause.own if sentence.tokens[at].word.parts & _WORK), -1)
    return -1


def _studies(sentence: Sentence, main: MainClause, subject: list[Head]) -> int:
    """*Fler niondeklassare söker teknikprogrammet*: what the young choose to study."""
    if not subject or not about(sentence, subject[0], "resident") or len(subject) > 1:
        return -1
    for verb in _verbs(sentence, main):
        if not sentence.tokens[verb].word.lemmas & {"söka", "välja"} or sentence.tokens[verb].word.passive:
            continue
        for at in range(verb + 1, min(verb + 5, len(sentence.tokens))):
            word = sentence.tokens[at].word
            if word.key in {"vår", "våra", "vårt"} or (word.genitive and word.tagged("actor", "n")):
                return -1
            if word.noun and word.parts & _STUDIES:
                return at
    return -1


def _compared(sentence: Sentence, main: MainClause, subject: list[Head]) -> int:
    """*Kommunen ska tillhöra landets 50 främsta*: how others do decides; not so of a service of our own."""
    if main.verb < 0 or not _is_state(sentence, main) or "service" in sentence.tags:
        return -1
    if subject and not sentence.tokens[subject[0].at].word.lemmas & {"kommun", "exempelkommun"}:
        return -1
    own = [at for at in sentence.clauses[main.clause].own if at > main.verb]
    best = next((at for at in own if _is_superlative(sentence, at)), -1)
    if best < 0 or any("service" in sentence.tokens[at].word.front for at in own):
        return -1
    return best if any(_is_realm(sentence, at) for at in own) else -1


def _is_superlative(sentence: Sentence, at: int) -> bool:
    word = sentence.tokens[at].word
    if word.key in {"minst", "högst", "mest", "främst"}:
        return False
    return any(reading.word_class == "a" and reading.feature == "sup" for reading in word.readings)


def _is_realm(sentence: Sentence, at: int) -> bool:
    """*i landet*, *länets*, *Sveriges*: those with whom it is compared."""
    word = sentence.tokens[at].word
    if word.key in {"sveriges", "sverige", "nordens", "europas", "norrlands", "smålands", "skånes"}:
        return True
    return bool({reading.lemma for reading in word.readings} & {"land", "län", "rike"})
