"""The commands about what is kept between runs."""

from __future__ import annotations

from malkoll.cli.command import Command
from malkoll.language import Text

CACHE_CLEAR = Command(
    ("cache", "clear"),
    "cache_clear",
    Text("Tar bort det som sparats mellan körningar.", "Removes what is kept between runs."),
    Text(
        "Det som redan är prövat sparas i din mapp för sådant, så att nästa körning går fortare. Allt där kan "
        "göras om. Mappen väljs med MALKOLL_CACHE_DIR; är den tom sparas ingenting.",
        "What was checked is kept in your folder for such things, so that the next run is faster. All of it can "
        "be made again. MALKOLL_CACHE_DIR chooses the folder; empty, nothing is kept.",
    ),
)
CACHE = Command(
    ("cache",),
    "",
    Text("Tar bort det som sparats mellan körningar.", "Removes what is kept between runs."),
    commands=(CACHE_CLEAR,),
)
