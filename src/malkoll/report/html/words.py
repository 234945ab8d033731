"""What the page says besides what the overview says."""

from __future__ import annotations

from malkoll.language import Text
from malkoll.repository.gathered import Followed

KIND = Text("Prövning mot styrmodellen", "Check against the steering model")
SKIP = Text("Hoppa till innehållet", "Skip to the content")
CONTENTS = Text("Innehåll", "Contents")
ONE_BOARD = Text("{board}: mål {year}", "{board}: goals {year}")
ONE_BOARD_NO_YEAR = Text("{board}: mål", "{board}: goals")
CHECKED = Text("Prövat {date}.", "Checked {date}.")

SUMMARY = Text("Sammanfattning", "Summary")
MEANING = Text(
    "Ett fel går emot något som styrmodellen kräver. En varning gäller en rekommendation, och ett råd är ett förslag.",
    "An error goes against something that the steering model requires. A warning concerns a recommendation, and a hint "
    "is a suggestion.",
)
MOST = Text("Mest finns att se över här:", "There is most to look at here:")
FINDINGS = (Text("anmärkning", "finding"), Text("anmärkningar", "findings"))
HOW = Text("Av målen {followed}.", "Of the goals, {followed}.")
HOW_FOLLOWED = {
    Followed.MEASURED: (
        Text("mäts {number}", "{number} is measured"),
        Text("mäts {number}", "{number} are measured"),
    ),
    Followed.BOTH: (
        Text("både mäts och bedöms {number}", "{number} is both measured and assessed"),
        Text("både mäts och bedöms {number}", "{number} are both measured and assessed"),
    ),
    Followed.ASSESSED: (
        Text("bedöms {number}", "{number} is assessed"),
        Text("bedöms {number}", "{number} are assessed"),
    ),
    Followed.NEITHER: (
        Text("saknar {number} både mått och bedömning", "{number} has neither"),
        Text("saknar {number} både mått och bedömning", "{number} have neither"),
    ),
    Followed.UNCLEAR: (
        Text("är {number} oklart", "{number} is unclear"),
        Text("är {number} oklara", "{number} are unclear"),
    ),
}

CHANGES = Text("Vad som behöver ses över", "What needs another look")
CLAUSE = Text("Styrmodellen:", "Steering model:")
TO_DO = Text("Att göra:", "To do:")
GOAL = Text("mål {goal}", "goal {goal}")
LINE = Text("{file}, rad {line}", "{file}, line {line}")
RELATED = Text("Se också {place}:", "See also {place}:")
FILTER = Text("Visa", "Show")
BOARD = Text("Nämnd", "Board")
ALL_BOARDS = Text("Alla nämnder", "All boards")
SEVERITY = Text("Allvar", "Severity")
SHOWN = Text("Visar {shown} av {all} anmärkningar.", "Showing {shown} of {all} findings.")
SILENCED = Text("Tystat av undantag i dokumenten", "Silenced by exceptions in the documents")
REASON = Text("Skäl: {reason}", "Reason: {reason}")
NO_REASON = Text("Inget skäl är angivet.", "No reason is given.")
UNTIL = Text("Gäller till {date}.", "Counts until {date}.")

TOGETHER = Text("Målen tillsammans", "The goals together")
AS_TABLE = Text("Samma uppgifter som tabell", "The same as a table")
GOALS_HEAD = Text("Mål", "Goals")
MATRIX_ABOUT = Text(
    "Rutnät med en rad för varje nämnd och en kolumn för varje fokusområde. Talet är antalet mål, och mörkare ruta "
    "betyder fler. {uncovered}",
    "Grid with a row for each board and a column for each focus area. The figure is the number of goals, and a darker "
    "square means more. {uncovered}",
)
TIMELINE_ABOUT = Text(
    "Tidslinje från {first} till {last}. Varje stapel är de mål hos en nämnd som gäller samma år, och talet i den är "
    "hur många de är. {lengths}",
    "Timeline from {first} to {last}. Each bar is the goals of a board that cover the same years, and the figure in it "
    "is how many they are. {lengths}",
)
ALL_BOARDS_TOGETHER = Text("Alla nämnder tillsammans", "All boards together")
AGENDA_ABOUT = Text(
    "Stapeldiagram över de 17 globala målen. Fylld del: mål som anger det. Streckad del: mål vars fokusområde leder "
    "dit.",
    "Bar chart of the 17 global goals. Solid part: goals that name it. Dashed part: goals whose focus area leads there.",
)
FROM = Text("Från", "From")
UNTIL_YEAR = Text("Till", "To")

BOARDS = Text("Nämnd för nämnd", "Board by board")
NO_FINDINGS = Text("Inga anmärkningar.", "No findings.")
STATUS = Text("Status", "Status")
DECISION = Text("Beslut", "Decision")
FILE = Text("Fil", "File")
MISSION = Text("Grunduppdrag", "Mission")
STATE = Text("Nulägesanalys", "Analysis of the current state")
HOLDS = Text("Håller: {what}.", "Holds: {what}.")
UNREAD = Text(
    "Innehållet gick inte att läsa och är inte prövat.",
    "The content couldn't be read and is not checked.",
)
NUMBER = Text("Mål {number}", "Goal {number}")
NO_STATEMENT = Text("Målet har ingen formulering.", "The goal has no statement.")
FOCUS_AREA = Text("Fokusområde", "Focus area")
RUNS = Text("Gäller", "Runs")
AUDIENCE = Text("Målgrupp", "Audience")
CONTROL = Text("Rådighet", "Control")
EFFECT = Text("Effekt", "Effect")
INDICATOR = Text("Mäts med", "Measured by")
ASSESSED = Text("Bedöms", "Assessed")
ASSESSED_FLAG = Text("Målet bedöms, men det står inte hur.", "The goal is assessed, but it doesn't say how.")
CRITERIA = Text("Uppnått när: {criteria}", "Reached when: {criteria}")
BASIS = Text("Underlag: {basis}", "Basis: {basis}")
BY = Text("Bedöms av {who}", "Assessed by {who}")
WHEN = Text("Tidpunkt: {when}", "When: {when}")
FROM_TO = Text("från {baseline} till {target}", "from {baseline} to {target}")
TO = Text("till {target}", "to {target}")
NOW = Text("nu {baseline}, målvärde saknas", "now {baseline}, no target")
SOURCE = Text("källa: {source}", "source: {source}")
LINKS = Text("Leder till", "Leads to")
RESPONSIBLE = Text("Ansvarig", "Responsible")
FOLLOW_UP = Text("Uppföljning", "Follow-up")
OUTCOME = Text("utfall {outcome}", "outcome {outcome}")

ABOUT = Text("Om rapporten", "About the report")
MADE_BY = Text(
    "Gjord med malkoll {version} den {date}. Prövningen läser vad som står i dokumenten. Om målen är de rätta avgör "
    "nämnden.",
    "Made with malkoll {version} on {date}. The check reads what stands in the documents. Whether the goals are the "
    "right ones is for the board to decide.",
)
MODEL = Text("Styrmodell", "Steering model")
BUILT_IN = Text("inbyggd i malkoll", "built into malkoll")
CHECKSUM = Text("Kontrollsumma (SHA-256)", "Checksum (SHA-256)")
INPUT = Text("Dokument som lästes", "Documents that were read")
TABLE = Text("Tabell: {title}", "Table: {title}")
PICTURE = Text("Bild: {title}", "Picture: {title}")
