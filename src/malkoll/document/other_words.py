"""Words that officials use for a key in their templates, where the format has another.

A key that isn't known is read as the one that is meant when it stands here and that one is
missing; the finding says how the key is written.
"""

from __future__ import annotations

OTHER_WORDS: dict[str, dict[str, tuple[str, ...]]] = {
    "GoalDocument": {
        "board": ("nämnden", "nämndens namn", "styrelse", "committee"),
        "current_state": ("nuläge", "analys", "bakgrund", "omvärldsanalys", "analysis", "background"),
        "goals": ("nämndmål", "nämndens mål", "målsättningar", "objectives"),
        "governing_documents": ("styrande dokument", "styrande_dokument"),
        "mission": ("uppdrag", "uppdraget", "basuppdrag", "assignment"),
        "year": ("verksamhetsår", "budgetår", "startår"),
    },
    "Goal": {
        "assessment": ("bedömning", "kvalitativ_bedömning", "assessment", "judgement"),
        "audience": ("grupp", "målgrupper", "target_group", "group"),
        "current_state": ("nulägesanalys", "utgångsläge", "background"),
        "description": ("bakgrund", "kommentar", "comment"),
        "focus_area": ("område", "målområde", "area"),
        "horizon": ("period", "tidsperiod", "tidplan", "giltighet", "år", "years", "year"),
        "indicators": ("indikator", "mått", "mätetal", "nyckeltal", "measures", "indicator"),
        "responsible": ("ansvar", "ägare", "owner"),
        "statement": (
            "mål",
            "målformulering",
            "målet",
            "text",
            "målsättning",
            "goal",
            "objective",
            "formulation",
        ),
        "title": ("titel", "namn", "benämning", "name", "heading"),
    },
    "Indicator": {
        "baseline": ("nuvärde", "nuläge", "basvärde", "startvärde", "ingångsvärde", "utgångsläge", "start"),
        "kolada": ("nyckeltal", "kolada-id", "kolada_id", "kpi"),
        "measured": ("mätning", "mätfrekvens", "intervall", "frequency"),
        "name": ("indikator", "mått", "rubrik", "titel", "title", "indicator"),
        "source": ("datakälla", "mätmetod"),
        "target": ("mål", "målet", "målnivå", "måltal", "goal"),
        "unit": ("mätenhet", "måttenhet"),
    },
    "Fact": {
        "fact": ("faktum", "text", "uppgift", "beskrivning"),
        "source": ("referens", "reference"),
    },
    "Decision": {
        "date": ("beslutsdatum", "dag", "day"),
        "reference": ("§", "nummer", "protokoll", "paragraph"),
    },
    "Measurement": {"value": ("nivå", "tal", "level", "number")},
    "Milestone": {"value": ("nivå", "tal", "level", "number")},
    "FollowUp": {"outcome": ("resultat", "result", "värde", "value")},
    "Assessment": {
        "basis": ("källa", "källor", "sources"),
        "criteria": ("kriterium",),
        "reason": ("skäl", "varför", "why"),
        "responsible": ("bedömare", "ansvar"),
        "when": ("datum", "när", "tid", "date"),
    },
}
"""For each part, its fields and what they may be called, as `malkoll.document.words.fold` writes it."""
