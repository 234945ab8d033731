"""An official's slips in YAML, to be put into the sound document."""

from __future__ import annotations

from checked import SOUND, changed

TITLE = "    rådighet: egen\n    indikatorer:\n      - namn: Vet"
"""Where a heading is put in."""


def titled(text: str) -> tuple[str, str]:
    return ("    målgrupp: brukare\n", f"    målgrupp: brukare\n    rubrik: {text}\n")


READ_PAST = [
    # the slip, how it comes into a sound document, and what is underlined
    ("colon", titled("Hemtjänst: en känd person"), ":"),
    ("colon", titled("Hemtjänst: en: känd person"), ":"),
    ("colon", titled("Hemtjänst: en\n      känd person"), ":"),
    ("colon-below", titled("En känd person\n      kommer hem: varje gång"), ":"),
    ("start", titled("@hemtjänsten"), "@"),
    ("start", titled("%-andel som vet"), "%"),
    ("start", titled("*Viktigt* att veta"), "*"),
    ("start", titled("*Viktigt att veta"), "*"),
    ("start", titled("& en känd person"), "&"),
    ("start", titled("[Utkast] en känd person"), "["),
    ("start", titled(">80 procent"), ">"),
    ("start", titled("`Känd` person"), "`"),
    ("after-quote", titled('"Känd" person kommer'), '"'),
    ("after-quote", titled('"Känd": en person'), '"'),
    ("inner-quote", titled('"En "känd" person"'), '"'),
    ("inner-quote", titled("'En 'känd' person'"), "'"),
    ("unclosed-quote", titled('"En känd person'), '"'),
    ("unclosed-quote", titled("'En känd person"), "'"),
    ("escape", titled('"G:\\Mål\\Äldre"'), "\\M"),
    ("tab", ("    horisont: 2026-2028", "\t\thorisont: 2026-2028"), "\t\t"),
    ("tab", ("    horisont: 2026-2028", "\thorisont: 2026-2028"), "\t"),
    ("tab", ("  - id: sn-1", "  -\tid: sn-1"), "\t"),
    ("no-space", ("horisont: 2026-2028", "horisont:2026-2028"), "horisont:"),
    ("no-space", ("kommun: Exempelkommun", "kommun:Exempelkommun"), "kommun:"),
    ("no-space", ("- id: sn-1", "- id:sn-1"), "id:"),
    ("no-space", ("{värde: 80, år: 2028}", "{värde:80, år: 2028}"), "värde:"),
    ("dash", ("  - id: sn-2", "  -id: sn-2"), "-"),
    ("bullet", ("  - id: sn-2", "  – id: sn-2"), "–"),
    ("key-alone", ("    indikatorer:\n", "    indikatorer\n"), "indikatorer"),
    ("key-alone", ("\nmål:\n", "\nmål\n"), "mål"),
    ("stray", ("    rådighet: egen\n", "    rådighet: egen\n    x\n"), "x"),
    ("heading", ("kommun: Ex", "Målen för 2026\nkommun: Ex"), "Målen för 2026"),
    ("continuation", titled("En känd person\nkommer hem varje gång"), "kommer hem varje gång"),
    ("comma", ("{värde: 80, år: 2028}", "{värde: 80, med råge, år: 2028}"), ","),
    ("no-comma", ("{värde: 80, år: 2028}", "{värde: 80 år: 2028}"), " "),
    ("bracket", ("{värde: 80, år: 2028}", "{värde: 80, år: 2028"), "{"),
    ("bracket", ("målgrupp: brukare", "målgrupp: [brukare, äldre"), "["),
    ("surplus", ("{värde: 80, år: 2028}", "{värde: 80, år: 2028}}"), "}"),
    ("unknown-alias", ("enhet: procent", "enhet: *procent"), "*procent"),
    ("fence", ("kommun: Ex", "```yaml\nkommun: Ex"), "```yaml"),
    ("close-comment", titled('"En känd person"# utkast'), "#"),
    ("close-comment", ("målgrupp: brukare", "målgrupp: [brukare]# utkast"), "#"),
    ("close-comment", titled(">-# utkast\n      En känd person"), "#"),
    ("not-indented", ("målgrupp: brukare", "målgrupp: [brukare,\n    barn]"), "b"),
    ("not-indented", titled('"En känd\n    person"'), "p"),
    ("start", ("[samtal med varje placerat barn]", "[samtal, -]"), "-"),
    ("start", ("{värde: 80, år: 2028}", "{värde: 80, ?år: 2028}"), "?"),
    ("long-blank", titled("|\n         \n      # person"), " "),
    ("tab-alone", titled("|-\n      En känd\n      \t\n      person"), "      \t"),
    ("askew", ("    horisont: 2026-2028", "   horisont: 2026-2028"), "horisont: 2026-2028"),
    ("askew", ("    horisont: 2026-2028", "      horisont: 2026-2028"), "horisont: 2026-2028"),
    ("askew", ("    horisont: 2026-2028", "horisont: 2026-2028"), "horisont: 2026-2028"),
]
STOPPED_AT = [
    ("no-colon", ("nämnd: Socialnämnden", "nämnd Socialnämnden"), "nämnd Socialnämnden"),
    ("no-key", ("kommun: Ex", ": Ex"), ": Exempelkommun"),
    ("list-on-line", titled("- En känd person"), "-"),
    ("key-in-list", ("  - id: sn-2", "  id: sn-2"), "id: sn-2"),
    ("directive", ("kommun: Ex", "%YAML 7.0\nkommun: Ex"), "%YAML 7.0"),
    ("indentation", ("  - id: sn-2", "    - id: sn-2"), "- id: sn-2"),
    ("unreadable", ("{värde: 80, år: 2028}", "{värde: :x, år: 2028}"), ":"),
]
OTHERS = {
    # slips nearly like those above: which one it is taken for, and what is offered
    "a first line without a colon": changed(("kommun: Ex", "Målen för socialnämnden i år\nkommun: Ex")),
    "a line pushed out below a key alone": changed(
        ("grunduppdrag: Vård,", "grunduppdrag:\nvård och omsorg åt alla\nx: Vård,")
    ),
    "a line pushed out with a capital": changed(titled("En känd person\nKommer hem varje gång")),
    "two words pushed out": changed(titled("En känd person\nkommer hem")),
    "a path with an apostrophe": changed(titled('"G:\\Mål\'s\\Äldre"')),
    "a path at the end of a text": changed(titled('"Äldre i G:\\Mål"')),
    "a colon in a text of three lines": changed(titled("Hemtjänst: en\n      känd person\n      kommer hem")),
    "a colon in the last of three lines": changed(
        titled("En känd\n      person kommer\n      hem till dem: varje gång")
    ),
    "a colon below a list": changed(titled("[En känd\n      person kommer: hem]")),
    "a bracket open at the end": SOUND + "x: [ett, två\n\n\n",
    "braces open at the end": SOUND + "x: {ett: två",
    "a quotation open at the end": SOUND + 'x: "ett två\n\n',
    "an apostrophe in a text of quotes": changed(titled("'Ett barn's vardag'")),
    "quotes within quotes, twice": changed(titled('"En "känd" person och "en" till"')),
    "quotes and an apostrophe": changed(titled('"En "känd" person\'s hem"')),
    "a text that begins with quotes and a colon": changed(titled('"Känd": en person')),
    "a percent sign alone": changed(titled("%")),
    "an asterisk alone": changed(titled("*")),
    "a tab between": changed(("    horisont: 2026-2028", "    horisont:\t2026-2028")),
    "a tab within the indent": changed(("    horisont: 2026-2028", "  \t horisont: 2026-2028")),
    "tabs in several lines": changed(
        ("    horisont: 2026-2028", "\thorisont: 2026-2028"), ("    målgrupp: brukare", "\tmålgrupp: brukare")
    ),
    "no space, and a text with a colon": changed(("    målgrupp: brukare", "    målgrupp:x: brukare")),
    "an address of the web": changed(titled("https://exempel.se/mål")),
    "a time of day": changed(titled("klockan 10:30")),
    "a key without a colon, with a list below": changed(("mål:\n  - id: sn-1", "mål\n\n  - id: sn-1")),
    "two keys in one line": changed(
        ("kommun: Exempelkommun\n", "kommun: Exempelkommun nämnd: Socialnämnden\n"),
        ("nämnd: Socialnämnden\når", "år"),
    ),
    "bullets of several kinds": changed(("  - id: sn-2", "  • id: sn-2"), ("  - id: sn-3", "  — id: sn-3")),
    "dashes without spaces": changed(("  - id: sn-2", "  -id: sn-2"), ("  - id: sn-3", "  -id: sn-3")),
    "a comma too many": changed(("{värde: 80, år: 2028}", "{värde: 80,, år: 2028}")),
    "a comma of decimals within braces": changed(("{värde: 80, år: 2028}", "{värde: 80,5, år: 2028}")),
    "braces closed with a bracket": changed(("{värde: 80, år: 2028}", "{värde: 80, år: 2028]")),
    "a bracket too many at the end": changed(
        ("[samtal med varje placerat barn]", "[samtal med varje placerat barn]]")
    ),
    "fences before and after": "```yaml\n" + SOUND + "```\n",
    "a document that is closed twice": SOUND + "...\n...\n",
    "a line of equals signs": changed(("mål:\n", "======\nmål:\n")),
    "a heading within the goals": changed(("  - id: sn-2", "Mål om trygghet\n  - id: sn-2")),
    "a key far out": changed(("    horisont: 2026-2028", "            horisont: 2026-2028")),
    "a goal that is not pushed in": changed(("  - id: sn-2\n", "- id: sn-2\n")),
    "a goal pushed in too far": changed(("  - id: sn-2\n", "      - id: sn-2\n")),
    "a text of several lines pushed out": changed(titled("|\n      En känd\n   person")),
    "an anchor without a text": changed(titled("&a")),
    "an alias within a text": changed(titled("En *känd* person")),
    "a question mark": changed(titled("? En känd person")),
    "an exclamation mark": changed(titled("! En känd person")),
    "a bar and a text": changed(titled("| En känd person")),
    "a dash and a text": changed(titled("-En känd person")),
    "an apostrophe and quotes": changed(titled("'Ett \"barn's\" vardag'")),
    "quotes and apostrophes on both sides": changed(titled("'Ett barn's \"egen\" vardag'")),
    "an anchor of odd letters": changed(titled("&år.text; En känd person")),
    "an anchor and an alias of odd letters": changed(
        titled("&år En känd person"), ("enhet: procent", "enhet: *år")
    ),
    "tabs alone in three lines": changed(
        titled("|-\n      En känd\n      \t\n      person\n      \t\n      kommer\n      \t\n      hem")
    ),
    "a number sign first": changed(titled("#1 En känd person")),
}
"""A name for each, with the document."""
