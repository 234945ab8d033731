"""A first document: what is asked, what the rules say of each answer, and how it is written down."""
