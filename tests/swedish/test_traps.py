"""What a word list alone gets wrong: each of these says nothing, or says it only where it should."""

from __future__ import annotations

import pytest

from malkoll.swedish.activity import activities
from malkoll.swedish.analysis import analyse
from malkoll.swedish.audience import names_audience
from malkoll.swedish.change import changes_without_level
from malkoll.swedish.compound import compound_goals
from malkoll.swedish.effort import weak_verbs
from malkoll.swedish.form import abbreviations, explained, no_result
from malkoll.swedish.internal import internal
from malkoll.swedish.reach import outside_control
from malkoll.swedish.tongue import is_swedish
from malkoll.swedish.vague import open_lists, superlatives, vague_words

NAMES = frozenset({"Hållbar vardag", "Hållbar hälsa", "Barn- och utbildningsnämnden"})


def vague(text: str) -> list[str]:
    return [place.words for place in vague_words(analyse(text, NAMES))]


@pytest.mark.parametrize(
    "text",
    [
        "Gode män får svar inom en vecka.",
        "Kommunen har god ekonomisk hushållning.",
        "Äldre får besked i god tid.",
        "Målet hör till Hållbar vardag.",
        "Målet hör till Hållbar hälsas andra del.",
        "Kommunen bidrar inte, men hållbar utveckling nämns.",
        "Andelen elever som känner sig trygga ökar.",
        "Våra gäster upplever att personalen är hjälpsam.",
        "Barn deltar i öppen förskola.",
        "Barn deltar i öppen fritidsverksamhet.",
        "Skylten säger ”en attraktiv kommun” på tre språk.",
        "Andelen invånare i bredbandsområden ökar med 5 procent.",
        "Bredden på cykelbanan är 3 meter.",
        "Sjön har vatten av god kvalitet enligt Havs- och vattenmyndighetens klassning.",
        "Kommunen med lägst brottslighet i länet.",
    ],
)
def test_a_fixed_term_a_name_a_measure_or_a_quotation_is_not_vague(text: str) -> None:
    assert vague(text) == []


def test_a_name_is_left_alone_only_as_a_name() -> None:
    assert vague("Alla har en hållbar vardag.") == ["hållbar"]


def test_several_vague_words_are_several_places() -> None:
    assert vague("Kommunen erbjuder goda och attraktiva mötesplatser.") == ["goda", "attraktiva"]


@pytest.mark.parametrize(
    "text",
    [
        "Fler vill bo och verka i kommunen.",
        "Andelen företag som verkar i byarna ökar.",
        "Elever som arbetar med språket varje dag läser bättre.",
        "Alla elever utvecklas i sitt lärande.",
        "Barn erbjuds plats i förskola inom fyra månader.",
        "Eleverna ges möjlighet att påverka maten.",
    ],
)
def test_who_lives_works_develops_or_is_offered_something_makes_no_effort(text: str) -> None:
    assert [place.words for place in weak_verbs(analyse(text))] == []
    assert [place.words for place in activities(analyse(text))] == []


@pytest.mark.parametrize(
    "text",
    [
        "Framtagande av en ny biblioteksplan.",
        "Översyn av färdtjänstens regler.",
        "Förvaltningen tar fram en plan som minskar väntetiden för äldre.",
        "En plan ska tas fram.",
        "Arbete med att kartlägga lokalerna.",
    ],
)
def test_a_doing_is_found_in_nouns_passives_and_before_a_clause(text: str) -> None:
    sentence = analyse(text)
    assert list(activities(sentence)) or list(weak_verbs(sentence))


@pytest.mark.parametrize(
    "text",
    [
        "Andelen barn och unga som läser varje dag ökar.",
        "Barn- och utbildningsnämnden ger besked inom en vecka.",
        "Vård och omsorg ges hemma.",
        "Alla är trygga och säkra.",
        "Fler vill bo och verka här.",
        "Äldre får samma personal från första till sista besöket.",
        "Öka antalet vuxna med körkort för att minska arbetslösheten och utanförskapet.",
        "Förskolor och skolor i byarna har tandborstning.",
        "Elever och lärare vet vart de ska vända sig.",
        "Andelen som går eller cyklar ökar.",
        "Bygglov och förhandsbesked lämnas inom åtta veckor.",
    ],
)
def test_names_pairs_places_groups_and_purposes_are_one_goal(text: str) -> None:
    assert [place.words for place in compound_goals(analyse(text, NAMES))] == []


