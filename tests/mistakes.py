"""Mistakes beyond those that the manuals show, each put into the sound document: what there are sentences for."""

from __future__ import annotations

from checked import SOUND, changed

INDICATOR = (
    "      - namn: Vet vem som kommer\n"
    "        enhet: procent\n"
    "        utgångsvärde: {värde: 64, år: 2025}\n"
    "        målvärde: {värde: 80, år: 2028}\n"
    "        källa: brukarundersökningen\n"
)
OTHER_INDICATOR = INDICATOR.replace("64", "50").replace("80", "70").replace("Vet vem", "Minns vem")
ASSESSMENT = (
    "    professionell_bedömning:\n"
    "      motivering: Barnets egen berättelse går inte att räkna.\n"
    "      ansvarig: enhetschef\n"
    "      underlag: [samtal med varje placerat barn]\n"
    "      kriterier: [nio av tio barn namnger sin socialsekreterare]\n"
    "      tidpunkt: november 2026\n"
)
FACT = "  - fakta: 64 procent av brukarna i hemtjänsten visste vem som skulle komma.\n"
STATEMENT = "Andelen brukare i hemtjänsten som vet vem som kommer ökar från 64 till 80 procent."
TARGET = "målvärde: {värde: 80, år: 2028}"
BASELINE = "utgångsvärde: {värde: 64, år: 2025}"
LINK = "    målgrupp: brukare\n"
SECOND = "        målvärde: {värde: 45, år: 2027}\n"
FOLLOW_UP = "    rådighet: egen\n    indikatorer:\n      - namn: Vet"


def following(written: str) -> tuple[str, str]:
    """Give the first goal what stands under the key for follow-up."""
    return FOLLOW_UP, f"    uppföljning: [{written}]\n{FOLLOW_UP}"


def milestones(*written: str) -> tuple[str, str]:
    return TARGET, f"{TARGET}\n        delmål: [{', '.join(written)}]"


def without(key: str, text: str = SOUND) -> str:
    """Leave out every line with a key, and what stands below it."""
    kept: list[str] = []
    depth = -1
    for line in text.splitlines(keepends=True):
        indent = len(line) - len(line.lstrip(" "))
        if 0 <= depth < indent:
            continue
        depth = -1
        if line.lstrip(" -").startswith(f"{key}:"):
            depth = indent
            continue
        kept.append(line)
    return "".join(kept)


def goals(number: int, head: str = "") -> str:
    """Give the sound document with so many goals, all alike but for their ids."""
    start = SOUND.index("  - id: sn-3")
    one = SOUND[start:]
    return (
        SOUND[: SOUND.index("  - id: sn-1")]
        + head
        + "".join(one.replace("sn-3", f"sn-{count}") for count in range(1, number + 1))
    )


