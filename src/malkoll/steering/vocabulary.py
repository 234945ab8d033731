"""The words of a steering model: each key in Swedish and English, with what it holds."""

from __future__ import annotations

from malkoll.document.vocabulary import LEVELS
from malkoll.document.words import Key, Need, Word
from malkoll.language import Text

PRIORITY_STATUSES = {"pending": Word("väntar", "pending"), "decided": Word("beslutade", "decided")}
AUDIENCES = {"residents": Word("invånare", "residents"), "companies": Word("företag", "companies")}
STRENGTHS = {
    "requirement": Word("krav", "requirement"),
    "recommendation": Word("rekommendation", "recommendation"),
    "hint": Word("råd", "hint"),
    "off": Word("av", "off"),
}

_ID = Key("id", "id", Text("Kort namn som aldrig ändras.", "A short name that never changes."), Need.REQUIRED)
_NAME = Key("namn", "name", Text("Namnet, som det skrivs.", "The name, as it is written."), Need.REQUIRED)
_ALIAS = Key("alias", "alias", Text("Andra namn som godtas.", "Other names that are accepted."))

MODEL = {
    "id": _ID,
    "name": _NAME,
    "source": Key("källa", "source", Text("Var modellen är beslutad.", "Where the model was decided.")),
    "valid": Key(
        "giltig", "valid", Text("Åren som modellen gäller.", "The years that the model is valid for.")
    ),
    "levels": Key(
        "nivåer",
        "levels",
        Text("Gränser för mål på varje nivå.", "Limits for goals on each level."),
        Need.REQUIRED,
    ),
    "boards": Key(
        "nämnder",
        "boards",
        Text(
            "Kommunens nämnder. Utan listan godtas alla namn.",
            "The municipality's boards. Without the list any name is accepted.",
        ),
    ),
    "focus_areas": Key(
        "fokusområden",
        "focus_areas",
        Text("Områdena som mål knyts till.", "The areas that goals are linked to."),
        Need.REQUIRED,
    ),
    "rus": Key(
        "rus",
        "rus",
        Text(
            "Den regionala utvecklingsstrategin: id för en inbyggd, eller områden, principer, prioriteringar.",
            "The regional development strategy: the id of a built-in one, or areas, principles, priorities.",
        ),
    ),
    "priorities": Key(
        "prioriteringar",
        "priorities",
        Text("Fullmäktiges prioriteringar.", "The council's priorities."),
    ),
    "audiences": Key(
        "målgrupper",
        "audiences",
        Text("Orden för invånare och för företag.", "The words for residents and for companies."),
    ),
    "annual_cycle": Key("årshjul", "annual_cycle", Text("Årets datum.", "The dates of the year.")),
    "rules": Key(
        "regler",
        "rules",
        Text(
            "För en regels id eller namn: krav, rekommendation, råd eller av, och var det står.",
            "For a rule's id or name: requirement, recommendation, hint or off, and the clause.",
        ),
    ),
    "principles": Key(
        "principer",
        "principles",
        Text(
            "Vad målen ska uppfylla, i ordning, och de regler som prövar det.",
            "What goals are to fulfil, in order, and the rules that check it.",
        ),
    ),
    "word_lists": Key(
        "ordlistor",
        "word_lists",
        Text("Ord att lägga till eller ta bort.", "Words to add or remove."),
    ),
}
PRINCIPLE = {
    "id": _ID,
    "name": Key(
        "namn", "name", Text("Principen, som en mening.", "The principle, as a sentence."), Need.REQUIRED
    ),
    "rules": Key("regler", "rules", Text("Reglernas id eller namn.", "The rules' ids or names.")),
}
VALID = {
    "start": Key("från", "from", Text("Första året.", "The first year."), Need.REQUIRED),
    "end": Key("till", "to", Text("Sista året. Utan det löper modellen vidare.", "The last year, if any.")),
}
LEVEL_LIMITS = {
    name: Key(word.sv, word.en, Text(f"Gränser för {word.sv}.", f"Limits for {word.en}."))
    for name, word in LEVELS.items()
}
LIMITS = {
    "goals": Key("mål", "goals", Text("Hur många mål.", "How many goals.")),
    "horizon": Key(
        "horisont", "horizon", Text("Hur många år ett mål får omfatta.", "How many years a goal may cover.")
    ),
}
RANGE = {
    "least": Key("minst", "min", Text("Minst så många.", "At least so many.")),
    "most": Key("högst", "max", Text("Högst så många.", "At most so many.")),
}
HORIZON_LIMITS = {
    "short": Key("kort", "short", Text("År för ett kortsiktigt mål.", "Years of a short-term goal.")),
    "long": Key("lång", "long", Text("År för ett långsiktigt mål.", "Years of a long-term goal.")),
}
BOARD = {
    "name": _NAME,
    "alias": _ALIAS,
    "level": Key("nivå", "level", Text("Nivån som den hör till.", "The level that it belongs to.")),
}
FOCUS_AREA = {
    "id": _ID,
    "name": _NAME,
    "alias": _ALIAS,
    "text": Key("text", "text", Text("Områdets hela text.", "The area's whole text.")),
    "topics": Key(
        "frågor", "topics", Text("Frågorna, och vem som lyfte dem.", "The topics, and who raised them.")
    ),
    "rus": Key(
        "rus", "rus", Text("Kopplingar till den regionala strategin.", "Links to the regional strategy.")
    ),
    "agenda2030": Key("agenda2030", "agenda2030", Text("Mål i Agenda 2030.", "Goals of Agenda 2030.")),
}
RUS_LINKS = {
    "areas": Key("målområden", "areas", Text("Målområden.", "Areas.")),
    "principles": Key("principer", "principles", Text("Principer.", "Principles.")),
    "priorities": Key("prioriteringar", "priorities", Text("Prioriteringar.", "Priorities.")),
}
STRATEGY = {
    "id": Key("id", "id", Text("Strategins id.", "The strategy's id.")),
    "name": Key("namn", "name", Text("Strategins namn.", "The strategy's name.")),
    "source": Key("källa", "source", Text("Var den är beslutad.", "Where it was decided.")),
    **RUS_LINKS,
}
STRATEGY_ITEM = {
    "id": _ID,
    "name": _NAME,
    "alias": _ALIAS,
    "area": Key("målområde", "area", Text("Målområdet den står under.", "The area that it stands under.")),
}
PRIORITIES = {
    "status": Key("status", "status", Text("Väntar eller beslutade.", "Pending or decided."), Need.REQUIRED),
    "date": Key("datum", "date", Text("Dagen för beslutet.", "The day of the decision.")),
    "items": Key("lista", "list", Text("Prioriteringarna.", "The priorities.")),
}
PRIORITY = {
    "id": _ID,
    "name": _NAME,
    "focus_area": Key("fokusområde", "focus_area", Text("Fokusområdet.", "The focus area.")),
}
AUDIENCE = {
    "id": Key("id", "id", Text("Invånare eller företag.", "Residents or companies."), Need.REQUIRED),
    "listed": Key("ord", "words", Text("Ord för gruppen.", "Words for the group.")),
}
EVENT = {
    "date": Key("datum", "date", Text("Datum eller tid på året.", "Date or time of the year.")),
    "event": Key("händelse", "event", Text("Vad som sker.", "What happens."), Need.REQUIRED),
}
RULE_SETTING = {
    "strength": Key(
        "styrka",
        "severity",
        Text("Krav, rekommendation, råd eller av.", "Requirement, recommendation, hint or off."),
    ),
    "reference": Key(
        "hänvisning",
        "reference",
        Text("Var det står i kommunens styrdokument.", "The clause of the municipality's steering document."),
    ),
}
BOTH_LANGUAGES = {
    "sv": Key("sv", "sv", Text("På svenska.", "In Swedish.")),
    "en": Key("en", "en", Text("På engelska.", "In English.")),
}
WORD_LIST = {
    "add": Key("lägg_till", "add", Text("Ord att lägga till.", "Words to add.")),
    "remove": Key("ta_bort", "remove", Text("Ord att ta bort.", "Words to remove.")),
}
