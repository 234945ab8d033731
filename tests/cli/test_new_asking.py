"""Being asked for a document: each answer is checked at once, and none is lost."""

from __future__ import annotations

from pathlib import Path

import pytest
from cli_calls import Call
from new_calls import BEGINNING, SOUND
from terminals import Talk, Terminal

from malkoll.source import SourceFile
from malkoll.syntax.parse import parse
from malkoll.tables.content import Content, content_of

FILE = "socialnamnden-2027.yaml"
DRAFT = f"{FILE}.draft"
YEAR = ("--year", "2027")
GIVEN = (*BEGINNING, *YEAR)
CTRL_C, CTRL_D = b"\x03", b"\x04"
MEASURED = (
    "Andelen brukare i hemtjänsten som vet vem som kommer ökar från 64 till 80 procent.", "1", "3", "brukare", "1", "1",
    "Vet vem som kommer", "procent", "64", "2026", "80", "", "brukarundersökningen", "",
)  # fmt: skip
COUNTED = (
    "Väntetiden till en plats på särskilt boende minskar från 74 till 45,5 dagar.", "hållbar hälsa", "2027", "äldre",
    "egen", "mäts", "Väntetid till särskilt boende", "dagar", "74", "2026", "45,5", "2027", "Kolada", "U23401",
)  # fmt: skip
ASSESSED = (
    "Barn som är placerade utanför hemmet kan berätta vem på socialtjänsten de vänder sig till.", "3", "1", "barn", "2",
    "2", "Barnets egen berättelse går inte att räkna.", "enhetschef", "samtal med varje placerat barn; enkät",
    "nio av tio barn namnger sin socialsekreterare", "november 2027",
)  # fmt: skip


def _content(file: str = FILE) -> Content:
    return content_of(parse(SourceFile(file, Path(file).read_bytes())).root)


def test_a_whole_conversation_gives_a_document_that_passes(talk: Talk, call: Call) -> None:
    terminal = talk("new", "--date", "2026-11-23")
    terminal.hears("Vilken kommun")
    terminal.answers("Granvik", "Socialnämnden", "")
    terminal.hears("grunduppdrag?")
    terminal.answers("Vård, omsorg och stöd enligt socialtjänstlagen.")
    terminal.answers(
        "64 procent av brukarna visste vem som skulle komma.", "brukarundersökningen", "2025", ""
    )
    terminal.hears("Mål 1 · minst 2 till")
    terminal.answers(MEASURED[0])
    terminal.hears("1  Hållbar vardag: Vi har en levande landsbygd")
    terminal.answers(*MEASURED[1:])
    terminal.hears("Mål 2 · minst 1 till")
    terminal.answers(*COUNTED)
    terminal.hears("Mål 3\n")
    terminal.answers(*ASSESSED)
    terminal.hears("Mål 4 · frivilligt, högst 5")
    terminal.answers("")
    assert terminal.ends() == 0
    assert f"{FILE} är skriven." in terminal.said
    assert "Varning" not in terminal.said
    assert call("check", "--date", "2026-11-23", FILE, "--fail-on", "info").status == 0
    content = _content()
    assert content["year"] == "2027"
    assert [goal["id"] for goal in content["goals"]] == ["sn-1", "sn-2", "sn-3"]
    assert content["goals"][0]["indicators"][0]["target"] == {"value": "80", "year": "2029"}
    assert content["goals"][1]["indicators"][0]["target"]["value"] == "45.5"
    assert content["goals"][2]["assessment"]["basis"] == ["samtal med varje placerat barn", "enkät"]
    asked = terminal.said.partition(f"{FILE} är")[0].splitlines()
    assert [line for line in asked if len(line) >= 80 and not line.startswith("> ")] == []


def test_no_more_goals_are_asked_for_than_the_model_takes(talk: Talk) -> None:
    goals = [word for number in range(2) for word in SOUND[-6:-4]]
    assert goals[0] == "--goal"
    terminal = talk(*SOUND, *YEAR, *goals)
    assert terminal.ends() == 0
    assert len(_content()["goals"]) == 5
    assert "Mål 6" not in terminal.said


