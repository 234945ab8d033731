"""How Swedish words are bent: a lemma and its paradigm give every form with its feature.

The paradigms are the school grammar's: four conjugations, six declensions, the comparison of
adjectives. A lexicon line is a lemma, or a lemma and what cannot be guessed from its ending:

    arbeta                 verb, first conjugation
    höja/2                 verb, second conjugation (``höjer, höjde, höjt``)
    ge: ger gav gett given a strong verb: present, past, supine, participle
    plan/3                 noun, third declension
    stad: staden städer städerna
    öppen                  adjective

Features of the forms (the whole of the tag set):

    verb       inf prs pst sup imp, the same with ``s`` for the passive; ptc and prp the participles
    noun       si sd pi pd (singular, plural; indefinite, definite), ``g`` after it for the genitive
    adjective  pos cmp sup
"""

from __future__ import annotations

from collections.abc import Iterator

__all__ = ["Form", "forms_of"]

Form = tuple[str, str]
"""A form and its feature: ``("ökar", "prs")``."""

_VOICELESS = tuple("ptksx")

_IRREGULAR_ADJECTIVES = {
    "god": "gott goda bättre bäst bästa",
    "bra": "bra bra bättre bäst bästa",
    "dålig": "dåligt dåliga sämre sämst sämsta",
    "stor": "stort stora större störst största",
    "hög": "högt höga högre högst högsta",
    "låg": "lågt låga lägre lägst lägsta",
    "lång": "långt långa längre längst längsta",
    "ung": "ungt unga yngre yngst yngsta",
    "gammal": "gammalt gamla äldre äldst äldsta",
    "tung": "tungt tunga tyngre tyngst tyngsta",
    "liten": "litet små mindre minst minsta",
    "allmän": "allmänt allmänna allmännare allmännast allmännaste",
    "annan": "annat andra",
    "glad": "glatt glada gladare gladast gladaste",
    "hel": "helt hela helare helast helaste",
    "vuxen": "vuxet vuxna vuxnare vuxnast vuxnaste",
}


def forms_of(line: str, word_class: str) -> Iterator[Form]:
    """Every form of one lexicon line.

    Args:
        line: a lemma with its paradigm, as the module's head shows.
        word_class: ``verb``, ``noun``, ``adjective``, or anything else for words that do not bend.

    Yields:
        The forms, the lemma first. A form may come twice with two features (``arbeta``).
    """
    lemma, _, given = line.partition(":")
    lemma, _, paradigm = lemma.strip().partition("/")
    if word_class == "verb":
        yield from _verb(lemma, paradigm, given.split())
    elif word_class == "noun":
        yield from _noun(lemma, paradigm, given.split())
    elif word_class == "adjective":
        yield from _adjective(lemma, given.split())
    else:
        yield lemma, ""


def _verb(lemma: str, paradigm: str, parts: list[str]) -> Iterator[Form]:  # noqa: C901 - one branch a conjugation
    deponent = lemma.endswith("s")
    if parts:
        present, past, supine = parts[:3]
        participle = parts[3] if len(parts) > 3 else ""
    elif paradigm == "2":
        stem = lemma[:-1]
        present = stem + "er"
        past, supine, participle = _weak_past(stem)
        if stem.endswith("r"):
            present = stem
        yield stem, "imp"
    elif paradigm == "3":
        present, past, supine, participle = lemma + "r", lemma + "dde", lemma + "tt", lemma + "dd"
    else:
        present, past, supine, participle = lemma + "r", lemma + "de", lemma + "t", lemma + "d"
    yield lemma, "inf"
    yield present, "prs"
    yield past, "pst"
    yield supine, "sup"
    if not deponent:
        yield lemma + "s", "infs"
        yield past + "s", "psts"
        yield supine + "s", "sups"
        for passive in _passive_present(lemma, present):
            yield passive, "prss"
    if participle:
        for form in _participle(participle):
            yield form, "ptc"
    if lemma.endswith("a"):
        yield lemma + "nde", "prp"
    elif not deponent:
        yield lemma + "ende", "prp"


def _weak_past(stem: str) -> tuple[str, str, str]:
    """Past, supine and participle of the second conjugation: *höjde, höjt, höjd*; *ledde, lett, ledd*."""
    if stem.endswith(("nn", "mm")):
        stem = stem[:-1]
    if stem.endswith("d"):
        before_vowel = stem[-2] in "aeiouyåäö"
        if before_vowel:
            return stem + "de", stem[:-1] + "tt", stem + "d"
        return stem + "e", stem[:-1] + "t", stem
    if stem.endswith("t") and stem[-2] not in "aeiouyåäö":
        return stem + "e", stem, stem
    ending = "te" if stem.endswith(_VOICELESS) else "de"
    return stem + ending, stem + "t", stem + ending[0]


def _passive_present(lemma: str, present: str) -> Iterator[str]:
    if present.endswith("er"):
        stem = present[:-2]
        yield stem + "es"
        if not stem.endswith("s"):
            yield stem + "s"
    elif present == lemma[:-1]:
        yield present + "s"
        yield present + "es"
    else:
        yield present[:-1] + "s"


