"""Documents that nobody should write, made to break what reads them."""

from __future__ import annotations

import random
import re
from collections.abc import Iterator

from checked import SOUND

NASTY_TEXTS = [
    ".inf", ".nan", "1e400", "-1e-400", "9" * 5000, "-0", "0x1F", "0o17", "1_000", "1,5", "1 200", "85 %", "½", "１２",
    "2022-13-45", "0000-00-00", "12:30:45", "2022-2024-2026", "9999-1000", "null", "~", "true", "NEJ", '""', "''", "|",
    ">-", '"\\0"', '"\\ud800"', '"\\U0010FFFF"', '"\\x1b[31mröd"', "'{name} {indicator} {0}'", "'%s %d %(x)s'",
    "'[b]fet[/b] [/x] :smile:'", '"::error file=x::y"', "'##[error]x'", "'<script>alert(1)</script>'", "a" * 20_000,
    "😀" * 50, '"\\u202eomvänd"', "e\u0301" * 30, "İSTANBUL", "ß", "ﬁ", "\u00a0", "från 1 till 2 procent",
    "'från 99999999999999999999 till 1e9 procent senast 2099'", "'a # malkoll: undantag[MK202] x'", "&a x", "*a", "!x y",
    "[]", "{}", "[[]]", "{a: {b: c}}", "[a, [b, {c: d}]]", "- a", "? a", "%x", "@x", "`x`", "#x", "x #y", ": x", "x: y",
]  # fmt: skip
"""Written as they are after a key, where a text or number is meant."""

_LEAF = re.compile(r"^(?P<key>[ ]*(?:- )?[^\s:#]+:) (?P<value>[^\n]+)$", re.MULTILINE)
_LINE = re.compile(r"^(?P<lead>[ ]*(?:- )?)(?P<key>[^\s:#]+):(?P<rest>[^\n]*)$", re.MULTILINE)


def nesting() -> Iterator[tuple[str, str]]:
    for mark in ("[", "{", "{a: ", "[{a: ", "- ", "? ", "&a [", "! ["):
        for count in (99, 101, 3_000, 100_000):
            yield f"{count} of {mark}", mark * count
    yield "closed", "[" * 3_000 + "]" * 3_000
    yield "mappings", "".join(f"{' ' * depth}a:\n" for depth in range(600))
    yield "goals in goals", "mål:\n" + "".join(f"{'  ' * depth}- mål:\n" for depth in range(1, 300))
    yield "in a goal", SOUND.replace("egen", "[" * 150 + "]" * 150, 1)


def aliases() -> Iterator[tuple[str, str]]:
    laughs = "a: &a [x]\n" + "".join(
        f"{new}: &{new} [{', '.join([f'*{old}'] * 9)}]\n"
        for old, new in zip("abcdefghi", "bcdefghij", strict=True)
    )
    yield "laughs", laughs
    yield "laughs as goals", laughs + "nämnd: A\nmål: *j\n"
    yield "laughs in a text list", laughs.replace("[x]", "text") + "nämnd: A\nstyrdokument: *c\n"
    yield "itself", "nämnd: A\nmål: &a [*a]\n"
    yield "itself as a key", "? &a [*a]\n: x\n"
    yield "in itself", "mål: &a\n  - indikatorer: &b\n      - delmål: [*a, *b]\n"
    yield "unknown", "nämnd: *a\nmål: [*b, {*c : *d}]\n"
    yield "as a key", "&a nämnd: A\n*a : B\nmål: []\n"
    yield (
        "a goal three times",
        SOUND.replace("  - id: sn-1", "  - *g\n  - *g\n  - id: sn-1").replace(
            "mål:\n", "x: &g {id: q}\nmål:\n"
        ),
    )
    yield (
        "a broken goal twice",
        "nämnd: A\når: 2026\nmål:\n  - &g {formulering: , indikatorer: [{målvärde: x}]}\n  - *g\n",
    )
    yield (
        "merged",
        SOUND.replace("  - id: sn-2", "  - <<: *g\n    id: sn-2").replace(
            "  - id: sn-1", "  - &g\n    id: sn-1"
        ),
    )
    yield "merged with itself", "&a nämnd: A\n<<: *a\n"
    yield "merged list", "x: &x {a: 1}\n<<: [*x, *x]\n<<: y\nmål: []\n"
    yield (
        "many",
        "".join(f"k{n}: &a{n} x\n" for n in range(3_000))
        + "mål: ["
        + ", ".join(f"*a{n}" for n in range(3_000))
        + "]\n",
    )