def test_what_is_given_is_not_asked_for(talk: Talk) -> None:
    terminal = talk(*SOUND, *YEAR)
    assert terminal.ends() == 0
    assert "> " not in terminal.said


def test_no_input_asks_nothing_on_a_terminal_either(talk: Talk) -> None:
    terminal = talk("new", "--no-input")
    assert terminal.ends() == 2
    assert "Nämnden saknas" in terminal.said
    assert "> " not in terminal.said


def test_an_error_must_be_answered_again_and_a_warning_may_stay(talk: Talk) -> None:
    terminal = talk("new", *GIVEN)
    terminal.answers("Vi ska verka för fler goda möten")
    terminal.hears("Varning MK401 ”verka för” lovar en ansträngning")
    terminal.hears("Fråga:")
    terminal.hears("Enter för att behålla")
    terminal.answers("")
    terminal.hears("Vilket fokusområde")
    terminal.answers("Hållbar hälsan")
    terminal.hears("Menade du ”Hållbar hälsa”?")
    terminal.answers("17")
    terminal.hears("Svara med en siffra, 1 till 5.")
    terminal.answers("1", "2026-2035")
    terminal.hears("Fel MK204")
    terminal.answers("")
    terminal.hears("Det här behöver ett svar.")
    terminal.answers("2")
    terminal.hears("Vilka är målet till för?")
    terminal.presses(CTRL_C)
    assert terminal.ends() == 130
    (goal,) = _content(DRAFT)["goals"]
    assert goal["statement"] == "Vi ska verka för fler goda möten"
    assert (goal["focus_area"], goal["horizon"]) == (["Hållbar vardag"], "2027-2028")


def test_only_what_an_answer_caused_is_told(talk: Talk) -> None:
    terminal = talk("new", *GIVEN)
    terminal.answers(*MEASURED)
    terminal.hears("Mål 2")
    assert "MK" not in terminal.said, "what isn't answered yet is nobody's mistake"


def test_leaving_out_what_the_model_asks_for_is_told_before_it_is_done(talk: Talk) -> None:
    terminal = talk("new", "--year", "2027", *BEGINNING[:6])
    terminal.answers("")
    terminal.hears("Varning MK214")
    terminal.hears("lämna det tomt")
    terminal.answers("")
    terminal.hears("Vilken uppgift om nuläget")


def test_numbers_that_contradict_the_sentence_are_told_where_the_second_is_given(talk: Talk) -> None:
    terminal = talk("new", *GIVEN)
    terminal.answers(*MEASURED[:10], "85")
    terminal.hears("Fel MK308 Meningen säger 80")
    terminal.answers("80", "2031")
    terminal.hears("Fel MK307")


def test_one_can_go_back_and_answer_otherwise(talk: Talk) -> None:
    terminal = talk("new", "--date", "2026-11-23")
    terminal.answers("<")
    terminal.hears("den första frågan")
    terminal.answers("Granvik", "Fel nämnd", "<")
    terminal.hears("Vilken nämnd")
    terminal.answers("Socialnämnden")
    terminal.presses(CTRL_C)
    terminal.ends()
    assert _content("socialnamnden.yaml.draft") == {"municipality": "Granvik", "board": "Socialnämnden"}


@pytest.mark.parametrize("key", [CTRL_C, CTRL_D], ids=["Ctrl-C", "Ctrl-D"])
def test_what_was_answered_is_kept_and_can_be_gone_on_with(talk: Talk, call: Call, key: bytes) -> None:
    terminal = talk("new", *GIVEN, "mål.yaml")
    terminal.answers(*MEASURED, COUNTED[0])
    terminal.presses(key)
    assert terminal.ends() == 130
    assert "mål.yaml är inte skriven." in terminal.said
    assert "malkoll new mål.yaml --answers mål.yaml.draft" in terminal.said
    assert not Path("mål.yaml").exists()
    again = talk("new", "mål.yaml", "--answers", "mål.yaml.draft", "--date", "2026-11-23")
    again.hears("En uppgift till?")
    again.answers("")
    again.hears("Mål 2")
    again.hears("Vilket fokusområde")
    again.answers(*COUNTED[1:9], COUNTED[10], COUNTED[12], *ASSESSED, "")
    assert again.ends() == 0
    assert "mål.yaml.draft behövs inte längre." in again.said
    assert call("check", "--date", "2026-11-23", "mål.yaml", "--fail-on", "info").status == 0
    assert len(_content("mål.yaml")["goals"]) == 3