def _participle(participle: str) -> Iterator[str]:
    yield participle
    if participle.endswith("en"):
        stem = participle[:-2]
        yield participle[:-1] + "t"
        yield (stem[:-1] if stem.endswith("mm") else stem) + "na"
    elif participle.endswith("ad"):
        yield participle[:-1] + "t"
        yield participle + "e"
    elif participle.endswith("dd"):
        yield participle[:-2] + "tt"
        yield participle + "a"
    else:
        yield participle if participle.endswith("t") else participle[:-1] + "t"
        yield participle + "a"


def _genitive(form: str) -> str:
    return form if form.endswith(("s", "x", "z")) else form + "s"


def _noun(lemma: str, paradigm: str, parts: list[str]) -> Iterator[Form]:
    forms = [lemma, *parts] if parts else _declension(lemma, paradigm or _guess_declension(lemma))
    for form, feature in zip(forms, ("si", "sd", "pi", "pd"), strict=False):
        if form == "-":
            continue
        yield form, feature
        yield _genitive(form), feature + "g"


def _guess_declension(lemma: str) -> str:
    if lemma.endswith(("ande", "ende")):
        return "4"
    if lemma.endswith("are"):
        return "are"
    if lemma.endswith(("ing", "dom", "lek")):
        return "2"
    if lemma.endswith(("else", "ie")):
        return "3r"
    if lemma.endswith("a"):
        return "1"
    return "3"


def _declension(lemma: str, paradigm: str) -> list[str]:  # noqa: C901 - one branch a declension
    stem = lemma[:-1]
    match paradigm:
        case "1":
            return [lemma, lemma + "n", stem + "or", stem + "orna"]
        case "2":
            if lemma.endswith("e"):
                return [lemma, lemma + "n", stem + "ar", stem + "arna"]
            if lemma.endswith(("el", "er", "en")):
                short = lemma[:-2] + lemma[-1]
                return [lemma, lemma + "n", short + "ar", short + "arna"]
            return [lemma, lemma + "en", lemma + "ar", lemma + "arna"]
        case "3r":
            plural = lemma + ("r" if lemma.endswith("e") else "er")
            return [lemma, lemma + "n", plural, plural + "na"]
        case "4":
            return [lemma, lemma + "t", lemma + "n", lemma + "na"]
        case "5":
            return [lemma, lemma + "et", lemma, lemma + "en"]
        case "are":
            return [lemma, lemma + "n", lemma, stem + "na"]
        case "u":
            return [lemma, lemma + ("n" if lemma[-1] in "aeiouyåäö" else "en")]
        case "nde":
            return [lemma, lemma + "n", lemma, lemma + "na"]
        case _ if lemma.endswith(("i", "é")):
            return [lemma, lemma + "n", lemma + "er", lemma + "erna"]
        case _:
            return [lemma, lemma + "en", lemma + "er", lemma + "erna"]


def _adjective(lemma: str, parts: list[str]) -> Iterator[Form]:
    if lemma in _IRREGULAR_ADJECTIVES:
        parts = _IRREGULAR_ADJECTIVES[lemma].split()
    if parts:
        yield from zip([lemma, *parts], ("pos", "pos", "pos", "cmp", "sup", "sup"), strict=False)
        return
    neuter, plural, stem = _agreement(lemma)
    yield lemma, "pos"
    yield neuter, "pos"
    yield plural, "pos"
    if plural != lemma and not lemma.endswith(("ad", "ande", "ende")):
        yield stem + "are", "cmp"
        yield stem + "ast", "sup"
        yield stem + "aste", "sup"


def _agreement(lemma: str) -> tuple[str, str, str]:  # noqa: C901 - one branch an ending
    """Neuter, plural and the stem of comparison."""
    vowels = "aeiouyåäö"
    if lemma.endswith(("ande", "ende", "a", "e")) or len(lemma) < 2:
        return lemma, lemma, lemma
    if lemma.endswith("ad"):
        return lemma[:-1] + "t", lemma + "e", lemma
    if lemma.endswith("en") and lemma not in {"ren", "sen", "allmän", "len"} and not lemma.endswith("ren"):
        stem = lemma[:-2]
        short = (stem[:-1] if stem.endswith("mm") else stem) + "n"
        return lemma[:-1] + "t", short + "a", short
    if lemma.endswith(("el", "er")) and lemma[-3] not in vowels and not lemma.endswith("ell"):
        short = lemma[:-2] + lemma[-1]
        return lemma + "t", short + "a", short
    if lemma[-1] in "iyå":
        return lemma + "tt", lemma + "a", lemma
    if lemma.endswith("sam"):
        return lemma + "t", lemma + "ma", lemma + "m"
    if lemma.endswith("nn"):
        return lemma[:-1] + "t", lemma + "a", lemma
    if lemma.endswith("t"):
        neuter = lemma + "t" if lemma[-2] in vowels and not lemma.endswith(("ent", "ant", "at")) else lemma
        return neuter, lemma + "a", lemma
    if lemma.endswith("dd"):
        return lemma[:-2] + "tt", lemma + "a", lemma
    if lemma.endswith("d"):
        neuter = lemma[:-1] + ("tt" if lemma[-2] in vowels else "t")
        return neuter, lemma + "a", lemma
    return lemma + "t", lemma + "a", lemma