def encodings() -> Iterator[tuple[str, bytes]]:
    for encoding in (
        "utf-8-sig",
        "utf-16",
        "utf-16-le",
        "utf-16-be",
        "utf-32",
        "utf-32-le",
        "latin-1",
        "cp1252",
    ):
        yield encoding, SOUND.replace("–", "-").encode(encoding, "replace")
    yield "cut utf-16", SOUND.encode("utf-16")[:-1]
    yield "nothing", b""
    yield "only a mark", b"\xef\xbb\xbf"
    yield "two marks", b"\xef\xbb\xbf\xef\xbb\xbf" + SOUND.encode()
    yield "nul", b"\0" * 10
    yield "nul inside", SOUND.encode().replace(b"sn-1", b"sn\0-1")
    yield "cesu", b"n\xc3\xa4mnd: \xed\xa0\xbd\xed\xb8\x80\n"
    yield "cut letter", SOUND.encode()[:9]
    yield "overlong", b"n\xc3\xa4mnd: \xc0\xaf\xe0\x80\xaf\n"
    yield "every byte", bytes(range(256)) * 4
    yield "office", b"PK\x03\x04" + b"xl/word/" * 20
    yield "old office", b"\xd0\xcf\x11\xe0" + b"\0W\0o\0r\0d\0D"
    yield "pdf", b"%PDF-1.7\n" + bytes(range(256))
    for name, end in (
        ("cr", b"\r"),
        ("crlf", b"\r\n"),
        ("mixed", b"\r\n\n\r"),
        ("nel", b"\xc2\x85"),
        ("ls", b"\xe2\x80\xa8"),
    ):
        yield f"line ends {name}", SOUND.encode().replace(b"\n", end)
    for name, blank in (
        ("tab", b"\t"),
        ("no-break", b"\xc2\xa0"),
        ("thin", b"\xe2\x80\xaf"),
        ("vt", b"\x0b"),
        ("zero", b"\xe2\x80\x8b"),
    ):
        yield f"indented by {name}", SOUND.encode().replace(b"  ", blank)
        yield f"parted by {name}", SOUND.encode().replace(b": ", b":" + blank)


def keys() -> Iterator[tuple[str, str]]:
    yield "complex", "? [a, b]\n: c\n? {d: e}\n: f\nmål: []\n"
    yield "none", ": x\n~: y\nnull: z\n? \n: w\nmål: []\n"
    yield "numbers", "1: a\n2.5: b\ntrue: c\n2022-01-01: d\nmål: []\n"
    yield "long", f"{'n' * 20_000}: x\nmål: []\n"
    yield "quoted and long", f'"{"nämnd " * 500}": x\nmål: []\n'
    yield "many strangers", "nämnd: A\n" + "".join(f"nyckel{n}: x\n" for n in range(2_000)) + "mål: []\n"
    yield "many near", "".join(f"nämn{chr(97 + n % 26)}{n}: x\n" for n in range(500)) + "mål: []\n"
    yield "the same", "nämnd: A\n" * 2_000 + "mål: []\n"
    yield "in both languages", "nämnd: A\nboard: B\nNÄMND: C\nnamnd: D\nmål: []\ngoals: []\n"
    yield "lines", '"nämnd\\n\\u2028x": A\nmål: []\n'
    yield "placeholders", '"{key} {near}": A\n"%(x)s": B\n"[/b]": C\nmål: [{"{0}": x}]\n'
    yield "decomposed", SOUND.replace("ä", "a\u0308").replace("å", "a\u030a")
    yield "lookalikes", SOUND.replace("nämnd", "n\u0430mnd").replace("id:", "і\u0501:")
    yield "shouting", SOUND.replace("nämnd", "NÄMND").replace("formulering", "FORMULERING")
    yield "only a list", "- a\n- b\n"
    yield "only a text", "mål"
    yield "only a number", "42"


def tags() -> Iterator[tuple[str, str]]:
    for tag in (
        "!!python/object/apply:os.system", "!!python/name:os.system", "!!binary", "!!set", "!!omap", "!!timestamp", "!!int",
        "!!null", "!own", "!", "!<tag:example.org,2026:x>", "!e!x", "!!str", "!" * 50, "!%F0%9F%98%80",
    ):  # fmt: skip
        yield f"{tag} on a value", SOUND.replace("egen", f"{tag} egen")
        yield f"{tag} on a goal", SOUND.replace("  - id: sn-1", f"  - {tag}\n    id: sn-1")
        yield f"{tag} on all", f"{tag}\n{SOUND}"
    yield "directives", f"%YAML 9.9\n%TAG ! tag:x,2026:\n%OTHER x\n---\n{SOUND}"
    yield "documents", f"---\n{SOUND}---\n{SOUND}...\n---\n"
    yield "end marks", "...\n...\n---\n...\n"


