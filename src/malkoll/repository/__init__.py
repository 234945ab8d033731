"""Many documents together: what a municipality is about to decide, and what became of it."""
