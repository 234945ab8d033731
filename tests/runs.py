"""Documents that are checked together, with the mistakes that only show when they are."""

from __future__ import annotations

from pathlib import Path
from typing import NamedTuple

from checked import SOUND, changed

LAST = changed(
    ("år: 2026", "år: 2025"),
    ("horisont: 2026-2028", "horisont: 2025-2028"),
    ("horisont: {från: 2026, till: 2027}", "horisont: 2025-2027"),
    ("horisont: 2026\n", "horisont: 2025-2026\n"),
)
MODEL = """\
id: m
namn: M
nivåer: {nämnd: {}}
fokusområden: [{id: a, namn: Ett gott liv}, {id: b, namn: En levande plats}, {id: c, namn: Ett starkt samhälle}]
nämnder: [{namn: Socialnämnden}, {namn: Skolnämnden}, {namn: Byggnämnden}, {namn: Kulturnämnden}]
prioriteringar:
  status: beslutade
  datum: 2025-06-01
  lista: [{id: p, namn: Trygga barn}, {id: q, namn: Fler i arbete}, {id: r, namn: Rena vatten}]
"""
PLENTY = "Antalet barn som deltar i öppen förskola ökar från 35 till 62."
WAIT = "Väntetiden till en plats på särskilt boende minskar från 74 till 45 dagar."
FIRMS = "Företag som söker bygglov får svar inom 21 dagar, mot 35 i dag."


class Together(NamedTuple):
    """Documents of one run.

    Attributes:
        documents: their texts, the first named 0.yaml.
        model: a steering model for all of them, else the built-in one.
        rules: which rules are asked.

    """

    documents: tuple[str, ...]
    model: str | None = None
    rules: str = "MK6"


def of_board(board: str, *goals: tuple[str, str, str], year: int = 2026) -> str:
    """Give a document with goals of a sentence, a focus area and a priority."""
    listed = "".join(
        f'  - formulering: "{text}"\n    fokusområde: {area}\n'
        + (f"    prioriteringar: [{to}]\n" if to else "")
        for text, area, to in goals
    )
    return f"kommun: Exempelkommun\nnämnd: {board}\når: {year}\nmål:\n{listed}"


BOARDS = ("Socialnämnden", "Skolnämnden", "Byggnämnden", "Kulturnämnden")
TEXTS = (PLENTY, WAIT, FIRMS, "Fler barn lånar böcker på biblioteket: från 210 till 400.")


def of_all(areas: str, priorities: str = "pqrp") -> tuple[str, ...]:
    """Give a document of every board of the model, each with a goal."""
    named = {"a": "Ett gott liv", "b": "En levande plats", "c": "Ett starkt samhälle"}
    to = {"p": "Trygga barn", "q": "Fler i arbete", "r": "Rena vatten", "-": ""}
    return tuple(
        of_board(board, (text, named[area], to[one]))
        for board, text, area, one in zip(BOARDS, TEXTS, areas, priorities, strict=True)
    )


def since(*changes: tuple[str, str]) -> Together:
    """Hold the sound document, with changes, against the one of the year before."""
    return Together((LAST, changed(*changes)))


OWN = (Path(__file__).parents[1] / "examples" / "styrmodell-egen.yaml").read_text(encoding="utf-8")
"""A municipality's own model: its limits and lists are shown where they stand."""
HELD = changed(
    ("år: 2026", "år: 2027"),
    ("Hållbar vardag", "Självständig ålderdom"),
    ("Hållbar hälsa", "Självständig ålderdom"),
    ("Hållbar gemenskap", "Trygg uppväxt"),
    ("horisont: 2026-2028", "horisont: 2027-2028"),
    ("horisont: {från: 2026, till: 2027}", "horisont: 2027"),
    ("horisont: 2026\n", "horisont: 2027\n"),
)
LINK = "    målgrupp: brukare\n"


def under_own(*changes: tuple[str, str]) -> Together:
    """Hold the sound document, with changes, against a municipality's own model."""
    return Together((changed(*changes, text=HELD),), OWN, "MK2,MK3,MK5")


