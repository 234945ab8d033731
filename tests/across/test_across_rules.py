"""Documents that are checked together: what counts as one board, one year, one goal."""

from __future__ import annotations

import datetime
import random
import time

import pytest

from malkoll.diagnostic import Diagnostic
from malkoll.document.words import fold
from malkoll.engine import Engine, Input
from malkoll.language import Language
from malkoll.rules.across import likeness
from malkoll.rules.across.likeness import alike_among, first_alike
from malkoll.selection import select
from malkoll.source import SourceFile
from malkoll.steering.loaded import DEFAULT, LoadedModel, built_in, read_model

DATE = datetime.date(2026, 11, 23)
GOAL = "Antalet barn som deltar i öppen förskola ökar från 35 till 62."
NEARLY = "Antalet barn som deltar i den öppna förskolan ökar från 35 till 62."
OTHER = "Väntetiden till en plats på särskilt boende minskar från 74 till 45 dagar."


def _document(
    board: str, *goals: str, year: int | str = 2026, municipality: str | None = "Exempelkommun"
) -> str:
    head = f"kommun: {municipality}\n" if municipality else ""
    listed = "".join(f'  - formulering: "{goal}"\n' for goal in goals)
    return f"{head}nämnd: {board}\når: {year}\nmål:\n{listed or '  []'}"


def _model(keys: str) -> LoadedModel:
    data = f"id: m\nnamn: M\nnivåer: {{nämnd: {{}}}}\nfokusområden: [{{id: a, namn: A}}]\n{keys}\n".encode()
    source = SourceFile("modell.yaml", data)
    built, _, _ = read_model(source)
    assert built.part is not None
    return LoadedModel(built.part, source, data)


def _check(
    *documents: str, model: LoadedModel | None = None, rules: str = "MK6", whole: bool = False
) -> list[Diagnostic]:
    engine = Engine(DATE, whole=whole)
    for number, text in enumerate(documents):
        engine.check(Input(f"{number}.yaml", text.encode(), model or built_in(DEFAULT), select([rules])))
    return engine.finish().diagnostics


def _told(found: list[Diagnostic]) -> list[tuple[str, str]]:
    return [(one.code, one.location.file) for one in found]


def test_nearly_the_same_goal_of_two_boards_is_told_at_the_later_and_points_at_the_first() -> None:
    [found] = _check(_document("Socialnämnden", GOAL), _document("Skolnämnden", OTHER, NEARLY))
    assert (found.code, found.location.file) == ("MK601", "1.yaml")
    assert [one.location.file for one in found.related] == ["0.yaml"]
    assert "Socialnämnden" in found.message.render(Language.SV)


def test_every_later_goal_is_told_once_and_points_at_the_first_of_them() -> None:
    found = _check(_document("Socialnämnden", GOAL, NEARLY, GOAL, OTHER))
    assert [one.location.start.line for one in found] == [6, 7]
    assert {one.related[0].location.start.line for one in found} == {5}


def test_a_board_may_keep_its_goal_from_one_year_to_the_next() -> None:
    assert _check(_document("Socialnämnden", GOAL, year=2025), _document("Socialnämnden", GOAL)) == []


def test_two_municipalities_may_have_the_same_goal_and_the_same_board() -> None:
    ours, theirs = (
        _document("Socialnämnden", GOAL),
        _document("Socialnämnden", GOAL, municipality="Annankommun"),
    )
    assert _check(ours, theirs) == []


def test_a_document_without_a_municipality_belongs_to_the_only_one_that_is_named() -> None:
    found = _check(_document("Socialnämnden", OTHER), _document("socialnämnden", GOAL, municipality=None))
    assert _told(found) == [("MK605", "1.yaml")]


def test_a_document_without_a_municipality_belongs_to_none_of_several() -> None:
    documents = [_document("Socialnämnden", GOAL, municipality=name) for name in ("A", "B", None)]
    assert _check(*documents) == []


def test_a_boards_second_document_is_one_finding_and_not_one_for_each_goal() -> None:
    found = _check(_document("Socialnämnden", GOAL, OTHER), _document("SOCIALNÄMNDEN", GOAL, OTHER))
    assert _told(found) == [("MK605", "1.yaml")]


def test_a_goal_that_stands_twice_within_a_boards_second_document_is_told() -> None:
    found = _check(_document("Socialnämnden", OTHER), _document("Socialnämnden", GOAL, NEARLY))
    assert _told(found) == [("MK605", "1.yaml"), ("MK601", "1.yaml")]


def test_a_name_in_decomposed_letters_is_the_same_board() -> None:
    found = _check(_document("Socialnämnden", GOAL), _document("Socialna\u0308mnden", OTHER))
    assert _told(found) == [("MK605", "1.yaml")]


