"""A sound document to change one thing in, and the engine to check it with."""

from __future__ import annotations

import datetime

from malkoll.diagnostic import Diagnostic
from malkoll.engine import Engine, Input
from malkoll.file_report import FileReport
from malkoll.selection import Selection, select
from malkoll.source import SourceFile
from malkoll.steering.loaded import DEFAULT, LoadedModel, built_in, read_model

DATE = datetime.date(2026, 11, 23)
SOUND = """\
kommun: Exempelkommun
nämnd: Socialnämnden
år: 2026
status: utkast
grunduppdrag: Vård, omsorg och stöd enligt socialtjänstlagen.
nulägesanalys:
  - fakta: 64 procent av brukarna i hemtjänsten visste vem som skulle komma.
    källa: brukarundersökningen
    år: 2025
mål:
  - id: sn-1
    formulering: Andelen brukare i hemtjänsten som vet vem som kommer ökar från 64 till 80 procent.
    fokusområde: Hållbar vardag
    horisont: 2026-2028
    målgrupp: brukare
    rådighet: egen
    indikatorer:
      - namn: Vet vem som kommer
        enhet: procent
        utgångsvärde: {värde: 64, år: 2025}
        målvärde: {värde: 80, år: 2028}
        källa: brukarundersökningen
  - id: sn-2
    formulering: Väntetiden till en plats på särskilt boende minskar från 74 till 45 dagar.
    fokusområde: Hållbar hälsa
    horisont: {från: 2026, till: 2027}
    målgrupp: äldre
    rådighet: egen
    indikatorer:
      - namn: Väntetid till särskilt boende
        kolada: U23401
        enhet: dagar
        riktning: minska
        utgångsvärde: {värde: 74, år: 2025}
        målvärde: {värde: 45, år: 2027}
        källa: Kolada
  - id: sn-3
    formulering: Barn som är placerade utanför hemmet kan berätta vem på socialtjänsten de vänder sig till.
    fokusområde: Hållbar gemenskap
    horisont: 2026
    målgrupp: barn
    rådighet: egen
    professionell_bedömning:
      motivering: Barnets egen berättelse går inte att räkna.
      ansvarig: enhetschef
      underlag: [samtal med varje placerat barn]
      kriterier: [nio av tio barn namnger sin socialsekreterare]
      tidpunkt: november 2026
"""


def changed(*changes: tuple[str, str], text: str = SOUND) -> str:
    """Replace pieces of the sound document, the first of each; what is to be replaced must be there."""
    for old, new in changes:
        assert old in text, old
        text = text.replace(old, new, 1)
    return text


def check(
    data: str | bytes,
    *,
    date: datetime.date = DATE,
    model: LoadedModel | None = None,
    selection: Selection | None = None,
) -> FileReport:
    """Check one document as the command would."""
    engine = Engine(date)
    raw = data if isinstance(data, bytes) else data.encode()
    engine.check(Input("mål.yaml", raw, model or built_in(DEFAULT), selection or select()))
    (file,) = engine.finish().files
    return file


def codes(data: str | bytes, *, date: datetime.date = DATE, model: LoadedModel | None = None) -> list[str]:
    """Give the codes of what is found, in the order of the lines."""
    return [one.code for one in check(data, date=date, model=model).diagnostics]


def places(data: str | bytes, *, date: datetime.date = DATE) -> list[tuple[str, int]]:
    """Give code and line of what is found."""
    return [(one.code, one.location.start.line) for one in check(data, date=date).diagnostics]


def model_of(text: str) -> LoadedModel:
    """Read a steering model from a test's text."""
    data = text.encode()
    source = SourceFile("styrmodell.yaml", data)
    built, troubles, _ = read_model(source)
    assert built.part is not None
    assert not troubles
    return LoadedModel(built.part, source, data)


def fixed(text: str, found: tuple[Diagnostic, ...] | list[Diagnostic]) -> str:
    """Apply the fixes of diagnostics to a text."""
    edits = sorted({edit for one in found if one.fix for edit in one.fix.edits}, reverse=True)
    for edit in edits:
        text = text[: edit.span.start] + edit.text + text[edit.span.end :]
    return text
