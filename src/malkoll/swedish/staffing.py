"""What those employed have, do and share, and where the money comes from: the organisation's own."""

from __future__ import annotations

from itertools import pairwise

from malkoll.swedish.analysis import MainClause, Sentence
from malkoll.swedish.nominals import Head
from malkoll.swedish.ownership import mentions
from malkoll.swedish.theme import about

__all__ = ["done_by_staff", "is_between_units", "is_per_employee", "pays", "trained"]

_TOGETHER = frozenset(
    {"samarbete", "samverkan", "samordning", "samsyn", "kommunikation", "kunskapsutbyte", "utbyte", "dialog"}
)
_POSTS = frozenset({"årsarbetare", "årsarbete", "tjänst", "heltidstjänst", "årsarbetskraft"})
_LEARNING = frozenset(
    {
        "utbildning",
        "kompetens",
        "legitimation",
        "behörighet",
        "språkkunskap",
        "körkort",
        "yrkestitel",
        "examen",
        "grundutbildning",
        "fortbildning",
    }
)


def is_between_units(sentence: Sentence, main: MainClause, head: Head) -> bool:
    """*Samarbetet mellan förvaltningarna*: what units do with each other, and nobody else is named."""
    if not sentence.tokens[head.at].word.parts & _TOGETHER or head.genitive >= 0:
        return False
    others = [other for other in main.subject if other.preposition >= 0]
    if not others or mentions(sentence, main, "resident", "company", "service", "partner", "association"):
        return False
    return sentence.tokens[others[0].preposition].key in {"mellan", "inom"} and all(
        about(sentence, other, "actor", "staff", "organisation") for other in others
    )


def is_per_employee(sentence: Sentence, main: MainClause, head: Head) -> bool:
    """*Kontorsytan per anställd*: reckoned on those employed, so of the organisation; not how many each serves."""
    if "per" not in sentence.places:
        return False
    applicants = "sökande" in sentence.tokens[head.at].word.lemmas
    if not applicants and about(sentence, head, "resident", "service", "company", "process", "environment"):
        return False
    return any(
        other.preposition >= 0
        and sentence.tokens[other.preposition].key == "per"
        and (about(sentence, other, "employee") or sentence.tokens[other.at].word.parts & _POSTS)
        for other in (*main.subject, *main.rest)
    )


def done_by_staff(sentence: Sentence, main: MainClause, head: Head) -> bool:
    """*Antalet timmar som utförs av vikarier*: who of the staff does what is counted."""
    if not about(sentence, head, "time", "staff", "money"):
        return False
    for clause in sentence.clauses:
        if clause.kind != "relative" or clause.parent != main.clause:
            continue
        for first, second in pairwise(clause.own):
            if sentence.tokens[first].key == "av" and sentence.has(second, "employee"):
                return True
    return False


def trained(sentence: Sentence, main: MainClause, subject: Head | None) -> int | None:
    """*Förskolans personal ska ha utbildning*, *Rektorernas tid*: what those employed have or can."""
    if "employee" not in sentence.tags:
        return None
    if subject is None:
        first = main.subject[0] if main.subject else None
        if first is None or done_by_staff(sentence, main, main.subject[-1]):
            return None if first is None else main.subject[-1].at
        return first.genitive if first.genitive >= 0 and sentence.has(first.genitive, "employee") else None
    if (
        "resident" in sentence.tags
        or not about(sentence, subject, "employee")
        or main.passive
        or not main.lemmas & {"ha", "gå", "genomgå", "få", "sakna"}
    ):
        return None
    learnt = any(sentence.tokens[head.at].word.parts & _LEARNING for head in main.rest)
    return subject.at if learnt else None


def pays(sentence: Sentence, main: MainClause, _subject: Head | None) -> int | None:
    """*Taxorna ska täcka kostnaderna*: where the money comes from."""
    if main.passive or not main.lemmas & {"täcka", "finansiera", "bära"}:
        return None
    return next(
        (head.at for head in main.rest if head.preposition < 0 and about(sentence, head, "money")), None
    )
