"""Completes the fragments in the manuals of rules about steering models, and checks them."""

from __future__ import annotations

import datetime
import re

from malkoll.diagnostic import Diagnostic
from malkoll.language import Language
from malkoll.manual import Example
from malkoll.model_check import check_model
from malkoll.selection import select
from malkoll.source import SourceFile
from malkoll.syntax.parse import parse
from malkoll.syntax.tree import Mapping

SOUND = {
    Language.SV: {
        "id": "id: exempel",
        "namn": "namn: Exempelkommunens styrmodell",
        "giltig": "giltig: {från: 2024}",
        "nivåer": "nivåer: {nämnd: {mål: {minst: 3, högst: 5}}}",
        "fokusområden": "fokusområden: [{id: livet, namn: Ett gott liv}, {id: platsen, namn: En levande plats}]",
        "rus": "rus: rus-vasternorrland",
    },
    Language.EN: {
        "id": "id: example",
        "name": "name: The steering model of Exempelkommun",
        "valid": "valid: {from: 2024}",
        "levels": "levels: {board: {goals: {min: 3, max: 5}}}",
        "focus_areas": "focus_areas: [{id: life, name: A good life}, {id: place, name: A living place}]",
        "rus": "rus: rus-vasternorrland",
    },
}
_MARK = re.compile(r"[ \t]*# MK\d{3}$", re.MULTILINE)


def whole_model(example: Example, language: Language) -> tuple[str, list[int]]:
    """Complete a fragment to a sound model; tell the lines that it marks."""
    assert "steering" in example.options
    root = parse(SourceFile("fragment", example.text.encode())).root
    assert isinstance(root, Mapping)
    head = "".join(f"{line}\n" for key, line in SOUND[language].items() if root.get(key) is None)
    text = head + example.text
    marked = [text.count("\n", 0, match.start()) + 1 for match in _MARK.finditer(text)]
    return _MARK.sub("", text), marked


def check_whole(text: str) -> list[Diagnostic]:
    rules = select(extended=["ALL"])
    return check_model("modell.yaml", text.encode(), datetime.date(2026, 11, 23), rules).report.diagnostics
