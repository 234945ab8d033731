"""Writes what fuzzing begins with: the examples, and documents made to break what reads them.

seeds.py FOLDER
"""

from __future__ import annotations

import hashlib
import sys
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).parents[1]
sys.path.insert(0, str(ROOT / "tests"))
LARGEST = 20_000
"""Larger ones only slow the search down."""


def seeds() -> Iterator[bytes]:
    import hostile_documents as made

    for file in sorted((ROOT / "examples").rglob("*.yaml")):
        yield file.read_bytes()
    for file in sorted((ROOT / "src/malkoll/steering/builtin").glob("*.yaml")):
        yield file.read_bytes()
    kinds = (
        made.nesting,
        made.aliases,
        made.encodings,
        made.keys,
        made.tags,
        made.comments,
        made.values,
        made.shapes,
    )
    for _, document in (pair for kind in kinds for pair in kind()):
        yield document if isinstance(document, bytes) else document.encode("utf-8", "surrogatepass")


def main() -> None:
    folder = Path(sys.argv[1])
    folder.mkdir(parents=True, exist_ok=True)
    written = 0
    for seed in seeds():
        if len(seed) <= LARGEST:
            (folder / hashlib.sha256(seed).hexdigest()[:16]).write_bytes(seed)
            written += 1
    print(f"{written} seeds in {folder}")


if __name__ == "__main__":
    main()
