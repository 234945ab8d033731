"""The steering model's own file (MK7)."""
