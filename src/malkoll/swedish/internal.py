"""MK502: goals about the organisation itself."""

from __future__ import annotations

from collections.abc import Iterator

from malkoll.swedish.analysis import MainClause, Sentence, once
from malkoll.swedish.findings import Place, place_at
from malkoll.swedish.having import has_papers, is_ability, is_the_doers
from malkoll.swedish.nominals import Head
from malkoll.swedish.own_words import (
    VEHICLES,
    at_work,
    described_own,
    footprint_words,
    in_facility,
    is_bought,
    is_made_use_of,
    is_on_the_road,
    is_response,
    own_phrase,
    plainly_own,
    stands_in_property,
)
from malkoll.swedish.ownership import (
    belongs_to_staff,
    has_owner,
    is_administration,
    is_others,
    mentions,
    mentions_company,
    serves,
    upkeep,
    word_tail,
)
from malkoll.swedish.remainder import nobody_elses
from malkoll.swedish.staffing import done_by_staff, is_between_units, is_per_employee, pays, trained
from malkoll.swedish.theme import about, receives, residents_act, topic

__all__ = ["internal", "internal_words"]

_STRONG_FOOTPRINT = frozenset(
    {"matsvinn", "svinn", "tjänsteresa", "engångsplast", "engångsartikel", "livsmedel", "livsmedelsinköp", "drivmedel",
     "pappersförbrukning", "egenproduktion"}
)  # fmt: skip
_EMPLOYED = frozenset({"arbeta", "jobba", "anställa", "anställd", "leda", "tjänstgöra"})
_KEEPING_VERBS = frozenset(
    {"ha", "vara", "bli", "säkerställa", "säkra", "förbättra", "stärka", "utveckla", "effektivisera", "modernisera",
     "öka", "minska", "höja", "sänka", "hålla", "nyttja", "använda", "disponera", "förvalta", "anställa", "rekrytera",
     "hitta", "behålla", "attrahera", "nå", "uppnå", "uppfatta", "uppfattas", "upphandla", "optimera", "få",
     "bibehålla", "halvera", "begränsa", "bedriva", "tänka", "ställa", "samordna", "fasa", "byta", "klara", "redovisa",
     "reducera", "förkorta", "leverera", "äga", "skapa"}
)  # fmt: skip


def internal_words(sentence: Sentence) -> Iterator[Place]:
    """Yield the noun that makes the goal internal, if it is."""
    at = _seen(sentence)
    if at is not None:
        yield place_at(sentence, at, at, "internal")


def internal(sentence: Sentence) -> bool:
    """Whether the goal is about staff, money, premises, organisation or the own footprint."""
    return _seen(sentence) is not None


@once
def _seen(sentence: Sentence) -> int | None:
    for main in sentence.mains:
        found = _main(sentence, main)
        if found is not None:
            return found
        if main.subject or main.rest:
            return nobody_elses(sentence, main)
    return None


def _main(sentence: Sentence, main: MainClause) -> int | None:
    subject = topic(sentence, main.subject)
    if (place := _said(sentence, main, subject)) is not None:
        return place
    if subject is not None:
        if receives(sentence, main) or is_response(sentence, main):
            return None
        if (place := _subject(sentence, main, subject)) is not None:
            return place
        place = own_phrase(sentence, main)
        if place is not None and (main.heading or place == subject.at):
            return place
        if not about(sentence, subject, "actor", "service", "staff", "process", "partner"):
            return None
    elif _is_somebody(sentence, main):
        return None
    if (place := own_phrase(sentence, main)) is not None:
        return place
    if main.heading:
        return None
    return _object(sentence, main)


def _said(sentence: Sentence, main: MainClause, subject: Head | None) -> int | None:
    """What tells by itself that those employed, or the money, are meant."""
    if subject is None and (place := at_work(sentence, main)) is not None:
        return place
    if sentence.tags.isdisjoint({"employee", "money"}):
        return None
    for find in (trained, pays):
        if (place := find(sentence, main, subject)) is not None:
            return place
    return None


