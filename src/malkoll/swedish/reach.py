"""The text side of MK505: what others decide mostly."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from malkoll.swedish.activity import is_activity
from malkoll.swedish.analysis import MainClause, Sentence
from malkoll.swedish.findings import Place, place_at, place_of
from malkoll.swedish.internal import internal
from malkoll.swedish.nominals import Head
from malkoll.swedish.others import decided_by_others
from malkoll.swedish.own_words import is_on_the_road
from malkoll.swedish.phrases import Hit, WordList, word_list
from malkoll.swedish.theme import acts, is_measure, others_act, others_serve, residents_act

__all__ = ["outside_control"]


_AIMS = frozenset(
    {
        "ha",
        "nå",
        "öka",
        "minska",
        "höja",
        "sänka",
        "halvera",
        "vara",
        "bli",
        "få",
        "locka",
        "vända",
        "vinna",
        "kamma",
        "erhålla",
        "tilldelas",
        "utses",
        "utnämnas",
    }
)


_HABITS = frozenset(
    {
        "användning",
        "bruk",
        "konsumtion",
        "vana",
        "missbruk",
        "debut",
        "handel",
        "resa",
        "resande",
        "trafik",
        "åkande",
    }
)


def _by_front(sentence: Sentence, at: int) -> bool:
    """*droganvändning*, *tågresande*: the first part names what others decide."""
    word = sentence.tokens[at].word
    if "company" in word.front and any(reading.tail in _JOBS for reading in word.readings):
        return True
    return "outside" in word.front and any(reading.tail in _HABITS for reading in word.readings)


_EMPLOYED = frozenset({"arbeta", "jobba", "förvärvsarbeta", "studera"})
_JOBS = frozenset({"arbetsplats", "arbetstillfälle", "jobb", "omsättning", "investering", "anställning"})
_SUFFERING = frozenset({"vänta", "lida", "drabba", "drabbas", "diagnosticera", "vårda", "göra"})
_USE = frozenset({"prova", "använda", "bruka", "dricka", "testa", "röka", "missbruka"})
_WORK = frozenset({"arbete", "jobb", "anställning", "försörjning", "sysselsättning", "bostad"})
_CARE = frozenset({"placering", "program", "nätverk", "utskrivning", "vistelse"})
_PLANS = frozenset({"planlagd", "planlägga", "byggrätt", "detaljplan", "markanvisning"})
_FROM_US = frozenset({"service", "document", "process"})


def _is_met(sentence: Sentence, at: int) -> bool:
    """*Antalet företag som får svar inom fyra veckor*: those counted are those whom the operation meets."""
    for clause in sentence.clauses:
        if clause.kind != "relative" or clause.opener <= at or clause.verb < 0:
            continue
        if any(sentence.tokens[between].word.finite for between in range(at + 1, clause.opener)):
            continue
        word = sentence.tokens[clause.verb].word
        if word.tagged("offer", "v") or (word.tagged("perceive", "v") and not word.passive):
            return True
        if "delta" in word.lemmas:
            return True
        content = any(sentence.tokens[own].word.lemmas & {"nöjd", "missnöjd"} for own in clause.own)
        got = any(
            own > clause.verb and sentence.has(own, tag) and not sentence.has(own, "outside")
            for own in clause.own
            for tag in _FROM_US
        )
        timed = any(number.role == "limit" and number.at in clause.own for number in sentence.numbers)
        work = any(sentence.tokens[own].word.parts & _WORK for own in clause.own)
        if timed and not work and "få" in word.lemmas:
            return True
        if content or (got and word.lemmas & {"få", "ha", "möta", "söka", "besöka", "använda"}):
            return True
    return False


def _topic(sentence: Sentence, main: MainClause) -> int:
    """The token of a topic that others decide, where the clause is about it; else -1."""
    subject = [head for head in main.subject if not is_measure(sentence, head)]
    offered = _is_offered(sentence, main, subject)
    # Utsläppen av växthusgaser: the second noun says what the first is of
    reach = 2 if subject and (main.heading or _says_of_what(sentence, subject)) else 1
    for head in subject[: 0 if offered else reach]:
        # Färre arbetslösa ungdomar: the adjective names it
        if _by_front(sentence, head.at) or any(
            sentence.has(at, "outside") for at in (head.at, *head.adjectives)
        ):
            return head.at
    if subject and not offered and (at := _counted(sentence, main, subject)) >= 0:
        return at
    if (at := _object(sentence, main)) >= 0:
        return at
    genitive = main.subject[0].genitive if main.subject else -1
    if genitive >= 0 and is_measure(sentence, main.subject[0]) and sentence.has(genitive, "outside"):
        # Kollektivtrafikens andel av resorna
        return genitive
    return -1


def _is_offered(sentence: Sentence, main: MainClause, subject: list[Head]) -> bool:
    """*Sommarjobb erbjuds arbetslösa*, *Nyinflyttade får en karta*: what is done about it is the board's own."""
    if main.verb < 0 or main.lemmas & {"bo", "flytta", "stanna"}:
        return False
    verb = sentence.tokens[main.verb].word
    if not verb.verb_tags.isdisjoint({"move", "state", "copula", "have", "vagueverb"}):
        return False
    if subject and not verb.tagged("offer", "v") and others_serve(sentence, subject[0]):
        # Kollektivtrafiken ska byggas ut: nobody is given it by us
        return False
    # Bostadspriserna ska följa …: nobody gives them anything, they do it themselves
    return main.passive or not subject or residents_act(sentence, main) or acts(sentence, main)