def test_a_boards_other_name_in_the_model_is_the_same_board() -> None:
    model = _model("nämnder: [{namn: Socialnämnden, alias: [SN]}]")
    assert _told(_check(_document("SN", GOAL), _document("Socialnämnden", OTHER), model=model)) == [
        ("MK605", "1.yaml")
    ]


def test_without_a_year_goals_are_compared_within_their_document_alone() -> None:
    unknown = _document("Socialnämnden", GOAL, NEARLY, year="snart")
    assert _told(_check(unknown, _document("Skolnämnden", GOAL))) == [("MK601", "0.yaml")]


def test_all_missing_boards_of_a_year_are_one_finding() -> None:
    model = _model("nämnder: [Socialnämnden, Skolnämnden, Kulturnämnden]")
    [found] = _check(_document("Socialnämnden", GOAL), model=model, whole=True)
    assert found.code == "MK604"
    sentence = found.message.render(Language.SV)
    assert "Skolnämnden" in sentence
    assert "Kulturnämnden" in sentence
    assert "Socialnämnden" not in sentence


def test_one_file_by_itself_says_nothing_of_the_other_boards() -> None:
    model = _model("nämnder: [Socialnämnden, Skolnämnden, Kulturnämnden]")
    assert _check(_document("Socialnämnden", GOAL), model=model) == []


def test_each_year_has_its_own_missing_boards() -> None:
    model = _model("nämnder: [Socialnämnden, Skolnämnden]")
    found = _check(
        _document("Socialnämnden", GOAL, year=2025),
        _document("Socialnämnden", GOAL),
        _document("Skolnämnden", OTHER),
        model=model,
    )
    assert _told(found) == [("MK604", "0.yaml")]


@pytest.mark.parametrize("board", ["Socialnämden", "Individ- och familjenämnden"])
def test_a_board_under_a_wrong_name_is_not_missing_too(board: str) -> None:
    model = _model("nämnder: [Socialnämnden]")
    assert _told(_check(_document(board, GOAL), model=model, rules="MK207")) == [("MK207", "0.yaml")]
    assert _check(_document(board, GOAL), model=model) == []


def test_no_board_is_missing_when_the_model_lists_none() -> None:
    assert _check(_document("Socialnämnden", GOAL)) == []


def _pairwise(texts: list[str]) -> list[int | None]:
    runs = [{fold(text)[at : at + 4] for at in range(max(len(fold(text)) - 3, 1))} for text in texts]
    found: list[int | None] = []
    for later, own in enumerate(runs):
        alike = (at for at in range(later) if len(own & runs[at]) * 5 >= len(own | runs[at]) * 3)
        found.append(next(alike, None))
    return found


@pytest.mark.parametrize("most", [0, 400], ids=["all-at-once", "two-by-two"])
def test_likeness_is_what_sets_of_letter_runs_say(monkeypatch: pytest.MonkeyPatch, most: int) -> None:
    monkeypatch.setattr(likeness, "_FEW", most)
    chance = random.Random(7)  # noqa: S311 - the same texts each time
    words = [*OTHER.split(), *GOAL.split(), "\U0001f600", "a"]
    texts = []
    for _ in range(400):
        text = chance.choice([GOAL, NEARLY, OTHER]).split()
        for at in chance.sample(range(len(text)), k=chance.randint(0, 6)):
            text[at] = chance.choice(words)
        texts.append(" ".join(text))
    expected = _pairwise(texts)
    assert 50 < sum(first is not None for first in expected) < 350
    assert first_alike(texts) == expected
    assert [alike_among(texts[:number], [text])[0] for number, text in enumerate(texts)][:50] == expected[:50]


def test_a_likeness_of_exactly_60_percent_counts() -> None:
    assert first_alike(["abcdefg", "abcdefx"]) == [None, 0]
    assert first_alike(["abcdefgh", "abcdef"]) == [None, 0]
    assert first_alike(["abcdefgh", "abcdefx"]) == [None, None]


def test_thousands_of_similar_goals_take_seconds() -> None:
    texts = [
        f"Andelen {n} av {n * 7} som är nöjda med {n * 13} ökar från {n % 50} till 80" for n in range(5_000)
    ]
    before = time.process_time()
    first_alike(texts)
    assert time.process_time() - before < 10


def test_a_document_with_two_thousand_like_goals_takes_seconds() -> None:
    text = _document("Socialnämnden", *[GOAL] * 2_000)
    before = time.process_time()
    assert len(_check(text)) == 1_999
    assert time.process_time() - before < 10