@pytest.mark.parametrize(
    "text",
    [
        "Tryggheten ökar och klottret minskar.",
        "Eleverna trivs i skolan och når målen.",
        "Maten är god, varm och vällagad.",
        "Hyresgästerna är nöjda med städningen och med tvättstugan.",
        "Sjukfrånvaron ska minska och frisknärvaron öka.",
    ],
)
def test_clauses_verbs_and_qualities_are_several_goals(text: str) -> None:
    assert list(compound_goals(analyse(text)))


@pytest.mark.parametrize(
    ("text", "roles"),
    [
        ("Andelen elever med mer än 20 % frånvaro minskar.", ["target"]),
        (
            "Andelen elever som har mer än 20 % frånvaro minskar från 14 till 8 procent.",
            ["limit", "base", "target"],
        ),
        ("Alla i årskurs 3 läser.", ["grade"]),
        ("Elever i årskurs 7–9 trivs.", ["grade", "grade"]),
        ("Ett beslut lämnas inom fyra veckor.", ["limit"]),
        ("Färre i åldern 16–24 år röker.", ["age", "age"]),
        ("Kommunen är fossilfri senast 2030.", ["deadline"]),
        ("Beslutet gäller från den 1 juli 2026.", ["date", "year"]),
        ("Antalet ökar med 5 procent.", ["change"]),
        ("Minst 1 200 elever deltar.", ["target"]),
    ],
)
def test_a_number_has_a_role(text: str, roles: list[str]) -> None:
    assert [number.role for number in analyse(text).numbers] == roles


@pytest.mark.parametrize(
    "text", ["Vräkningarna halveras.", "Samtliga elever når målen.", "Ingen väntar mer än en vecka."]
)
def test_halves_all_and_none_are_levels(text: str) -> None:
    assert list(changes_without_level(analyse(text))) == []


@pytest.mark.parametrize(
    ("text", "named"),
    [
        ("Samverkan med näringslivet stärks.", False),
        ("Näringslivet får svar inom en vecka.", True),
        ("Kommunens företagsklimat förbättras.", True),
        ("Låneskulden per invånare minskar.", False),
        ("Biblioteken har öppet på söndagar.", True),
        ("De som bor i byarna når en buss.", True),
        ("Nämnden håller budget.", False),
    ],
)
def test_for_whom_is_a_named_group_or_a_plain_service(text: str, named: bool) -> None:  # noqa: FBT001
    assert names_audience(analyse(text)) is named


def test_abbreviations_end_no_sentence_and_open_no_list() -> None:
    sentence = analyse("Elever i åk. 9 har rum om 40 kvm i snitt.")
    assert len([clause for clause in sentence.clauses if clause.kind == "main"]) == 1
    assert [
        place.words
        for place in open_lists(analyse("Elever får hjälp i svenska, matematik m.m. varje vecka."))
    ] == ["m.m."]


def test_known_and_explained_abbreviations_are_left_alone() -> None:
    assert [short for short, _ in abbreviations(analyse("Elever i SFI och brukare i LSS får NPF-stöd."))] == [
        "NPF"
    ]
    assert explained("neuropsykiatriska funktionsnedsättningar (NPF)") == {"NPF"}
    assert explained("NPF (neuropsykiatriska funktionsnedsättningar)") == {"NPF"}
    assert explained("NPF: stöd, AB (CD (lång text)") == {"NPF", "AB", "CD"}
    assert not explained("Elever med NPF får stöd.")


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("Bättre skolmat", "heading"),
        ("Hur når vi fler unga?", "question"),
        ("Jag känner mig trygg i skolan.", "survey"),
        ("Eleverna läser mer.", ""),
        ("Öka läsningen.", ""),
    ],
)
def test_a_goal_is_a_sentence(text: str, reason: str) -> None:
    assert no_result(analyse(text)) == reason


def test_a_named_ranking_is_no_bare_superlative() -> None:
    assert [place.words for place in superlatives(analyse("Vi ska vara bland de bästa i landet."))] == [
        "bland de bästa"
    ]
    assert not list(superlatives(analyse("Vi är bland de tio bästa i Sveriges Elevkårers ranking.")))


def test_own_operation_is_not_outside_and_others_are() -> None:
    assert list(outside_control(analyse("Befolkningen ska öka.")))
    assert list(outside_control(analyse("Minska arbetslösheten.")))
    assert not list(outside_control(analyse("Arbetslösa ungdomar erbjuds sommarjobb.")))
    assert not list(outside_control(analyse("Nämnden ska verka för minskad arbetslöshet.")))


def test_staff_who_serve_residents_are_no_internal_goal() -> None:
    assert internal(analyse("Sjukfrånvaron bland medarbetarna minskar."))
    assert not internal(analyse("Personalen besöker alla äldre en gång i veckan."))
    assert not internal(analyse("Elevernas resultat i matematik förbättras."))


