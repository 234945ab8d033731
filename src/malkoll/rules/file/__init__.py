"""The file (MK0)."""
