"""What the questions of `malkoll new` say."""

from __future__ import annotations

from malkoll.language import Text

MUNICIPALITY = Text("Vilken kommun gäller det?", "Which municipality is it?")
MUNICIPALITY_HINT = Text("Namnet, eller den fyrsiffriga koden.", "The name, or the four-digit code.")
BOARD = Text("Vilken nämnd äger målen?", "Which board owns the goals?")
YEAR = Text("Vilket år börjar målen gälla?", "From which year do the goals apply?")
MISSION = Text("Vad är nämndens grunduppdrag?", "What is the board's basic mission?")
MISSION_HINT = Text(
    "Uppdraget från staten, regionen och kommunen, i en eller ett par meningar.",
    "The mandate from the state, the region and the municipality, in a sentence or two.",
)
STATE = Text("Nuläget", "The current state")
FACT = Text("Vilken uppgift om nuläget bygger målen på?", "Which fact about today do the goals rest on?")
FACT_HINT = Text(
    "En mening med en siffra eller en iakttagelse. Målen vilar på sådana.",
    "A sentence with a number or an observation. Goals rest on such.",
)
MORE_FACTS = Text("En uppgift till?", "One more fact?")
MORE_FACTS_HINT = Text("Enter ensamt går vidare till målen.", "Enter alone goes on to the goals.")
FACT_SOURCE = Text("Var kommer uppgiften ifrån?", "Where does the fact come from?")
FACT_SOURCE_HINT = Text("En undersökning, statistik, en rapport.", "A survey, statistics, a report.")
FACT_YEAR = Text("Vilket år gäller uppgiften?", "For which year does the fact hold?")
GOAL = Text("Mål {number}", "Goal {number}")
GOAL_LEFT = Text("Mål {number} · minst {least} till", "Goal {number} · at least {least} more")
GOAL_MORE = Text("Mål {number} · frivilligt, högst {most}", "Goal {number} · optional, at most {most}")
STATEMENT = Text("Hur lyder målet?", "What is the goal?")
STATEMENT_HINT = Text(
    "En mening om vad som blir annorlunda för invånare eller företag, gärna från vilket läge till vilket.",
    "A sentence on what will be different for residents or companies, preferably from what state to what.",
)
NO_MORE_GOALS = Text("Enter ensamt avslutar.", "Enter alone ends.")
FOCUS_AREA = Text("Vilket fokusområde hör målet till?", "Which focus area does the goal belong to?")
FOCUS_AREA_HINT = Text(
    "Svara med siffran, eller flera: 1, 3. Ett område räcker oftast.",
    "Answer with the number, or several: 1, 3. One is usually enough.",
)
HORIZON = Text("Hur länge gäller målet?", "How long does the goal run?")
HORIZON_HINT = Text("Svara med siffran, eller med åren.", "Answer with the number, or with the years.")
HORIZON_FREE = Text("Åren, till exempel {years}.", "The years, for example {years}.")
SHORT = Text("kortsiktigt, {count}", "short-term, {count}")
LONG = Text("långsiktigt, {count}", "long-term, {count}")
YEARS = (Text("år", "year"), Text("år", "years"))
AUDIENCE = Text("Vilka är målet till för?", "Whom is the goal for?")
AUDIENCE_HINT = Text(
    "Styrmodellen känner till exempel {words}. Flera: med komma emellan.",
    "The steering model knows for example {words}. Several: with commas between.",
)
AUDIENCE_FREE = Text(
    "En grupp bland invånare eller företag. Flera: med komma emellan.",
    "A group among residents or companies. Several: with commas between.",
)
CONTROL = Text("Kan nämndens egen verksamhet nå målet?", "Can the board's own operation reach the goal?")
OWN = Text("ja, den råder själv över det", "yes, it is in its own hands")
SHARED = Text("ja, tillsammans med andra", "yes, together with others")
KIND = Text("Hur ska det synas att målet är nått?", "How will it show that the goal is reached?")
MEASURED = Text("mäts", "measured")
MEASURED_ABOUT = Text("med ett mått som har ett målvärde", "by a measure with a target")
ASSESSED = Text("bedöms", "assessed")
ASSESSED_ABOUT = Text(
    "förvaltningen gör en professionell bedömning, för målet går inte att mäta",
    "the administration makes a professional assessment, for the goal can't be measured",
)
INDICATOR = Text("Vad mäts?", "What is measured?")
INDICATOR_HINT = Text(
    "Måttets namn, till exempel: Väntetid till särskilt boende.",
    "The measure's name, for example: Waiting time for sheltered housing.",
)
UNIT = Text("I vilken enhet?", "In which unit?")
UNIT_HINT = Text("Till exempel procent, antal, dagar.", "For example percent, number, days.")
BASELINE = Text("Vad är värdet i dag?", "What is the value today?")
BASELINE_HINT = Text("Ett tal: 64 eller 3,5.", "A number: 64 or 3.5.")
BASELINE_YEAR = Text("Vilket år gäller det värdet?", "For which year does that value hold?")
TARGET = Text("Vilket värde ska nås?", "Which value is to be reached?")
TARGET_YEAR = Text("Vilket år ska det vara nått?", "By which year is it to be reached?")
SOURCE = Text("Var hämtas värdena?", "Where are the values taken from?")
SOURCE_HINT = Text(
    "Till exempel Kolada, en egen undersökning, ett register.",
    "For example Kolada, a survey of your own, a register.",
)
KOLADA = Text("Har måttet ett nyckeltal i Kolada?", "Is it a key figure in Kolada?")
KOLADA_HINT = Text("En bokstav och fem siffror, som N15033.", "A letter and five digits, as N15033.")
REASON = Text("Varför går målet inte att mäta?", "Why can't the goal be measured?")
JUDGE = Text("Vem bedömer om målet är nått?", "Who judges whether the goal is reached?")
JUDGE_HINT = Text("En roll, till exempel enhetschef.", "A role, for example head of unit.")
BASIS = Text("Vad bygger bedömningen på?", "What is it judged on?")
SEVERAL = Text("Flera: med semikolon emellan.", "Several: with semicolons between.")
CRITERIA = Text("Vad räknas som uppnått?", "What counts as reached?")
WHEN = Text("När görs bedömningen?", "When is it judged?")
WHEN_HINT = Text("Till exempel november {year}.", "For example November {year}.")