@pytest.mark.parametrize(
    ("text", "swedish"),
    [
        ("The share of pupils who read every day rises.", False),
        ("Andelen elever som läser varje dag ökar.", True),
        ("Trygg skola", True),
        ("Better schools for all", False),
        ("Service", True),
    ],
)
def test_other_languages_are_told_apart(text: str, swedish: bool) -> None:  # noqa: FBT001
    assert is_swedish(text) is swedish


@pytest.mark.parametrize(
    "text",
    [
        "Föreningar i alla kommundelar har en lokal att mötas i.",
        "Ideella föreningar har en egen kontaktperson på fritidskontoret.",
        "Antalet medarbetare som en person med hemtjänst möter under två veckor ska minska från 16 till 12.",
        "Antalet lärare som en elev i årskurs 1 möter under en dag ska vara högst tre.",
        "Den som söker bygglov har en och samma handläggare från ansökan till beslut.",
    ],
)
def test_what_residents_have_meet_or_get_is_no_internal_goal(text: str) -> None:
    sentence = analyse(text)
    assert not internal(sentence)
    assert names_audience(sentence)


def test_those_employed_are_no_residents_whatever_the_sentence_says_of_them() -> None:
    assert internal(analyse("Den som arbetar i kommunen har en god arbetsmiljö."))
    assert not names_audience(analyse("Nämnden ska ha en nära dialog med föreningarna."))


@pytest.mark.parametrize(
    ("text", "outside"),
    [
        ("Antalet företag som får svar om bygglov inom fyra veckor ökar från 20 till 70.", False),
        ("Andelen arbetslösa som får en plan inom en vecka ökar från 40 till 80 procent.", False),
        ("Antalet företag ökar.", True),
        ("Andelen arbetslösa som får arbete inom ett år ökar.", True),
    ],
)
def test_those_counted_for_what_the_operation_gives_them_are_within_reach(text: str, outside: bool) -> None:  # noqa: FBT001
    assert bool(list(outside_control(analyse(text)))) is outside


@pytest.mark.parametrize(
    ("text", "kinds"),
    [
        ("Antalet medarbetare som en elev möter ska minska.", ["main", "relative"]),
        ("Antalet medarbetare som brukare möter ska minska.", ["main", "relative"]),
        ("Kommunen som en del av länet ska växa.", ["main"]),
        ("Fler elever arbetar som handledare och trivs.", ["main"]),
    ],
)
def test_a_clause_may_have_an_indefinite_subject_and_as_opens_none(text: str, kinds: list[str]) -> None:
    assert [clause.kind for clause in analyse(text).clauses] == kinds


def test_numbers_in_words_from_and_to_are_a_base_and_a_target() -> None:
    sentence = analyse("Antalet handläggare som en familj träffar ska minska från fyra till två.")
    assert [(number.role, number.value) for number in sentence.numbers] == [("base", 4), ("target", 2)]


