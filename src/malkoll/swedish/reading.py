"""One way to read a word, and a guess from its ending where nothing is known of it."""

from __future__ import annotations

from malkoll.record import Record

__all__ = ["NO_TAGS", "Reading", "guess"]

NO_TAGS: frozenset[str] = frozenset()
_QUALITY = frozenset({"quality"})

# Endings that tell what an unknown word is; longest first within a class.
_NOUN_ENDINGS = (
    "ningen", "ningar", "ningarna", "ning", "heten", "heter", "heterna", "het", "tion", "tionen", "tioner",
    "skap", "skapet", "itet", "iteten", "else", "elsen", "elser", "ism", "ismen", "aren", "arna", "erna",
    "orna", "graden", "grad", "andet", "endet",
)  # fmt: skip
_ADJECTIVE_ENDINGS = (
    "ig", "igt", "iga", "isk", "iskt", "iska", "bar", "bart", "bara", "sam", "samt", "samma", "lös", "löst",
    "lösa", "full", "fullt", "fulla", "iv", "ivt", "iva", "ell", "ellt", "ella", "fri", "fritt", "fria",
    "baserad", "baserat", "baserade", "inriktad", "inriktat", "inriktade", "smart", "smarta", "säker",
    "säkert", "säkra", "rik", "rikt", "rika", "neutral", "neutralt", "neutrala", "medveten", "medvetet",
    "medvetna", "ande", "ende",
)  # fmt: skip
_VERB_ENDINGS = {"erar": "prs", "eras": "prss", "era": "inf", "erade": "pst", "erat": "sup"}


class Reading(Record):
    """One way to read a word.

    Attributes:
        lemma: the dictionary form; of a compound the whole of it.
        word_class: ``v``, ``n`` or ``a``.
        feature: see `malkoll.swedish.inflection`.
        tags: what the word (of a compound: its last part) says in a goal.
        front: the tags of a compound's first part.
        tail: the lemma of a compound's last part, else empty.

    """

    lemma: str
    word_class: str
    feature: str
    tags: frozenset[str]
    front: frozenset[str] = NO_TAGS
    tail: str = ""


def guess(form: str) -> tuple[Reading, ...]:  # noqa: C901 - one branch an ending
    """Read an unknown word by its ending."""
    if len(form) < 5:
        return ()
    for ending, feature in _VERB_ENDINGS.items():
        if form.endswith(ending):
            lemma = form[: -len(ending)] + "era"
            found = Reading(lemma, "v", feature, NO_TAGS)
            return (found, found._replace(feature="ptc")) if feature == "pst" else (found,)
    if form.endswith(("heten", "het", "itet", "iteten")):
        return (Reading(form, "n", "si", _QUALITY),)
    if form.endswith(_NOUN_ENDINGS):
        return (Reading(form, "n", "si", NO_TAGS),)
    if form.endswith(("ad", "ade")):
        return (Reading(form, "a", "pos", NO_TAGS),)
    if form.endswith(_ADJECTIVE_ENDINGS):
        return (Reading(form, "a", "pos", NO_TAGS),)
    if form.endswith(("ar", "er")):
        return (Reading(form, "n", "pi", NO_TAGS), Reading(form[:-1], "v", "prs", NO_TAGS))
    if form.endswith("as"):
        stem = form[:-1]
        verb = (Reading(stem, "v", "prss", NO_TAGS), Reading(stem, "v", "infs", NO_TAGS))
        return (Reading(form, "n", "sig", NO_TAGS), *verb)
    if form.endswith("es"):
        return (Reading(form, "n", "sig", NO_TAGS), Reading(form[:-1], "v", "prss", NO_TAGS))
    if form.endswith("a"):
        return (Reading(form, "n", "si", NO_TAGS), Reading(form, "v", "inf", NO_TAGS))
    if form.endswith("s"):
        return (Reading(form[:-1], "n", "sig", NO_TAGS),)
    return (Reading(form, "n", "si", NO_TAGS),)
