"""Across documents and years (MK6)."""
