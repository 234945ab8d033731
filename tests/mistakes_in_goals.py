"""Mistakes in what goals say and how they are measured, each put into the sound document."""

from __future__ import annotations

from checked import SOUND, changed
from mistakes import (
    ASSESSMENT,
    BASELINE,
    FACT,
    INDICATOR,
    LINK,
    OTHER_INDICATOR,
    STATEMENT,
    TARGET,
    following,
    milestones,
)

MISTAKES_IN_GOALS: dict[str, str] = {
    # measuring
    "neither measured nor judged": changed(("    indikatorer:\n" + INDICATOR, "")),
    "indicators without any": changed(("    indikatorer:\n" + INDICATOR, "    indikatorer: []\n")),
    "no unit": changed(("        enhet: procent\n", "")),
    "no unit, of a number": changed(("        enhet: dagar\n", "")),
    "no unit, percent by its sign": changed(("        enhet: procent\n", ""), ("värde: 80", "värde: 80 %")),
    "no baseline": changed((f"        {BASELINE}\n", "")),
    "no source": changed(
        ("målvärde: {värde: 80, år: 2028}\n        källa: brukarundersökningen\n", TARGET + "\n")
    ),
    "a target that the sentence doesn't say": changed((TARGET, "målvärde: {värde: 85, år: 2028}")),
    "decimals that agree": changed(
        ("64 till 80", "6,4 till 8,5"),
        (BASELINE, "utgångsvärde: {värde: 6.4, år: 2025}"),
        (TARGET, "målvärde: {värde: 8.5, år: 2028}"),
    ),
    "decimals that don't agree": changed(
        ("64 till 80", "6,4 till 8,5"),
        (BASELINE, "utgångsvärde: {värde: 6.4, år: 2025}"),
        (TARGET, "målvärde: {värde: 8.6, år: 2028}"),
    ),
    "a baseline that the sentence doesn't say": changed((BASELINE, "utgångsvärde: {värde: 60, år: 2025}")),
    "a year that the sentence doesn't say": changed(
        (STATEMENT, STATEMENT.replace("procent.", "procent till 2030."))
    ),
    "several indicators and none of the sentence's": changed(
        (TARGET, "målvärde: {värde: 85, år: 2028}"),
        ("      - namn: Vet vem", OTHER_INDICATOR + "      - namn: Vet vem"),
    ),
    "more than all": changed(("värde: 80, år", "värde: 180, år"), ("64 till 80", "64 till 180")),
    "less than none": changed(
        (BASELINE, "utgångsvärde: {värde: -4, år: 2025}"), milestones("{värde: 140, år: 2027}")
    ),
    "an outcome of more than all": changed(
        following("{år: 2026, bedömning: delvis, orsak: ja, utfall: {Vet vem som kommer: 170}}")
    ),
    "a target that is where things stand": changed(
        (TARGET, "målvärde: {värde: 64, år: 2028}"), ("från 64 till 80", "till 64")
    ),
    "a target the other way": changed(("riktning: minska", "riktning: öka")),
    "a target year outside": changed((TARGET, "målvärde: {värde: 80, år: 2031}")),
    "all of them": changed(("värde: 80, år", "värde: 100, år"), ("till 80", "till 100")),
    "none of them": changed(
        (BASELINE, "utgångsvärde: {värde: 20, år: 2025}"),
        (TARGET, "målvärde: {värde: 0, år: 2028}"),
        (STATEMENT, "Andelen brukare som inte vet vem som kommer minskar till 0 procent."),
    ),
    "reached, and the outcome is the target": changed(
        following("{år: 2028, bedömning: uppnått, utfall: {Vet vem som kommer: 80}}")
    ),
    "a number of Kolada nearly right": changed(("kolada: U23401", "kolada: u 23401")),
    "a number of Kolada of no kind": changed(("kolada: U23401", "kolada: vet inte")),
    "milestones of one year": changed(milestones("{värde: 70, år: 2026}", "{värde: 75, år: 2026}")),
    "milestones out of order": changed(milestones("{värde: 75, år: 2027}", "{värde: 70, år: 2026}")),
    "a milestone after the target": changed(
        (TARGET, "målvärde: {värde: 80, år: 2027}\n        delmål: [{värde: 75, år: 2028}]")
    ),
    "a milestone outside": changed(milestones("{värde: 65, år: 2024}", "{värde: 66, år: 2025}")),
    "a milestone against the direction": changed(milestones("{värde: 60, år: 2026}")),
    "a milestone beyond the target": changed(milestones("{värde: 90, år: 2027}")),
    "a milestone without a year": changed(milestones("{värde: 60}")),
    "a judgement that the outcome doesn't bear": changed(
        following("{år: 2028, bedömning: uppnått, utfall: {Vet vem som kommer: 70}}")
    ),
    "a judgement that the outcome exceeds": changed(
        following("{år: 2028, bedömning: ej uppnått, utfall: {Vet vem som kommer: 85}}")
    ),
    "partly, and all is reached": changed(
        following("{år: 2028, bedömning: delvis, utfall: {Vet vem som kommer: 85}}")
    ),
    "a judgement unexplained": changed(
        ("    målgrupp: barn", "    uppföljning: [{år: 2026, bedömning: uppnått}]\n    målgrupp: barn")
    ),
    "an assessment without its answers": changed((ASSESSMENT, "    professionell_bedömning: ja\n")),
    "an assessment without criteria": changed(
        ("      kriterier: [nio av tio barn namnger sin socialsekreterare]\n", "")
    ),
    "an assessment with empty lists": changed(("underlag: [samtal med varje placerat barn]", "underlag: []")),
    # wording and effect
    "a long sentence": changed(
        (STATEMENT, STATEMENT[:-1] + ", " + "så att de kan känna sig trygga i sin vardag " * 4 + "hemma.")
    ),
    "vague words": changed(
        (
            STATEMENT,
            "Vi ska verka för en god kvalitet och så vidare i en adekvat vardag, så långt det är möjligt.",
        )
    ),
    "two words of each list": changed(
        (
            STATEMENT,
            "Så långt som möjligt och i mån av resurser får brukarna världens bästa och främsta vård m.m. osv.",
        )
    ),
    "a change without a level": changed(
        (STATEMENT, "Andelen brukare som vet vem som kommer ökar."), ("    indikatorer:\n" + INDICATOR, "")
    ),
    "a change without a level, and indicators that can't be read": changed(
        (STATEMENT, "Andelen brukare som vet vem som kommer ökar."),
        ("    indikatorer:\n" + INDICATOR, "    indikatorer: ja\n"),
    ),
    "a long current state": changed(
        (
            SOUND[SOUND.index("nulägesanalys:") : SOUND.index("mål:\n")],
            f"nulägesanalys: Brukarna {'vet vem som kommer och ' * 25}är trygga.\n",
        )
    ),
    "a long mission": changed(
        ("Vård, omsorg", f"Nämnden ger {'vård till den som behöver och ' * 20}vård, omsorg")
    ),
    "a long description": changed(
        (LINK, f"    beskrivning: Brukarna {'vet vem som kommer och ' * 25}är trygga.\n{LINK}")
    ),
    "an activity": changed((STATEMENT, "Nämnden ska ta fram en plan för kontinuitet i hemtjänsten.")),
    "an internal goal": changed(
        (STATEMENT, "Sjukfrånvaron bland medarbetarna minskar från 8 till 6 procent.")
    ),
    "a goal of somebody else": changed(("rådighet: egen", "rådighet: annan")),
    "an audience that there is not": changed(("målgrupp: brukare", "målgrupp: marsianer")),
    "several audiences, one of them unknown": changed(
        ("målgrupp: brukare", "målgrupp: [brukare, marsianer, förvaltningen]")
    ),
    "an abbreviation": changed((STATEMENT, "Fler brukare med SIP och ÄBIC vet vem som kommer.")),
    "a personal number": changed((FACT, FACT.replace("64 procent", "Anna, 19121212-1212, och 64 procent"))),
    "a number of co-ordination": changed((FACT, FACT.replace("64 procent", "701063-2391 och 64 procent"))),
    "three vague words": changed(
        (STATEMENT, "Brukarna får en god vardag, en bättre hälsa och ett bra stöd.")
    ),
    "an address": changed(
        (FACT, FACT.replace("64 procent", "anna.andersson@exempel.se, 070-123 45 67, och 64 procent"))
    ),
    "goals that are alike": changed(
        (
            STATEMENT,
            "Barn som är placerade utanför hemmet kan berätta vem på socialtjänsten de vänder sig till.",
        )
    ),
}
"""A name for each mistake, with the document."""
