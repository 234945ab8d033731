"""Calls of `malkoll new` that give a sound document."""

from __future__ import annotations

GOALS = (
    (
        "formulering=Andelen brukare i hemtjänsten som vet vem som kommer ökar från 64 till 80 procent.; "
        "fokusområde=Hållbar vardag; horisont=2027-2029; målgrupp=brukare; rådighet=egen; "
        "indikator=Vet vem som kommer; enhet=procent; utgångsvärde=64 (2026); målvärde=80 (2029); "
        "källa=brukarundersökningen"
    ),
    (
        "formulering=Väntetiden till en plats på särskilt boende minskar från 74 till 45,5 dagar.; "
        "fokusområde=Hållbar hälsa; horisont=2027; målgrupp=äldre; målgrupp=anhöriga; rådighet=egen; "
        "indikator=Väntetid till särskilt boende; enhet=dagar; utgångsvärde=74 (2026); målvärde=45,5 (2027); "
        "källa=Kolada; kolada=U23401"
    ),
    (
        "formulering=Barn som är placerade utanför hemmet kan berätta vem på socialtjänsten de vänder sig till.; "
        "fokusområde=Hållbar gemenskap; horisont=2027; målgrupp=barn; rådighet=delad; "
        "bedömning=Barnets egen berättelse går inte att räkna.; ansvarig=enhetschef; "
        "underlag=samtal med varje placerat barn; underlag=enkät; "
        "kriterier=nio av tio barn namnger sin socialsekreterare; tidpunkt=november 2027"
    ),
)
ENGLISH_GOAL = (
    "statement=The waiting time for a place in sheltered housing falls from 74 to 45 days.; "
    "focus_area=Hållbar hälsa; horizon=2027; audience=older people; control=own; indicator=Waiting time; "
    "unit=days; baseline=74 (2026); target=45 (2027); source=Kolada"
)
BEGINNING = (
    "--date", "2026-11-23", "--municipality", "Granvik", "--board", "Socialnämnden",
    "--mission", "Vård, omsorg och stöd enligt socialtjänstlagen.",
    "--fact", "64 procent av brukarna visste vem som skulle komma.|brukarundersökningen|2025",
)  # fmt: skip
SOUND = ("new", *BEGINNING, *(word for goal in GOALS for word in ("--goal", goal)))
"""A whole call; a file's name may follow."""


def without(option: str, words: tuple[str, ...] = SOUND) -> tuple[str, ...]:
    """Leave an option out, with its value."""
    place = words.index(option)
    return (*words[:place], *words[place + 2 :])
