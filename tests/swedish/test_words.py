"""Words: inflection by our own paradigms, compounds, guesses."""

from __future__ import annotations

import pytest

from malkoll.swedish.analysis import analyse
from malkoll.swedish.inflection import forms_of
from malkoll.swedish.words import word_of


@pytest.mark.parametrize(
    ("line", "word_class", "forms"),
    [
        ("arbeta", "verb", "arbetar arbetade arbetat arbetas arbetande"),
        ("höja/2", "verb", "höjer höjde höjt höjs höjd höjda"),
        ("stärka/2", "verb", "stärker stärkte stärkt stärks stärkta"),
        ("leda/2", "verb", "leder ledde lett ledd"),
        ("känna/2", "verb", "känner kände känt"),
        ("bo/3", "verb", "bor bodde bott"),
        ("ge: ger gav gett given", "verb", "ges gavs givna givet"),
        ("invånare", "noun", "invånaren invånarna invånarnas"),
        ("utbildning", "noun", "utbildningen utbildningar utbildningarnas"),
        ("möjlighet", "noun", "möjligheter möjligheternas"),
        ("händelse/3r", "noun", "händelsen händelser händelserna"),
        ("ekonomi", "noun", "ekonomin ekonomier ekonomins"),
        ("arbete/4", "noun", "arbetet arbeten arbetena"),
        ("bolag/5", "noun", "bolaget bolagen bolagens"),
        ("attraktiv", "adjective", "attraktivt attraktiva attraktivare attraktivast"),
        ("öppen", "adjective", "öppet öppna öppnare"),
        ("säker", "adjective", "säkert säkra säkrare"),
        ("god", "adjective", "gott goda bättre bäst bästa"),
        ("långsam", "adjective", "långsamt långsamma"),
    ],
)
def test_a_word_is_bent_by_its_paradigm(line: str, word_class: str, forms: str) -> None:
    made = {form for form, _ in forms_of(line, word_class)}
    assert set(forms.split()) <= made


@pytest.mark.parametrize(
    ("word", "tag"),
    [
        ("hemtjänsttagare", "resident"),
        ("gymnasieelever", "resident"),
        ("småbarnsföräldrarnas", "resident"),
        ("badgästerna", "resident"),
        ("niondeklassare", "resident"),
        ("besöksnäringen", "company"),
        ("hemtjänstflotta", "property"),
        ("personalomsättningen", "staff"),
        ("kustvikarna", "environment"),
        ("bostadskoncernen", "actor"),
        ("kulturskolans", "service"),
    ],
)
def test_a_compound_takes_the_kind_of_its_last_part(word: str, tag: str) -> None:
    assert word_of(word).tagged(tag, "n")


def test_the_first_part_of_a_compound_is_known() -> None:
    assert "resident" in word_of("ungdomsaktiviteter").front


def test_deponents_are_no_passives() -> None:
    for word in ("hoppas", "finnas", "lyckas", "trivas", "kännas", "andas", "vistas"):
        assert not analyse(f"Alla barn ska {word} väl.").main.passive, word


def test_a_decomposed_letter_is_the_letter() -> None:
    import unicodedata

    from malkoll.swedish.tokens import tokenise

    text = unicodedata.normalize("NFD", "Äldre får hjälp")
    tokens = tokenise(text)
    assert [token.key for token in tokens] == ["äldre", "får", "hjälp"]
    assert text[tokens[1].start : tokens[1].end] == unicodedata.normalize("NFD", "får")