def _is_somebody(sentence: Sentence, main: MainClause) -> bool:
    """*Den som söker bygglov har …*: whoever it is, and not one of those employed."""
    own = sentence.clauses[main.clause].own
    if len(own) < 2 or not residents_act(sentence, main):
        return False
    for clause in sentence.clauses:
        if clause.kind == "relative" and clause.opener == own[0] + 1:
            words = [sentence.tokens[at].word for at in clause.own]
            return not any(
                word.lemmas & _EMPLOYED or word.noun_tags & {"internal", "actor", "organisation"}
                for word in words
            )
    return False


def _subject(sentence: Sentence, main: MainClause, subject: Head) -> int | None:
    """The token that makes a subject the organisation's own, if one does."""
    if (
        _among_staff(sentence, main, subject)
        or is_bought(sentence, main)
        or is_made_use_of(sentence, main, subject)
        or _is_own(sentence, main, subject)
        or stands_in_property(sentence, main, subject)
        or is_between_units(sentence, main, subject)
        or is_per_employee(sentence, main, subject)
    ):
        return subject.at
    genitive = sentence.tokens[subject.genitive].word if subject.genitive >= 0 else None
    owned = genitive is not None and genitive.tagged("actor", "n") and not genitive.lemmas & {"kommun"}
    does = main.verb >= 0 and bool(main.lemmas & {"driva", "bedriva", "arbeta", "verka"})
    if (
        (about(sentence, subject, "actor") or owned)
        and not does
        and (place := footprint_words(sentence)) is not None
    ):
        return place
    if owned and sentence.tokens[subject.at].word.lemmas & {"förmåga", "kapacitet"}:
        return subject.at
    place = described_own(sentence, subject)
    return place if place is not None else plainly_own(sentence, main, subject)


def _among_staff(sentence: Sentence, main: MainClause, subject: Head) -> bool:
    """*Trivseln bland personalen*, *Medarbetarnas delaktighet*: a state of those employed."""
    if any(sentence.has(at, "employee") for at in subject.adjectives):
        return not mentions(sentence, main, "company")
    if mentions(sentence, main, "resident") or serves(sentence, main):
        return False
    genitive = sentence.tokens[subject.genitive].word if subject.genitive >= 0 else None
    if (genitive is not None and genitive.tagged("employee", "n")) or done_by_staff(sentence, main, subject):
        return True
    return any(
        other.preposition >= 0
        and sentence.tokens[other.preposition].key in {"bland", "hos", "för", "av"}
        and sentence.has(other.at, "staff")
        for other in main.subject
    )


def _is_own(sentence: Sentence, main: MainClause, head: Head) -> bool:
    """Whether a subject or a heading's noun is the organisation's own."""
    word = sentence.tokens[head.at].word
    genitive = sentence.tokens[head.genitive].word if head.genitive >= 0 else None
    if _is_theirs(sentence, main, head):
        return False
    if "employee" in word.front and not about(sentence, head, "quality", "process"):
        return True
    if word_tail(word, VEHICLES) and has_owner(sentence, besides=head.at):
        return not is_on_the_road(sentence, main, head)
    if about(sentence, head, "internal"):
        produced = main.verb >= 0 and sentence.tokens[main.verb].word.tagged("doing", "v")
        return not serves(sentence, main) and not (produced and about(sentence, head, "document"))
    if genitive and is_administration(genitive) and not main.passive:
        tags = ("quality", "environment", "outside", "process", "nominal", "document", "partner", "measure")
        return not about(sentence, head, *tags) and not mentions(sentence, main, "resident", "company")
    if about(sentence, head, "property"):
        return not (is_on_the_road(sentence, main, head) or mentions(sentence, main, "resident", "company"))
    return about(sentence, head, "footprint") and _uses_up(sentence, main, head)