MISTAKES: dict[str, str] = {
    # what kind of thing stands there
    "a list for a document": "- nämnd: Socialnämnden\n- år: 2026\n",
    "a text for a document": "Målen för 2026\n",
    "a text for the goals": changed((SOUND[SOUND.index("mål:\n") :], "mål: Fler vet vem som kommer.\n")),
    "keys for the goals": "nämnd: Socialnämnden\når: 2026\nmål:\n  formulering: Fler vet vem som kommer.\n",
    "texts for goals": "nämnd: Socialnämnden\når: 2026\nmål:\n  - Fler vet vem som kommer.\n  - Fler är trygga.\n",
    "hyphens of a word processor": "nämnd: Socialnämnden\når: 2026\nmål: • Fler vet vem som kommer.\n",
    "a text for the current state": changed((FACT, "  - 64 procent visste vem som skulle komma.\n")),
    "keys for the current state": changed(
        (
            SOUND[SOUND.index("nulägesanalys:") : SOUND.index("mål:\n")],
            "nulägesanalys: {fakta: Hälften vet.}\n",
        )
    ),
    "a list for a text": changed((STATEMENT, "[Fler vet, fler är trygga]")),
    "keys for a text": changed((STATEMENT, "{vad: Fler vet}")),
    "a list for a number": changed((TARGET, "målvärde: {värde: [80, 90], år: 2028}")),
    "a list for a year": changed((TARGET, "målvärde: {värde: 80, år: [2028]}")),
    "a list for a date": changed(("status: utkast", "status: utkast\nbeslutsdatum: [2026-01-01]")),
    "a list for a horizon": changed(("horisont: 2026-2028", "horisont: [2026, 2028]")),
    "a list for a target": changed((TARGET, "målvärde: [80]")),
    "a list for an assessment": changed((ASSESSMENT, "    professionell_bedömning: [ja]\n")),
    "texts for indicators": changed((INDICATOR, "      - Vet vem som kommer\n      - Är trygg\n")),
    "keys for indicators": changed((INDICATOR, INDICATOR.replace("      - ", "        ", 1))),
    "a steering model": "id: exempel\nnamn: Vår styrmodell\nnivåer: {nämnd: {mål: {minst: 3}}}\nfokusområden: []\n",
    # words of which only a few are possible
    "a status that there is not": changed(("status: utkast", "status: beslutat av nämnden i december")),
    "a status nearly right": changed(("status: utkast", "status: utkasst")),
    "a level that there is not": changed(("år: 2026\n", "år: 2026\nnivå: förening\n")),
    "a control that there is not": changed(("rådighet: egen", "rådighet: någon annans")),
    "a direction that there is not": changed(("riktning: minska", "riktning: neråt lite")),
    "a judgement that there is not": changed(following("{år: 2026, bedömning: lagom}")),
    "a truth that there is not": changed((ASSESSMENT, "    professionell_bedömning: kanske\n")),
    "a horizon in words": changed(("horisont: 2026-2028", "horisont: framöver")),
    # numbers, years and dates
    "a number in words": changed((TARGET, "målvärde: {värde: åttio, år: 2028}")),
    "a number with its unit": changed((TARGET, "målvärde: {värde: 80 dagar, år: 2028}")),
    "a number that is two": changed((TARGET, "målvärde: {värde: 75-80, år: 2028}")),
    "a number with two commas": changed((TARGET, 'målvärde: {värde: "1,2,3", år: 2028}')),
    "a year with two figures": changed((TARGET, "målvärde: {värde: 80, år: 28}")),
    "a year in words": changed(("\når: 2026\n", "\når: nästa år\n")),
    "a year with a fraction": changed(("\når: 2026\n", "\når: 2026,5\n")),
    "a date of no calendar": changed(
        ("status: utkast", "status: beslutad\nbeslut: {datum: 2026-02-30, paragraf: 4}")
    ),
    "a date in words": changed(("status: utkast", "status: beslutad\nbeslut: {datum: i höst, paragraf: 4}")),
    "a date written otherwise": changed(
        ("status: utkast", "status: beslutad\nbeslut: {datum: 25 oktober 2026, paragraf: 4}")
    ),
    "a year among words": changed((TARGET, "målvärde: {värde: 80, år: omkring 2028}")),
    "a horizon among words": changed(("horisont: 2026-2028", "horisont: åren 2026 till 2028")),
    # keys
    "a key nearly right": changed(("grunduppdrag:", "grunduppdraget:")),
    "a key of no kind": changed(("grunduppdrag:", "xyz: 1\ngrunduppdrag:")),
    "a key in the wrong place": changed(
        ("    målgrupp: brukare", "    kommun: Exempelkommun\n    målgrupp: brukare")
    ),
    "keys in two languages": changed(("    målgrupp: brukare", "    audience: brukare")),
    "most keys in English": changed(("nämnd:", "board:"), ("kommun:", "municipality:")),
    "no board": without("nämnd"),
    "no year": changed(("\når: 2026\n", "\n")),
    "no goals": SOUND[: SOUND.index("mål:\n")],
    "goals without a list": SOUND[: SOUND.index("mål:\n")] + "mål:\n",
    "a goal without a sentence": changed((f"    formulering: {STATEMENT}\n", "")),
    "a goal without a focus area": changed(("    fokusområde: Hållbar vardag\n", "")),
    "a goal without a horizon": changed(("    horisont: 2026-2028\n", "")),
    "an indicator without a name": changed(
        ("      - namn: Vet vem som kommer\n        enhet", "      - enhet")
    ),
    "an indicator without a target": changed((f"        {TARGET}\n", "")),
    "a target without a value": changed((TARGET, "målvärde: {år: 2028}")),
    "empty texts": changed(
        ("grunduppdrag: Vård, omsorg och stöd enligt socialtjänstlagen.", "grunduppdrag: ' '")
    ),
    "a sentence that is empty": changed((STATEMENT, "''")),
    "a question mark for a text": changed((STATEMENT, "' ? '")),
    "a text left to write": changed((STATEMENT, "[skriv målet här]"), (BASELINE, "utgångsvärde: X")),
    "ids that are the same": changed(("id: sn-2", "id: sn-1"), ("id: sn-3", "id: SN-1")),
    "goals without ids": changed(("  - id: sn-1\n    f", "  - f"), ("  - id: sn-3\n    f", "  - f")),
    "a goal without an id among others": changed(("  - id: sn-2\n    f", "  - f")),
    # the steering model
    "a focus area that there is not": changed(("Hållbar vardag", "Rymden")),
    "a focus area nearly right": changed(("Hållbar vardag", "Hållbar vardgad")),
    "a focus area of several": changed(
        ("fokusområde: Hållbar vardag", "fokusområde: [Hållbar vardag, Rymden]")
    ),
    "too many goals": goals(9),
    "too few goals": goals(1),
    "too few goals, level given": changed(("år: 2026\n", "år: 2026\nnivå: nämnd\n"), text=goals(2)),
    "a horizon that goes backwards": changed(("horisont: 2026-2028", "horisont: 2028-2026")),
    "a horizon too long": changed(("horisont: 2026-2028", "horisont: 2026-2036")),
    "a horizon before the year": changed(
        ("horisont: {från: 2026, till: 2027}", "horisont: {från: 2023, till: 2024}")
    ),
    "a horizon after the term": changed(
        ("horisont: 2026-2028", "horisont: 2031-2033"), ("80, år: 2028", "80, år: 2033")
    ),
    "a fact without a source": changed(("    källa: brukarundersökningen\n    år: 2025\n", "    år: 2025\n")),
    "a fact without a year": changed(
        ("    källa: brukarundersökningen\n    år: 2025\n", "    källa: brukarundersökningen\n")
    ),
    "a fact without source and year": changed(("    källa: brukarundersökningen\n    år: 2025\n", "")),
    "no current state": without("nulägesanalys"),
    "a current state of one goal": changed(
        (
            "    målgrupp: barn",
            "    nulägesanalys:\n      - {fakta: Hälften vet, källa: samtal, år: 2025}\n    målgrupp: barn",
        ),
        text=without("nulägesanalys"),
    ),
    "no mission": without("grunduppdrag"),
    "a level that is another board's": changed(
        ("år: 2026\n", "år: 2026\nnivå: fullmäktige\n"),
    ),
    "an unknown global goal": changed(
        ("    målgrupp: brukare", "    agenda2030: [99]\n    målgrupp: brukare")
    ),
    "a global target that there is not": changed(
        ("    målgrupp: brukare", "    agenda2030: [3.99]\n    målgrupp: brukare")
    ),
    "a link to no region": changed(("    målgrupp: brukare", "    rus: [Rymden]\n    målgrupp: brukare")),
    "a priority that there is not": changed(
        ("    målgrupp: brukare", "    prioriteringar: [Rymden]\n    målgrupp: brukare")
    ),
    "decided without a decision": changed(("status: utkast", "status: beslutad")),
    # the file
    "hidden characters": changed(
        ("Hållbar vardag", "Hållbar\u00a0vard\u200bag"), ("brukare", "bru\u00adkare")
    ),
    "a control character": changed(("Hållbar vardag", "Hållbar\u0007 vardag")),
    "letters in two parts": changed(
        ("Hållbar vardag", "Ha\u030allbar vardag"), ("målgrupp", "ma\u030algrupp")
    ),
    "a key twice": changed(("    målgrupp: brukare\n", "    målgrupp: brukare\n    målgrupp: äldre\n")),
    "a key twice, spelt otherwise": changed(
        ("    målgrupp: brukare\n", "    målgrupp: brukare\n    Målgrupp: äldre\n")
    ),
    "a text cut by a comment": changed((STATEMENT, "Fler vet vem som kommer #hemtjänst")),
    "a tag": changed((STATEMENT, "!fel Fler vet vem som kommer.")),
    "a merge": changed(("  - id: sn-1", "  - <<: {enhet: procent}\n    id: sn-1")),
    "keys that are lists": changed(("kommun: Exempelkommun", "? [kommun, nämnd]\n: Exempelkommun")),
    "deep nesting": "nämnd: " + "[" * 200 + "]" * 200 + "\n",
    "several documents": SOUND + "---\nnämnd: Rymdnämnden\n",
    "nothing but a comment": "# mål\n",
    "a null": "nämnd: Social\0nämnden\n",
}
"""A name for each mistake, with the document."""