def _object(sentence: Sentence, main: MainClause) -> int:
    """The token of what is aimed at or taken that others decide, or -1."""
    later = [verb for verb in sentence.clauses[main.clause].verbs if verb > main.verb]
    for head in main.rest:
        if later and head.at > later[0]:
            break
        if head.preposition >= 0 or sentence.tokens[head.at - 1].key == "än":
            continue
        outside = sentence.has(head.at, "outside")
        if outside and main.lemmas & _AIMS:
            return head.at
        # Färre unga ska dricka alkohol: what people take is theirs
        taken = outside or "alkohol" in sentence.tokens[head.at].word.lemmas
        if taken and main.lemmas & _USE and residents_act(sentence, main):
            return head.at
    return -1


def _counted(sentence: Sentence, main: MainClause, subject: list[Head]) -> int:
    """The token that makes what is counted a thing of others, though no noun for it stands first; or -1."""
    if is_on_the_road(sentence, main, subject[0]) or _is_theirs(sentence, subject[0]):
        return subject[0].at
    marked = _marked(sentence, subject)
    return marked if marked >= 0 else _told(sentence, main)


def _says_of_what(sentence: Sentence, subject: list[Head]) -> bool:
    """*Förseningarna på järnvägen*: the first noun says nothing by itself, or tells of the environment."""
    tags = sentence.tokens[subject[0].at].word.noun_tags
    if tags or len(subject) == 1:
        return "environment" in tags and _governed_by(sentence, subject[1:]) != "vid"
    return _governed_by(sentence, subject[1:]) in {"på", "med"}


def _governed_by(sentence: Sentence, others: list[Head]) -> str:
    """The preposition before the first of some nouns, or an empty text."""
    return sentence.tokens[others[0].preposition].key if others and others[0].preposition >= 0 else ""


def _is_theirs(sentence: Sentence, head: Head) -> bool:
    """*Hushållens elanvändning*, *Industrins utsläpp*: what residents and companies use up."""
    if head.genitive < 0 or not any(sentence.has(head.genitive, tag) for tag in ("resident", "company")):
        return False
    return sentence.has(head.at, "footprint") or sentence.tokens[head.at].word.lemmas >= {"utsläpp"}


def _moves_to_care(sentence: Sentence, hit: Hit) -> bool:
    """*när den ena flyttar till särskilt boende*: not who moves to the municipality."""
    if "flytta" not in hit.entry.words:
        return False
    if not sentence.places.keys().isdisjoint({"boende", "plats"}):
        return True
    return any(
        sentence.has(at, "service") for at in range(hit.last + 1, min(hit.last + 4, len(sentence.tokens)))
    )


