"""What a goal document is: its fields, its words in two languages, and how one is read."""
