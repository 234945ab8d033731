"""Swedish read once: words, clauses, what *och* joins, numbers, and what is a fault in a goal.

`analyse` gives the sentence; the detectors are functions of it, one module each. Nothing is loaded
before the first sentence is read.
"""

from __future__ import annotations
