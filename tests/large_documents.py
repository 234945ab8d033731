"""Documents of any size, each larger in one way: ten times the number is ten times the input."""

from __future__ import annotations

import re
from collections.abc import Callable

from checked import SOUND

_HEAD, _GOALS = SOUND.split("mål:\n")
_GOAL = re.split(r"(?=^  - id: )", _GOALS, flags=re.MULTILINE)[1]
_PARTS = (
    "skolan",
    "hemtjänsten",
    "förskolan",
    "biblioteket",
    "badhuset",
    "parken",
    "vägen",
    "kören",
    "torget",
    "bion",
)


def _goal(number: int) -> str:
    """Make a goal of its own: what is alike is compared."""
    words = " ".join(_PARTS[int(digit)] for digit in f"{number:04}")
    return _GOAL.replace("sn-1", f"sn-{number}").replace("hemtjänsten som vet", f"{words} som vet")


def goals(number: int) -> str:
    return f"{_HEAD}mål:\n{''.join(map(_goal, range(number)))}"


def nesting(number: int) -> str:
    return f"{SOUND}a: {'[' * number}{']' * number}\n"


def long_text(number: int) -> str:
    text = " och ".join(f"fler barn i {_PARTS[n % 10]} läser {n} böcker" for n in range(number))
    return SOUND.replace("Andelen brukare", f"{text} och andelen brukare", 1)


def long_description(number: int) -> str:
    text = " ".join(f"Barnen i {_PARTS[n % 10]} läser {n} böcker." for n in range(number))
    return SOUND.replace(
        "    fokusområde: Hållbar vardag", f"    beskrivning: {text}\n    fokusområde: Hållbar vardag", 1
    )


def findings(number: int) -> str:
    return "".join(f"okänd{n}: x\n" for n in range(number)) + SOUND


def faulty_goals(number: int) -> str:
    """Many findings of many rules."""
    faulty = (
        goals(number)
        .replace("Hållbar vardag", "Hållbar vardagen")
        .replace("rådighet: egen", "rådigheter: egen")
    )
    return faulty.replace("enhet: procent", "enhet: andel").replace("målgrupp: brukare", "målgrupp: alla")


def slips(number: int) -> str:
    """Many lines that can be read only by mending them."""
    return f"{_HEAD}mål:\n" + "".join(_goal(n).replace("horisont: ", "horisont:") for n in range(number))


def suppressions(number: int) -> str:
    return "".join(
        f"okänd{n}: x  # malkoll: undantag[MK101] prövas i nästa version, nummer {n}\n" for n in range(number)
    ) + SOUND  # fmt: skip


def unused_suppressions(number: int) -> str:
    return SOUND + "".join(f"# malkoll: undantag[MK202] skäl {n}\n" for n in range(number))


def named_rules(number: int) -> str:
    """Name one rule in ever other letters, in a single comment."""
    name = "unknown-focus-area"
    letters = [place for place, letter in enumerate(name) if letter.isalpha()]
    written = []
    for one in range(number):
        large = {place for bit, place in enumerate(letters) if one >> bit & 1}
        written.append(
            "".join(letter.upper() if place in large else letter for place, letter in enumerate(name))
        )
    return f"{SOUND}# malkoll: undantag[{','.join(written)}] skäl\n"


def misspelt_rules(number: int) -> str:
    names = ",".join(f"unknown-focus-are{n}" for n in range(number))
    return f"{SOUND}# malkoll: undantag[{names}] skäl\n"


def audiences(number: int) -> str:
    """Many words that each are held against all that could be meant."""
    listed = ", ".join(f"grupp{n}" for n in range(number))
    return SOUND.replace("målgrupp: brukare", f"målgrupp: [{listed}]", 1)


def facts(number: int) -> str:
    more = "".join(f"  - fakta: Fakta nummer {n} är sant.\n    källa: enkäten\n" for n in range(number))
    return SOUND.replace("nulägesanalys:\n", f"nulägesanalys:\n{more}", 1)


def comments(number: int) -> str:
    return "".join(f"# om mål nummer {n}\n" for n in range(number)) + SOUND


def indicators(number: int) -> str:
    more = "".join(
        f"      - {{namn: Vet vem som kommer {n}, enhet: procent, målvärde: {{värde: 80, år: 2028}}}}\n"
        for n in range(number)
    )
    return SOUND.replace("    indikatorer:\n", f"    indikatorer:\n{more}", 1)


def aliases(number: int) -> str:
    return f"x: &x [a]\n{SOUND}styrdokument: [{', '.join(['*x'] * number)}]\n"


def marks(number: int) -> str:
    return SOUND.replace("Andelen brukare", "a" + "\u0301\u0323" * 10 * number, 1)


def line_ends(number: int) -> str:
    return SOUND.replace("\n", "\r\n") + "\t\r\n" * number


ALL: dict[Callable[[int], str], tuple[int, int]] = {
    # of more than 256 each is read twice, as no more sentences are kept in mind
    goals: (20, 200),
    nesting: (9, 90),
    long_text: (30, 300),
    long_description: (100, 1_000),
    findings: (100, 1_000),
    faulty_goals: (20, 200),
    slips: (30, 300),
    suppressions: (50, 500),
    unused_suppressions: (50, 500),
    named_rules: (100, 1_000),
    misspelt_rules: (100, 1_000),
    audiences: (50, 500),
    facts: (50, 500),
    comments: (300, 3_000),
    indicators: (30, 300),
    aliases: (300, 3_000),
    marks: (100, 1_000),
    line_ends: (300, 3_000),
}
"""Each with a number and ten times that."""
