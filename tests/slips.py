"""An official's slips in YAML, to be put into the sound document."""

from __future__ import annotations

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
