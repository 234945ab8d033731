"""Every example says what it is there to teach, and the sound ones are quiet."""

from __future__ import annotations

import datetime
from pathlib import Path

import pytest

import malkoll
from malkoll.language import Language

ROOT = Path(__file__).parent.parent / "examples"
DATE = datetime.date(2026, 11, 23)
SOUND_DRAFTS = [
    "en/culture-and-leisure-board-draft.yaml",
    "sv/kommunfullmaktige-utkast.yaml",
    "sv/kultur-och-fritidsnamnden-utkast.yaml",
    "sv/socialnamnden-fardig.yaml",
]
SOUND_DECIDED = [
    "en/education-board-decided.yaml",
    "sv/barn-och-utbildningsnamnden-beslutad.yaml",
]
TAUGHT = {
    "en/faulty-colon.yaml": "MK003:8",
    "en/faulty-measurement.yaml": "MK308:17 MK311:24 MK306:39 MK313:43 MK302:54 MK303:54 MK304:54 MK309:67 MK305:72",
    "en/faulty-spelling.yaml": "MK101:6 MK202:17 MK104:33 MK109:42",
    "en/faulty-suppressions.yaml": "MK903:36 MK902:41 MK901:45 MK904:52 MK303:53",
    "sv/fel-bedomning.yaml": "MK108:8 MK301:15 MK403:16 MK312:28 MK107:31",
    "sv/fel-dubbletter.yaml": "MK009:15 MK004:21",
    "sv/fel-for-manga.yaml": "MK201:13 MK601:28 MK112:66",
    "sv/fel-horisont.yaml": "MK204:18 MK204:31 MK203:43 MK206:57 MK307:64",
    "sv/fel-kolon.yaml": "MK003:8",
    "sv/fel-matning.yaml": "MK308:17 MK311:24 MK306:39 MK313:43 MK402:48 MK302:54 MK303:54 MK304:54 MK309:67 MK305:72",
    "sv/fel-siffror-och-datum.yaml": "MK212:8 MK106:10 MK105:28 MK105:29 MK105:42 MK113:47",
    "sv/fel-stavning.yaml": "MK101:6 MK202:17 MK104:33 MK109:42",
    "sv/fel-tabb.yaml": "MK003:15",
    "sv/fel-undantag.yaml": "MK903:36 MK902:41 MK901:45 MK904:52 MK303:53",
    "sv/fel-uppfoljning.yaml": "MK212:9 MK110:10 MK315:33 MK315:48 MK314:53 MK505:55",
}
"""What each faulty document teaches: rule and line. The boards' own drafts are in the golden reports."""


def _found(name: str) -> list[str]:
    report = malkoll.check_paths([ROOT / name], isolated=True, date=DATE)
    return [f"{one.code}:{one.location.start.line}" for one in report.diagnostics]


@pytest.mark.parametrize("name", SOUND_DRAFTS)
def test_a_sound_draft_gives_nothing_at_all(name: str) -> None:
    assert _found(name) == []


@pytest.mark.parametrize("name", SOUND_DECIDED)
def test_a_sound_decided_document_gives_hints_at_most(name: str) -> None:
    report = malkoll.check_paths([ROOT / name], isolated=True, date=DATE)
    assert {one.severity.value for one in report.diagnostics} <= {"info"}


@pytest.mark.parametrize("name", TAUGHT)
def test_a_faulty_document_teaches_what_it_is_there_for(name: str) -> None:
    assert _found(name) == TAUGHT[name].split()


def test_every_example_is_looked_at() -> None:
    drafts = {"sv/socialnamnden-utkast.yaml", "sv/miljonamnden-utkast.yaml"}
    models = {"styrmodell-egen.yaml", "en/steering-model.yaml"}
    looked_at = {*SOUND_DRAFTS, *SOUND_DECIDED, *TAUGHT, *drafts, *models}
    assert looked_at == {path.relative_to(ROOT).as_posix() for path in ROOT.rglob("*.yaml")}


@pytest.mark.parametrize("name", ["styrmodell-egen.yaml", "en/steering-model.yaml"])
def test_a_steering_model_that_is_checked_as_goals_is_told_once_what_it_is(name: str) -> None:
    assert [found.partition(":")[0] for found in _found(name)] == ["MK103"]


@pytest.mark.parametrize("name", ["styrmodell-egen.yaml", "en/steering-model.yaml"])
def test_the_steering_models_of_the_examples_hold(name: str) -> None:
    from malkoll.model_check import check_model
    from malkoll.selection import select

    checked = check_model(name, (ROOT / name).read_bytes(), DATE, select())
    assert [one.message.render(Language.SV) for one in checked.report.diagnostics] == []
