"""The commands about what is kept between runs."""

from __future__ import annotations

from malkoll.cli.command import Command
from malkoll.language import Text

CACHE_CLEAR = Command(
    ("cache", "clear"),
    "cache_clear",
    Text("Tar bort det som sparats mellan körningar.", "Removes what is kept between runs."),
    Text(
        "Det som redan är prövat sparas på din dator, så att nästa körning går fortare. Allt som tas bort görs om "
        "när det behövs. MALKOLL_CACHE_DIR väljer mappen; sätts den till ingenting (MALKOLL_CACHE_DIR=) sparas "
        "ingenting.",
        "What was checked is kept on your computer, so that the next run is faster. What is removed is made again "
        "when it is needed. MALKOLL_CACHE_DIR chooses the folder; set to nothing (MALKOLL_CACHE_DIR=), nothing is "
        "kept.",
    ),
)
CACHE = Command(
    ("cache",),
    "",
    Text("Tar bort det som sparats mellan körningar.", "Removes what is kept between runs."),
    commands=(CACHE_CLEAR,),
)