def _on_own_streets(sentence: Sentence, hit: Hit) -> bool:
    """*skadas i trafiken på kommunens gator*: the municipality builds and keeps them."""
    if "trafik" not in hit.entry.words:
        return False
    return any(
        token.word.genitive and "kommun" in token.word.lemmas and after.word.parts & {"gata", "gatunät"}
        for token, after in pairwise(sentence.tokens)
    )


def _has_plan(sentence: Sentence, hit: Hit) -> bool:
    """*Det ska finnas planlagd mark för 50 nya bostäder*: the plan is the municipality's, whoever builds."""
    return "bostad" in hit.entry.words and not sentence.places.keys().isdisjoint(_PLANS)


_OURS = (_moves_to_care, _on_own_streets, _has_plan)
"""What the operation has in its hands, though the words are among those for what others decide."""


def _marked(sentence: Sentence, subject: list[Head]) -> int:
    """*Andelen invånare med fetma*: people counted by what others decide."""
    for first, second in pairwise(subject):
        if (
            sentence.has(first.at, "resident")
            and second.preposition >= 0
            and sentence.tokens[second.preposition].key == "med"
            and (sentence.has(second.at, "outside") or _rates_itself(sentence, second))
        ):
            return second.at
    return -1


def _rates_itself(sentence: Sentence, head: Head) -> bool:
    """*god självskattad hälsa*: how people at large feel, which no operation decides."""
    health = sentence.tokens[head.at].word.lemmas & {"hälsa", "ohälsa"}
    return bool(health) and any(
        sentence.tokens[at].word.lemmas & {"självskattad", "självupplevd"} for at in head.adjectives
    )


def _told(sentence: Sentence, main: MainClause) -> int:
    """*Andelen vuxna som har provat cannabis*, *som är sjukskrivna*: what is told of those counted."""
    for clause in sentence.clauses:
        if clause.kind != "relative" or clause.parent != main.clause:
            continue
        words = [sentence.tokens[at].word for at in clause.own]
        uses = any(word.lemmas & _USE for word in words)
        if len(words) == 1 and words[0].lemmas & _EMPLOYED and sentence.tags.isdisjoint(_FROM_US):
            # Andelen invånare som arbetar: how many have a job
            return clause.own[0]
        if not uses and not any(word.tagged("copula", "v") or word.lemmas & _SUFFERING for word in words):
            continue
        for at, word in zip(clause.own, words, strict=True):
            if sentence.has(at, "outside") or (uses and "alkohol" in word.lemmas):
                return at
    return -1


def _is_served(sentence: Sentence) -> bool:
    """*inte begå nya brott under insatsen*: what becomes of those whom the operation has in its care."""
    if not sentence.places.keys().isdisjoint({"insats", "behandling", "inkubator", "arbetsträning"}):
        return True
    for at, token in enumerate(sentence.tokens[:-1]):
        if token.key in {"under", "efter", "genom", "i"}:
            after = {part for other in sentence.tokens[at + 1 : at + 4] for part in other.word.parts}
            if after & _CARE:
                return True
    return False


def outside_control(sentence: Sentence, words: WordList | None = None) -> Iterator[Place]:
    """Yield the topic that others decide mostly; nothing where the goal is what the organisation does about it."""
    if (at := others_act(sentence, sentence.main)) >= 0:
        yield place_at(sentence, at, at, "authority")
        return
    if internal(sentence) or is_activity(sentence):
        return
    found = _theirs(sentence) or _listed(sentence, words or word_list("outside-control"))
    if found is not None and not _is_served(sentence):
        yield found


def _theirs(sentence: Sentence) -> Place | None:
    """The first topic that others decide, by its noun or by grammar."""
    for main in sentence.mains:
        at = _topic(sentence, main)
        if at < 0:
            at = decided_by_others(sentence, main)
        if at >= 0 and not _is_met(sentence, at):
            return place_at(sentence, at, at, "topic")
    return None


def _listed(sentence: Sentence, words: WordList) -> Place | None:
    """The first phrase of the list that is no name and not about those whom the operation meets."""
    for hit in sentence.hits(words):
        if _is_met(sentence, hit.last) or any(is_ours(sentence, hit) for is_ours in _OURS):
            continue
        if not any(at in sentence.protected for at in range(hit.first, hit.last + 1)):
            return place_of(sentence, hit)
    return None