BASELINE = "utgångsvärde: {värde: 64, år: 2025}"
THIRD = SOUND[SOUND.index("  - id: sn-3") :]
SECOND = SOUND[SOUND.index("  - id: sn-2") : SOUND.index("  - id: sn-3")]
RUNS: dict[str, Together] = {
    "a goal dropped": since((THIRD, "")),
    "two goals dropped": since((SECOND, ""), (THIRD, "")),
    "a goal reworded": since(
        ("Väntetiden till en plats på särskilt boende", "Antalet dagar tills äldre får ett hem")
    ),
    "a target changed": since(
        ("målvärde: {värde: 45, år: 2027}", "målvärde: {värde: 50, år: 2027}"), ("45 dagar", "50 dagar")
    ),
    "a target's year changed": since(("målvärde: {värde: 45, år: 2027}", "målvärde: {värde: 45, år: 2026}")),
    "a goal reworded, its target changed": since(
        ("Väntetiden till en plats på särskilt boende", "Antalet dagar tills äldre får ett hem"),
        ("målvärde: {värde: 45, år: 2027}", "målvärde: {värde: 50, år: 2027}"),
        ("45 dagar", "50 dagar"),
    ),
    "a goal under another id": since(("id: sn-2", "id: äldre-1")),
    "another unit": since(("enhet: dagar", "enhet: veckor")),
    "another source": since(("        källa: Kolada", "        källa: egen mätning")),
    "another id in Kolada": since(("kolada: U23401", "kolada: N15033")),
    "another baseline, dated": since(
        (BASELINE, "utgångsvärde: {värde: 60, år: 2025}"), ("från 64", "från 60")
    ),
    "another baseline, undated": since((BASELINE, "utgångsvärde: 60"), ("från 64", "från 60")),
    "a baseline of before, undated then": Together(
        (
            changed((BASELINE, "utgångsvärde: 64"), text=LAST),
            changed((BASELINE, "utgångsvärde: {värde: 60, år: 2024}")),
        )
    ),
    "a baseline since, undated then": Together(
        (
            changed((BASELINE, "utgångsvärde: 64"), text=LAST),
            changed((BASELINE, "utgångsvärde: {värde: 60, år: 2025}")),
        )
    ),
    "a newer baseline": since((BASELINE, "utgångsvärde: {värde: 66, år: 2026}"), ("från 64", "från 66")),
    "unit, source and id": since(
        ("enhet: dagar", "enhet: veckor"),
        ("        källa: Kolada", "        källa: egen mätning"),
        ("U23401", "N15033"),
    ),
    "the same year twice": Together((SOUND, changed(("status: utkast", "status: utkast\n")))),
    "a board twice, other goals": Together(
        (SOUND, of_board("Socialnämnden", (PLENTY, "Hållbar vardag", "")))
    ),
    "goals of two boards alike": Together(
        (SOUND, of_board("Skolnämnden", (WAIT.replace("en plats", "plats"), "Hållbar hälsa", "")))
    ),
    "the same goal of two boards": Together((SOUND, of_board("Skolnämnden", (WAIT, "Hållbar hälsa", "")))),
    "one board missing": Together(of_all("abcc")[:3], MODEL),
    "several boards missing": Together(of_all("abcc")[:2], MODEL),
    "one focus area without a goal": Together(of_all("abba"), MODEL),
    "several focus areas without a goal": Together(of_all("aaaa"), MODEL),
    "one priority without a goal": Together(of_all("abcc", "pqpq"), MODEL),
    "several priorities without a goal": Together(of_all("abcc", "pppp"), MODEL),
    "nothing against one's own model": under_own(),
    "a board nearly that of one's own model": under_own(("Socialnämnden", "Socialnämden")),
    "a board that one's own model hasn't": under_own(("Socialnämnden", "Rymdnämnden")),
    "a focus area that one's own model hasn't": under_own(("Trygg uppväxt", "Rymden")),
    "a focus area nearly that of one's own model": under_own(("Trygg uppväxt", "Trygg upväxt")),
    "a priority that one's own model hasn't": under_own((LINK, f"    prioriteringar: [Rymden]\n{LINK}")),
    "a priority nearly that of one's own model": under_own(
        (LINK, f"    prioriteringar: [Alla klarar skola]\n{LINK}")
    ),
    "an audience that one's own model hasn't": under_own(("målgrupp: brukare", "målgrupp: marsianer")),
    "an audience nearly that of one's own model": under_own(("målgrupp: brukare", "målgrupp: hyresgester")),
    "a horizon after one's own term": under_own(("horisont: 2027-2028", "horisont: 2030-2032")),
    "a horizon too long for one's own model": under_own(("horisont: 2027-2028", "horisont: 2027-2030")),
    "too many goals for one's own model": Together(
        (HELD + SOUND[SOUND.index("  - id: sn-1") :],), OWN, "MK201"
    ),
    "too few goals for one's own model": Together(
        (HELD[: HELD.index("  - id: sn-2")].replace("Socialnämnden", "KF"),), OWN, "MK201,MK208"
    ),
    "a year before one's own model": under_own(("år: 2027", "år: 2024")),
    "a regional link that one's own model hasn't": under_own((LINK, f"    rus: [R9]\n{LINK}")),
    "decided before the priorities": under_own(
        ("status: utkast", "status: beslutad\nbeslut: {datum: 2026-10-01, paragraf: § 4}")
    ),
    "decided while the priorities are pending": Together(
        (
            changed(
                ("status: utkast", "status: beslutad\nbeslut: {datum: 2026-10-01, paragraf: § 4}"), text=HELD
            ),
        ),
        OWN.replace("status: beslutade", "status: väntar", 1),
        "MK2",
    ),
    **{
        f"a word of one's own list: {name}": Together(
            (
                changed(
                    (
                        "Andelen brukare i hemtjänsten som vet vem som kommer ökar från 64 till 80 procent.",
                        sentence,
                    )
                ),
            ),
            f"{MODEL}ordlistor:\n  {name}:\n    lägg_till: [{word}]\n",
            "MK4,MK5",
        )
        for name, word, sentence in (
            ("vaga ord", "fräsig", "Alla brukare får en fräsig vardag."),
            ("aktiviteter", "snickra ihop", "Nämnden ska snickra ihop en plan för hemtjänsten."),
            ("svaga verb", "dona", "Nämnden ska dona med hemtjänsten för brukarna."),
            ("kanslisvenska", "härvidlag", "Brukarna vet härvidlag vem som kommer."),
            ("reservationer", "om andan faller på", "Brukarna vet vem som kommer om andan faller på."),
            ("superlativ", "allra fräsigaste", "Brukarna får den allra fräsigaste vården."),
            ("utanför rådighet", "månens bana", "Månens bana blir lugnare för brukarna."),
            ("oförändrat", "stå och stampa", "Hemtjänsten ska stå och stampa för brukarna."),
            ("öppna uppräkningar", "etcetera pp", "Brukarna vet vem som kommer, när, hur etcetera pp."),
        )
    },
    "all is covered": Together(of_all("abca"), MODEL),
}
"""A name for each run."""
_MODEL = "id: m\nnamn: M\ngiltig: {från: 2024}\nnivåer: {nämnd: {mål: {minst: 3, högst: 5}}}\n"
_AREAS = "fokusområden: [{id: a, namn: Ett gott liv}, {id: b, namn: En levande plats}]\n"
MODELS: dict[str, str] = {
    "a sound model": _MODEL + _AREAS,
    "a list for a model": "- id: m\n",
    "nothing of a model": "id: m\n",
    "texts for focus areas": _MODEL + "fokusområden: [Ett gott liv, En levande plats]\n",
    "a text for the focus areas": _MODEL + "fokusområden: Ett gott liv\n",
    "keys for the focus areas": _MODEL + "fokusområden: {id: a, namn: Ett gott liv}\n",
    "a text for the levels": _MODEL.replace("{nämnd: {mål: {minst: 3, högst: 5}}}", "nämnd") + _AREAS,
    "a text for a level": _MODEL.replace("{mål: {minst: 3, högst: 5}}", "tre till fem mål") + _AREAS,
    "a text for a limit": _MODEL.replace("{minst: 3, högst: 5}", "tre till fem") + _AREAS,
    "a number for a limit": _MODEL.replace("{minst: 3, högst: 5}", "3") + _AREAS,
    "a word for a number": _MODEL.replace("minst: 3", "minst: tre") + _AREAS,
    "a level that there is not": _MODEL.replace("nämnd:", "förening:") + _AREAS,
    "a key that there is not": _MODEL + _AREAS + "xyz: 1\n",
    "a key nearly right": _MODEL.replace("giltig", "giltigt") + _AREAS,
    "a text for the boards": _MODEL + _AREAS + "nämnder: Socialnämnden\n",
    "texts for boards": _MODEL + _AREAS + "nämnder: [Socialnämnden, Skolnämnden]\n",
    "a text for the priorities": _MODEL + _AREAS + "prioriteringar: väntar\n",
    "a text for the rules": _MODEL + _AREAS + "regler: krav\n",
    "a text for a rule": _MODEL + _AREAS + "regler: {goal-count: krav}\n",
    "a strength that there is not": _MODEL + _AREAS + "regler: {goal-count: {styrka: hård}}\n",
    "a rule that there is not": _MODEL + _AREAS + "regler: {goal-cuont: av}\n",
    "a list for the word lists": _MODEL + _AREAS + "ordlistor: [god]\n",
    "a text for a word list": _MODEL + _AREAS + "ordlistor: {vaga ord: god}\n",
    "a list for a text": _MODEL.replace("namn: M", "namn: [M, N]") + _AREAS,
    "a list for a year": _MODEL.replace("från: 2024", "från: [2024]") + _AREAS,
    "a text for the audiences": _MODEL + _AREAS + "målgrupper: invånare\n",
    "texts for audiences": _MODEL + _AREAS + "målgrupper: [invånare, företag]\n",
    "a text for the year's wheel": _MODEL + _AREAS + "årshjul: november\n",
    "a date that there is not": _MODEL + _AREAS + "årshjul: [{datum: 2026-02-30, händelse: Budget}]\n",
    "a text for the regional strategy": _MODEL + _AREAS + "rus: rymden\n",
    "a list for the regional strategy": _MODEL + _AREAS + "rus: [R1]\n",
}
"""A name for each steering model that is checked itself."""
