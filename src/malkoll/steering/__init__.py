"""What a steering model is, and the built-in ones. Limits, names and words are its data."""
