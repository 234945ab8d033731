"""The words of a goal document: each key in Swedish and English, with what it holds.

The one source of what a key is called: reading, messages and the JSON Schemas use it.
"""

from __future__ import annotations

from malkoll.document.words import Key, Need, Word
from malkoll.language import Text

LEVELS = {
    "board": Word("nämnd", "board"),
    "council": Word("fullmäktige", "council"),
    "company": Word("bolag", "company"),
}
STATUSES = {"draft": Word("utkast", "draft"), "decided": Word("beslutad", "decided")}
CONTROLS = {"own": Word("egen", "own"), "shared": Word("delad", "shared"), "none": Word("ingen", "none")}
DIRECTIONS = {
    "increase": Word("öka", "increase"),
    "decrease": Word("minska", "decrease"),
    "maintain": Word("behåll", "maintain"),
}
JUDGEMENTS = {
    "reached": Word("uppnått", "reached"),
    "partly": Word("delvis", "partly"),
    "not_reached": Word("ej uppnått", "not reached"),
}

DOCUMENT = {
    "steering_model": Key(
        "styrmodell",
        "steering_model",
        Text(
            "Styrmodellen som målen prövas mot: id för en inbyggd modell, eller sökvägen till en fil.",
            "The steering model that the goals are held against: the id of a built-in one, or a file's path.",
        ),
    ),
    "municipality": Key(
        "kommun",
        "municipality",
        Text("Kommunens namn eller fyrsiffriga kod.", "The municipality's name or four-digit code."),
    ),
    "board": Key(
        "nämnd", "board", Text("Nämnden som äger målen.", "The board that owns the goals."), Need.REQUIRED
    ),
    "level": Key(
        "nivå",
        "level",
        Text(
            "Nivån där målen hör hemma: nämnd, fullmäktige eller bolag.",
            "The level where the goals belong: board, council or company.",
        ),
    ),
    "year": Key(
        "år",
        "year",
        Text("Första året som målen gäller för.", "The first year that the goals apply to."),
        Need.REQUIRED,
    ),
    "status": Key("status", "status", Text("Utkast eller beslutad.", "Draft or decided.")),
    "decision": Key(
        "beslut",
        "decision",
        Text("Beslutet om målen, när de är beslutade.", "The decision, once the goals are decided."),
    ),
    "mission": Key(
        "grunduppdrag",
        "mission",
        Text(
            "Nämndens grunduppdrag från staten, regionen och kommunen.",
            "The board's basic mission from state, region and municipality.",
        ),
        Need.RECOMMENDED,
    ),
    "current_state": Key(
        "nulägesanalys",
        "current_state",
        Text(
            "Den faktabaserade nulägesanalys som målen bygger på.",
            "The fact-based analysis of the current state that the goals rest on.",
        ),
        Need.RECOMMENDED,
    ),
    "governing_documents": Key(
        "styrdokument",
        "governing_documents",
        Text(
            "Statliga uppdrag, budgetprioriteringar och planer som vägts in.",
            "State mandates, budget priorities and plans that were weighed in.",
        ),
    ),
    "goals": Key("mål", "goals", Text("Nämndens mål.", "The board's goals."), Need.REQUIRED),
}
DECISION = {
    "date": Key(
        "datum", "date", Text("Beslutets datum: 2021-10-12.", "The date of the decision: 2021-10-12.")
    ),
    "reference": Key(
        "paragraf", "reference", Text("Paragrafen i protokollet.", "The paragraph of the minutes.")
    ),
}
FACT = {
    "fact": Key("fakta", "fact", Text("Vad som är känt i dag.", "What is known today."), Need.REQUIRED),
    "source": Key(
        "källa", "source", Text("Var uppgiften kommer ifrån.", "Where the fact comes from."), Need.RECOMMENDED
    ),
    "year": Key("år", "year", Text("Året som uppgiften avser.", "The year of the fact."), Need.RECOMMENDED),
}
GOAL = {
    "id": Key(
        "id",
        "id",
        Text(
            "Målets kortnamn, till exempel sn-1. Det behålls från år till år.",
            "The goal's short name, as sn-1. It stays the same from year to year.",
        ),
        Need.RECOMMENDED,
    ),
    "title": Key("rubrik", "title", Text("En kort rubrik.", "A short heading.")),
    "statement": Key(
        "formulering",
        "statement",
        Text("Målet självt, i en mening.", "The goal itself, in one sentence."),
        Need.REQUIRED,
    ),
    "description": Key("beskrivning", "description", Text("Bakgrund.", "Background.")),
    "effect": Key(
        "effekt",
        "effect",
        Text(
            "Värdet som målet skapar för invånare eller företag.",
            "The value that the goal creates for residents or companies.",
        ),
    ),
    "focus_area": Key(
        "fokusområde",
        "focus_area",
        Text(
            "Fokusområdet i styrmodellen som målet hör till: namn eller id.",
            "The focus area of the steering model that the goal belongs to: name or id.",
        ),
        Need.REQUIRED,
    ),
    "horizon": Key(
        "horisont",
        "horizon",
        Text(
            "Åren som målet gäller: 2027, 2027-2029 eller från och till.",
            "The years that the goal covers: 2027, 2027-2029, or from and to.",
        ),
        Need.REQUIRED,
    ),
    "audience": Key(
        "målgrupp",
        "audience",
        Text(
            "Vilka målet är till för: invånare, företag eller en grupp bland dem.",
            "Whom the goal is for: residents, companies, or a group among them.",
        ),
        Need.RECOMMENDED,
    ),
    "current_state": Key(
        "nuläge", "current_state", Text("Fakta bakom just detta mål.", "The facts behind this goal.")
    ),
    "control": Key(
        "rådighet",
        "control",
        Text(
            "Kan den egna verksamheten nå målet? egen, delad eller ingen.",
            "Can the board's own operation reach the goal? own, shared or none.",
        ),
        Need.RECOMMENDED,
    ),
    "indicators": Key("indikatorer", "indicators", Text("Hur målet mäts.", "How the goal is measured.")),
    "assessment": Key(
        "professionell_bedömning",
        "professional_assessment",
        Text(
            "Ja om förvaltningen bedömer målet i stället för att mäta det; helst med hur.",
            "Yes when the administration judges the goal instead of measuring it; preferably with how.",
        ),
    ),
    "priorities": Key(
        "prioriteringar",
        "priorities",
        Text("Fullmäktiges prioriteringar som målet tjänar.", "The council priorities that the goal serves."),
    ),
    "rus": Key(
        "rus",
        "rus",
        Text(
            "Kopplingar till den regionala utvecklingsstrategin.",
            "Links to the regional development strategy.",
        ),
    ),
    "agenda2030": Key(
        "agenda2030",
        "agenda2030",
        Text("Mål (4) eller delmål (4.1) i Agenda 2030.", "Goals (4) or targets (4.1) of Agenda 2030."),
    ),
    "responsible": Key(
        "ansvarig", "responsible", Text("Vem som ansvarar för målet.", "Who answers for the goal.")
    ),
    "follow_up": Key(
        "uppföljning",
        "follow_up",
        Text("Hur det gick, år för år.", "What became of the goal, year by year."),
    ),
}
HORIZON = {
    "start": Key("från", "from", Text("Första året.", "The first year."), Need.REQUIRED),
    "end": Key(
        "till", "to", Text("Sista året, det räknas med.", "The last year, counted in."), Need.REQUIRED
    ),
}
INDICATOR = {
    "name": Key("namn", "name", Text("Indikatorns namn.", "The indicator's name."), Need.REQUIRED),
    "kolada": Key(
        "kolada",
        "kolada",
        Text("Nyckeltalets id i Kolada: N15033.", "The key figure's id in Kolada: N15033."),
    ),
    "unit": Key(
        "enhet",
        "unit",
        Text("Enheten: procent, antal, dagar.", "The unit: percent, number, days."),
        Need.RECOMMENDED,
    ),
    "direction": Key(
        "riktning",
        "direction",
        Text(
            "Öka, minska eller behåll. Utan den gäller riktningen från utgångsvärde till målvärde.",
            "Increase, decrease or maintain. Without it, the direction from baseline to target.",
        ),
    ),
    "baseline": Key(
        "utgångsvärde",
        "baseline",
        Text(
            "Värdet när målet sätts, helst med år.",
            "The value when the goal is set, preferably with its year.",
        ),
        Need.RECOMMENDED,
    ),
    "target": Key(
        "målvärde",
        "target",
        Text("Värdet som ska nås, helst med år.", "The value to reach, preferably with its year."),
        Need.REQUIRED,
    ),
    "milestones": Key(
        "delmål", "milestones", Text("Värden på vägen, år för år.", "Values on the way, year by year.")
    ),
    "source": Key(
        "källa", "source", Text("Var värdena hämtas.", "Where the values are taken from."), Need.RECOMMENDED
    ),
    "measured": Key("mäts", "measured", Text("Hur ofta: årligen.", "How often: yearly.")),
    "responsible": Key("ansvarig", "responsible", Text("Vem som mäter.", "Who measures.")),
}
MEASUREMENT = {
    "value": Key("värde", "value", Text("Värdet, som ett tal.", "The value, as a number."), Need.REQUIRED),
    "year": Key("år", "year", Text("Året som värdet gäller.", "The year of the value.")),
}
MILESTONE = {
    "year": Key(
        "år", "year", Text("Året som värdet ska vara nått.", "The year of the value."), Need.REQUIRED
    ),
    "value": MEASUREMENT["value"],
}
ASSESSMENT = {
    "reason": Key(
        "motivering",
        "reason",
        Text("Varför målet inte går att mäta.", "Why the goal can't be measured."),
        Need.RECOMMENDED,
    ),
    "responsible": Key("ansvarig", "responsible", Text("Vem som bedömer.", "Who judges."), Need.RECOMMENDED),
    "basis": Key(
        "underlag", "basis", Text("Vad bedömningen bygger på.", "What it is judged on."), Need.RECOMMENDED
    ),
    "criteria": Key(
        "kriterier",
        "criteria",
        Text("Vad som räknas som uppnått.", "What counts as reached."),
        Need.RECOMMENDED,
    ),
    "when": Key("tidpunkt", "when", Text("När bedömningen görs.", "When it is judged.")),
}
FOLLOW_UP = {
    "year": Key("år", "year", Text("Året som följs upp.", "The year that is followed up."), Need.REQUIRED),
    "outcome": Key(
        "utfall",
        "outcome",
        Text(
            "Utfallet: ett tal, eller ett tal för varje indikators namn.",
            "The outcome: a number, or a number for each indicator's name.",
        ),
    ),
    "judgement": Key(
        "bedömning",
        "judgement",
        Text("Uppnått, delvis eller ej uppnått.", "Reached, partly or not reached."),
    ),
    "reason": Key("motivering", "reason", Text("Varför bedömningen blev så.", "Why it was judged so.")),
}