def comments() -> Iterator[tuple[str, str]]:
    for said in (
        "", "[", "]", "[]", "undantag", "undantag[", "undantag]", "undantag[,,,]", "undantag[MK202", "undantag[[MK202]]",
        "undantag[MK202] till", "undantag[MK202] till 9999-99-99", "undantag[MK202] till 0000-00-00", "ignore[{name}] {x}",
        "undantag[" + "MK202," * 2_000 + "] x", "undantag[" + "x" * 20_000 + "] x", "ignorera " + "MK202 " * 2_000,
        "undantag[MK202] \x1b[31m", "undantag-fil[ALL] x", "undantag[%s] %s", "-" * 5_000, "undantag[MK999] x",
    ):  # fmt: skip
        yield f"above: {said[:30]}", SOUND.replace("    fokus", f"    # malkoll: {said}\n    fokus")
        yield f"beside: {said[:30]}", SOUND.replace("egen\n", f"egen  # malkoll: {said}\n")
    yield "on every line", SOUND.replace("\n", "  # malkoll: undantag[MK402, MK202] skäl\n")
    yield "above every line", SOUND.replace("\n", "\n# malkoll: undantag[MK402] skäl\n")
    yield "many", SOUND + "# malkoll: undantag[MK402] skäl\n" * 5_000
    yield "many hashes", SOUND + "#" * 200_000 + " malkoll: x\n" + "# " * 50_000 + "malkoll\n"
    yield "many in brackets", "mål: [" + "\n# malkoll: ignore[MK202] x\n  a," * 2_000 + "]\n"
    yield "in a file that is none", "[\n" + "# malkoll: undantag[MK003] x\n" * 2_000
    yield "quotes in a file that is none", '[ "\n' + '" # malkoll: undantag[MK003] x " # malkoll: x\n' * 200


def values() -> Iterator[tuple[str, str]]:
    """Put each nasty text everywhere at once, and then one after the other where one value stands."""
    for nasty in NASTY_TEXTS:
        yield f"all {nasty[:20]}", _LEAF.sub(r"\g<key> " + nasty.replace("\\", r"\\"), SOUND)
    leaves = list(_LEAF.finditer(SOUND))
    for number, leaf in enumerate(leaves):
        for step in range(4):
            nasty = NASTY_TEXTS[(number * 4 + step) % len(NASTY_TEXTS)]
            yield (
                f"{leaf['key'].strip()} {nasty[:20]}",
                SOUND[: leaf.start("value")] + nasty + SOUND[leaf.end("value") :],
            )


def shapes() -> Iterator[tuple[str, str]]:
    """Take each key away, misspell it, double it, and put another kind of thing under it."""
    for line in _LINE.finditer(SOUND):
        before, after = SOUND[: line.start()], SOUND[line.end() :]
        name = f"{line['key']} on {SOUND.count(chr(10), 0, line.start()) + 1}"
        lead = line["lead"]
        yield f"without {name}", before + lead.replace("- ", "-\n") + after
        yield f"misspelt {name}", f"{before}{lead}{line['key'][:-1]}:{line['rest']}{after}"
        indent = " " * len(lead)
        yield f"twice {name}", f"{before}{line[0]}\n{indent}{line['key']}: x{after}"
        for other in ("", " []", " {}", " [[]]", " {a: b}", " text", " 5", " [text, 5, , {a: b}]", " |\n"):
            yield f"{name} as{other}", f"{before}{lead}{line['key']}:{other}{after}"


def damage() -> Iterator[tuple[str, str]]:
    """Cut the document short, and put one character somewhere: a slip of the keyboard."""
    for length in range(0, len(SOUND), 23):
        yield f"cut at {length}", SOUND[:length]
    chance = random.Random(20261123)  # noqa: S311 - the same slips in every run
    for character in ":#-[]{}\"'&*!|>%@`,?\t\n\\~=<. \u00a0\u200b\u2028\x00\x85":
        for _ in range(8):
            at = chance.randrange(len(SOUND))
            yield f"{character!r} at {at}", SOUND[:at] + character + SOUND[at:]
            yield f"{character!r} for {at}", SOUND[:at] + character + SOUND[at + 1 :]


def sizes() -> Iterator[tuple[str, str]]:
    yield "too large", SOUND + "# " + "x" * 1_000_000
    yield "many nodes", "mål: [" + "a," * 120_000 + "]\n"
    yield "many goals", "nämnd: A\når: 2026\nmål:\n" + "  - {id: a, formulering: b}\n" * 4_000
    yield (
        "many indicators",
        SOUND.replace(
            "    indikatorer:\n", "    indikatorer:\n" + "      - {namn: a, målvärde: 1}\n" * 5_000, 1
        ),
    )
    yield (
        "many milestones",
        SOUND.replace(
            "        enhet: procent\n",
            "        enhet: procent\n        delmål: [" + "{år: 2027, värde: 70}, " * 5_000 + "]\n",
            1,
        ),
    )
    yield "many focus areas", SOUND.replace("Hållbar vardag", "[" + "Hållbar vardagg, " * 5_000 + "]", 1)
    yield "many audiences", SOUND.replace("brukare\n", "[" + "ingenting alls, " * 5_000 + "]\n", 1)
    yield (
        "long sentence",
        SOUND.replace("Andelen brukare", "från 1 till 2 procent och " * 8_000 + "Andelen brukare", 1),
    )
    yield "long word", SOUND.replace("Andelen brukare", "barn" * 100_000, 1)
    yield "long line of quotes", 'nämnd: "' + "\\u00e4" * 60_000 + '"\nmål: []\n'
    yield "many lines in a text", "nämnd: A\nmål:\n  - formulering: >-\n" + "      ett ord\n" * 20_000
