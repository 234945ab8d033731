"""Effect, audience, reach (MK5)."""