def test_a_draft_of_somebody_else_is_not_written_over(talk: Talk) -> None:
    Path("a.yaml.draft").write_text("mine", encoding="utf-8")
    terminal = talk("new", "a.yaml")
    terminal.answers("Granvik")
    terminal.presses(CTRL_C)
    terminal.ends()
    assert Path("a.yaml.draft").read_text(encoding="utf-8") == "mine"
    assert _content("a.yaml.2.draft") == {"municipality": "Granvik"}


def test_nothing_is_written_when_nothing_was_answered(talk: Talk, tmp_path: Path) -> None:
    terminal = talk("new", "a.yaml")
    terminal.presses(CTRL_C)
    assert terminal.ends() == 130
    assert not list(tmp_path.iterdir())


def test_options_that_are_wrong_are_told_before_anybody_is_asked(talk: Talk) -> None:
    terminal = talk("new", "--board", "Socialnämnden", "--year", "i år")
    assert terminal.ends() == 2
    assert "i år" in terminal.said
    assert "> " not in terminal.said


def test_a_pasted_answer_is_cleaned_with_a_word(talk: Talk) -> None:
    terminal = talk("new", "a.yaml")
    terminal.answers("Gran\u200bvik\u00a0kommun")
    terminal.hears("Osynliga tecken i svaret togs bort.")
    terminal.presses(CTRL_C)
    terminal.ends()
    assert _content("a.yaml.draft") == {"municipality": "Granvik kommun"}


def test_a_console_of_windows_reads_and_shows_swedish(talk: Talk) -> None:
    terminal = talk("new", "a.yaml", "--date", "2026-11-23", encoding="cp1252")
    terminal.answers("Örnsköldsvik", "Kultur- och fritidsnämnden", "", "")
    terminal.hears("Varning MK214")
    terminal.presses(CTRL_C)
    assert terminal.ends() == 130
    assert _content("a.yaml.draft")["municipality"] == "Örnsköldsvik"


def test_the_document_goes_to_standard_output_and_the_questions_do_not(tmp_path: Path) -> None:
    with Path("out.yaml").open("wb") as out:
        terminal = Terminal((*SOUND, "-"), tmp_path, out=out)
        terminal.hears("Vilket år")
        terminal.answers("")
        assert terminal.ends() == 0
    assert _content("out.yaml")["board"] == "Socialnämnden"
    assert "Vilket år" not in Path("out.yaml").read_text(encoding="utf-8")
    assert not Path(FILE).exists()


def test_a_models_boards_can_be_chosen_by_number(talk: Talk) -> None:
    Path("m.yaml").write_text(
        "id: egen\nnamn: Egen\nnämnder: [Socialnämnden, Byggnämnden]\nnivåer: {nämnd: {}}\n"
        "fokusområden:\n  - {id: a, namn: Trygghet, text: Ett. Två.}\n",
        encoding="utf-8",
    )
    terminal = talk(
        "new", "a.yaml", *YEAR, "--model", "m.yaml", "--municipality", "Granvik", "--date", "2026-11-23"
    )
    terminal.hears("2  Byggnämnden")
    terminal.answers("Byggnämden")
    terminal.hears("Fel MK207")
    terminal.answers("2")
    terminal.hears("grunduppdrag?")
    terminal.presses(CTRL_C)
    terminal.ends()
    assert _content("a.yaml.draft")["board"] == "Byggnämnden"