@pytest.mark.parametrize(
    "text",
    [
        "Antalet besökare på stadens marknad ska öka med tio procent.",
        "Fler barn får plats på fritidshemmet nära hemmet.",
        "Antalet barn i kö till kulturskolan ska minska till 20.",
        "Företag som startar i kommunens inkubator ska finnas kvar efter tre år.",
        "Fler ungdomar i Norrby deltar i idrottsskolan.",
        "Antalet ungdomar i extratjänst som går vidare till studier ska öka.",
        "Invånare i hela kommunen ska ha högst två kilometer till en återvinningsstation.",
        "Andelen barn i kommunen som kan simma ska vara 95 procent.",
        "Fler äldre bor kvar hemma med hemtjänst.",
        "Antalet barn i förskolans grupper ska vara högst 15.",
        "Antalet elever i kommunens gymnasieskola ska öka till 900.",
        "Fler elever väljer kommunens gymnasieskola.",
        "Fler unga väljer kulturskolans program.",
        "Elever som pendlar till gymnasiet ska ha en säker väntplats.",
        "Bussarna i skolskjutsen ska vara i tid.",
        "Skolbussen kommer i tid.",
        "Brukarna ska ha ett arbete eller en praktik inom ett år.",
        "Polisanmälda hot mot elever i skolan ska vara noll.",
        "Priset på skollunch ska vara lägre än 40 kronor.",
        "Tomtpriserna ska hållas på nuvarande nivå.",
        "Hyrorna i allmännyttan ska inte höjas mer än inflationen.",
        "Antalet restauranger med godkänd kontroll ska öka.",
        "Antalet butiker som klarar tillsynen ska öka till 90 procent.",
        "Antalet företag i kommunens mentorsprogram ska öka till 40.",
        "Invånarna ska ha tillgång till en badplats inom fem kilometer.",
        "Den som föds i kommunen ska få en bok av biblioteket.",
        "Barn som föds 2027 får plats i förskolan inom fyra månader.",
        "Fler företag söker bygglov digitalt.",
        "Andelen invånare som cyklar till jobbet ska öka till 25 procent.",
        "Kommunen ska ha de mest nöjda brukarna i landet.",
        "Arbetslösa som deltar i vår insats ska ha ett jobb efter sex månader.",
        "Antalet hushåll i kommunen med fungerande brandvarnare ska öka.",
        "Antalet barn i kommunen som lever i ekonomisk utsatthet ska minska.",
        "Antalet barn i placering ska minska.",
        "Samarbetet mellan skola och hem ska upplevas som gott av vårdnadshavarna.",
        "Kommunikationen mellan hemtjänst och anhöriga fungerar.",
        "Personalen har tid för varje boende.",
        "Antalet barn per pedagog ska vara högst sex.",
        "Antal elever per lärare ska vara högst tolv.",
        "Privata utförare ska ha samma kvalitet som kommunens egna.",
        "Regionens och kommunens gemensamma mottagning ska ha öppet på helger.",
        "Incidenter på skolgården ska minska.",
        "Antalet incidenter i trafiken utanför skolor ska minska.",
        "Medborgarna får svar på klagomål inom tio dagar.",
        "Operationer av svanar ska inte behövas.",
        "Familjer som väntar på en plats i förskolan ska få besked inom en månad.",
        "Äldre som väntar på särskilt boende ska få en plats inom 60 dagar.",
        "Boende som drabbas av influensa ska erbjudas hjälp.",
        "Färre brukare drabbas av infektioner på äldreboendet.",
        "Antalet barn som drabbas av mobbning ska halveras.",
        "Antalet trafikskadade barn utanför kommunens skolor ska vara noll.",
        "Fler ungdomar ska få sommarjobb.",
        "Antalet lägenheter som kommunens bostadsbolag bygger ska vara 100.",
        "Byggherrar ska få besked om bygglov inom tio veckor.",
        "Näringslivet ger kommunens service betyget 4.",
        "Näringslivet är nöjt med kommunens service.",
        "Restaurangerna i kommunen följer alkohollagen.",
        "Handeln i centrum ska vara tillgänglig för rullstolsburna.",
        "Jordbruket ska minska sitt läckage av kväve till ån.",
    ],
)
def test_what_the_operation_reaches_is_neither_outside_nor_internal(text: str) -> None:
    sentence = analyse(text)
    assert not list(outside_control(sentence))
    assert not internal(sentence)


@pytest.mark.parametrize(
    "text",
    [
        "Det bor 19 500 personer i kommunen vid mandatperiodens slut.",
        "Det föds fler barn i kommunen än året innan.",
        "Minst 90 företag per år ska startas i kommunen.",
        "Antalet anställda i det privata näringslivet ska öka.",
        "Väntetiden till barn- och ungdomspsykiatrin ska kortas.",
        "Polisens närvaro i centrum ska öka.",
        "Bygget av etapp två på väg 56 ska vara klart 2030.",
        "Kommunen ska tillhöra de 50 främsta i landet.",
        "Fler niondeklassare söker teknikprogrammet.",
        "Fler villaägare ska byta till värmepump.",
        "Konsumtionen av snus bland unga ska minska.",
        "Järnvägen ska byggas ut av Trafikverket.",
        "Energianvändningen i hela kommunen ska minska.",
        "Andelen pensionärer i befolkningen ska inte öka.",
    ],
)
def test_what_others_decide_is_told_by_grammar(text: str) -> None:
    assert len(list(outside_control(analyse(text)))) == 1


@pytest.mark.parametrize(
    "text",
    [
        "Samarbetet mellan förvaltningarna ska förbättras.",
        "Kontorsytan per anställd ska minska.",
        "Antalet timmar som utförs av vikarier ska minska.",
        "Rektorernas administrativa tid ska minska.",
        "Taxorna ska täcka VA-verksamhetens kostnader.",
        "Andelen heltidsanställda kvinnor i kommunen ska öka.",
        "Andelen tomställda lokaler ska vara lägre än tre procent.",
    ],
)
def test_what_is_shared_done_or_paid_inside_is_internal(text: str) -> None:
    assert internal(analyse(text))


def test_a_heading_that_tells_nothing_is_what_stands_beside_it() -> None:
    english = ["The share of pupils who swim rises.", "More residents feel safe."]
    assert not is_swedish("Safer streets", english)
    assert is_swedish("Safer streets")
    assert is_swedish("Trygg skola", english)
    assert is_swedish("Snöfritt snabbt", ["Alla barn kan simma."])
