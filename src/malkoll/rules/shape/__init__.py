"""The document's shape (MK1)."""