def _uses_up(sentence: Sentence, main: MainClause, head: Head) -> bool:
    """Whether it is the organisation that uses it up: by its name, its owner or where that is."""
    strong = any(
        word_tail(sentence.tokens[other.at].word, _STRONG_FOOTPRINT)
        for other in main.subject
        if other.at == head.at or other.preposition >= 0
    )
    return strong or has_owner(sentence) or in_facility(sentence, main)


def _is_theirs(sentence: Sentence, main: MainClause, head: Head) -> bool:
    """Whether a noun is of residents or companies, of a service, or of what they meet."""
    word = sentence.tokens[head.at].word
    genitive = sentence.tokens[head.genitive].word if head.genitive >= 0 else None
    if is_others(sentence, head) or (
        about(sentence, head, "outside")
        and not about(sentence, head, "footprint")
        and not has_owner(sentence, head.at)
    ):
        return True
    if genitive and (
        genitive.tagged("resident", "n")
        or (
            genitive.tagged("service", "n")
            and not word.tagged("money", "n")
            and not word_tail(word, VEHICLES)
        )
    ):
        return True
    if about(sentence, head, "service", "resident"):
        return True
    if mentions_company(sentence) or upkeep(sentence, main, head):
        return True
    if "company" in word.front and about(sentence, head, "property"):
        return True
    # Bygglovsprocessen: an organisation's word, but of what residents meet
    fronts = {"service", "resident", "company"}
    return about(sentence, head, "organisation", "staff") and not word.front.isdisjoint(fronts)


def _object(sentence: Sentence, main: MainClause) -> int | None:
    """What the organisation has or handles: *har en flexibel organisation*, *Säkerställa tidsenliga fordon*."""
    clause = sentence.clauses[main.clause]
    lemmas = {lemma for verb in clause.verbs for lemma in sentence.tokens[verb].word.lemmas}
    if main.passive:
        return None
    belongs = belongs_to_staff(sentence, main)
    if belongs is None and not lemmas & _KEEPING_VERBS:
        belongs = _handled(sentence, main)
    if belongs is not None or not lemmas & _KEEPING_VERBS:
        return belongs
    for head in main.rest:
        if any(sentence.tokens[at].word.lemmas & {"intern", "finansiell"} for at in head.adjectives):
            return head.at
        if head.preposition >= 0 and sentence.tokens[head.preposition].key != "om":
            continue
        ability = is_ability(sentence, main, head) or has_papers(sentence, main, head)
        if not ability and _is_residents(sentence, head):
            return None
        if ability or _is_had(sentence, main, head):
            return head.at
    return None


def _is_had(sentence: Sentence, main: MainClause, head: Head) -> bool:
    """Whether an object is of the organisation: its staff, premises, footprint, or what it alone has."""
    if about(sentence, head, "internal", "property") or is_the_doers(sentence, main, head):
        return True
    used = about(sentence, head, "footprint")
    return used and (has_owner(sentence) or in_facility(sentence, main))


def _handled(sentence: Sentence, main: MainClause) -> int | None:
    """*Vi ska planera arbetstiden*: staff or money as what is handled, whatever the verb; plans are activities."""
    for head in main.rest:
        if head.preposition < 0:
            if _is_residents(sentence, head):
                return None
            own = about(sentence, head, "staff", "money") and not about(
                sentence, head, "document", "nominal", "employee"
            )
            return head.at if own and not serves(sentence, main) else None
    return None


def _is_residents(sentence: Sentence, head: Head) -> bool:
    """Whether an object is residents, theirs, or what they meet."""
    genitive = sentence.tokens[head.genitive].word if head.genitive >= 0 else None
    if about(sentence, head, "resident", "company") or (genitive and genitive.tagged("resident", "n")):
        return True
    if about(sentence, head, "service", "document"):
        return True
    return about(sentence, head, "quality") and not about(sentence, head, "internal")
